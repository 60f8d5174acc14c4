import { expect, test } from 'vitest';
import { createBrokerLooks } from '../../../src/app/broker-looks.ts';
import { findBranchMonth } from '../../../src/app/charts/branch-month.ts';
import { chooseStep } from '../../../src/app/charts/cohort-plot.tsx';
import { createCsv } from '../../../src/app/charts/data-table.ts';
import { computeMoneySeries } from '../../../src/app/charts/money-series.ts';
import { computeCohortTriangle } from '../../../src/app/charts/retention-series.ts';
import { computeShareSeries } from '../../../src/app/charts/share-series.ts';
import { createShareTable } from '../../../src/app/charts/share-table.ts';
import { createFakeRun } from '../../support/fake-series.ts';

const A = createFakeRun();
const B = createFakeRun({ boostFrom: 12 });
const LOOKS = createBrokerLooks(B.inputs.brokers, 4);

test('in every month of a run the layers lie on each other and end at the whole', () => {
  const { bands, months } = computeShareSeries(B.months, LOOKS);
  for (let m = 0; m < months; m++) {
    const sum = bands.reduce((total, band) => {
      expect(band.tops[m]).toBeCloseTo(total + band.shares[m], 9);
      return total + band.shares[m];
    }, 0);
    expect(sum).toBeCloseTo(1, 9);
  }
});

test('kinds of revenue and of cost add up to the totals that the chart draws', () => {
  const series = computeMoneySeries(B.months, 4);
  const add = (kinds: readonly Float64Array[], m: number) => kinds.reduce((sum, kind) => sum + kind[m], 0);
  for (let m = 1; m < series.months; m++) {
    expect(add(series.revenueKinds, m) / series.revenue[m]).toBeCloseTo(1, 9);
    expect(add(series.costKinds, m) / series.cost[m]).toBeCloseTo(1, 9);
  }
});

test('A and B agree up to the branch and part after it', () => {
  const branch = findBranchMonth(A, B);
  expect(branch).toBe(12);
  const [a, b] = [A, B].map((run) => computeShareSeries(run.months, LOOKS).bands[0].shares);
  expect([...b.slice(0, 13)]).toEqual([...a.slice(0, 13)]);
  expect(b[72]).toBeGreaterThan(a[72]);
});

test('72 months are 24 cohorts, and only cells that time has reached are filled', () => {
  const { quarters, retained } = computeCohortTriangle(B.months, 30, 4);
  expect(quarters).toBe(24);
  expect(retained.filter(Number.isFinite)).toHaveLength((24 * 25) / 2);
});

test('the file of a chart has a line a month, from the state before the first on', () => {
  const series = computeShareSeries(B.months, LOOKS);
  const lines = createCsv(createShareTable(series, [], 73, B.inputs.startMonth, LOOKS, 'en'))
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(1 + 73);
  expect(lines[1].startsWith('Dec 2024,')).toBe(true);
  expect(lines[73].startsWith('Dec 2030,')).toBe(true);
});

test('seven colours share the range of cells evenly, and the ends take what lies beyond', () => {
  expect([0.3, 0.39, 0.41, 0.65, 0.99, 1].map((share) => chooseStep(share, 0.3, 1))).toEqual([1, 1, 2, 4, 7, 7]); // steps of 0.1
  expect(chooseStep(0.1, 0.3, 1)).toBe(1);
});
