import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundCents } from '../../src/core/money.ts';

test.each([
  [0, 0],
  [0.4, 0],
  [0.5, 1],
  [1.5, 2],
  [2.5, 3],
  [-0.5, -1],
  [-2.5, -3],
  [-2.4, -2],
  // The double below one half, and an odd number above 2⁵²: adding 0.5 to either would round up to the next whole.
  [0.49999999999999994, 0],
  [2 ** 52 + 1, 2 ** 52 + 1],
  [2 ** 53 - 1, 2 ** 53 - 1],
])('%f is %f cents, halves away from zero', (x, expected) => {
  expect(roundCents(x)).toBe(expected);
});

test('never gives −0, whose bits would change a state hash', () => {
  for (const x of [-0, -0.1, -0.49, 0]) {
    expect(Object.is(roundCents(x), 0)).toBe(true);
  }
});

const amount = fc.double({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1, noNaN: true });

test('gives the nearest whole number, and the mirror of it for the mirrored amount', () => {
  fc.assert(
    fc.property(amount, (x) => {
      const cents = roundCents(x);
      expect(Number.isSafeInteger(cents)).toBe(true);
      expect(Math.abs(cents - x)).toBeLessThanOrEqual(0.5);
      expect(roundCents(-x)).toBe(0 - cents);
    }),
  );
});
