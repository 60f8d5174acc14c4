import { indexByKey, type MetricDeclaration, type YearReduction } from '../core/schema.ts';

function metric<Key extends string>(
  key: Key,
  unit: string,
  reduce: YearReduction,
  en: string,
  zh: string,
  definition: string,
  definitionZh: string,
): MetricDeclaration<Key> {
  return { key, unit, reduce, label: { en, 'zh-CN': zh }, definition: { en: definition, 'zh-CN': definitionZh } };
}

/**
 * Figures of the whole market, one row a month. People and money are scaled to the market (an agent stands for W people).
 * Definitions follow trial.md §3; each is stated here and nowhere else.
 */
// biome-ignore format: one metric a line, all alike
export const MARKET_METRICS = [
  metric('users', 'people', 'last', 'Users', '用户数', 'People with at least one funded, unclosed online account at month end.', '月末至少有一个已入金且未销户的线上账户的人数。'),
  metric('investors', 'people', 'last', 'Investors', '投资者总数', 'Users plus people who invest through a traditional broker only.', '用户加上只使用传统券商的投资者。'),
  metric('penetration', 'share', 'last', 'Penetration', '渗透率', 'Users over adults in the pool.', '用户占成年人总数之比。'),
  metric('activeUsers', 'people', 'last', 'Active users', '活跃用户', 'Users awake in the month: they log in or trade.', '当月登录或交易的用户。'),
  metric('monthlyActive', 'share', 'mean', 'Monthly-active rate', '月活跃率', 'Active users over users; a year is the mean of its months.', '活跃用户占用户之比；年值为各月均值。'),
  metric('accounts', 'count', 'last', 'Funded accounts', '有效账户数', 'Funded, unclosed online accounts, second and third accounts included.', '已入金且未销户的线上账户，含第二、第三账户。'),
  metric('accountsPerUser', 'count', 'last', 'Accounts a user', '人均账户数', 'Funded accounts over users.', '有效账户数与用户数之比。'),
  metric('hhi', 'index', 'last', 'HHI', 'HHI', 'Sum of squared user shares in percent points, 0 to 10,000. A user counts by main broker; other accounts weigh 0.15.', '各券商用户份额（百分点）平方和，0–10,000。按主账户计，其余账户权重 0.15。'),
  metric('cr1', 'share', 'last', 'CR1', 'CR1', 'User share of the largest broker.', '最大券商的用户份额。'),
  metric('cr3', 'share', 'last', 'CR3', 'CR3', 'User share of the three largest brokers.', '前三大券商的用户份额。'),
  metric('cr5', 'share', 'last', 'CR5', 'CR5', 'User share of the five largest brokers.', '前五大券商的用户份额。'),
  metric('cr10', 'share', 'last', 'CR10', 'CR10', 'User share of the ten largest brokers.', '前十大券商的用户份额。'),
  metric('entropy', 'index', 'last', 'Entropy', '熵', 'Shannon entropy of user shares, in nats.', '用户份额的香农熵（纳特）。'),
  metric('gini', 'share', 'last', 'Gini of shares', '份额基尼系数', 'Gini coefficient of user shares over operating brokers.', '在营券商用户份额的基尼系数。'),
  metric('brokersOperating', 'count', 'last', 'Brokers operating', '在营券商数', 'Brokers neither closed nor taken over.', '未退出、未被接管的券商数。'),
  metric('leads', 'people', 'sum', 'Leads', '意向客户', 'Non-users whom an exposure made start a search in the month.', '当月受触达并开始挑选券商的非用户。'),
  metric('openings', 'count', 'sum', 'Online openings', '线上开户数', 'Online accounts opened in the month, funded or not, second accounts included.', '当月线上开立的账户，不论是否入金，含第二账户。'),
  metric('firstOpenings', 'count', 'sum', 'First openings', '首次开户数', 'First-ever online accounts opened in the month.', '当月首次在线上开立的账户。'),
  metric('fundedOpenings', 'count', 'sum', 'Openings funded', '入金开户数', 'Openings of the month that were funded at once.', '当月开户即入金的账户。'),
  metric('conversion', 'share', 'mean', 'Conversion of leads', '意向转化率', 'Accounts opened by non-users over leads.', '非用户开户数与意向客户之比。'),
  metric('youngOpeningsShare', 'share', 'mean', 'Under 25 among openings', '新开户中 25 岁以下占比', 'Share of first openings by people under 25.', '首次开户者中 25 岁以下所占比例。'),
  metric('closings', 'count', 'sum', 'Accounts closed', '销户数', 'Funded online accounts closed in the month.', '当月注销的有效账户。'),
  metric('accountExitRate', 'per year', 'mean', 'Account exits', '销户率', 'Closings times 12 over funded accounts.', '当月销户数 ×12 与有效账户之比。'),
  metric('retention12', 'share', 'last', '12-month retention', '12 个月留存率', 'Of first accounts opened in the twelve cohorts 12 to 23 months ago, the share funded and unclosed at the end of month 12.', '12 至 23 个月前开立的首个账户中，第 12 个月末已入金且未销户的比例。'),
  metric('switches', 'count', 'sum', 'Switches', '主账户转换', 'Users whose main broker changed in the month.', '当月更换主券商的用户。'),
  metric('secondAccounts', 'count', 'sum', 'Further accounts', '增开账户', 'Users who opened a second or third account in the month.', '当月增开第二或第三账户的用户。'),
  metric('dormancies', 'count', 'sum', 'Gone dormant', '转入休眠', 'Active users who went dormant in the month.', '当月由活跃转为休眠的用户。'),
  metric('wakings', 'count', 'sum', 'Come back', '唤醒', 'Dormant users who became active in the month.', '当月由休眠转为活跃的用户。'),
  metric('leavers', 'people', 'sum', 'Left online brokers', '离开互联网券商', 'Users who closed their last online account, or died, in the month.', '当月注销最后一个线上账户（或离世）的用户。'),
  metric('trades', 'count', 'sum', 'Trades', '交易笔数', 'Trades of users in the month.', '当月用户交易笔数。'),
  metric('tradesPerActive', 'per month', 'mean', 'Trades an active user', '活跃用户月均交易', 'Trades of the month over active users.', '当月交易笔数与活跃用户之比。'),
  metric('turnover', 'cents', 'sum', 'Trading value', '交易额', 'Value traded by users in the month.', '当月用户交易额。'),
  metric('internetShareOfTrading', 'share', 'mean', 'Internet share of trading', '互联网交易占比', 'Trading value of users over all trading value: users, traditional investors and institutions.', '用户交易额占全部交易额（用户、传统投资者与机构）之比。'),
  metric('assets', 'cents', 'last', 'Client assets', '客户资产', 'Assets of users at their brokers at month end.', '月末用户在券商的资产。'),
  metric('commissionBp', 'bp', 'mean', 'Commission', '佣金率', 'Commission paid over trading value, in basis points of ten thousand.', '佣金与交易额之比，以万分之一计。'),
  metric('revenue', 'cents', 'sum', 'Revenue', '收入', 'Revenue of all brokers in the month.', '当月全部券商收入。'),
  metric('commissionShare', 'share', 'mean', 'Commission share of revenue', '佣金收入占比', 'Commission over revenue.', '佣金占收入之比。'),
  metric('revenuePerUser', 'cny/year', 'mean', 'Revenue a user', '单用户年收入', 'Revenue of the month times 12 over users.', '当月收入 ×12 与用户数之比。'),
  metric('cost', 'cents', 'sum', 'Cost', '成本', 'Cost of all brokers in the month.', '当月全部券商成本。'),
  metric('profit', 'cents', 'sum', 'Profit', '利润', 'Revenue minus cost.', '收入减成本。'),
  metric('acquisitionCost', 'cny', 'mean', 'Cost per opening', '单户获客成本', 'Advertising, promotions, referral rewards and 65 % of content spending over all online openings of the month.', '广告、优惠、推荐奖励及内容支出的 65% 与当月线上开户数之比。'),
  metric('acquisitionCostFunded', 'cny', 'mean', 'Cost per funded opening', '单个入金客户成本', 'The same cost over openings that were funded.', '同一成本与入金开户数之比。'),
  metric('acquisitionCostPaid', 'cny', 'mean', 'Cost per paid opening', '付费渠道获客成本', 'Advertising over openings through advertising.', '广告支出与广告渠道开户数之比。'),
  metric('lossMakingShare', 'share', 'last', 'Loss-making small brokers', '中小券商亏损占比', 'Share of operating niche, small and entrant brokers with a negative profit over the last 12 months. Valid from 50,000 agents.', '在营中小及新进券商中，近 12 个月利润为负的比例。需至少 5 万智能体。'),
  metric('grossReturn', 'return', 'sum', 'Gross return', '毛收益率', 'Mean monthly return of users before trading costs and fees, weighted by person.', '用户当月收益率（扣除交易成本与费用前），按人平均。'),
  metric('netReturn', 'return', 'sum', 'Net return', '净收益率', 'Mean monthly return of users after trading costs and fees, weighted by person.', '用户当月收益率（扣除交易成本与费用后），按人平均。'),
  metric('losingShare', 'share', 'last', 'Losing share', '亏损占比', 'Share of users with at least 12 months of tenure whose net return since January is negative.', '入市满 12 个月的用户中，年初至今净收益为负的比例。'),
  metric('complaints', 'count', 'sum', 'Complaints', '投诉', 'Complaints of users in the month.', '当月用户投诉。'),
  metric('satisfaction', 'score', 'last', 'Satisfaction', '满意度', 'Mean satisfaction of users, 0 to 1.', '用户平均满意度，0–1。'),
  metric('noviceShare', 'share', 'last', 'Novices', '新手占比', 'Share of users with experience below 0.5.', '经验值低于 0.5 的用户比例。'),
  metric('youngShare', 'share', 'last', 'Users under 25', '25 岁以下用户占比', 'Share of users under 25.', '25 岁以下用户比例。'),
  metric('shortHorizonShare', 'share', 'last', 'Short horizon', '短线占比', 'Share of users with a short horizon.', '短线用户比例。'),
  metric('topTierShare', 'share', 'last', 'Tier 1–2 cities', '一二线城市占比', 'Share of users who live in tier 1 and 2 cities.', '居住在一二线城市的用户比例。'),
  metric('multiProductShare', 'share', 'last', 'Several products', '多产品用户占比', 'Share of users who hold at least one product beyond stocks.', '持有股票以外至少一种产品的用户比例。'),
  metric('adviceUsers', 'people', 'last', 'AI advice users', '智能投顾用户', 'Users who follow AI advice.', '采用智能投顾的用户。'),
  metric('marketReturn', 'return', 'sum', 'Market return', '市场收益率', 'Simple return of the market in the month.', '市场当月简单收益率。'),
  metric('regime', 'code', 'last', 'Regime', '市况', '0 bear, 1 flat, 2 bull; −1 where the return is prescribed.', '0 熊市，1 震荡，2 牛市；历史行情为 −1。'),
  metric('fines', 'cents', 'sum', 'Fines', '罚款', 'Fines paid by brokers in the month.', '当月券商缴纳的罚款。'),
] as const satisfies readonly MetricDeclaration[];

