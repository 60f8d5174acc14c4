import { sampleCorrelation } from 'simple-statistics';
import { ln } from '../../core/math.ts';
import type { BrokerInput } from '../../model/inputs.ts';
import type { Measure } from '../measure.ts';
import { at, average, listOfAll, type Pattern } from './pattern.ts';

/** Brokers of which a correlation can be told. */
const LEAST = 3;

/** Brokers that were there from the start. */
const isOld = ({ share }: BrokerInput) => share > 0;

/** What brokers should show beside each other. */
export const BROKER_PATTERNS: readonly Pattern[] = [
  {
    id: 'size-attracts',
    level: 'broker',
    sentence: { en: 'Who is large grows faster', 'zh-CN': '强者愈强' },
    judged: {
      en: 'Correlation across brokers of the log of the share at the start with the log growth of the share until 2024: above 0.',
      'zh-CN': '各券商期初份额的对数与至 2024 年份额对数增幅的相关系数：大于 0。',
    },
    sources: ['S068'],
    above: 0,
    cause: {
      en: 'Low prices and community carry platforms of middling size past larger brokers.',
      'zh-CN': '低价与社区使中等规模的平台超过更大的券商。',
    },
    decimals: 2,
    listMeasures: (brokers) => listOfAll('share', brokers, '2024-12'),
    compute: (values, brokers) => {
      const old = brokers.flatMap((broker, b) =>
        isOld(broker) && values[b][0] > 0 ? [[ln(broker.share), ln(values[b][0] / broker.share)]] : [],
      );
      if (old.length < LEAST) return Number.NaN;
      return sampleCorrelation(
        old.map(([size]) => size),
        old.map(([, growth]) => growth),
      );
    },
    lostBy: 'price-alone',
  },
  {
    id: 'price-cutters',
    level: 'broker',
    sentence: { en: 'Pure price-cutters win the clients who are worth least', 'zh-CN': '纯价格战者赢得价值最低的客户' },
    judged: {
      en: 'Lifetime value of a client of brokers that compete by price over that of the market, end of 2024: below 1.',
      'zh-CN': '2024 年末以价格竞争的券商与全市场客户终身价值之比：小于 1。',
    },
    sources: ['S006', 'S245'],
    below: 1,
    decimals: 2,
    listMeasures: (brokers) => [
      { metric: 'lifetimeValue', ...at('2024-12') },
      ...brokers
        .filter(({ strategy }) => strategy === 'price')
        .map(({ id }): Measure => ({ metric: 'lifetimeValue', broker: id, ...at('2024-12') })),
    ],
    compute: ([[market], ...cutters]) => average(cutters.map(([value]) => value)) / market,
    lostBy: null,
  },
  {
    id: 'compliance-fixed',
    level: 'broker',
    sentence: { en: 'Compliance weighs more on the small', 'zh-CN': '合规成本对小券商更重' },
    judged: {
      en: 'Compliance cost over revenue of small brokers, over the same of the leader, 2024: above 1.',
      'zh-CN': '2024 年小券商与龙头的合规成本收入比之比：大于 1。',
    },
    sources: ['S017', 'S081'],
    above: 1,
    cause: {
      en: 'The leader spends by choice far more on compliance than the cost that is alike for all.',
      'zh-CN': '龙头自愿投入的合规支出远多于各家相同的固定部分。',
    },
    decimals: 2,
    listMeasures: () =>
      (['small', 'leader'] as const).flatMap((archetype) =>
        ['costCompliance', 'revenue'].map((metric): Measure => ({ metric, archetype, from: '2024-01', to: '2024-12' })),
      ),
    compute: ([[smallCost], [smallRevenue], [largeCost], [largeRevenue]]) =>
      smallCost / smallRevenue / (largeCost / largeRevenue),
    lostBy: null,
  },
];
