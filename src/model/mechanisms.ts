import type { Text } from '../core/text.ts';
import type { ParameterValues } from './parameters.ts';

/**
 * A mechanism as the evidence names it, with its switch: a run with and one without it, under the same luck, show what it
 * does. Most are on in the shipped market; scenario switches are off until a scenario turns them on.
 */
export interface Mechanism {
  readonly key: string;
  /** Rows of public/data it stands on: `M33`, `S131`, `E36`. */
  readonly sources: readonly string[];
  readonly label: Text;
  /** Which state it moves and which way, in a sentence. */
  readonly effect: Text;
  /** Values of parameters at which it does nothing. */
  readonly off: Partial<ParameterValues>;
  /** Values that turn it on, for one that is off by default. */
  readonly on?: Partial<ParameterValues>;
}

export const MECHANISMS = [
  {
    key: 'wakeUp',
    sources: ['M33', 'S131'],
    label: { en: 'Wake-up campaigns', 'zh-CN': '唤醒活动' },
    effect: {
      en: 'Campaigns bring some dormant clients back, at a cost.',
      'zh-CN': '活动以一定成本唤回部分休眠客户。',
    },
    off: { 'programmes.wakeUp': 0, 'programmes.wakeUpCost': 0 },
  },
] as const satisfies readonly Mechanism[];
