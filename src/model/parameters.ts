import type { ParameterDeclaration } from '../core/schema.ts';
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
  { key: 'accounts', label: { en: 'Revenue and cost', 'zh-CN': '收入与成本' } },
  { key: 'regulator', label: { en: 'Regulator', 'zh-CN': '监管' } },
] as const satisfies readonly { key: string; label: Text }[];

export type ParameterGroup = (typeof PARAMETER_GROUPS)[number]['key'];

export const PARAMETERS = [
  {
    key: 'tastes.price',
    group: 'tastes',
    unit: 'utils/bp',
    min: 0,
    max: 3,
    default: 0.37,
    label: { en: 'Price', 'zh-CN': '价格' },
    meaning: {
      en: 'Utility lost per basis point of commission, for the median person.',
      'zh-CN': '佣金每高万分之一，中位投资者损失的效用。',
    },
    source: 'trial',
  },
] as const satisfies readonly ParameterDeclaration<string, ParameterGroup>[];

export type ParameterKey = (typeof PARAMETERS)[number]['key'];

/** A value for every parameter of the schema. */
export type ParameterValues = Readonly<Record<ParameterKey, number>>;
