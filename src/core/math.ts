/**
 * `exp`, `ln` and `pow` that give the same bits on every engine: `+ − × ÷ √`, comparisons and the words of a double only.
 * The engine's own functions differ in the last bit between Node versions and browsers.
 *
 * The algorithms are those of FDLIBM 5.3 (`e_exp.c`, `e_log.c`, `e_pow.c`; error below one unit in the last place):
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved.
 *
 * Words are read little-endian, which `hash.ts` checks.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: ECMAScript only recommends a value for Math.LN2
const LN2 = 0.6931471805599453;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: as above
const LOG2_E = 1.4426950408889634;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019411;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 0x40_0000_0000_0000;

/** 2^−1074 … 2^1023 at index exponent + 1074: scaling by a table beats writing words, which stalls the load after it. */
const SMALLEST_EXPONENT = -1074;
const LARGEST_EXPONENT = 1023;
const POWERS_OF_TWO = createPowersOfTwo();

const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
const LOW = 0;
const HIGH = 1;

function createPowersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
  let power = Number.MIN_VALUE;
  for (let index = 0; index < powers.length; index++) {
    powers[index] = power;
    power *= 2;
  }
  return powers;
}

/** x · 2^exponent, rounded once, for x near 1 and −1075 ≤ exponent ≤ 1024. */
function scaleByPowerOfTwo(x: number, exponent: number): number {
  if (exponent > LARGEST_EXPONENT) {
    return x * 2 * POWERS_OF_TWO[LARGEST_EXPONENT - SMALLEST_EXPONENT];
  }
  if (exponent < SMALLEST_EXPONENT) {
    return x * 0.5 * POWERS_OF_TWO[0];
  }
  return x * POWERS_OF_TWO[exponent - SMALLEST_EXPONENT];
}

/** eˣ. Overflows to `Infinity` above 709.78, underflows gradually to 0 below −745.13. */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) {
    return x + Infinity;
  }
  if (x < EXP_UNDERFLOW) {
    return 0;
  }
  if (x > -3.725290298461914e-9 && x < 3.725290298461914e-9) {
    return 1 + x;
  }
  const exponent = (LOG2_E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - exponent * LN2_HIGH;
  const low = exponent * LN2_LOW;
  const remainder = high - low;
  const c = remainder - computeExpCorrection(remainder * remainder);
  return scaleByPowerOfTwo(1 - (low - (remainder * c) / (2 - c) - high), exponent);
}

