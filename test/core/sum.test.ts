import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf } from '../../src/core/sum.ts';

test('whole cents add up to the exact total in any order', () => {
  // 200 amounts below 2⁴⁵ stay below 2⁵³, where every partial sum is exact; BigInt gives the true total.
  const cents = fc.array(
    fc.maxSafeInteger().map((amount) => amount % 2 ** 45),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(cents, (amounts) => {
      const exact = Number(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
      expect(sumOf(Float64Array.from(amounts))).toBe(exact);
      expect(sumOf(Float64Array.from(amounts).reverse())).toBe(exact);
    }),
  );
});

test('the order is that of position: 1 added to 2⁵³ is lost, 1 added before it is not', () => {
  expect(sumOf([2 ** 53, 1, 1])).toBe(2 ** 53);
  expect(sumOf([1, 1, 2 ** 53])).toBe(2 ** 53 + 2);
});
