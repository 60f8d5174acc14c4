import type { MetricDeclaration } from '../core/schema.ts';
import { metric } from './metric.ts';

/*
 * Figures by which a market is judged: those of trial.md §3 that need more than a month or more than a count, the parts of
 * the three-sided evaluation and of the early warnings (evaluation.ts), and what moves experience. “The last 12 months” are
 * as many of them as the run has.
 */

/** What both the market and each broker are judged by. */
// biome-ignore format: one metric a line, all alike
const SHARED_OUTCOMES = [
  metric('nps', 'points', 'last', 'Net promoter score', '净推荐值', 'Users with satisfaction above 0.53 (better than expected) less those below 0.43, in percent of all. Satisfaction of 0.5 means: as expected. The cut-offs are an assumption.', '满意度高于 0.53（优于预期）的用户占比减去低于 0.43 者占比，以百分点计。满意度 0.5 表示与预期一致；分界为假设。'),
  metric('netReturn12', 'return', 'last', 'Net return, memory of a year', '年度净收益率（记忆）', 'Mean over users of their net return with a memory of twelve months.', '用户净收益率（十二个月记忆）的平均值。'),
  metric('losing12', 'share', 'last', 'Losing share, rolling', '滚动亏损占比', 'Share of users with at least 12 months of tenure whose net return with a memory of twelve months is negative.', '入市满 12 个月的用户中，十二个月记忆净收益为负的比例。'),
  metric('complaintRate12', 'per 1,000 a year', 'last', 'Complaints per 1,000 users', '每千户年投诉', 'Complaints of the last 12 months per 1,000 user-years.', '近 12 个月投诉与用户年数（千）之比。'),
  metric('revenuePerUser12', 'cny/year', 'last', 'Revenue a user, 12 months', '近 12 个月单用户年收入', 'Revenue of the last 12 months over user-years.', '近 12 个月收入与用户年数之比。'),
  metric('acquisitionCost12', 'cny', 'last', 'Cost per opening, 12 months', '近 12 个月单户获客成本', 'Acquisition cost of the last 12 months (as in acquisitionCost) over openings.', '近 12 个月获客成本（口径同 acquisitionCost）与开户数之比。'),
  metric('lifetimeValue', 'cny', 'last', 'Customer lifetime value', '客户终身价值', 'Margin a client and month of the last 12 months (revenue less all cost but acquisition and fixed cost) times the expected months with the broker, discounted at 8 % a year. The survival curve is piecewise exponential over tenure of under 1, 2, 3, 5 and more years, its hazards the clients lost of those at risk with a memory of a year, the last one for ever; those of a broker are shrunk towards the market’s with a weight of 240 agent-months.', '近 12 个月单客户月毛利（收入减去获客与固定成本以外的全部成本）乘以按 8% 年率折现的预期留存月数。生存曲线按任期（不足 1、2、3、5 年及以上）分段指数，风险率为一年记忆内流失客户与在险客户之比，末段延续；单家券商以 240 智能体月的权重向市场收缩。'),
] as const satisfies readonly MetricDeclaration[];

