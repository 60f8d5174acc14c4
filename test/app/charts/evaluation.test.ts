import { describe, expect, test } from 'vitest';
import { computeEvaluationSeries } from '../../../src/app/charts/evaluation-series.ts';
import { createEvaluationTable } from '../../../src/app/charts/evaluation-table.ts';
import { writeEvaluationSentence } from '../../../src/app/charts/evaluation-texts.ts';
import { MARKET_METRIC } from '../../../src/model/metrics.ts';
import { createEmptyMonth, setBroker } from '../../support/fake-series.ts';

/** Before the first month, and one month: market 46, 63, 52, all risks known, broker 1 with 40 and 70. */
function createMonths(userValue = 46) {
  const months = [createEmptyMonth(0, 2), createEmptyMonth(1, 2)];
  const figures = {
    userValue,
    brokerBenefit: 63,
    socialContribution: 52,
    marketRisk: 37,
    technologyRisk: 60,
    complianceRisk: 80,
    satisfaction: 0.5,
  };
  for (const [key, value] of Object.entries(figures)) {
    months[1].record.market[MARKET_METRIC[key as keyof typeof figures]] = value;
  }
  setBroker(months[1], 1, { userValue: 40, brokerBenefit: 70 });
  return months;
}

describe('the series of the evaluation', () => {
  test('has three sides for the market, two for a broker, three warnings; nothing before the first month', () => {
    const market = computeEvaluationSeries(createMonths(), 'market', 1);
    expect(market.indexes.map(({ values }) => [...values])).toEqual([
      [Number.NaN, 46],
      [Number.NaN, 63],
      [Number.NaN, 52],
    ]);
    const broker = computeEvaluationSeries(createMonths(), 'broker', 1);
    expect(broker.indexes.map(({ values }) => values[1])).toEqual([40, 70]);
    expect(computeEvaluationSeries(createMonths(), 'warnings', 1).indexes.map(({ values }) => values[1])).toEqual([
      37, 60, 80,
    ]);
  });

  test('knows the figure and the score of every part', () => {
    const [{ parts }] = computeEvaluationSeries(createMonths(), 'market', 1).indexes;
    const satisfaction = parts.find(({ label }) => label.en === 'Satisfaction');
    // Half is as expected: par.
    expect([satisfaction?.values[1], satisfaction?.scores[1]]).toEqual([0.5, 50]);
  });
});

describe('its sentence', () => {
  const write = (
    ...[show, language, before]: [Parameters<typeof computeEvaluationSeries>[1], 'en' | 'zh-CN', boolean]
  ) =>
    writeEvaluationSentence(
      computeEvaluationSeries(createMonths(), show, 1),
      before ? computeEvaluationSeries(createMonths(44), show, 1) : null,
      1,
      show,
      language === 'en' ? 'Willow' : '柳岸',
      language,
    );

  test.each([
    ['market', 'en', false, 'Users 46, brokers 63, society 52 of 100, 50 is par.'],
    ['market', 'en', true, 'Users 46, brokers 63, society 52 of 100, 50 is par; in A 44, 63, 52.'],
    ['broker', 'en', false, 'Willow: users 40, brokers 70 of 100, 50 is par.'],
    ['warnings', 'en', false, 'Risks: market calm (37), technology watch (60), compliance alarm (80).'],
    ['market', 'zh-CN', true, '用户 46、券商 63、社会 52（满分 100，50 为参照）；A 为 44、63、52。'],
    ['broker', 'zh-CN', false, '柳岸：用户 40、券商 70（满分 100，50 为参照）。'],
    ['warnings', 'zh-CN', false, '风险：市场平稳（37），技术关注（60），合规警报（80）。'],
  ] as const)('of %s in %s, A %s', (show, language, before, expected) => {
    expect(write(show, language, before)).toBe(expected);
  });

  test('says that there is nothing yet before the first month', () => {
    const series = computeEvaluationSeries(createMonths(), 'market', 1);
    expect(writeEvaluationSentence(series, null, 0, 'market', '', 'en')).toBe(
      'The evaluation starts with the first month.',
    );
  });
});

test('its table has the indexes, those of A, and every part with its unit', () => {
  const series = computeEvaluationSeries(createMonths(), 'market', 1);
  const a = { name: 'A', kind: 'ghost', series, from: 0, months: series.months } as const;
  const table = createEvaluationTable(series, [a], 2, 2025 * 12, 'en');
  const parts = series.indexes.flatMap(({ parts }) => parts);
  expect(table.columns).toHaveLength(1 + 3 + 3 + parts.length);
  expect(table.columns[4].label).toBe('A: User value');
  expect(table.rows).toHaveLength(1);
  expect(table.rows[0].slice(1, 4)).toEqual([46, 63, 52]);
});
