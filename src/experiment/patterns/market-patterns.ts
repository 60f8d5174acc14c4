import { median } from 'simple-statistics';
import { at, average, averageIn, listOfAll, listWithReturns, type Pattern, WINDOW } from './pattern.ts';

/** Ranks that count as the middle, from 0; the first five lead, the last are small. */
const MIDDLE = { from: 5, to: 15 };

function sumMiddle(shares: readonly number[]): number {
  const ranked = shares.toSorted((a, b) => b - a);
  return ranked.slice(MIDDLE.from, MIDDLE.to).reduce((sum, share) => sum + share, 0);
}

/** What the market as a whole should show. */
export const MARKET_PATTERNS: readonly Pattern[] = [
  {
    id: 'concentration-rises',
    level: 'market',
    sentence: { en: 'Concentration rises', 'zh-CN': '集中度上升' },
    judged: {
      en: 'CR10 at the end of 2024 less that of January 2019, in points: above 7.2, half the pace of 2.4 points a year of 2012–2017.',
      'zh-CN': '2024 年末 CR10 减 2019 年 1 月 CR10（百分点）：大于 7.2，即 2012–2017 年年均 2.4 个百分点之半。',
    },
    sources: ['E20'],
    above: 7.2,
    decimals: 1,
    listMeasures: () => [
      { metric: 'cr10', ...at('2019-01') },
      { metric: 'cr10', ...at('2024-12') },
    ],
    compute: ([[first], [last]]) => 100 * (last - first),
    lostBy: 'price-alone',
  },
  {
    id: 'concentration-slows',
    level: 'market',
    sentence: { en: 'Concentration rises ever more slowly', 'zh-CN': '集中度的上升逐步放缓' },
    judged: {
      en: 'Rise of CR10 in 2022–2024 less that in 2019–2021, in points: below 0.',
      'zh-CN': 'CR10 在 2022–2024 年的升幅减 2019–2021 年的升幅（百分点）：小于 0。',
    },
    sources: ['S065', 'E20'],
    below: 0,
    decimals: 1,
    listMeasures: () => ['2019-01', '2021-12', '2024-12'].map((month) => ({ metric: 'cr10', ...at(month) })),
    compute: ([[first], [middle], [last]]) => 100 * (last - middle - (middle - first)),
    lostBy: null,
  },
  {
    id: 'shares-skewed',
    level: 'market',
    sentence: { en: 'Shares are tiered and skewed to the right', 'zh-CN': '份额分层且右偏' },
    judged: {
      en: 'Mean over median share of operating brokers at the end of 2024: above 2, so the middle one has less than half of an equal share.',
      'zh-CN': '2024 年末在营券商份额的均值与中位数之比：大于 2，即居中者不足均分的一半。',
    },
    sources: ['S059'],
    above: 2,
    cause: {
      en: 'Arms of like size hold the middle: the median broker keeps more than half of an equal share.',
      'zh-CN': '规模相近的传统券商线上平台占据中段：居中者仍有均分的一半以上。',
    },
    decimals: 1,
    listMeasures: (brokers) => listOfAll('share', brokers, '2024-12'),
    compute: (values) => {
      const shares = values.map(([share]) => share).filter((share) => share > 0);
      return shares.length === 0 ? Number.NaN : average(shares) / median(shares);
    },
    lostBy: 'price-alone',
  },
  {
    id: 'middle-hollows',
    level: 'market',
    sentence: { en: 'The middle hollows out', 'zh-CN': '中段空心化' },
    judged: {
      en: 'Share of the brokers of rank 6 to 15 at the end of 2024 less that of January 2019, in points: below 0.',
      'zh-CN': '第 6 至 15 名券商份额，2024 年末减 2019 年 1 月（百分点）：小于 0。',
    },
    sources: ['S276'],
    below: 0,
    decimals: 1,
    listMeasures: (brokers) => [...listOfAll('share', brokers, '2019-01'), ...listOfAll('share', brokers, '2024-12')],
    compute: (values, brokers) => {
      const shares = values.map(([share]) => share);
      return 100 * (sumMiddle(shares.slice(brokers.length)) - sumMiddle(shares.slice(0, brokers.length)));
    },
    lostBy: null,
  },
  {
    id: 'commission-convex',
    level: 'market',
    sentence: { en: 'Commission falls towards cost, ever more slowly', 'zh-CN': '佣金率趋近成本，降幅递减' },
    judged: {
      en: 'Fall from 2022 to 2024 over the fall from 2019 to 2021, both in bp: below 1.',
      'zh-CN': '2022 至 2024 年降幅与 2019 至 2021 年降幅（bp）之比：小于 1。',
    },
    sources: ['E1'],
    below: 1,
    decimals: 2,
    listMeasures: () => [{ metric: 'commissionBp', series: 'year', ...WINDOW }],
    compute: ([years]) => (years[3] - years[5]) / (years[0] - years[2]),
    lostBy: null,
  },
  {
    id: 'commission-dispersed',
    level: 'market',
    sentence: { en: 'Commission stays dispersed', 'zh-CN': '佣金率仍有分化' },
    judged: {
      en: 'Lowest commission of an operating broker over the mean at the end of 2024: below 0.8, as the lowest quotes were in 2017.',
      'zh-CN': '2024 年末在营券商最低佣金率与均值之比：小于 0.8，与 2017 年最低报价的差距相当。',
    },
    sources: ['E3'],
    below: 0.8,
    cause: {
      en: 'Those who follow a price cut take over most of it within two quarters, so that prices of all brokers stay close to each other.',
      'zh-CN': '跟随者在两个季度内跟进大部分降幅，各家价格因而彼此接近。',
    },
    decimals: 2,
    listMeasures: (brokers) => [
      ...listOfAll('commissionBp', brokers, '2024-12'),
      ...listOfAll('users', brokers, '2024-12'),
    ],
    compute: (values, brokers) => {
      const users = values.slice(brokers.length);
      const rates = values.slice(0, brokers.length).flatMap(([bp], b) => (users[b][0] > 0 ? [bp] : []));
      return Math.min(...rates) / average(rates);
    },
    lostBy: null,
  },
  {
    id: 'openings-surge',
    level: 'market',
    sentence: { en: 'Openings surge with gains, hardly move with losses', 'zh-CN': '上涨时开户激增，下跌时几乎不动' },
    judged: {
      en: 'Growth of openings in a month with a gain of 5 % less the change in one with a loss of 5 %, whatever its sign, both against calm months, in points: above 0.',
      'zh-CN': '上涨 5% 当月开户增幅，减下跌 5% 当月变动的绝对值，均相对平静月份（百分点）：大于 0。',
    },
    sources: ['E41', 'E63'],
    above: 0,
    decimals: 0,
    listMeasures: () => listWithReturns('firstOpenings'),
    compute: ([returns, openings]) => {
      const growth = (month: number) => openings[month] / openings[month - 1];
      const [gain, loss, calm] = (['gain', 'loss', 'calm'] as const).map((mood) => averageIn(mood, returns, growth));
      return 100 * (gain / calm - 1 - Math.abs(loss / calm - 1));
    },
    lostBy: 'unmoved',
  },
  {
    id: 'volume-follows',
    level: 'market',
    sentence: { en: 'Trading follows past returns', 'zh-CN': '交易量跟随以往收益' },
    judged: {
      en: 'Trades an active user in months after a gain of 5 % over those after a loss of 5 %: above 1.',
      'zh-CN': '上涨 5% 后与下跌 5% 后次月活跃用户人均交易之比：大于 1。',
    },
    sources: ['E63'],
    above: 1,
    decimals: 2,
    listMeasures: () => listWithReturns('tradesPerActive'),
    compute: ([returns, trades]) => {
      const read = (month: number) => trades[month];
      return averageIn('gain', returns, read, 1) / averageIn('loss', returns, read, 1);
    },
    lostBy: 'unmoved',
  },
  {
    id: 'revenue-shifts',
    level: 'market',
    sentence: { en: 'Revenue shifts away from commission', 'zh-CN': '收入由佣金转向其他业务' },
    judged: {
      en: 'Commission’s share of revenue in 2024 over that in 2019: below 1.',
      'zh-CN': '2024 年与 2019 年佣金占收入比之比：小于 1。',
    },
    sources: ['S045', 'E13'],
    below: 1,
    decimals: 2,
    listMeasures: () => [{ metric: 'commissionShare', series: 'year', ...WINDOW }],
    compute: ([years]) => years[5] / years[0],
    lostBy: null,
  },
];
