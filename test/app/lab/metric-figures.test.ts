import { describe, expect, test } from 'vitest';
import { chooseAxisUnit } from '../../../src/app/lab/axis-unit.ts';
import { formatDifference, formatFigure, getMetric, reduceYear } from '../../../src/app/lab/metric-figures.ts';
import { MARKET_METRICS } from '../../../src/model/metrics.ts';

/** The initial state, then 24 months with the figures 1 to 24. */
const series = Array.from({ length: 25 }, (_, month) => month);

describe('a year as one figure', () => {
  test.each([
    ['last', 24],
    ['sum', 222], // 13 + … + 24 = (13 + 24) × 6
    ['mean', 18.5], // 222 / 12
  ] as const)('by its %s', (how, figure) => {
    expect(reduceYear(series, 24, how)).toBe(figure);
  });

  test('never counts the initial state, and a first year may be short', () => {
    expect(reduceYear(series, 12, 'sum')).toBe(78); // 1 + … + 12
    expect(reduceYear(series.slice(0, 4), 3, 'mean')).toBe(2); // (1 + 2 + 3) / 3
  });

  test('is unknown until its last month is there', () => {
    expect(reduceYear(series, 25, 'last')).toBeNaN();
  });
});

describe('figures as text', () => {
  test('carry their unit', () => {
    expect(formatFigure(getMetric('cr10'), 0.8137, 'en')).toBe('81.4%');
    expect(formatFigure(getMetric('hhi'), 1114.6, 'en')).toBe('1,115');
    expect(formatFigure(getMetric('hhi'), Number.NaN, 'en')).toBe('–');
  });

  test('differences carry their sign', () => {
    expect(formatDifference(getMetric('cr10'), 0.8, 0.8137, 'en')).toBe('+1.4 pt');
    expect(formatDifference(getMetric('cr10'), 0.8137, 0.8, 'zh-CN')).toBe('−1.4 个百分点');
    expect(formatDifference(getMetric('hhi'), 990, 987.1, 'en')).toBe('−3');
    expect(formatDifference(getMetric('entropy'), 2.5, 2.75, 'en')).toBe('+0.25');
    expect(formatDifference(getMetric('profit'), 0, 1.4e9, 'en')).toBe('+¥14.0 M');
  });

  test('exist for every figure of the catalogue in both languages', () => {
    for (const metric of MARKET_METRICS) {
      for (const language of ['en', 'zh-CN'] as const) {
        expect(formatFigure(metric, 12345.678, language), metric.key).toMatch(/\d/);
        expect(chooseAxisUnit(metric, 12345.678, language).size, metric.key).toBeGreaterThan(0);
      }
    }
  });
});