export type MarketMetric = (typeof MARKET_METRICS)[number]['key'];
export const MARKET_METRIC = indexByKey<MarketMetric>(MARKET_METRICS);

/** Figures of one broker, one row a broker and month. */
// biome-ignore format: one metric a line, all alike
export const BROKER_METRICS = [
  metric('status', 'code', 'last', 'Status', '状态', '0 not yet open, 1 operating, 2 taken over, 3 closed.', '0 未开业，1 在营，2 被接管，3 退出。'),
  metric('share', 'share', 'last', 'Share of users', '用户份额', 'Users by main broker; other accounts weigh 0.15.', '按主账户计的用户份额，其余账户权重 0.15。'),
  metric('shareActive', 'share', 'last', 'Share of active users', '活跃用户份额', 'Active users by main broker over all active users.', '按主券商计的活跃用户份额。'),
  metric('shareTrading', 'share', 'mean', 'Share of trading value', '交易额份额', 'Trading value over that of all users.', '占全部用户交易额之比。'),
  metric('shareAssets', 'share', 'last', 'Share of client assets', '资产份额', 'Client assets over those of all users.', '占全部客户资产之比。'),
  metric('users', 'people', 'last', 'Users', '用户数', 'Users whose main broker this is.', '以该券商为主券商的用户。'),
  metric('activeUsers', 'people', 'last', 'Active users', '活跃用户', 'Those of them who are awake.', '其中活跃的用户。'),
  metric('accounts', 'count', 'last', 'Funded accounts', '有效账户数', 'Funded, unclosed accounts at the broker.', '已入金且未销户的账户。'),
  metric('openings', 'count', 'sum', 'Openings', '开户数', 'Accounts opened in the month, funded or not.', '当月开立的账户，不论是否入金。'),
  metric('openingsOrganic', 'count', 'sum', 'Openings: organic', '自然开户', 'Openings through the brand itself.', '自然流量带来的开户。'),
  metric('openingsAdvertising', 'count', 'sum', 'Openings: advertising', '广告开户', 'Openings through advertising.', '广告带来的开户。'),
  metric('openingsContent', 'count', 'sum', 'Openings: content', '内容开户', 'Openings through content.', '内容带来的开户。'),
  metric('openingsReferral', 'count', 'sum', 'Openings: friends', '推荐开户', 'Openings through a friend.', '好友推荐带来的开户。'),
  metric('openingsFurther', 'count', 'sum', 'Openings: further accounts', '增开账户', 'Openings by people who were users already.', '已有账户者增开的账户。'),
  metric('fundedOpenings', 'count', 'sum', 'Openings funded', '入金开户', 'Openings of the month that were funded at once.', '当月开户即入金的账户。'),
  metric('closings', 'count', 'sum', 'Accounts closed', '销户数', 'Funded accounts closed in the month.', '当月注销的有效账户。'),
  metric('joined', 'people', 'sum', 'Clients won', '流入', 'People who made this their main broker in the month.', '当月以该券商为主券商的新增用户。'),
  metric('lost', 'people', 'sum', 'Clients lost', '流出', 'People who stopped having this as main broker in the month.', '当月不再以该券商为主券商的用户。'),
  metric('retention12', 'share', 'last', '12-month retention', '12 个月留存率', 'As for the market, over first accounts opened at this broker.', '同市场口径，限在该券商开立的首个账户。'),
  metric('monthlyActive', 'share', 'mean', 'Monthly-active rate', '月活跃率', 'Active users over users.', '活跃用户占用户之比。'),
  metric('trades', 'count', 'sum', 'Trades', '交易笔数', 'Trades of its users in the month.', '当月用户交易笔数。'),
  metric('turnover', 'cents', 'sum', 'Trading value', '交易额', 'Value its users traded in the month.', '当月用户交易额。'),
  metric('assets', 'cents', 'last', 'Client assets', '客户资产', 'Assets of its users at month end.', '月末用户资产。'),
  metric('commissionBp', 'bp', 'last', 'Commission', '佣金率', 'Commission it charges, in basis points of ten thousand.', '收取的佣金率，以万分之一计。'),
  metric('revenueCommission', 'cents', 'sum', 'Revenue: commission', '收入：佣金', 'Commission booked in the month.', '当月佣金收入。'),
  metric('revenueMargin', 'cents', 'sum', 'Revenue: margin interest', '收入：两融利息', 'Interest on margin loans.', '融资融券利息收入。'),
  metric('revenueFunds', 'cents', 'sum', 'Revenue: fund distribution', '收入：基金代销', 'Fees on products beyond stocks.', '股票以外产品的代销收入。'),
  metric('revenueAdvice', 'cents', 'sum', 'Revenue: advisory', '收入：投顾', 'Fees of users who follow AI advice.', '智能投顾用户缴纳的费用。'),
  metric('revenueCrossBorder', 'cents', 'sum', 'Revenue: cross-border', '收入：跨境', 'Fees on cross-border business.', '跨境业务收入。'),
  metric('revenue', 'cents', 'sum', 'Revenue', '收入', 'All revenue of the month.', '当月全部收入。'),
  metric('costAdvertising', 'cents', 'sum', 'Cost: advertising', '成本：广告', 'Advertising of the month.', '当月广告支出。'),
  metric('costPromotion', 'cents', 'sum', 'Cost: promotions and referrals', '成本：优惠与推荐', 'Rewards paid to newcomers and to those who brought them.', '支付给新客户与推荐人的奖励。'),
  metric('costContent', 'cents', 'sum', 'Cost: content', '成本：内容', 'Content spending of the month.', '当月内容支出。'),
  metric('costCommunity', 'cents', 'sum', 'Cost: community', '成本：社区', 'Community spending of the month.', '当月社区支出。'),
  metric('costAdvice', 'cents', 'sum', 'Cost: AI advice', '成本：智能投顾', 'Development and running of AI advice.', '智能投顾的研发与运行。'),
  metric('costService', 'cents', 'sum', 'Cost: service', '成本：服务', 'Service and user-experience spending, and the running cost of accounts.', '服务与体验支出及账户运行成本。'),
  metric('costCompliance', 'cents', 'sum', 'Cost: compliance', '成本：合规', 'Compliance and investor-education spending.', '合规与投资者教育支出。'),
  metric('costProgrammes', 'cents', 'sum', 'Cost: programmes', '成本：经营举措', 'Programmes beside the levers: campaigns, contacts and tools.', '决策项以外的举措：活动、触达与工具。'),
  metric('costFixed', 'cents', 'sum', 'Cost: fixed', '成本：固定', 'Technology, staff and licence cost that does not depend on clients.', '与客户数无关的技术、人员与牌照成本。'),
  metric('costFines', 'cents', 'sum', 'Cost: fines', '成本：罚款', 'Fines of the month.', '当月罚款。'),
  metric('cost', 'cents', 'sum', 'Cost', '成本', 'All cost of the month.', '当月全部成本。'),
  metric('spendAdvice', 'cents', 'sum', 'Spending on AI advice', '智能投顾投入', 'The lever: development of AI advice, without the cost of running it.', '决策项：智能投顾的研发投入，不含运行成本。'),
  metric('spendService', 'cents', 'sum', 'Spending on service', '服务投入', 'The lever: service and user experience, without the running cost of accounts.', '决策项：服务与体验投入，不含账户运行成本。'),
  metric('profit', 'cents', 'sum', 'Profit', '利润', 'Revenue minus cost.', '收入减成本。'),
  metric('cash', 'cents', 'last', 'Cash', '现金', 'Cash at month end.', '月末现金。'),
  metric('acquisitionCost', 'cny', 'mean', 'Cost per opening', '单户获客成本', 'As for the market.', '同市场口径。'),
  metric('revenuePerUser', 'cny/year', 'mean', 'Revenue a user', '单用户年收入', 'Revenue of the month times 12 over users.', '当月收入 ×12 与用户数之比。'),
  metric('complaints', 'count', 'sum', 'Complaints', '投诉', 'Complaints of its users in the month.', '当月用户投诉。'),
  metric('satisfaction', 'score', 'last', 'Satisfaction', '满意度', 'Mean satisfaction of its users, 0 to 1.', '用户平均满意度，0–1。'),
  metric('contentCapability', 'score', 'last', 'Content capability', '内容能力', 'Capability on [0, 1].', '能力值，0–1。'),
  metric('communityCapability', 'score', 'last', 'Community capability', '社区能力', 'Capability on [0, 1], critical mass included.', '能力值，0–1，含临界规模效应。'),
  metric('adviceCapability', 'score', 'last', 'AI advice capability', '智能投顾能力', 'Capability on [0, 1].', '能力值，0–1。'),
  metric('serviceCapability', 'score', 'last', 'Service capability', '服务能力', 'Capability on [0, 1].', '能力值，0–1。'),
  metric('complianceCapability', 'score', 'last', 'Compliance capability', '合规能力', 'Capability on [0, 1].', '能力值，0–1。'),
  metric('goodwill', 'share', 'last', 'Brand awareness', '品牌知名度', 'Goodwill stock; sums to 1 over brokers.', '品牌商誉存量，全行业合计为 1。'),
  metric('reputation', 'score', 'last', 'Reputation', '声誉', 'Reputation on [0, 1].', '声誉值，0–1。'),
] as const satisfies readonly MetricDeclaration[];