// biome-ignore format: one metric a line, all alike
export const MARKET_OUTCOMES = [
  ...SHARED_OUTCOMES,
  metric('twelveMonthActive', 'share', 'last', '12-month active rate', '12 个月活跃率', 'Share of users who were awake at some time in the last 12 months.', '近 12 个月内曾活跃的用户比例。'),
  metric('personExitRate', 'per year', 'mean', 'Person exits', '用户流失率', 'Leavers times 12 over users.', '当月离开者 ×12 与用户数之比。'),
  metric('referralRatio', 'ratio', 'last', 'Referral cost ratio', '推荐获客成本比', 'Over the last 12 months: referral rewards per opening through friends, over all other acquisition cost per other opening.', '近 12 个月：每个好友推荐开户的奖励，与其他开户的单户获客成本之比。'),
  metric('entrantCostRatio', 'ratio', 'last', 'Entrants’ acquisition cost', '新进券商获客成本比', 'Cost per opening over the last 12 months of brokers that opened at most 3 years before the end of the month, over that of the two largest.', '近 12 个月，月末开业不超过 3 年的券商单户获客成本与两家最大券商之比。'),
  metric('nicheCostRatio', 'ratio', 'last', 'Niche brokers’ acquisition cost', '特色券商获客成本比', 'Cost per opening over the last 12 months of niche brokers, over that of the two largest.', '近 12 个月，特色券商单户获客成本与两家最大券商之比。'),
  metric('evenShare', 'share', 'last', 'Even share', '持平占比', 'Share of users with at least 12 months of tenure whose net return since January lies within ±5 %: they count as losing or winning in the losing share too.', '入市满 12 个月的用户中，年初至今净收益在 ±5% 以内者（同时计入亏损或盈利）。'),
  metric('losingNoviceRatio', 'ratio', 'last', 'Novices’ losing ratio', '新手亏损比', 'Losing share of novices (experience below 0.5) over that of other users.', '新手（经验低于 0.5）亏损占比与其他用户之比。'),
  metric('returnGapGross', 'return', 'sum', 'Gross return gap', '毛收益差', 'Mean gross return in the month of the least active fifth less that of the most active fifth, of users with at least 12 months of tenure, sorted on turnover over assets in the calendar year before.', '入市满 12 个月的用户按上一自然年换手率排序，最不活跃五分之一与最活跃五分之一当月毛收益率之差。'),
  metric('returnGapNet', 'return', 'sum', 'Net return gap', '净收益差', 'The same of net returns.', '净收益率的同一差值。'),
  metric('topFifthTurnover', 'share', 'last', 'Trading of the most active', '最活跃者的交易占比', 'Of users with at least 12 months of tenure: the part of the turnover over assets of the calendar year before that is due to the most active fifth.', '入市满 12 个月的用户中，最活跃五分之一占上一自然年换手率总和的比例。'),
  metric('tenureHazardRatio', 'ratio', 'last', 'Hazard of leaving, old over new', '离开风险：老客户比新客户', 'Probability of being lost in a month of clients with five years and more at their main broker, over that in the second year; with a memory of a year.', '在主券商满五年的客户当月流失概率与第二年客户之比（一年记忆）。'),
  metric('clustering', 'ratio', 'last', 'Clustering of friends', '好友聚集', 'Share of pairs of friends, both users, with the same main broker, over that of pairs of the same age band and half of the tiers (1–2, 3–4). Of the first 5,000 people.', '互为好友的用户中主券商相同的比例，与同年龄段同层级（1–2、3–4 线）任意两人之比。取前 5,000 人。'),
  metric('experience', 'score', 'last', 'Experience', '经验', 'Mean experience of users, 0 to 1.', '用户平均经验，0–1。'),
  metric('experienceByDoing', 'score', 'sum', 'Experience: by doing', '经验：实践', 'Part of the month’s change of mean experience that users learned by investing. The five parts add up to the change.', '当月平均经验变化中来自实践的部分；五项之和等于变化。'),
  metric('experienceByEducation', 'score', 'sum', 'Experience: by education', '经验：教育', 'Part that content, brokers’ teaching and public education added to it.', '内容、券商教学与公共投教带来的部分。'),
  metric('experienceForgotten', 'score', 'sum', 'Experience: forgotten', '经验：遗忘', 'Part that sleeping users forgot; negative.', '休眠用户遗忘的部分；为负。'),
  metric('experienceJoiners', 'score', 'sum', 'Experience: who joined', '经验：加入者', 'Part due to those who became users: how they differ from the users of the month before.', '新加入者与上月用户差异带来的部分。'),
  metric('experienceLeavers', 'score', 'sum', 'Experience: who left', '经验：离开者', 'Part due to those who left: selection, not learning.', '离开者带来的部分：是选择，而非学习。'),
  metric('brokerSurvival', 'share', 'last', 'Broker survival', '券商存续率', 'Brokers operating over all that ever opened.', '在营券商与曾开业券商之比。'),
  metric('lowTierCoverage', 'ratio', 'last', 'Coverage of tiers 3–4', '三四线覆盖', 'Users over adults in tiers 3–4, over the same in tiers 1–2.', '三四线用户占成年人之比，与一二线同一比例之比。'),
  metric('smallClientsActive', 'share', 'last', 'Small clients served', '长尾活跃率', 'Monthly-active rate of the long tail: users with assets below 100,000 CNY.', '资产低于 10 万元的长尾用户的月活跃率。'),
  metric('unsuitableShare', 'share', 'last', 'Unsuitable holdings', '不适当持有', 'Share of users with a risk tolerance below 0.4 who hold two or more products beyond stocks: a sign of misselling.', '风险承受低于 0.4 的用户中，持有两种及以上股票以外产品的比例：误导销售的迹象。'),
  metric('assetsGini', 'share', 'last', 'Inequality of assets', '资产基尼系数', 'Gini coefficient of client assets over users.', '用户资产的基尼系数。'),
  metric('educationReach', 'share', 'mean', 'Education in learning', '投教占比', 'Share of what users learned in the month that is due to education.', '当月用户所学中来自投资者教育的比例。'),
  metric('concentrationSpeed', 'index/year', 'last', 'Speed of concentration', '集中速度', 'HHI less that of 12 months before.', 'HHI 与 12 个月前之差。'),
  metric('priceMargin', 'bp', 'last', 'Price above cost', '佣金高于成本', 'Commission, weighted by users, less the commission that covers the cost of a trade.', '按用户加权的佣金率减去覆盖成本的佣金率。'),
  metric('lossMakers12', 'share', 'last', 'Users at loss-making brokers', '亏损券商用户占比', 'Share of users whose main broker lost money over the last 12 months. Weighted by users, it can be read at any number of agents.', '主券商近 12 个月亏损的用户比例；按用户加权，任意智能体数均可读。'),
  metric('valueToCost', 'ratio', 'last', 'Value over cost', '价值成本比', 'Customer lifetime value over the acquisition cost of the last 12 months per funded opening.', '客户终身价值与近 12 个月单个入金客户成本之比。'),
  metric('adviceDependence', 'share', 'last', 'Assets on one AI', '单一智能投顾占比', 'Assets of users who follow the AI advice of the broker with the most such assets, over all client assets.', '跟随资产最多的一家智能投顾的用户资产占全部客户资产之比。'),
  metric('adviceIdle', 'share', 'last', 'AI spending without users', '无人使用的智能投顾投入', 'Share of spending on AI advice in the last 12 months by brokers where fewer than 5 % of clients follow it.', '近 12 个月智能投顾支出中，跟随者不足 5% 的券商所占比例。'),
  metric('noviceAdvice', 'share', 'last', 'Novices on AI advice', '新手依赖智能投顾', 'Share of users with experience below 0.5 who follow AI advice.', '经验低于 0.5 的用户中采用智能投顾的比例。'),
  metric('complaintTrend', 'ratio', 'last', 'Trend of complaints', '投诉趋势', 'Complaints a user of the last 3 months over those of the last 12.', '近 3 个月人均投诉与近 12 个月之比。'),
  metric('breachExposure', 'share', 'last', 'Expected breaches', '违规暴露', 'Probability that an inspection of the broker of a user finds a breach: mean over users of (1 − compliance)².', '抽查用户所在券商即发现违规的概率：(1 − 合规能力)² 的用户平均。'),
  metric('marketingPressure', 'share', 'last', 'Marketing pressure', '营销压力', 'Advertising and rewards over revenue, last 12 months.', '近 12 个月广告与奖励占收入之比。'),
  metric('noviceTrading', 'ratio', 'last', 'Novices’ trading', '新手过度交易', 'Trades an active novice over those of other active users, in the month.', '当月活跃新手人均交易与其他活跃用户之比。'),
  metric('userValue', 'score 0–100', 'last', 'User value', '用户价值', 'Index of the evaluation: weighted mean of the scores of its parts (table below). 50 is the reference.', '评价指数：各分项得分的加权平均（见下表），50 为参照。'),
  metric('brokerBenefit', 'score 0–100', 'last', 'Broker benefit', '企业效益', 'As userValue.', '同 userValue。'),
  metric('socialContribution', 'score 0–100', 'last', 'Social contribution', '社会贡献', 'As userValue.', '同 userValue。'),
  metric('marketRisk', 'score 0–100', 'last', 'Market risk', '市场风险', 'Early warning: weighted mean of the scores of its parts (table below). Calm below 50, watch from 50, alarm from 75.', '预警指数：各分项得分的加权平均（见下表）。低于 50 平稳，50 起关注，75 起警报。'),
  metric('technologyRisk', 'score 0–100', 'last', 'Technology risk', '技术风险', 'As marketRisk.', '同 marketRisk。'),
  metric('complianceRisk', 'score 0–100', 'last', 'Compliance risk', '合规风险', 'As marketRisk.', '同 marketRisk。'),
] as const satisfies readonly MetricDeclaration[];

// biome-ignore format: one metric a line, all alike
export const BROKER_OUTCOMES = [
  ...SHARED_OUTCOMES,
  metric('runway', 'years', 'last', 'Runway', '资金续航', 'Cash over cost of the last 12 months, as a yearly rate.', '现金与近 12 个月成本（年化）之比。'),
  metric('userValue', 'score 0–100', 'last', 'User value', '用户价值', 'As for the market, over its own users.', '同市场口径，限本券商用户。'),
  metric('brokerBenefit', 'score 0–100', 'last', 'Broker benefit', '企业效益', 'As for the market, with runway for survival and without conversion.', '同市场口径，以资金续航代替存续率，不含转化率。'),
] as const satisfies readonly MetricDeclaration[];
