import type { Text } from '../../core/text.ts';
import type { ParameterKey } from '../../model/parameters.ts';

/** Another choice of what no target decides, to be fitted like the shipped one. */
export interface Structure {
  readonly id: string;
  readonly title: Text;
  /** The shipped values stand for all others. */
  readonly set: Readonly<Partial<Record<ParameterKey, number>>>;
}

/**
 * Structures beside the shipped one (trial.md §5: structure, not calibration, decides concentration). Each changes one thing that
 * evidence leaves open, to the end of what it allows.
 */
export const STRUCTURES: readonly Structure[] = [
  {
    id: 'steep-goodwill',
    title: { en: 'Known brokers come to mind far more often (α 0.8)', 'zh-CN': '知名券商更易被想起（α 0.8）' },
    set: { 'choice.goodwillExponent': 0.8 },
  },
  {
    id: 'weak-scale',
    title: {
      en: 'Capabilities cost the same at any size of market and broker (ω 0.5, ρ 0)',
      'zh-CN': '能力成本不随市场与券商规模变化（ω 0.5，ρ 0）',
    },
    set: {
      'brokers.scaleRevenue': 0.5,
      'brokers.scaleContent': 0,
      'brokers.scaleCommunity': 0,
      'brokers.scaleAdvice': 0,
      'brokers.scaleService': 0,
      'brokers.scaleCompliance': 0,
    },
  },
  {
    id: 'strong-reputation',
    title: { en: 'Reputation counts for twice as much', 'zh-CN': '声誉的分量加倍' },
    set: { 'tastes.trust': 3.2 },
  },
];
