import { at, average, averageIn, listWithReturns, type Pattern } from './pattern.ts';

/** What people should show. */
export const INVESTOR_PATTERNS: readonly Pattern[] = [
  {
    id: 'tenure-holds',
    level: 'investor',
    sentence: { en: 'Risk of leaving falls with tenure', 'zh-CN': '离开风险随任期下降' },
    judged: {
      en: 'Risk of being lost with five years and more at a broker over that in the second year, mean of 2021–2024: below 1.',
      'zh-CN': '任期五年以上与第二年客户的流失风险之比，2021–2024 年平均：小于 1。',
    },
    sources: ['E39'],
    below: 1,
    decimals: 2,
    listMeasures: () => [{ metric: 'tenureHazardRatio', series: 'year', from: '2021-01', to: '2024-12' }],
    compute: ([years]) => average(years),
    lostBy: 'alike',
  },
  {
    id: 'inertia',
    level: 'investor',
    sentence: { en: 'People stay even where they could gain', 'zh-CN': '有利可图也少有更换' },
    judged: {
      en: 'Changes of the main broker in 2024 over users: below 0.13, the part of rich US clients who closed an account in a year.',
      'zh-CN': '2024 年更换主券商次数与用户数之比：小于 0.13，即美国富裕客户一年内销户的比例。',
    },
    sources: ['E26', 'E29'],
    below: 0.13,
    decimals: 3,
    listMeasures: () => [
      { metric: 'switches', from: '2024-01', to: '2024-12' },
      { metric: 'users', reduce: 'mean', from: '2024-01', to: '2024-12' },
    ],
    compute: ([[switches], [users]]) => switches / users,
    lostBy: 'restless',
  },
  {
    id: 'friends-cluster',
    level: 'investor',
    sentence: { en: 'Friends are at the same broker', 'zh-CN': '好友聚集于同一券商' },
    judged: {
      en: 'Friends at the same main broker over people of the same age and city tier, end of 2024: above 1.1.',
      'zh-CN': '2024 年末好友主券商相同的比例与同年龄同城市层级者之比：大于 1.1。',
    },
    sources: ['E41'],
    above: 1.1,
    decimals: 2,
    listMeasures: () => [{ metric: 'clustering', ...at('2024-12') }],
    compute: ([[value]]) => value,
    lostBy: 'alone',
  },
  {
    id: 'trading-skewed',
    level: 'investor',
    sentence: { en: 'Few people do most of the trading', 'zh-CN': '少数人贡献大部分交易' },
    judged: {
      en: 'Part of a year’s turnover over assets due to the most active fifth, 2024: above 0.6, three times an equal part.',
      'zh-CN': '2024 年读取的上一年换手率中最活跃五分之一的占比：大于 0.6，为均分的三倍。',
    },
    sources: ['E26'],
    above: 0.6,
    decimals: 2,
    listMeasures: () => [{ metric: 'topFifthTurnover', ...at('2024-12') }],
    compute: ([[value]]) => value,
    lostBy: 'alike',
  },
  {
    id: 'trading-costs',
    level: 'investor',
    sentence: {
      en: 'Heaviest traders earn least net of cost, not before it',
      'zh-CN': '交易最多者扣费后收益最低，扣费前并非如此',
    },
    judged: {
      en: 'Net-return gap between the least and the most active fifth less the gross gap, whatever its sign, points a year, mean of 2020–2024: above 1, two tolerances below the 7 points published.',
      'zh-CN':
        '最不活跃与最活跃五分之一的净收益差减毛收益差的绝对值（百分点/年），2020–2024 年平均：大于 1，即公布的 7 个百分点减两倍容差。',
    },
    sources: ['E31'],
    above: 1,
    decimals: 1,
    listMeasures: () =>
      ['returnGapNet', 'returnGapGross'].map((metric) => ({ metric, series: 'year', from: '2020-01', to: '2024-12' })),
    compute: ([net, gross]) => 100 * (average(net) - Math.abs(average(gross))),
    lostBy: 'free-trades',
  },
  {
    id: 'losses-tire',
    level: 'investor',
    sentence: { en: 'People drop out after losses', 'zh-CN': '亏损后退出增多' },
    judged: {
      en: 'Users who went dormant in months after a loss of 5 % over those after a gain of 5 %, as a part of active users: above 1.',
      'zh-CN': '下跌 5% 后与上涨 5% 后次月转入休眠者占活跃用户比例之比：大于 1。',
    },
    sources: ['E63', 'E41'],
    above: 1,
    decimals: 2,
    listMeasures: () => listWithReturns('dormancies', 'activeUsers'),
    compute: ([returns, dormancies, active]) => {
      const read = (month: number) => dormancies[month] / active[month];
      return averageIn('loss', returns, read, 1) / averageIn('gain', returns, read, 1);
    },
    lostBy: 'unmoved',
  },
  {
    id: 'two-accounts',
    level: 'investor',
    sentence: { en: 'People have one and a half to two accounts', 'zh-CN': '人均一个半至两个账户' },
    judged: {
      en: 'Funded accounts a user at the end of 2024: from 1.5 to 2.',
      'zh-CN': '2024 年末人均有效账户数：1.5 至 2。',
    },
    sources: ['E6', 'E26'],
    above: 1.5,
    below: 2,
    cause: {
      en: 'Nothing in the model rewards keeping several accounts: those that are not used lapse.',
      'zh-CN': '模型中保留多个账户没有好处：不用的账户会失效。',
    },
    decimals: 2,
    listMeasures: () => [{ metric: 'accountsPerUser', ...at('2024-12') }],
    compute: ([[value]]) => value,
    lostBy: null,
  },
];
