import type { ParameterDeclaration, Prior, Source } from '../core/schema.ts';
import type { Text } from '../core/text.ts';

export const PARAMETER_GROUPS = [
  { key: 'population', label: { en: 'Population at the start', 'zh-CN': '初始人群' } },
  { key: 'network', label: { en: 'Network of friends', 'zh-CN': '好友网络' } },
  { key: 'environment', label: { en: 'Market returns', 'zh-CN': '市场行情' } },
  { key: 'entry', label: { en: 'Entry and opening', 'zh-CN': '入市与开户' } },
  { key: 'tastes', label: { en: 'Tastes', 'zh-CN': '偏好' } },
  { key: 'choice', label: { en: 'Choice and inertia', 'zh-CN': '选择与惯性' } },
  { key: 'trading', label: { en: 'Trading and returns', 'zh-CN': '交易与收益' } },
  { key: 'experience', label: { en: 'Experience and satisfaction', 'zh-CN': '经验与满意度' } },
  { key: 'dormancy', label: { en: 'Dormancy and exit', 'zh-CN': '休眠与离开' } },
  { key: 'brokers', label: { en: 'Brokers', 'zh-CN': '券商' } },
  { key: 'programmes', label: { en: 'Programmes of brokers', 'zh-CN': '券商举措' } },
  { key: 'advice', label: { en: 'AI advice and advisers', 'zh-CN': '智能投顾与人工投顾' } },
  { key: 'accounts', label: { en: 'Revenue and cost', 'zh-CN': '收入与成本' } },
  { key: 'regulator', label: { en: 'Regulator', 'zh-CN': '监管' } },
] as const satisfies readonly { key: string; label: Text }[];

export type ParameterGroup = (typeof PARAMETER_GROUPS)[number]['key'];

/**
 * Declares one parameter. The group is the first part of the key.
 * @param values default, smallest and largest allowed value
 * @param source where the default comes from, or where `sim calibrate` looks for it
 */
export function parameter<Group extends ParameterGroup, Name extends string>(
  key: `${Group}.${Name}`,
  unit: string,
  [byDefault, min, max]: readonly [byDefault: number, min: number, max: number],
  source: Exclude<Source, 'calibrated'> | Prior,
  label: readonly [en: string, zh: string],
  meaning: readonly [en: string, zh: string],
): ParameterDeclaration<`${Group}.${Name}`, Group> {
  return {
    key,
    group: key.slice(0, key.indexOf('.')) as Group,
    unit,
    min,
    max,
    default: byDefault,
    label: { en: label[0], 'zh-CN': label[1] },
    meaning: { en: meaning[0], 'zh-CN': meaning[1] },
    ...(typeof source === 'string' ? { source } : { source: 'calibrated', prior: source }),
  };
}

/** A parameter that takes whole numbers only. */
export function wholeParameter<Declaration extends ParameterDeclaration>(
  declaration: Declaration,
): Declaration & { readonly integer: true } {
  return { ...declaration, integer: true };
}
