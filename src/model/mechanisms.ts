import { ADVICE_MECHANISMS } from './brokers/advice-mechanisms.ts';
import { BROKER_MECHANISMS } from './brokers/mechanisms.ts';
import { PROGRAMME_MECHANISMS } from './brokers/programme-mechanisms.ts';
import { INVESTOR_MECHANISMS } from './investors/mechanisms.ts';
import type { Mechanism } from './mechanism.ts';
import { REGULATOR_MECHANISMS } from './regulator/mechanisms.ts';

/** Every mechanism of the model that can be switched, in the order in which it is listed. */
export const MECHANISMS = [
  ...INVESTOR_MECHANISMS,
  ...REGULATOR_MECHANISMS,
  ...BROKER_MECHANISMS,
  ...ADVICE_MECHANISMS,
  ...PROGRAMME_MECHANISMS,
  {
    key: 'wakeUp',
    sources: ['M33', 'S131'],
    test: 'wake-up',
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
    test: 'switches',
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
    test: 'switches',
    label: { en: 'Fast followers', 'zh-CN': '快速跟降' },
    effect: {
      en: 'A rival’s cut draws other prices down within a quarter or two, never below cost.',
      'zh-CN': '对手降价会在一两个季度内拉低他人价格，但不低于成本。',
    },
    off: { 'brokers.followSpeed': 0 },
  },
  {
    key: 'belowCostBan',
    sources: ['M1', 'S245'],
    test: 'switches',
    label: { en: 'Ban on prices below cost', 'zh-CN': '禁止低于成本价' },
    effect: {
      en: 'Nobody holds a price below the cost of a trade.',
      'zh-CN': '任何券商不得以低于交易成本的价格经营。',
    },
    off: { 'brokers.belowCostBan': 0 },
    on: { 'brokers.belowCostBan': 1 },
  },
  {
    key: 'learning',
    sources: ['M53', 'S339'],
    test: 'strategies',
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
    test: 'strategies',
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
    test: 'strategies',
    label: { en: 'Fit of imitation', 'zh-CN': '模仿的契合' },
    effect: {
      en: 'Money spent as a rival spends it builds less where talent and levels are missing.',
      'zh-CN': '人才与基础不足时，照搬对手的投入产出更少。',
    },
    off: { 'brokers.imitationMisfit': 0 },
  },
  {
    key: 'complianceFixed',
    sources: ['M49', 'S017', 'S018'],
    test: 'competition',
    label: { en: 'Rising cost of compliance', 'zh-CN': '合规成本上升' },
    effect: {
      en: 'A cost that is the same for all grows with the rules and weighs on small brokers.',
      'zh-CN': '随规则上升而人人相同的成本使小券商负担更重。',
    },
    off: { 'accounts.complianceFixedBn': 0 },
  },
  {
    key: 'aiContent',
    sources: ['M15', 'S269', 'S270'],
    test: 'competition',
    label: { en: 'Content made by AI', 'zh-CN': 'AI 生成内容' },
    effect: {
      en: 'Content gets cheap for everybody, supply rises, and each piece finds less attention.',
      'zh-CN': '内容对所有人变便宜，供给上升，每件获得的注意力减少。',
    },
    off: { 'brokers.contentAiCost': 1, 'brokers.contentCongestion': 0 },
    on: { 'brokers.contentAiCost': 0.3, 'brokers.contentCongestion': 1 },
  },
  {
    key: 'talent',
    sources: ['M57', 'M56', 'S261'],
    test: 'switches',
    label: { en: 'Scarce talent', 'zh-CN': '稀缺人才' },
    effect: {
      en: 'Execution quality moves slowly to where the money goes; what heads gain others lose.',
      'zh-CN': '执行质量缓慢流向资金所在：头部所得即他人所失。',
    },
    off: { 'brokers.talentSpeed': 0 },
  },
  {
    key: 'countyPartners',
    sources: ['M61', 'S288', 'S289', 'S317'],
    test: 'channels',
    label: { en: 'County partners', 'zh-CN': '县域合伙人' },
    effect: {
      en: 'Partners in tiers 3–4 win the acquaintances of clients, who trust them and bring little.',
      'zh-CN': '三四线合伙人借熟人信任获客，成本低，单户收入也低。',
    },
    off: { 'programmes.countyPartners': 0, 'programmes.countyCost': 0 },
  },
  {
    key: 'lifeScene',
    sources: ['M11', 'S176', 'S179'],
    test: 'channels',
    label: { en: 'Life scenes', 'zh-CN': '生活场景' },
    effect: {
      en: 'Partner platforms show brokers to people who do not invest, most around Spring Festival and in September.',
      'zh-CN': '合作平台向尚未投资者展示券商，以春节前后与九月为主。',
    },
    off: { 'programmes.lifeSceneCost': 0 },
  },
  {
    key: 'wealthTierGap',
    sources: ['M61', 'S291'],
    test: 'channels',
    label: { en: 'Wealth gap between tiers', 'zh-CN': '城市层级资产差距' },
    effect: {
      en: 'People in tiers 3–4 have less, so a broker earns less from each.',
      'zh-CN': '三四线居民资产较少，券商从每户所得也较少。',
    },
    off: { 'population.wealthTierGap': 0 },
  },
  {
    key: 'branches',
    sources: ['M62', 'S335'],
    test: 'branches',
    label: { en: 'Branches', 'zh-CN': '线下网点' },
    effect: {
      en: 'People over 50 or in tiers 3–4 trust a broker with branches more and are better served, at a fixed cost.',
      'zh-CN': '50 岁以上或三四线居民更信任有网点的券商，服务更好，券商承担固定成本。',
    },
    off: { 'programmes.branchTrust': 0, 'programmes.branchService': 0, 'programmes.branchesCost': 0 },
  },
  {
    key: 'showcase',
    sources: ['M51', 'S138', 'S259', 'S325'],
    test: 'showcase',
    label: { en: 'Showcase technology', 'zh-CN': '炫技科技' },
    effect: {
      en: 'A hall that few use engages the young while it is new, and costs as much as ever.',
      'zh-CN': '少有人用的虚拟营业厅在新鲜期内吸引年轻人，成本却始终不减。',
    },
    off: { 'programmes.showcase': 0, 'programmes.showcaseCost': 0 },
  },
  {
    key: 'returnGate',
    sources: ['M52', 'S260'],
    test: 'showcase',
    label: { en: 'Pilots with a return gate', 'zh-CN': '带回报门槛的试点' },
    effect: {
      en: 'Brokers with a gate try on few clients first; at full size a pilot is a roll-out.',
      'zh-CN': '设门槛的券商先对少量客户试点；规模为全部客户时试点即等于推广。',
    },
    off: { 'brokers.pilotShare': 1 },
  },
  {
    key: 'crossBorderBan',
    sources: ['M65', 'E8'],
    test: 'cross-border-ban',
    label: { en: 'Cross-border ban', 'zh-CN': '跨境展业禁令' },
    effect: {
      en: 'Cross-border brokers take no new clients, keep those they have, and are trusted less.',
      'zh-CN': '跨境券商不得新增客户，存量客户保留，信任下降。',
    },
    off: { 'regulator.crossBorderBanFrom': 2100 },
    on: { 'regulator.crossBorderBanFrom': 2023 },
  },
] as const satisfies readonly Mechanism[];

export type MechanismKey = (typeof MECHANISMS)[number]['key'];
