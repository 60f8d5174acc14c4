import { expect, test } from 'vitest';
import { createBins } from '../../../src/experiment/study/bins.ts';

test('few values stand each by itself, in order', () => {
  const bins = createBins([3, 1, 3, 2, 1], 4);
  expect(bins.list).toEqual([1, 2, 3].map((value) => ({ from: value, to: value })));
  expect([3, 1, 2].map(bins.find)).toEqual([2, 0, 1]);
});

test('many values are gathered in stretches of equal length, the largest in the last', () => {
  const values = Array.from({ length: 101 }, (_, k) => k);
  const bins = createBins(values, 4);
  expect(bins.list.map(({ from, to }) => [from, to])).toEqual([
    [0, 25],
    [25, 50],
    [50, 75],
    [75, 100],
  ]);
  expect([0, 24, 25, 99, 100].map(bins.find)).toEqual([0, 0, 1, 3, 3]);
});

test('one value is one bin', () => {
  const bins = createBins([0.5, 0.5], 4);
  expect(bins.list).toEqual([{ from: 0.5, to: 0.5 }]);
  expect(bins.find(0.5)).toBe(0);
});
