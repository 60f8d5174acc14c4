import { describe, expect, test } from 'vitest';
import {
  averageOverSeeds,
  computeLoss,
  estimateSeedVariance,
  fillHoles,
  observe,
  readMisses,
} from '../../../src/experiment/calibration/loss.ts';

const TARGETS = [
  { id: 'a', value: 10, tolerance: 2, weight: 1 },
  { id: 'b', value: 1, tolerance: 0.5, weight: 0.25 },
];

test('a target can bear its tolerance by its weight, and the chance of the seeds', () => {
  // 2²/1 + 5 and 0.5²/0.25 + 1
  expect(observe(TARGETS, [5, 1])).toEqual({ wanted: [10, 1], variance: [9, 2] });
});

test('the loss is the mean of squared misses over that', () => {
  // (3²/9 + 2²/2)/2 = (1 + 2)/2
  expect(computeLoss([13, 3], observe(TARGETS, [5, 1]))).toBe(1.5);
});

test('misses are in tolerances, with their sign', () => {
  expect(readMisses([6, 1.25], TARGETS)).toEqual([-2, 0.5]);
});

describe('seeds', () => {
  test('means leave seeds without a figure out', () => {
    const means = averageOverSeeds([
      [
        [1, Number.NaN],
        [3, 5],
      ],
      [
        [2, Number.NaN],
        [2, Number.NaN],
      ],
    ]);
    expect(means).toEqual([
      [2, 5],
      [2, Number.NaN],
    ]);
  });

  test('the variance of a mean comes from differences within points, by their median', () => {
    // Differences 2, 2 and 100 within points: squares over 2 are 2, 2, 5000; median 2, over 0.4549 and 2 seeds.
    const points = [
      [[0], [2]],
      [[50], [52]],
      [[0], [100]],
    ];
    expect(estimateSeedVariance(points, 1)[0]).toBeCloseTo(2 / 0.4549364231195724 / 2, 12);
  });

  test('it is 0 where no point has two figures', () => {
    expect(estimateSeedVariance([[[Number.NaN], [1]]], 1)).toEqual([0]);
  });
});

test('holes take the mean of the others, or what is wanted where nobody has a figure', () => {
  const filled = fillHoles(
    [
      [1, Number.NaN],
      [Number.NaN, Number.NaN],
      [3, Number.NaN],
    ],
    [9, 7],
  );
  expect(filled).toEqual([
    [1, 7],
    [2, 7],
    [3, 7],
  ]);
});
