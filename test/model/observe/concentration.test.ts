import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computeConcentrationRatio,
  computeEntropy,
  computeGini,
  computeHhi,
  computeUserShares,
} from '../../../src/model/observe/concentration.ts';

const MONOPOLY = Float64Array.of(1, 0, 0, 0);
const EVEN = Float64Array.of(0.25, 0.25, 0.25, 0.25);
const TIERED = Float64Array.of(0.1, 0.5, 0.1, 0.3);

describe('shares of users', () => {
  test('count a main account once and every other account as .15', () => {
    // Weights 60 + 3 and 40 + 1.5 of 104.5.
    const shares = computeUserShares(Float64Array.of(60, 40), Float64Array.of(20, 10));
    expect(shares[0]).toBeCloseTo(63 / 104.5, 12);
    expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
  });

  test('are all zero where nobody is a user', () => {
    expect([...computeUserShares(new Float64Array(3), new Float64Array(3))]).toEqual([0, 0, 0]);
  });
});

describe('on cases worked by hand', () => {
  test('HHI: 10,000 for a monopoly, 10,000/n for equals, .01 + .25 + .01 + .09 otherwise', () => {
    expect(computeHhi(MONOPOLY)).toBe(10_000);
    expect(computeHhi(EVEN)).toBe(2_500);
    expect(computeHhi(TIERED)).toBeCloseTo(3_600, 9);
  });

  test('CR: the largest together, whatever their order', () => {
    expect(computeConcentrationRatio(TIERED, 1)).toBe(0.5);
    expect(computeConcentrationRatio(TIERED, 3)).toBeCloseTo(0.9, 12);
    expect(computeConcentrationRatio(TIERED, 10)).toBeCloseTo(1, 12);
  });

  test('entropy: 0 for a monopoly, ln n for equals', () => {
    expect(computeEntropy(MONOPOLY)).toBe(0);
    expect(computeEntropy(EVEN)).toBeCloseTo(Math.log(4), 12);
    expect(computeEntropy(TIERED)).toBeCloseTo(-(0.5 * Math.log(0.5) + 0.3 * Math.log(0.3) + 0.2 * Math.log(0.1)), 12);
  });

  test('Gini: (n − 1)/n for a monopoly, 0 for equals and for nothing', () => {
    expect(computeGini(MONOPOLY)).toBeCloseTo(0.75, 12);
    expect(computeGini(EVEN)).toBeCloseTo(0, 12);
    expect(computeGini(new Float64Array(3))).toBe(0);
    // Mean absolute difference of {.1, .1, .3, .5} over 2 × mean: (0 + .2 + .4 + .2 + .4 + .2) × 2 / 16 / (2 × .25).
    expect(computeGini(TIERED)).toBeCloseTo(0.35, 12);
  });
});

test('for any shares: HHI and CR grow when the largest takes from the smallest, entropy falls', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(weights, (drawn) => {
      const total = drawn.reduce((sum, w) => sum + w, 0);
      const shares = Float64Array.from(drawn, (w) => w / total).toSorted();
      const moved = shares.slice();
      const gift = moved[0] / 2;
      moved[0] -= gift;
      moved[moved.length - 1] += gift;
      expect(computeHhi(moved)).toBeGreaterThan(computeHhi(shares));
      expect(computeConcentrationRatio(moved, 1)).toBeGreaterThan(computeConcentrationRatio(shares, 1));
      expect(computeEntropy(moved)).toBeLessThan(computeEntropy(shares));
      expect(computeGini(moved)).toBeGreaterThan(computeGini(shares));
      expect(computeHhi(shares)).toBeGreaterThanOrEqual(10_000 / shares.length - 1e-6);
    }),
    { seed: 7 },
  );
});
