import { expect, test } from 'vitest';
import {
  COST_KINDS,
  computeMoneySeries,
  REVENUE_KINDS,
  readKindLabel,
  sumTrailing,
} from '../../../src/app/charts/money-series.ts';
import { createMoneyTable, stackKinds } from '../../../src/app/charts/money-table.ts';
import { BROKER_METRICS } from '../../../src/model/metrics.ts';
import { createEmptyMonth, setBroker } from '../../support/fake-series.ts';

function createMonths(profits: readonly number[]) {
  return profits.map((profit, m) => {
    const month = createEmptyMonth(m, 2);
    setBroker(month, 1, {
      revenue: 100 + m,
      revenueCommission: 60,
      revenueFunds: 40 + m,
      cost: 100 + m - profit,
      costFixed: 100 + m - profit,
      profit,
    });
    return month;
  });
}

test('the books begin with the first month; the state before it has no figure', () => {
  const series = computeMoneySeries(createMonths([0, 5, -3]), 1);
  expect([...series.profit]).toEqual([Number.NaN, 5, -3]);
  expect([...series.revenue]).toEqual([Number.NaN, 101, 102]);
});

test('the kinds are all that the metrics name, so that they add up to the whole', () => {
  const named = (prefix: string) =>
    BROKER_METRICS.map(({ key }) => key as string).filter(
      (key) => key.startsWith(prefix) && key !== prefix && !key.startsWith('revenuePerUser'),
    );
  expect(REVENUE_KINDS.map(({ metric }) => metric as string).sort()).toEqual(named('revenue').sort());
  expect(COST_KINDS.map(({ metric }) => metric as string).sort()).toEqual(named('cost').sort());
});

test('a kind is called without its side of the books', () => {
  expect(readKindLabel(REVENUE_KINDS[0])).toEqual({ en: 'Commission', 'zh-CN': '佣金' });
});

test('trailing sums take twelve months, or those there are', () => {
  const profit = Float64Array.from({ length: 20 }, (_, m) => (m === 0 ? Number.NaN : m));
  expect(sumTrailing(profit, 0)).toEqual({ sum: 0, months: 0 });
  expect(sumTrailing(profit, 3)).toEqual({ sum: 1 + 2 + 3, months: 3 });
  expect(sumTrailing(profit, 15)).toEqual({ sum: (4 + 15) * 6, months: 12 }); // 4 … 15
});

test('stacks grow from zero to either side', () => {
  const kinds = [Float64Array.of(2), Float64Array.of(3)];
  expect(stackKinds(kinds, 1).map(([edge]) => edge)).toEqual([2, 5]);
  expect(stackKinds(kinds, -1).map(([edge]) => edge)).toEqual([-2, -5]);
});

test('the table holds the months computed of this run, not those of the picture before', () => {
  const series = computeMoneySeries(createMonths([0, 5, -3, 4]), 1);
  const table = createMoneyTable(series, [], 3, 2025 * 12, 'en');
  expect(table.rows.map((row) => [row[0], row[3]])).toEqual([
    ['Jan 2025', 5],
    ['Feb 2025', -3],
  ]);
});
