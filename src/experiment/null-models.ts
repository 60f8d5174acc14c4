import type { Text } from '../core/text.ts';
import type { ParameterValues } from '../model/parameters.ts';

/** The model without one structure: the pattern that the structure is there for has to go with it (independent.md §7). */
export interface NullModel {
  readonly id: string;
  readonly title: Text;
  readonly set: Readonly<Partial<ParameterValues>>;
}

export const NULL_MODELS = [
  {
    id: 'alike',
    title: { en: 'Without differences between people', 'zh-CN': '人与人无差异' },
    set: { 'choice.restlessness': 0, 'tastes.sd': 0, 'entry.affinitySd': 0, 'trading.intensitySd': 0 },
  },
  {
    id: 'alone',
    title: { en: 'Without the network', 'zh-CN': '没有社交网络' },
    set: {
      'entry.friends': 0,
      'tastes.friends': 0,
      'dormancy.leaveFriends': 0,
      'choice.friendConsidered': 0,
      'network.rewiring': 1,
    },
  },
  {
    // Rare search is the inertia, not a cost of switching (trial.md §5): looking round five times a year, at no cost.
    id: 'restless',
    title: { en: 'Without inertia', 'zh-CN': '没有惯性' },
    set: { 'choice.reconsider': 5, 'choice.inertia': 0, 'choice.inertiaProducts': 0, 'choice.mainFlip': 0.9 },
  },
  {
    id: 'price-alone',
    title: { en: 'With price alone', 'zh-CN': '只看价格' },
    set: {
      'tastes.content': 0,
      'tastes.community': 0,
      'tastes.advice': 0,
      'tastes.service': 0,
      'tastes.trust': 0,
      'tastes.niche': 0,
      'tastes.friends': 0,
      'choice.salience': 0,
      'choice.home': 0,
    },
  },
  {
    id: 'unmoved',
    title: { en: 'Unmoved by returns', 'zh-CN': '不受收益影响' },
    set: {
      'environment.attentionStrength': 0,
      'dormancy.returns': 0,
      'dormancy.market': 0,
      'dormancy.leaveReturns': 0,
      'trading.marketSlope': 0,
      'experience.returnWeight': 0,
      'choice.reconsiderLosses': 0,
    },
  },
  {
    id: 'free-trades',
    title: { en: 'Without a cost of trading', 'zh-CN': '交易无成本' },
    set: { 'trading.otherCostBp': 0 },
  },
] as const satisfies readonly NullModel[];

export type NullModelId = (typeof NULL_MODELS)[number]['id'];

export function findNullModel(wanted: NullModelId): NullModel {
  return NULL_MODELS.find(({ id }) => id === wanted) as NullModel;
}
