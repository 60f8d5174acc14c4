import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gumbelQuantile, normalCdf, normalQuantile, poissonQuantile } from '../../src/core/normal.ts';

describe('normalQuantile', () => {
  // The first three are the check values of Wichura (1988) for PPND16; the rest are √2·erfinv(2p − 1), or the root of
  // ln Φ(z) = ln p, at 40 digits. They visit each of the three rational functions.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.01, -2.326347874040841],
    [1 - 2 ** -33, 6.337957754553789],
    [1e-300, -37.04709629936119],
  ])('at %f is %f', (p, expected) => {
    expect(Math.abs(normalQuantile(p) / expected - 1)).toBeLessThan(1e-15);
  });

  test('is 0 in the middle, infinite at the ends, NaN outside', () => {
    expect([0.5, 0, 1].map(normalQuantile)).toEqual([0, -Infinity, Infinity]);
    expect([-0.1, 1.1, NaN].map(normalQuantile)).toEqual([NaN, NaN, NaN]);
  });

  test('is odd around one half', () => {
    // p on the grid of draws, (k + ½)·2⁻³², so that 1 − p is exact.
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (word) => {
        const p = (word + 0.5) / 2 ** 32;
        expect(normalQuantile(1 - p)).toBe(0 - normalQuantile(p));
      }),
    );
  });

  test('rises, across the seams between the rational functions too', () => {
    // Seams: |p − ½| = 0.425, and √(−ln p) = 5, that is p = e⁻²⁵. A step of one part in 10¹² of the smaller tail moves z by
    // at least 10⁻¹⁴, ten times the error of the algorithm.
    const tail = fc.oneof(fc.double({ min: 1e-15, max: 0.5, noNaN: true }), fc.constantFrom(0.075, Math.exp(-25)));
    fc.assert(fc.property(tail, (p) => normalQuantile(p * (1 + 1e-12)) > normalQuantile(p * (1 - 1e-12))));
  });
});

describe('poissonQuantile', () => {
  /** P(N ≤ count), not by the recursion that the function uses: each term from its logarithm. */
  function computePoissonCdf(count: number, mean: number): number {
    let logFactorial = 0;
    let sum = 0;
    for (let k = 0; k <= count; k++) {
      logFactorial += k === 0 ? 0 : Math.log(k);
      sum += Math.exp(k * Math.log(mean) - mean - logFactorial);
    }
    return sum;
  }

  // Quantiles at u = 0.01, 0.5, 0.9, 0.99, 0.999999 and 1 − 2⁻³³ from scipy.stats.poisson.ppf, which inverts the
  // incomplete gamma function.
  test.each([
    [0.1, [0, 0, 0, 1, 4, 6]],
    [1, [0, 1, 2, 4, 9, 12]],
    [4, [0, 4, 7, 9, 17, 22]],
    [60, [43, 60, 70, 79, 100, 115]],
    [61, [44, 61, 71, 80, 102, 117]],
    [100, [77, 100, 113, 124, 151, 170]],
    [1000, [927, 1000, 1041, 1074, 1154, 1207]],
    [1e6, [997674, 1000000, 1001282, 1002327, 1004757, 1006344]],
  ])('of mean %d', (mean, expected) => {
    const quantiles = [0.01, 0.5, 0.9, 0.99, 0.999999, 1 - 2 ** -33].map((u) => poissonQuantile(u, mean));
    expect(quantiles).toEqual(expected);
  });

  test('is the smallest count whose cumulated probability reaches u', () => {
    // 10⁻¹² keeps clear of draws so near to a step that the rounding of either sum would decide.
    fc.assert(
      fc.property(
        fc.double({ min: 2 ** -33, max: 1 - 2 ** -33, noNaN: true }),
        fc.double({ min: 1e-6, max: 60, noNaN: true }),
        (u, mean) => {
          const count = poissonQuantile(u, mean);
          expect(computePoissonCdf(count, mean)).toBeGreaterThan(u - 1e-12);
          expect(count === 0 ? 0 : computePoissonCdf(count - 1, mean)).toBeLessThan(u + 1e-12);
        },
      ),
    );
  });

  test('has the mean it was asked for, below and above the change of method', () => {
    // The midpoint sum of a rising function with values from 0 to R over n points is within R/n of its integral, and
    // R < mean + 8·√mean + 12 at the last of n = 20 000 points.
    for (const mean of [0.3, 5, 59.9, 60.1, 200, 5000]) {
      const n = 20_000;
      let sum = 0;
      for (let index = 0; index < n; index++) {
        sum += poissonQuantile((index + 0.5) / n, mean);
      }
      expect(Math.abs(sum / n - mean)).toBeLessThan((mean + 8 * Math.sqrt(mean) + 12) / n + 0.002);
    }
  });

  test('is 0 when nothing is expected, and ends when u is 1', () => {
    expect(poissonQuantile(0.999, 0)).toBe(0);
    expect(poissonQuantile(0.999, -1)).toBe(0);
    expect(Number.isSafeInteger(poissonQuantile(1, 20))).toBe(true);
  });
});

describe('gumbelQuantile', () => {
  test('known values: 0 at e⁻¹, −ln ln 2 = 0.36651292058166435 at one half', () => {
    expect(Math.abs(gumbelQuantile(Math.exp(-1)))).toBeLessThan(1e-15);
    expect(Math.abs(gumbelQuantile(0.5) - 0.36651292058166435)).toBeLessThan(1e-15);
  });

  test('is finite on every draw', () => {
    expect(gumbelQuantile(2 ** -33)).toBeGreaterThan(-4);
    expect(gumbelQuantile(1 - 2 ** -33)).toBeLessThan(23);
  });

  test('makes the better of two utilities a logit choice', () => {
    // P(1 + G₁ > G₂) = 1/(1 + e⁻¹) = 0.7311. On a 400 × 400 midpoint grid the boundary crosses fewer than 800 cells of
    // 160 000, so the count is within 0.005 of the area.
    const n = 400;
    let chosen = 0;
    for (let first = 0; first < n; first++) {
      for (let second = 0; second < n; second++) {
        chosen += 1 + gumbelQuantile((first + 0.5) / n) > gumbelQuantile((second + 0.5) / n) ? 1 : 0;
      }
    }
    expect(Math.abs(chosen / (n * n) - 1 / (1 + Math.exp(-1)))).toBeLessThan(0.005);
  });
});

describe('normalCdf', () => {
  // Φ to 16 digits: Abramowitz and Stegun, table 26.1, and ½·erfc(−x/√2) at 40 digits.
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.96, 0.024997895148220435],
    [3, 0.9986501019683699],
    [-6, 9.865876450376981e-10],
  ])('at %f is %f', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(2e-16 * 5);
  });

  test('is 0 and 1 far out', () => {
    expect([-40, 40, -Infinity, Infinity].map(normalCdf)).toEqual([0, 1, 0, 1]);
  });

  test('undoes the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-15);
      }),
    );
  });
});
