import type { ParameterDeclaration, Source } from '../../core/schema.ts';
import { parameter } from '../parameter-groups.ts';

/** Rules come into force between these years. */
const YEARS = [2000, 2100] as const;

/**
 * A rule: a strength on [0, 1], and the date from which it is in force. So a scenario tightens at a month by either.
 * @param byDefault strength and date, a year with its fraction (2022.25 is April 2022)
 */
function rule<Name extends string>(
  name: Name,
  [strength, from]: readonly [strength: number, from: number],
  source: Source,
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
  ...RULE_PARAMETERS,
];

type RuleKey = (typeof RULE_PARAMETERS)[number]['key'];

/** A rule by the name of its strength. */
export type Rule = RuleKey extends infer Key ? (Key extends `regulator.${infer Name}From` ? Name : never) : never;
