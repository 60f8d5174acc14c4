import { exp, ln } from './math.ts';

/**
 * The standard normal quantile, to about 1 part in 10¹⁶: algorithm AS 241, PPND16 (M. J. Wichura, "The percentage points
 * of the normal distribution", Applied Statistics 37, 1988). `-Infinity` at 0, `Infinity` at 1, `NaN` outside.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    return q * computeCentralRatio(0.180625 - q * q);
  }
  if (!(p > 0 && p < 1)) {
    return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const magnitude = r <= 5 ? computeTailRatio(r - 1.6) : computeFarTailRatio(r - 5);
  return q < 0 ? -magnitude : magnitude;
}

function computeCentralRatio(r: number): number {
  const numerator =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const denominator =
    ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return numerator / denominator;
}

function computeTailRatio(r: number): number {
  const numerator =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const denominator =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return numerator / denominator;
}

function computeFarTailRatio(r: number): number {
  const numerator =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}

const HALF_LN_TWO_PI = 0.9189385332046728;
/** Beyond it the smaller tail is below the last bit of the larger. */
const FAR = 8.3;

/**
 * The standard normal distribution function Φ, to about 1 part in 10¹⁵ of 1: Taylor series about 0 (G. Marsaglia, "Evaluating
 * the normal distribution", Journal of Statistical Software 11(4), 2004). Lower tails have that absolute, no relative accuracy.
 */
export function normalCdf(x: number): number {
  if (x > FAR) return 1;
  if (x < -FAR) return 0;
  let term = x;
  let sum = x;
  let before = 0;
  for (let k = 3; sum !== before; k += 2) {
    term *= (x * x) / k;
    before = sum;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * exp(-0.5 * x * x - HALF_LN_TWO_PI)));
}

const LARGEST_SUMMED_MEAN = 60;

/**
 * The smallest k with P(N ≤ k) ≥ u for a Poisson count N; 0 when the mean is not positive. Up to a mean of 60 by adding
 * probabilities; above it by the expansion Q̃N2 of M. B. Giles ("Algorithm 955: approximation of the inverse Poisson
 * cumulative distribution function", ACM TOMS 42, 2016, eq. 6), off by at most one in rare cases.
 */
export function poissonQuantile(u: number, mean: number): number {
  return poissonQuantileFrom(u, mean, exp(-mean));
}

/** The same for callers who have e^−mean already: many exponentials in a row are quicker than each before its search. */
export function poissonQuantileFrom(u: number, mean: number, expMinusMean: number): number {
  if (mean > LARGEST_SUMMED_MEAN) {
    return approximatePoissonQuantile(u, mean);
  }
  let count = 0;
  let probability = expMinusMean;
  let cumulated = probability;
  while (u > cumulated) {
    count++;
    probability *= mean / count;
    const next = cumulated + probability;
    if (next === cumulated && count > mean) {
      break;
    }
    cumulated = next;
  }
  return count;
}

function approximatePoissonQuantile(u: number, mean: number): number {
  const w = normalQuantile(u);
  const root = Math.sqrt(mean);
  const correction = 1 / 3 + (w * w) / 6 - (w / 36 + (w * w * w) / 72) / root;
  return Math.max(0, Math.floor(mean + root * w + correction));
}

/** A standard Gumbel draw from a uniform one, −ln(−ln u): adding it to utilities makes their maximum a logit choice. */
export function gumbelQuantile(u: number): number {
  return -ln(-ln(u));
}
