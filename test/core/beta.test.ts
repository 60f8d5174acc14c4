import { describe, expect, test } from 'vitest';
import { betaCdf, lnGamma } from '../../src/core/beta.ts';

test('ln Γ agrees with factorials and with Γ(½) = √π', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 11);
    factorial *= n;
  }
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
});

describe('the distribution function of a Beta variable', () => {
  const grid = Array.from({ length: 19 }, (_, k) => (k + 1) / 20);

  test.each(grid)('is known in closed form where a parameter is whole, at %d', (x) => {
    expect(betaCdf(x, 1, 1)).toBeCloseTo(x, 12);
    expect(betaCdf(x, 3.5, 1)).toBeCloseTo(x ** 3.5, 12);
    expect(betaCdf(x, 1, 2.5)).toBeCloseTo(1 - (1 - x) ** 2.5, 12);
    // Beta(2, 3) has density 12 x (1 − x)².
    expect(betaCdf(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 12);
  });

  test.each(grid)('mirrors that of its complement, and rises, at %d', (x) => {
    expect(betaCdf(x, 8.25, 1.75) + betaCdf(1 - x, 1.75, 8.25)).toBeCloseTo(1, 12);
    expect(betaCdf(x, 8.25, 1.75)).toBeGreaterThan(betaCdf(x - 0.05, 8.25, 1.75));
  });

  test('is 0 up to 0 and 1 from 1 on', () => {
    expect([betaCdf(-1, 2, 2), betaCdf(0, 2, 2), betaCdf(1, 2, 2), betaCdf(2, 2, 2)]).toEqual([0, 0, 1, 1]);
  });
});
