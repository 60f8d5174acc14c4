import type { ParameterDeclaration, Source } from '../../core/schema.ts';
import { parameter, wholeParameter } from '../parameter-groups.ts';

/** Rules come into force between these years. */
const YEARS = [2000, 2100] as const;

/**
 * A rule: a strength on [0, 1], and the date from which it is in force. So a scenario tightens at a month by either.
 * @param byDefault strength and date, a year with its fraction (2022.25 is April 2022)
 */
function rule<Name extends string>(
  name: Name,
  [strength, from]: readonly [strength: number, from: number],
  source: Exclude<Source, 'calibrated'>,
  label: readonly [en: string, zh: string],
  meaning: readonly [en: string, zh: string],
): [
  ParameterDeclaration<`regulator.${Name}`, 'regulator'>,
  ParameterDeclaration<`regulator.${Name}From`, 'regulator'>,
] {
  return [
    parameter(`regulator.${name}`, 'strength', [strength, 0, 1], source, label, meaning),
    parameter(
      `regulator.${name}From`,
      'year',
      [from, ...YEARS],
      source,
      [`${label[0]}, from`, `${label[1]}：起始`],
      ['Date from which this rule is in force, as a year with its fraction.', '该规则生效的日期，以带小数的年份表示。'],
    ),
  ];
}

// biome-ignore format: one rule a few lines, all alike
const RULE_PARAMETERS = [
  ...rule('suitability', [0.5, 2022], 'M40',
    ['Suitability checks', '适当性检查'], ['How much of the mismatch between a novice’s trading and grade the checks remove; costs conversion.', '适当性检查消除新手交易与等级错配的程度；会降低转化。']),
  ...rule('education', [0.3, 2022], 'E56',
    ['Investor education', '投资者教育'], ['Strength of mandatory education: raises learning, lowers novices’ behaviour gap.', '强制投教强度：加快学习，缩小新手行为差距。']),
  ...rule('reassessment', [0.05, 2023.125], 'S207',
    ['Reassessment of risk', '风险再测评'], ['Probability that a month of trading beyond one’s grade is found. Then for half a year trading is held to the grade, with no new product and no borrowing. In force with the rules on brokerage of February 2023.', '越级交易的月份被发现的概率。其后半年交易限于等级之内，不得新增产品与融资。自 2023 年 2 月经纪业务规则生效。']),
  ...rule('disclosure', [0.1, 2022], 'S218',
    ['Risk disclosure', '风险揭示'], ['From text (0), which gets 8 % of attention, to dynamic labels everywhere (1).', '由文字提示（0，仅获 8% 注意力）到全面动态标签（1）。']),
  ...rule('coolingOff', [0.2, 2024], 'S221',
    ['Cooling-off', '冷静期'], ['How strictly erratic traders are left in peace for some months: no pushes, a lesson, less trading. Some brokers do so since 2024.', '对异常交易者设冷静期的严格程度：停止推送、附加教育、减少交易。自 2024 年部分券商实行。']),
  ...rule('overtradingBan', [0.5, 2022.167], 'S203',
    ['Ban on inducing trading', '禁止诱导过度交易'], ['How far brokers are kept from pushing their clients to trade. In force with the rules on algorithms of March 2022, by half: what is a push is disputed.', '限制券商推送诱导交易的程度。自 2022 年 3 月算法规定生效；何为诱导尚有争议，取一半。']),
  ...rule('advertisingLimit', [0, 2025], 'M46',
    ['Limit on advertising', '广告限额'], ['Lowers the most that brokers spend on advertising from 15 % of revenue to 5 %. Not in force: a scenario sets it.', '将广告支出上限由收入的 15% 降至 5%。默认未实行，由情景设定。']),
  ...rule('sandbox', [0, 2025], 'S264',
    ['Regulatory sandbox', '监管沙盒'], ['Odds of a yearly lottery that admits brokers: no fines for a year, and clients take up AI advice faster. Not in force: a scenario sets it.', '每年抽签入盒的概率：一年内免于处罚，客户更快采用智能投顾。默认未实行，由情景设定。']),
  ...rule('consent', [1, 2021.875], 'S106',
    ['Consent to data use', '数据使用授权'], ['How strictly marketing may use the data of those only who consent; others are met like anybody. In force with the law on personal information of November 2021.', '营销仅可使用授权者数据的严格程度；其余人只能被一般性触达。自 2021 年 11 月个人信息保护法生效。']),
  ...rule('priceBan', [1, 2022.167], 'S105',
    ['Ban on price discrimination', '禁止价格歧视'], ['How strictly clients must be charged alike for the same service. In force with the rules on algorithms of March 2022.', '对相同服务须一致收费的严格程度。自 2022 年 3 月算法规定生效。']),
  ...rule('minimumData', [0.5, 2021.875], 'S210',
    ['Minimum data', '最小必要数据'], ['How far brokers keep to the data they need (87 fields become 32): what is left says a little more, and reaches a little fewer.', '券商仅采集必要数据的程度（87 项减至 32 项）：预测略准，触达略少。']),
];

