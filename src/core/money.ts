/*
 * Money is whole cents (分) in a double. Whole numbers up to 2⁵³ − 1, 90 trillion yuan, add and subtract exactly in any
 * order, so books can be balanced with `===`. Round where a flow is created, never later.
 */

/**
 * The nearest whole number of cents, halves away from zero, never −0 (whose bits would differ in a state hash).
 * Exact for |x| < 2⁵³: twice the fraction says whether to go one further, because x + 0.5 is itself rounded for some x.
 * Without a branch, which processors would guess wrong half of the time.
 */
export function roundCents(x: number): number {
  const whole = Math.trunc(x);
  return whole + Math.trunc(2 * (x - whole)) + 0;
}
