import { describe, expect, test } from 'vitest';
import type { MoneySeries } from '../../../src/app/charts/money-series.ts';
import type { Outcome, OutcomeSeries } from '../../../src/app/charts/outcome-series.ts';
import {
  writeConcentrationSentence,
  writeMoneyKindsSentence,
  writeMoneySentence,
  writeOutcomeSentence,
  writeProgress,
  writeRetentionSentence,
} from '../../../src/app/charts/sentences.ts';
import type { ShareSeries } from '../../../src/app/charts/share-series.ts';

function createShares(cr10: number[], own: number[]): ShareSeries {
  const band = {
    brokers: new Int16Array(own.length),
    shares: Float64Array.from(own),
    tops: Float64Array.from(own),
    colour: '--b1',
  };
  const zeros = new Float64Array(cr10.length);
  return { months: cr10.length, bands: [band], cr10: Float64Array.from(cr10), hhi: zeros, others: zeros };
}

describe('concentration', () => {
  test('one run is told against its start', () => {
    const shares = createShares([0.78, 0.815, 0.7801], [0.05, 0.06, 0.06]);
    expect(writeConcentrationSentence(shares, null, 1, 'Willow', 'en')).toBe(
      'The top ten hold 81.5%, up 3.5 points since the start.',
    );
    expect(writeConcentrationSentence(shares, null, 1, '柳岸', 'zh-CN')).toBe(
      '前十合计 81.5%，较期初上升 3.5 个百分点。',
    );
    expect(writeConcentrationSentence(shares, null, 2, 'Willow', 'en')).toBe(
      'The top ten hold 78.0%, as at the start.',
    );
    expect(writeConcentrationSentence(shares, null, 0, 'Willow', 'en')).toBe('At the start the top ten hold 78.0%.');
  });

  test('B is told with the same figure of A beside it', () => {
    const b = createShares([0.78, 0.815], [0.059, 0.073]);
    const a = createShares([0.78, 0.8], [0.059, 0.059]);
    expect(writeConcentrationSentence(b, a, 1, 'Willow', 'en')).toBe(
      'The top ten hold 81.5%; Willow has 7.3%, in A 5.9%.',
    );
    expect(writeConcentrationSentence(b, a, 1, '柳岸', 'zh-CN')).toBe('前十合计 81.5%；柳岸占 7.3%，A 为 5.9%。');
  });
});

describe('retention', () => {
  const survival = [1, 0.9];
  const willow = { name: 'Willow', tooFew: false };

  test('says who keeps how many after a year, and in A', () => {
    const figures = { own: 0.68, before: 0.62, survival };
    expect(writeRetentionSentence(figures, willow, 'en')).toBe(
      'After 12 months Willow keeps 68% of newcomers; in A, 62%.',
    );
    expect(writeRetentionSentence(figures, { name: '柳岸', tooFew: false }, 'zh-CN')).toBe(
      '12 个月后，柳岸留住 68% 的新客户；A 为 62%。',
    );
  });

  test('names the market where the broker has too few newcomers', () => {
    const figures = { own: 0.68, before: Number.NaN, survival };
    expect(writeRetentionSentence(figures, { name: 'Willow', tooFew: true }, 'en')).toBe(
      'After 12 months all brokers together keep 68% of newcomers. Willow alone has too few.',
    );
  });

  test('before anybody is a year in, it says how far the oldest cohort has got', () => {
    const figures = { own: Number.NaN, before: Number.NaN, survival };
    expect(writeRetentionSentence(figures, willow, 'en')).toBe(
      'After 1 month Willow keeps 90% of newcomers; no cohort is older yet.',
    );
    expect(writeRetentionSentence({ ...figures, survival: [1] }, willow, 'en')).toBe(
      'The first newcomers are counted after a quarter.',
    );
  });
});

function createMoney(profit: number[]): MoneySeries {
  const values = Float64Array.from([Number.NaN, ...profit]);
  const kinds = (count: number) =>
    Array.from({ length: count }, (_, k) => values.map((_cents, m) => (m === 0 ? Number.NaN : count - k)));
  return {
    months: values.length,
    revenue: values,
    cost: values,
    profit: values,
    revenueKinds: kinds(5),
    costKinds: kinds(9),
  };
}

describe('money', () => {
  test('a gain and a loss are called what they are, over the months there are', () => {
    const made = createMoney([7e8, 7e8]); // 2 × ¥7 M
    const lost = createMoney([-2e8, -1e8]);
    expect(writeMoneySentence(made, null, 2, 'Willow', 'en')).toBe('Willow made ¥14.0 M in the first 2 months.');
    expect(writeMoneySentence(lost, made, 2, 'Willow', 'en')).toBe(
      'Willow lost ¥3.0 M in the first 2 months; in A it made ¥14.0 M.',
    );
    expect(writeMoneySentence(made, lost, 2, '柳岸', 'zh-CN')).toBe(
      '前 2 个月柳岸盈利 1,400 万元；A 为亏损 300 万元。',
    );
    expect(writeMoneySentence(made, null, 0, 'Willow', 'en')).toBe('The books open with the first month.');
  });

  test('by kind the largest of either side is named with its share', () => {
    // revenue 5 4 3 2 1 of 15; cost 9 … 1 of 45, the first being the fixed one
    expect(writeMoneyKindsSentence(createMoney([1]), 1, 'en')).toBe(
      'Commission brings 33% of revenue; the largest cost is fixed, 20%.',
    );
  });
});

function createOutcomes(returns: number[]): OutcomeSeries {
  const outcome = (netReturn: number): Outcome => ({
    users: 1,
    grossReturn: 0,
    netReturn,
    losingShare: 0,
    complaintsPerThousand: 0,
  });
  return { months: 2, outcomes: [[], returns.map(outcome)] };
}

describe('outcomes', () => {
  test('one run names the lowest and the highest', () => {
    expect(writeOutcomeSentence(createOutcomes([-0.012, 0.01, 0.02, 0.039]), null, 1, 'experience', 'en')).toBe(
      'After costs novices made \u22121.2%, experts +3.9% in the first month.',
    );
  });

  test('against A it names whom B changes most, and nobody where nothing shows', () => {
    const a = createOutcomes([-0.018, 0.01, 0.02, 0.039]);
    const b = createOutcomes([-0.012, 0.01, 0.021, 0.039]);
    expect(writeOutcomeSentence(b, a, 1, 'experience', 'en')).toBe(
      'In this model B changes net returns most for novices: +0.6 points.',
    );
    expect(writeOutcomeSentence(b, a, 1, 'experience', 'zh-CN')).toBe(
      '在这个模型里，B 对新手的净收益影响最大：+0.6 个百分点。',
    );
    expect(writeOutcomeSentence(a, a, 1, 'experience', 'en')).toBe(
      'Net returns differ from A by less than a tenth of a point.',
    );
  });

  test('there is nothing to say before the first month', () => {
    expect(writeOutcomeSentence({ months: 1, outcomes: [[]] }, null, 0, 'age', 'en')).toBe(
      'Outcomes start with the first month.',
    );
  });
});

test('progress is counted in months', () => {
  expect(writeProgress(18, 72, 'en')).toBe('Computing month 18 of 72.');
  expect(writeProgress(18, 72, 'zh-CN')).toBe('正在计算第 18 / 72 个月。');
});
