import { expect, test } from 'vitest';
import { createBins, findNearestBin } from '../../../src/experiment/study/bins.ts';

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

test('a value that no run has stands with the nearest there is, and nowhere beyond them', () => {
  const single = [1, 2, 4].map((value) => ({ from: value, to: value }));
  expect([1, 1.4, 1.6, 2.9, 3.1, 4].map((value) => findNearestBin(single, value))).toEqual([0, 0, 1, 1, 2, 2]);
  const stretches = [
    { from: 0, to: 10 },
    { from: 10, to: 20 },
  ];
  expect([0, 9.9, 10, 10.1, 20].map((value) => findNearestBin(stretches, value))).toEqual([0, 0, 0, 1, 1]);
  expect([-0.1, 20.1, Number.NaN].map((value) => findNearestBin(stretches, value))).toEqual([null, null, null]);
  expect(findNearestBin([], 1)).toBeNull();
});
