import { exp, ln } from './math.ts';

/** Terms of the Lanczos series for ln Γ (P. Godfrey, “A note on the computation of the convergent Lanczos complex Gamma approximation”, 2001): g = 7, nine terms. */
const LANCZOS_G = 7;
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;
const HALF_LN_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x ≥ ½, to about 1 part in 10¹⁴. */
export function lnGamma(x: number): number {
  let sum: number = LANCZOS[0];
  for (let k = 1; k < LANCZOS.length; k++) sum += LANCZOS[k] / (x - 1 + k);
  const t = x - 0.5 + LANCZOS_G;
  return HALF_LN_TWO_PI + (x - 0.5) * ln(t) - t + ln(sum);
}

const MOST_STEPS = 200;
const CLOSE = 1e-14;
/** Stands in for a zero denominator. */
const TINY = 1e-300;

/**
 * P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta function, to about 1 part in 10¹²: continued fraction
 * (NIST Digital Library of Mathematical Functions, 8.17.22) by the method of Lentz. 0 below 0, 1 from 1 on.
 * @param a at least ½ @param b at least ½
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it, the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = exp(a * ln(x) + b * ln(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b));
  return front / (a * evaluateFraction(x, a, b));
}

/** 1 + d₁/(1 + d₂/(1 + …)). */
function evaluateFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 0;
  let value = 1;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const m = step >> 1;
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const term = step % 2 === 0 ? even : odd;
    d = 1 / keepFromZero(1 + term * d);
    c = keepFromZero(1 + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < CLOSE) break;
  }
  return value;
}

function keepFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
