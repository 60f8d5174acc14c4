import type { Text } from '../core/text.ts';
import type { BrokerMetric, MarketMetric } from './metrics.ts';

/**
 * A named measurable part of an index. Its figure scores 0 at `none`, 50 at `reference`, 100 at `full`, on straight lines
 * between and never beyond; so `full` below `none` means that less is better.
 */
export interface Part<Key extends string> {
  readonly metric: Key;
  readonly none: number;
  readonly reference: number;
  readonly full: number;
  /** A value judgement: equal unless a reader says otherwise. */
  readonly weight: number;
  /** Where the reference comes from: a row of public/data, or `assumption` with its reason. */
  readonly source: string;
}

/** An index of named parts, for the market and, where every part can be said of a broker, for each. */
export interface CompositeIndex {
  readonly key:
    | 'userValue'
    | 'brokerBenefit'
    | 'socialContribution'
    | 'marketRisk'
    | 'technologyRisk'
    | 'complianceRisk';
  readonly label: Text;
  readonly market: readonly Part<MarketMetric>[];
  readonly broker: readonly Part<BrokerMetric>[];
}

function part<Key extends MarketMetric | BrokerMetric>(
  metric: Key,
  [none, reference, full]: readonly [number, number, number],
  source: string,
): Part<Key> {
  return { metric, none, reference, full, weight: 1, source };
}

const USER_VALUE = [
  part('satisfaction', [0.2, 0.5, 0.8], 'assumption: 0.5 means as expected'),
  part('netReturn12', [-0.3, 0, 0.3], 'assumption: nothing gained or lost'),
  part('losing12', [1, 0.5, 0], 'E17: from 27 % to 75 % lose, with the market'),
] as const;

const BENEFIT = [
  part('lifetimeValue', [0, 960, 9600], 'S053: three times the cost of winning a client, the usual rule'),
  part('revenuePerUser12', [0, 1250, 2500], 'S044'),
  part('acquisitionCost12', [640, 320, 0], 'S053'),
  part('retention12', [0, 0.62, 1], 'S057'),
] as const;

/**
 * Evaluation from three sides (S021, S022, S340). Weights are equal: how much a side or a part matters is the reader’s
 * judgement, and every part stands beside its index.
 */
export const SIDES: readonly CompositeIndex[] = [
  {
    key: 'userValue',
    label: { en: 'User value', 'zh-CN': '用户价值' },
    market: USER_VALUE,
    broker: USER_VALUE,
  },
  {
    key: 'brokerBenefit',
    label: { en: 'Broker benefit', 'zh-CN': '企业效益' },
    market: [
      ...BENEFIT,
      part('conversion', [0, 0.28, 0.56], 'S055'),
      part('brokerSurvival', [0.6, 0.9, 1], 'assumption: one in ten is gone after some years'),
    ],
    broker: [...BENEFIT, part('runway', [0, 1, 4], 'assumption: a year without income')],
  },
  {
    key: 'socialContribution',
    label: { en: 'Social contribution', 'zh-CN': '社会贡献' },
    market: [
      part('lowTierCoverage', [0, 0.5, 1], 'assumption: half the reach of large cities'),
      part('smallClientsActive', [0, 0.5, 1], 'assumption: every other small client is served'),
      part('complaintRate12', [30, 15, 0], 'assumption: about the level of the default market'),
      part('unsuitableShare', [0.5, 0.25, 0], 'assumption: one cautious user in four'),
      part('assetsGini', [0.9, 0.7, 0.5], 'assumption: about the level of the default market'),
      part('educationReach', [0, 0.2, 0.4], 'assumption: a fifth of what is learned is taught'),
    ],
    broker: [],
  },
];

/** Early warnings (report chapter 11, S347): what scores 100 is a cause for alarm by itself. */
export const RISKS: readonly CompositeIndex[] = [
  {
    key: 'marketRisk',
    label: { en: 'Market risk', 'zh-CN': '市场风险' },
    market: [
      part('concentrationSpeed', [0, 60, 150], 'S065, S066: CR10 rose by some 3 points a year, about 60 in HHI'),
      part('priceMargin', [3, 1, 0], 'assumption: at cost nobody earns by trading'),
      part('lossMakers12', [0, 0.1, 0.3], 'S080: 15 % of small brokers lost money'),
      part('valueToCost', [10, 3, 1], 'assumption: three is the usual rule, at one nothing is left'),
    ],
    broker: [],
  },
  {
    key: 'technologyRisk',
    label: { en: 'Technology risk', 'zh-CN': '技术风险' },
    market: [
      part('adviceDependence', [0, 0.1, 0.3], 'assumption: one model’s error moves a tenth of all assets'),
      part('adviceIdle', [0, 0.3, 1], 'S020: technology without users'),
      part('noviceAdvice', [0, 0.2, 0.5], 'assumption: those who can least tell good advice from bad'),
    ],
    broker: [],
  },
  {
    key: 'complianceRisk',
    label: { en: 'Compliance risk', 'zh-CN': '合规风险' },
    market: [
      part('complaintTrend', [0.8, 1.2, 1.6], 'assumption: a fifth above the year is more than chance'),
      part('breachExposure', [0, 0.2, 0.5], 'assumption: every fifth inspection finds something'),
      part('marketingPressure', [0, 0.15, 0.3], 'assumption: brokers spend at most 15 % of revenue on advertising'),
      part('noviceTrading', [0.8, 1.2, 1.6], 'assumption: novices trade a fifth more than those who know better'),
    ],
    broker: [],
  },
];

const INDEXES = [...SIDES, ...RISKS];

export function findIndex(key: CompositeIndex['key']): CompositeIndex {
  return INDEXES.find((index) => index.key === key) as CompositeIndex;
}

/** States of an early warning, by the index from which each begins. */
export const RISK_STATES = [
  { key: 'calm', from: 0, label: { en: 'calm', 'zh-CN': '平稳' } },
  { key: 'watch', from: 50, label: { en: 'watch', 'zh-CN': '关注' } },
  { key: 'alarm', from: 75, label: { en: 'alarm', 'zh-CN': '警报' } },
] as const satisfies readonly { key: string; from: number; label: Text }[];

/** State of an early warning. @param index 0 to 100; an unknown one is calm */
export function findRiskState(index: number): (typeof RISK_STATES)[number] {
  return RISK_STATES.findLast(({ from }) => index >= from) ?? RISK_STATES[0];
}

/** Score of a part’s figure, 0 to 100; NaN for an absent one. */
export function scorePart({ none, reference, full }: Part<string>, value: number): number {
  const isBeyond = full > none ? value > reference : value < reference;
  const score = isBeyond
    ? 50 + (50 * (value - reference)) / (full - reference)
    : (50 * (value - none)) / (reference - none);
  return Math.min(100, Math.max(0, score));
}

/** The index: weighted mean of the scores of the parts whose figures are known; NaN when none is. */
export function scoreIndex<Key extends string>(parts: readonly Part<Key>[], read: (metric: Key) => number): number {
  let weight = 0;
  let sum = 0;
  for (const part of parts) {
    const score = scorePart(part, read(part.metric));
    if (Number.isNaN(score)) continue;
    weight += part.weight;
    sum += part.weight * score;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}
