import { expect, test } from 'vitest';
import { averageSeeds, comparePaired } from '../../src/experiment/paired.ts';

test('a paired difference by hand', () => {
  // Differences 1, 2, 3: mean 2, standard deviation 1, error 1/√3, t(.975; 2) = 4.303: half width 2.4843.
  const { mean, low, high, agreeing, seeds, isClear } = comparePaired([0, 0, 0], [1, 2, 3]);
  expect({ mean, agreeing, seeds, isClear }).toEqual({ mean: 2, agreeing: 3, seeds: 3, isClear: false });
  expect(low).toBeCloseTo(2 - 2.4843, 4);
  expect(high).toBeCloseTo(2 + 2.4843, 4);
});

test('is clear where the interval leaves 0 out, on either side', () => {
  expect(comparePaired([0, 0, 0], [10, 11, 12]).isClear).toBe(true);
  expect(comparePaired([10, 11, 12], [0, 0, 0]).isClear).toBe(true);
  expect(comparePaired([1, 2, 3], [1, 2, 3]).isClear).toBe(false);
});

test('leaves out seeds in which an arm has no figure', () => {
  expect(comparePaired([0, null, 0], [1, 5, 3]).seeds).toBe(2);
  expect(averageSeeds([null, 2, 4])).toBe(3);
  expect(averageSeeds([null])).toBeNull();
});
