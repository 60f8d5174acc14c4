import { expect, test } from 'vitest';
import { chooseSubject, computeCohortTriangle, computeSurvival } from '../../../src/app/charts/retention-series.ts';
import { createEmptyMonth, setCohort } from '../../support/fake-series.ts';

const BROKERS = 2;

/** Alive accounts of broker 0 by quarter and month; 100 opened a quarter, evenly at broker 1 but for half as many. */
function createMonths(alive: readonly (readonly number[])[], months: number) {
  return Array.from({ length: months + 1 }, (_, m) => {
    const month = createEmptyMonth(m, BROKERS, Math.ceil(months / 3));
    alive.forEach((row, quarter) => {
      const kept = row[m - quarter * 3 - 3];
      if (kept === undefined) return;
      setCohort(month, BROKERS, quarter, 0, 100, kept);
      setCohort(month, BROKERS, quarter, 1, 50, 10);
    });
    return month;
  });
}

/* Quarter 0 is complete at month 3 with 80 of 100 alive, then 76, 72, 60; quarter 1 at month 6 with 90, then 81. */
const ALIVE = [
  [80, 76, 72, 60, 60],
  [90, 81],
];

test('a cell is what is left of a cohort so many quarters after its own', () => {
  const triangle = computeCohortTriangle(createMonths(ALIVE, 7), BROKERS, 0);
  expect(triangle.quarters).toBe(2);
  expect([...triangle.opened]).toEqual([100, 100]);
  expect([...triangle.retained]).toEqual([0.8, 0.6, 0.9, Number.NaN]); // month 3, month 6; month 6; not there yet
});

test('the market adds all brokers up', () => {
  const triangle = computeCohortTriangle(createMonths(ALIVE, 7), BROKERS, 'market');
  expect(triangle.opened[0]).toBe(150);
  expect(triangle.retained[0]).toBeCloseTo(90 / 150, 12);
});

test('an unfinished quarter is not a cohort yet', () => {
  expect(computeCohortTriangle(createMonths(ALIVE, 5), BROKERS, 0).quarters).toBe(1);
  expect(computeCohortTriangle([createEmptyMonth(0, BROKERS)], BROKERS, 0).quarters).toBe(0);
});

test('survival multiplies monthly survivals, each pooled over the cohorts that have got there', () => {
  const survival = computeSurvival(createMonths(ALIVE, 7), BROKERS, 0, 7);
  // age 1: (80 + 90) of 200; age 2: (76 + 81) of 170; age 3 and on: cohort 0 alone, 72 of 76, 60 of 72, 60 of 60.
  const expected = [1, 0.85, 0.85 * (157 / 170), 0.85 * (157 / 170) * (72 / 76)];
  expect(survival).toHaveLength(6);
  expected.forEach((share, age) => {
    expect(survival[age]).toBeCloseTo(share, 12);
  });
  expect(survival[4]).toBeCloseTo(expected[3] * (60 / 72), 12);
});

test('survival up to an earlier month knows nothing of what comes later', () => {
  expect(computeSurvival(createMonths(ALIVE, 7), BROKERS, 0, 4)).toEqual([1, 0.8, expect.closeTo(0.76, 12)]);
  expect(computeSurvival(createMonths(ALIVE, 7), BROKERS, 0, 2)).toEqual([1]);
});

test('once a cohort is a year old, the first year follows the four youngest that are', () => {
  // Six quarters; the first keeps 50 from the start, all others 90 for ever. At month 29 quarters 0–5 are a year old
  // (3 · 5 + 14 = 29), so that the first year follows quarters 2–5 and does not see quarter 0.
  const alive = Array.from({ length: 6 }, (_, quarter) => Array<number>(30).fill(quarter === 0 ? 50 : 90));
  const survival = computeSurvival(createMonths(alive, 29), BROKERS, 0, 29);
  expect(survival[12]).toBeCloseTo(0.9, 12);
});

test('a broker whose cohorts hold too few investors gives way to the market', () => {
  const months = createMonths(ALIVE, 6); // 100 accounts a quarter at broker 0
  expect(chooseSubject(months, BROKERS, 0, 8)).toBe(0); // 12.5 agents a quarter
  expect(chooseSubject(months, BROKERS, 0, 10)).toBe('market'); // 10 agents a quarter
  expect(chooseSubject(months, BROKERS, 1, 1)).toBe(1);
});
