import { expect, test } from 'vitest';
import { createSobolSequence, SOBOL_DIMENSIONS_MOST } from '../../../src/experiment/sampling/sobol-sequence.ts';

/*
 * Known points: `scipy.stats.qmc.Sobol(256, scramble=False, bits=32)` of SciPy 1.17.1, which reads the same
 * `new-joe-kuo-6.21201` with code of its own.
 */

test('starts with the known points', () => {
  const { readPoint } = createSobolSequence(9, 5, null);
  expect(Array.from({ length: 9 }, (_, k) => readPoint(k))).toEqual([
    [0, 0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375],
    [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625],
    [0.125, 0.625, 0.375, 0.125, 0.125],
    [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
  ]);
});

test('goes on with the known points in high dimensions', () => {
  const { readPoint } = createSobolSequence(1024, 256, null);
  const pick = (k: number, axes: readonly number[]) => axes.map((axis) => readPoint(k)[axis]);
  expect(pick(5, [9, 39, 99, 199, 255])).toEqual([0.125, 0.375, 0.375, 0.375, 0.875]);
  expect(pick(1000, [9, 39, 99, 199, 255])).toEqual([
    0.0693359375, 0.4794921875, 0.1865234375, 0.8427734375, 0.2490234375,
  ]);
  expect(pick(1023, [1, 39, 255])).toEqual([0.7529296875, 0.6982421875, 0.8427734375]);
});

test.each([null, 'a seed', 'another'])('with seed %s puts one of 64 points in each 64th of every axis', (seed) => {
  const { readPoint } = createSobolSequence(64, SOBOL_DIMENSIONS_MOST, seed);
  const points = Array.from({ length: 64 }, (_, k) => readPoint(k));
  for (let axis = 0; axis < SOBOL_DIMENSIONS_MOST; axis++) {
    expect(new Set(points.map((point) => Math.floor(point[axis] * 64))).size).toBe(64);
  }
});

test('takes its shift from the seed alone', () => {
  const first = (seed: string) => createSobolSequence(1, 3, seed).readPoint(0);
  expect(first('a')).toEqual(first('a'));
  expect(first('a')).not.toEqual(first('b'));
});

test('refuses more dimensions than it has numbers for', () => {
  expect(() => createSobolSequence(1, SOBOL_DIMENSIONS_MOST + 1, null)).toThrow(RangeError);
});