/** t · P(t), the minimax polynomial that `exp` and `pow` share, t = r². */
function computeExpCorrection(t: number): number {
  return (
    t *
    (0.16666666666666602 +
      t *
        (-0.0027777777777015593 +
          t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  );
}

/** Natural logarithm. `-Infinity` at 0, `NaN` below. */
export function ln(x: number): number {
  if (!(x > 0 && x < Infinity)) {
    return x === 0 ? -Infinity : x > 0 ? x : NaN;
  }
  const subnormal = x < SMALLEST_NORMAL;
  const normal = subnormal ? x * TWO_TO_54 : x;
  const highWord = readHighWord(normal);
  const significand = highWord & 0xfffff;
  const aboveRootTwo = (significand + 0x95f64) >>> 20;
  const normalExponent = (highWord >>> 20) - 1023 + aboveRootTwo;
  const exponent = subnormal ? normalExponent - 54 : normalExponent;
  const f = normal * POWERS_OF_TWO[-normalExponent - SMALLEST_EXPONENT] - 1;
  const high = exponent * LN2_HIGH;
  const low = exponent * LN2_LOW;

  if ((0xfffff & (2 + significand)) < 3) {
    const square = f * f * (0.5 - 0.3333333333333333 * f);
    return high - (square - low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = even + odd;
  if (((significand - 0x6147a) | (0x6b851 - significand)) > 0) {
    const halfSquare = 0.5 * f * f;
    return high - (halfSquare - (s * (halfSquare + r) + low) - f);
  }
  return high - (s * (f - r) - low - f);
}

/** The larger of x and 0, exactly, without a branch: for loops over values of either sign. */
export function clipNegative(x: number): number {
  return (x + Math.abs(x)) / 2;
}

/** 1 where x is 0 or more, else 0, without a branch; for −2³⁰ ≤ x < 2³⁰. */
export function stepAtZero(x: number): number {
  return 1 + Math.floor(x / 0x4000_0000);
}

/** 1 / (1 + e⁻ˣ), accurate in both tails. */
export function logistic(x: number): number {
  if (x >= 0) {
    return 1 / (1 + exp(-x));
  }
  const odds = exp(x);
  return odds / (1 + odds);
}

/** xʸ, with the special values of ECMAScript, except that 1 to any infinite power is 1 (as in C). */
export function pow(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return NaN;
  }
  switch (y) {
    case 0:
      return 1;
    case 1:
      return x;
    case -1:
      return 1 / x;
    case 2:
      return x * x;
    case 3:
      return x * x * x;
    case 4:
      return x * x * (x * x);
  }
  const magnitude = Math.abs(x);
  if (magnitude === 1 || magnitude === 0 || magnitude === Infinity || Math.abs(y) === Infinity) {
    return computeLimitPower(x, y);
  }
  if (x > 0) {
    return y === 0.5 ? Math.sqrt(x) : y === -0.5 ? 1 / Math.sqrt(x) : computePower(x, y);
  }
  if (Math.floor(y) !== y) {
    return NaN;
  }
  return isOdd(y) ? -computePower(magnitude, y) : computePower(magnitude, y);
}

function isOdd(y: number): boolean {
  return Math.abs(y) % 2 === 1;
}

/** xʸ where |x| is 0, 1 or infinite, or y is infinite; y is none of the exponents that `pow` answers itself. */
function computeLimitPower(x: number, y: number): number {
  const magnitude = Math.abs(x);
  if (x === 1) {
    return 1;
  }
  if (Math.abs(y) === Infinity) {
    return magnitude === 1 ? NaN : magnitude < 1 === y > 0 ? 0 : Infinity;
  }
  if (x === -1) {
    return isOdd(y) ? -1 : Math.floor(y) === y ? 1 : NaN;
  }
  const limit = (magnitude === 0) === y > 0 ? 0 : Infinity;
  const negative = x < 0 || (x === 0 && 1 / x < 0);
  return negative && isOdd(y) ? -limit : limit;
}

const TWO_TO_31_HIGH_WORD = 0x41e00000;
const TWO_TO_64_HIGH_WORD = 0x43f00000;
const BELOW_ONE_HIGH_WORD = 0x3fefffff;
const ONE_HIGH_WORD = 0x3ff00000;

/** 1024 − log2 of the largest double plus half a unit in its last place. */
const OVERFLOW_MARGIN = 8.008566259537294e-17;

/** log2 x as a sum: the first term has its low word empty, so that products with it are exact. */
const LOG2 = new Float64Array(2);

/** xʸ for finite x > 0, x ≠ 1, and finite y: 2 to the power of y · log2 x, the product in two parts. */
function computePower(x: number, y: number): number {
  const exponentHighWord = readHighWord(y) & 0x7fffffff;
  if (exponentHighWord > TWO_TO_31_HIGH_WORD) {
    const highWord = readHighWord(x);
    const margin = exponentHighWord > TWO_TO_64_HIGH_WORD ? 0 : 1;
    if (highWord <= BELOW_ONE_HIGH_WORD - margin) {
      return y < 0 ? Infinity : 0;
    }
    if (highWord >= ONE_HIGH_WORD + margin) {
      return y > 0 ? Infinity : 0;
    }
    splitLog2NearOne(x);
  } else {
    splitLog2(x);
  }
  const yHigh = clearLowWord(y);
  const low = (y - yHigh) * LOG2[0] + y * LOG2[1];
  const high = yHigh * LOG2[0];
  const sum = low + high;
  if (sum > 1024 || (sum === 1024 && low + OVERFLOW_MARGIN > sum - high)) {
    return Infinity;
  }
  if (sum < -1075 || (sum === -1075 && low <= sum - high)) {
    return 0;
  }
  return computePowerOfTwo(sum, high, low);
}

/** Writes log2 x to `LOG2` for any finite x > 0: log2 x = n + log2(1.5)·k + 2/(3 ln 2)·(3s + s³ + …). */
function splitLog2(x: number): void {
  const subnormal = x < SMALLEST_NORMAL;
  const normal = subnormal ? x * TWO_TO_54 : x;
  const highWord = readHighWord(normal);
  const significand = highWord & 0xfffff;
  const aboveRootThree = significand >= 0xbb67a;
  const nearThreeHalves = significand > 0x3988e && !aboveRootThree;
  const normalExponent = (highWord >>> 20) - 1023 + (aboveRootThree ? 1 : 0);
  const exponent = subnormal ? normalExponent - 54 : normalExponent;
  const a = normal * POWERS_OF_TWO[-normalExponent - SMALLEST_EXPONENT];
  const base = nearThreeHalves ? 1.5 : 1;
  const grid = aboveRootThree ? 0x100000 : 0x80000;

  const difference = a - base;
  const inverse = 1 / (a + base);
  const s = difference * inverse;
  const sHigh = clearLowWord(s);
  const sumHigh = base + Math.floor(a * grid) / grid;
  const sLow = inverse * (difference - sHigh * sumHigh - sHigh * (a - (sumHigh - base)));

  const square = s * s;
  const highSquare = sHigh * sHigh;
  const tail = square * square * computeLog2Tail(square) + sLow * (sHigh + s);
  const seriesHigh = clearLowWord(3 + highSquare + tail);
  const seriesLow = tail - (seriesHigh - 3 - highSquare);

  const productHigh = sHigh * seriesHigh;
  const productLow = sLow * seriesHigh + seriesLow * s;
  const product = clearLowWord(productHigh + productLow);
  const productRest = productLow - (product - productHigh);
  const high = 0.9617967009544373 * product;
  const low =
    -7.028461650952758e-9 * product + productRest * 0.9617966939259756 + (nearThreeHalves ? 1.350039202129749e-8 : 0);
  const baseHigh = nearThreeHalves ? 0.5849624872207642 : 0;
  const log2High = clearLowWord(high + low + baseHigh + exponent);
  LOG2[0] = log2High;
  LOG2[1] = low - (log2High - exponent - baseHigh - high);
}

function computeLog2Tail(square: number): number {
  return (
    0.5999999999999946 +
    square *
      (0.4285714285785502 +
        square *
          (0.33333332981837743 +
            square * (0.272728123808534 + square * (0.23066074577556175 + square * 0.20697501780033842))))
  );
}

/** Writes log2 x to `LOG2` for |1 − x| ≤ 2⁻²⁰, from t − t²/2 + t³/3 − t⁴/4. */
function splitLog2NearOne(x: number): void {
  const t = x - 1;
  const w = t * t * (0.5 + t * (-0.3333333333333333 + t * 0.25));
  const high = 1.4426950216293335 * t;
  const low = t * 1.9259629911266175e-8 - w * LOG2_E;
  LOG2[0] = clearLowWord(high + low);
  LOG2[1] = low - (LOG2[0] - high);
}

/** 2^(high + low), where `sum` is high + low rounded, within −1075 … 1024. */
function computePowerOfTwo(sum: number, high: number, low: number): number {
  let exponent = 0;
  if (Math.abs(sum) >= 0.5000004768371582) {
    const rounded = Math.floor(Math.abs(sum) + 0.5);
    exponent = sum < 0 ? -rounded : rounded;
  }
  const fraction = high - exponent;
  const t = clearLowWord(low + fraction);
  const u = t * 0.6931471824645996;
  const v = (low - (t - fraction)) * LN2 + t * -1.904654299957768e-9;
  const z = u + v;
  const w = v - (z - u);
  const c = z - computeExpCorrection(z * z);
  const r = (z * c) / (c - 2) - (w + z * w);
  return scaleByPowerOfTwo(1 - (r - z), exponent);
}

function readHighWord(x: number): number {
  DOUBLE[0] = x;
  return WORDS[HIGH];
}

/** x cut to its upper 21 significant bits. */
function clearLowWord(x: number): number {
  DOUBLE[0] = x;
  WORDS[LOW] = 0;
  return DOUBLE[0];
}
