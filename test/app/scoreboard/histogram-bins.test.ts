import { expect, test } from 'vitest';
import { countBins } from '../../../src/app/scoreboard/histogram-bins.ts';

test('every value is counted once, in bins with round edges that follow each other', () => {
  const values = [0.1, 3.2, 3.9, 4, 7.7, 12.4, 13];
  const bins = countBins(values);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
  bins.forEach(({ from, to, count }, k) => {
    expect(to).toBeCloseTo(bins[k + 1]?.from ?? to, 9);
    expect(from).toBe(k);
    expect(count).toBe(values.filter((value) => value >= from && value < to).length);
  });
});

test('values that are all alike make one bin; without values there is none', () => {
  expect(countBins([31, 31, 31])).toMatchObject([{ count: 3 }]);
  expect(countBins([0, 0])).toMatchObject([{ from: 0, count: 2 }]);
  expect(countBins([])).toEqual([]);
  expect(countBins([Number.NaN])).toEqual([]);
});
