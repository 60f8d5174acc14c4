import { describe, expect, test } from 'vitest';
import { chooseStep, computeMisfit } from '../../../src/experiment/calibration/ensemble.ts';
import { type FittedParameter, toCoordinate } from '../../../src/experiment/calibration/priors.ts';
import { drawPrior, searchPosterior } from '../../../src/experiment/calibration/search.ts';

const FITTED: FittedParameter[] = ['a', 'b', 'c'].map((key) => ({
  key,
  prior: { low: -1, high: 2, source: 'assumption' },
}));

/** A model whose figures are linear in the standard normal coordinates; b acts on two of them, c on none. */
const MATRIX = [
  [2, 0.5, 0],
  [0, 1, 0],
];
const WANTED = [1.5, -0.4];
const TOLERANCES = [0.5, 0.8];

function play(coordinates: readonly number[]): number[] {
  return MATRIX.map((row) => row.reduce((sum, value, k) => sum + value * coordinates[k], 0));
}

/**
 * The exact posterior of z ~ N(0, 1), y = H·z + N(0, R): P = (1 + Hᵀ·R⁻¹·H)⁻¹, mean P·Hᵀ·R⁻¹·y. With R = diag(1/4, 16/25):
 * 1 + HᵀR⁻¹H over (a, b) = [[17, 4], [4, 1 + 1 + 25/16]] = [[17, 4], [4, 3.5625]], determinant 44.5625;
 * HᵀR⁻¹y = (2·4·1.5, 0.5·4·1.5 − 0.4·25/16) = (12, 2.375).
 */
const DETERMINANT = 17 * 3.5625 - 16;
const EXACT = {
  mean: [(3.5625 * 12 - 4 * 2.375) / DETERMINANT, (17 * 2.375 - 4 * 12) / DETERMINANT, 0],
  sd: [Math.sqrt(3.5625 / DETERMINANT), Math.sqrt(17 / DETERMINANT), 1],
};

describe('on a linear model with normal errors', () => {
  test('the ensemble has the mean and spread of the exact posterior', async () => {
    const members = 1500;
    const targets = WANTED.map((value, k) => ({ id: `${k}`, value, tolerance: TOLERANCES[k], weight: 1 }));
    const { end, generations } = await searchPosterior(
      { points: drawPrior(members, 3), temperature: 0 },
      {
        fitted: FITTED,
        targets,
        evaluate: async (_, sets) =>
          sets.map((set) => [play(FITTED.map(({ key, prior }) => toCoordinate(set[key], prior)))]),
      },
      { seeds: 1, generations: 20 },
      'linear',
      () => {},
    );
    expect(end.temperature).toBe(1);
    expect(generations.length).toBeGreaterThan(1);
    for (const [d, mean] of EXACT.mean.entries()) {
      const column = end.points.map((point) => point[d]);
      const average = column.reduce((sum, z) => sum + z, 0) / members;
      const sd = Math.sqrt(column.reduce((sum, z) => sum + (z - average) ** 2, 0) / (members - 1));
      // The standard error of a mean of 1,500 is sd/39; four of them, and as much again for the perturbed data of each step.
      expect(Math.abs(average - mean)).toBeLessThan(0.2 * EXACT.sd[d]);
      // That of a standard deviation is 1.8 % of it.
      expect(Math.abs(sd / EXACT.sd[d] - 1)).toBeLessThan(0.1);
    }
  });
});

test('the misfit is half the squared distance in standard deviations', () => {
  // ((3 − 1)² / 4 + (0 − 1)² / 0.5) / 2 = (1 + 2) / 2
  expect(computeMisfit([3, 0], { wanted: [1, 1], variance: [4, 0.5] })).toBe(1.5);
});

describe('the step along the way', () => {
  test('is M over twice the mean misfit, where members agree less', () => {
    // Mean 10, variance 100: 4/20 against √(4/200).
    expect(chooseStep([0, 20], 4, 1)).toBe(0.2);
  });

  test('is √(M over twice the variance), where they agree more', () => {
    // Mean 100, variance 25: √(4/50) against 4/200.
    expect(chooseStep([95, 105], 4, 1)).toBeCloseTo(Math.sqrt(2 / 25), 12);
  });

  test('is three tenths of the way at most', () => {
    // Mean 10, variance 1: √(4/2).
    expect(chooseStep([9, 11], 4, 1)).toBe(0.3);
  });

  test('never leaves the way', () => {
    expect(chooseStep([0.1, 0.1], 4, 0.2)).toBe(0.2);
  });
});