export type BrokerMetric = (typeof BROKER_METRICS)[number]['key'];
export const BROKER_METRIC = indexByKey<BrokerMetric>(BROKER_METRICS);

/** Sums over the people of one segment cell; all are additive, so cells can be merged along any dimension. */
// biome-ignore format: one metric a line, all alike
export const SEGMENT_METRICS = [
  metric('users', 'people', 'last', 'Users', '用户数', 'Users in the cell at month end.', '月末该人群的用户。'),
  metric('activeUsers', 'people', 'last', 'Active users', '活跃用户', 'Active users in the cell.', '该人群的活跃用户。'),
  metric('trades', 'count', 'sum', 'Trades', '交易笔数', 'Trades in the month.', '当月交易笔数。'),
  metric('turnover', 'cents', 'sum', 'Trading value', '交易额', 'Trading value in the month.', '当月交易额。'),
  metric('grossReturnSum', 'return × people', 'sum', 'Gross return, summed', '毛收益率合计', 'Sum over users of the month’s gross return; divide by users.', '用户当月毛收益率之和，除以用户数得均值。'),
  metric('netReturnSum', 'return × people', 'sum', 'Net return, summed', '净收益率合计', 'Sum over users of the month’s net return; divide by users.', '用户当月净收益率之和，除以用户数得均值。'),
  metric('tenuredUsers', 'people', 'last', 'Users of 12 months', '满 12 个月用户', 'Users with at least 12 months of tenure.', '入市满 12 个月的用户。'),
  metric('losingUsers', 'people', 'last', 'Losing users', '亏损用户', 'Of these, those whose net return since January is negative.', '其中年初至今净收益为负者。'),
  metric('complaints', 'count', 'sum', 'Complaints', '投诉', 'Complaints in the month.', '当月投诉。'),
  metric('satisfactionSum', 'score × people', 'last', 'Satisfaction, summed', '满意度合计', 'Sum of satisfaction; divide by users.', '满意度之和，除以用户数得均值。'),
  metric('joined', 'people', 'sum', 'Joined', '加入', 'People who became users in the month.', '当月成为用户者。'),
  metric('switched', 'people', 'sum', 'Switched', '转换', 'Users who changed their main broker in the month.', '当月更换主券商的用户。'),
  metric('wentDormant', 'people', 'sum', 'Gone dormant', '转入休眠', 'Users who went dormant in the month.', '当月转入休眠的用户。'),
  metric('left', 'people', 'sum', 'Left', '离开', 'Users who closed their last online account in the month, leaving the pool itself aside.', '当月注销最后一个线上账户的用户，不含离开人群者。'),
] as const satisfies readonly MetricDeclaration[];

export type SegmentMetric = (typeof SEGMENT_METRICS)[number]['key'];
export const SEGMENT_METRIC = indexByKey<SegmentMetric>(SEGMENT_METRICS);
