/*
 * Money is whole cents (分) in a double. Whole numbers up to 2⁵³ − 1, 90 trillion yuan, add and subtract exactly in any
 * order, so books can be balanced with `===`. Round where a flow is created, never later.
 */

/**
 * The nearest whole number of cents, halves away from zero, never −0 (whose bits would differ in a state hash).
 * Exact for |x| < 2⁵³: it looks at the fraction, because x + 0.5 is itself rounded for some x.
 */
export function roundCents(x: number): number {
  return x > 0 ? roundUpward(x) : 0 - roundUpward(-x);
}

function roundUpward(x: number): number {
  const whole = Math.floor(x);
  return x - whole >= 0.5 ? whole + 1 : whole;
}
