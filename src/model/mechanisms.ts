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
  {
    key: 'marginalBudgets',
    sources: ['M3', 'S052', 'S053'],
    label: { en: 'Budgets by the last client', 'zh-CN': '按边际客户定预算' },
    effect: {
      en: 'Advertising shrinks where the last client costs more than clients bring, and what is saved keeps clients.',
      'zh-CN': '当最后一名客户的成本超过其收益时广告缩减，省下的资金用于留存。',
    },
    off: { 'brokers.marginalAcquisition': 0, 'brokers.retentionShift': 0 },
  },
  {
    key: 'fastFollowers',
    sources: ['M1', 'S006', 'S245'],
    label: { en: 'Fast followers', 'zh-CN': '快速跟降' },
    effect: {
      en: 'A rival’s cut draws other prices down within a quarter or two, never below cost.',
      'zh-CN': '对手降价会在一两个季度内拉低他人价格，但不低于成本。',
    },
    off: { 'brokers.followSpeed': 0 },
    on: { 'brokers.cutNoticed': 0.02 },
  },
  {
    key: 'belowCostBan',
    sources: ['M1', 'S245'],
    label: { en: 'Ban on prices below cost', 'zh-CN': '禁止低于成本价' },
    effect: {
      en: 'Nobody holds a price below the cost of a trade.',
      'zh-CN': '任何券商不得以低于交易成本的价格经营。',
    },
    off: { 'brokers.belowCostBan': 0 },
    on: { 'brokers.belowCostBan': 1, 'brokers.priceFloorBp': 3 },
  },
  {
    key: 'learning',
    sources: ['M53', 'S339'],
    label: { en: 'Learning brokers', 'zh-CN': '自适应学习' },
    effect: {
      en: 'Adaptive brokers move money to levers that were followed by better results than usual.',
      'zh-CN': '自适应券商把资金移向成效优于常态的手段。',
    },
    off: { 'brokers.learning': 0 },
  },
  {
    key: 'lifetimeValue',
    sources: ['M54', 'S369', 'S340'],
    label: { en: 'Lifetime value as an aim', 'zh-CN': '以客户终身价值为目标' },
    effect: {
      en: 'Adaptive brokers weigh what clients are worth over the years beside growth.',
      'zh-CN': '自适应券商在增长之外兼顾客户的终身价值。',
    },
    off: { 'brokers.valueWeight': 0 },
  },
  {
    key: 'imitationFit',
    sources: ['M55', 'S077'],
    label: { en: 'Fit of imitation', 'zh-CN': '模仿的契合' },
    effect: {
      en: 'Money spent as a rival spends it builds less where talent and levels are missing.',
      'zh-CN': '人才与基础不足时，照搬对手的投入产出更少。',
    },
    off: { 'brokers.imitationMisfit': 0 },
  },
  {
    key: 'talent',
    sources: ['M57', 'M56', 'S261'],
    label: { en: 'Scarce talent', 'zh-CN': '稀缺人才' },
    effect: {
      en: 'Execution quality moves slowly to where the money goes; what heads gain others lose.',
      'zh-CN': '执行质量缓慢流向资金所在：头部所得即他人所失。',
    },
    off: { 'brokers.talentSpeed': 0 },
  },
] as const satisfies readonly Mechanism[];