/** What is asked of brokers and what it costs not to comply. */
// biome-ignore format: one parameter a few lines, all alike
export const REGULATOR_PARAMETERS = [
  parameter('regulator.inspection', 'per year', [0.25, 0, 5], 'E58',
    ['Inspections', '检查频率'], ['Inspections a broker meets a year at an ordinary complaint rate: some 181 tickets a year over 140 firms, most without a fine.', '投诉率正常的券商每年接受检查次数：约 140 家每年 181 张罚单，多数不罚款。']),
  parameter('regulator.fine', 'share of revenue', [0.004, 0, 0.2], 'S256',
    ['Fine', '罚款'], ['Fine for a breach, as a share of yearly revenue: 50 million on a medium broker.', '违规罚款占年收入之比：中型券商约五千万元。']),
  parameter('regulator.trustShock', 'score', [0.12, 0, 1], 'E50',
    ['Loss of reputation', '声誉损失'], ['Reputation that a fined broker loses at once.', '受罚券商即时损失的声誉。']),
  parameter('regulator.spillover', 'share', [0.08, 0, 1], 'E50',
    ['Spill-over', '外溢'], ['Part of that loss that every other broker suffers.', '其他券商承受的损失比例。']),
  parameter('regulator.crossBorderBanFrom', 'year', [2100, 2000, 2100], 'E8',
    ['Cross-border ban from', '跨境展业禁令起始年'], ['Year from which cross-border brokers take no new clients. Never by default, as in the report’s market, where they hold 12 % of users in 2024 and grow; in fact the ban came on 30 December 2022, which 2023 gives.', '跨境券商停止新增客户之年。默认从不生效，与报告市场一致（其 2024 年占用户 12% 且仍在增长）；现实中禁令始于 2022 年 12 月 30 日，取 2023 即可。']),
  parameter('regulator.contagion', 'factor', [2, 0, 10], 'E50',
    ['Scandal among friends', '好友间传播'], ['How much more of a fined broker’s loss of reputation somebody feels whose friends are all there. At 2, half of the friends double it.', '好友全在受罚券商者所感受的额外声誉损失倍数。取 2 时，半数好友即加倍。']),
  parameter('regulator.disclosureLift', 'share', [0.2, 0, 0.65], 'S219',
    ['Lift by disclosure', '揭示的提升'], ['Rise of accuracy of risk perception under dynamic labels, as a share: between a tenth and a half of the 65 % claimed, which has no control group.', '动态标签下风险认知准确率的相对升幅：取所称 65%（无对照组）的一成至五成之间。']),
  parameter('regulator.toleratedTurnover', 'share/month', [1.5, 0.1, 20], 'assumption',
    ['Tolerated turnover', '容许换手'], ['Turnover over assets a month that suits a middling risk tolerance, some nine trades; from half of it at none to one and a half times at full.', '中等风险承受者的适当月换手率，约九笔交易；由无承受力的一半到充分承受力的一倍半。']),
  parameter('regulator.coolingTurnover', 'share/month', [1.5, 0.1, 20], 'S221',
    ['Erratic turnover', '异常换手'], ['Turnover over assets in a month that starts a cooling-off, some nine trades; half of it after a gain of a twentieth or more, which is chasing.', '触发冷静期的月换手率，约九笔交易；当月盈利百分之五以上（追涨）时减半。']),
  wholeParameter(parameter('regulator.coolingMonths', 'months', [3, 1, 24], 'assumption',
    ['Months of cooling-off', '冷静期月数'], ['How long a cooling-off lasts: a quarter, long enough for a run of gains or losses to be forgotten.', '冷静期时长：一个季度，足以淡忘一轮盈亏。'])),
  ...RULE_PARAMETERS,
];

type RuleKey = (typeof RULE_PARAMETERS)[number]['key'];

/** A rule by the name of its strength. */
export type Rule = RuleKey extends infer Key ? (Key extends `regulator.${infer Name}From` ? Name : never) : never;
