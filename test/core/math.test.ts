import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibPow from '@stdlib/math-base-special-pow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipNegative, exp, ln, logistic, pow, stepAtZero } from '../../src/core/math.ts';
import { Draws } from '../../src/core/random.ts';

/** Values at which a branch of an algorithm begins or ends, or where a double itself does. */
const EDGES = [
  0,
  Number.MIN_VALUE,
  2 ** -1022,
  2 ** -1022 - Number.MIN_VALUE,
  1e-300,
  2 ** -54,
  2 ** -28,
  2 ** -20,
  0.25,
  1 / 3,
  Math.SQRT1_2,
  0.5,
  0.5 + 2 ** -21,
  1 - 2 ** -20,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  1 + 2 ** -20,
  Math.sqrt(1.5),
  Math.SQRT2,
  1.5,
  Math.sqrt(3),
  2,
  Math.E,
  3,
  4,
  10,
  100.5,
  709.782712893384,
  709.7827128933841,
  745.1332191019411,
  745.1332191019412,
  1023,
  1024,
  1075,
  2 ** 31,
  2 ** 31 + 2 ** 12,
  2 ** 53 - 1,
  1e19,
  2 ** 65,
  Number.MAX_VALUE,
  Infinity,
].flatMap((edge) => [edge, -edge]);

/** Doubles of every magnitude and sign: two random words taken as bits. NaN patterns included. */
function drawDoubles(count: number, seed: number): Float64Array {
  const draws = new Draws([seed, 0]);
  const doubles = new Float64Array(count);
  const words = new Uint32Array(doubles.buffer);
  for (let index = 0; index < count; index++) {
    draws.at(index, 0, 0);
    words[2 * index] = draws.u * 2 ** 32;
    words[2 * index + 1] = draws.v * 2 ** 32;
  }
  return doubles;
}

function drawBetween(count: number, seed: number, low: number, high: number): Float64Array {
  const draws = new Draws([seed, 1]);
  return Float64Array.from({ length: count }, (_, index) => {
    draws.at(index, 0, 0);
    return low + (high - low) * (draws.u + draws.v * 2 ** -32);
  });
}

/** The arguments at which two functions differ in a bit; `Object.is` tells −0 from 0 and takes NaN for NaN. */
function findDifferences(
  ours: (x: number) => number,
  theirs: (x: number) => number,
  values: Iterable<number>,
): number[] {
  return [...values].filter((x) => !Object.is(ours(x), theirs(x)));
}

/**
 * stdlib's `ldexp` flushes what lies between 2⁻¹⁰⁷⁵ and 2⁻¹⁰⁷⁴ to zero. The nearest double is 2⁻¹⁰⁷⁴, which is what these
 * two functions, FDLIBM in C and the engines return.
 */
function isFlushedByStdlib(ours: number, theirs: number): boolean {
  return Math.abs(ours) === Number.MIN_VALUE && theirs === 0;
}

describe('exp', () => {
  test('equals the independent FDLIBM port of stdlib, bit for bit', () => {
    const expected = (x: number): number => (isFlushedByStdlib(exp(x), stdlibExp(x)) ? Number.MIN_VALUE : stdlibExp(x));
    expect(findDifferences(exp, expected, EDGES)).toEqual([]);
    expect(findDifferences(exp, expected, drawDoubles(20_000, 1))).toEqual([]);
    expect(findDifferences(exp, expected, drawBetween(40_000, 2, -5, 5))).toEqual([]);
    expect(findDifferences(exp, expected, drawBetween(40_000, 3, -750, 715))).toEqual([]);
    expect(findDifferences(exp, expected, drawBetween(20_000, 4, -746, -708))).toEqual([]);
  });

  test('never leaves [0, Infinity] and is NaN for NaN only', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => exp(x) >= 0));
    expect(exp(NaN)).toBeNaN();
  });

  test('rounds to the smallest double between half of it and it', () => {
    // ln 2⁻¹⁰⁷⁴ = −744.44 and ln 2⁻¹⁰⁷⁵ = −745.133: −745 lies between.
    expect(exp(-745)).toBe(Number.MIN_VALUE);
    expect(exp(-745.2)).toBe(0);
  });

  test('e⁰ is 1 and e¹ is within a unit in the last place of e', () => {
    expect(exp(0)).toBe(1);
    expect(Math.abs(exp(1) - Math.E)).toBeLessThanOrEqual(2 ** -51);
  });
});

describe('ln', () => {
  test('equals the independent FDLIBM port of stdlib, bit for bit', () => {
    expect(findDifferences(ln, stdlibLn, EDGES)).toEqual([]);
    expect(findDifferences(ln, stdlibLn, drawDoubles(40_000, 5))).toEqual([]);
    expect(findDifferences(ln, stdlibLn, drawBetween(40_000, 6, 0, 4))).toEqual([]);
    expect(findDifferences(ln, stdlibLn, drawBetween(20_000, 7, 1 - 2 ** -19, 1 + 2 ** -19))).toEqual([]);
    expect(findDifferences(ln, stdlibLn, drawBetween(20_000, 8, 0, 2 ** -1021))).toEqual([]);
  });

  test('undoes exp to a few units in the last place', () => {
    // Each function errs by less than one unit; exp turns an error of x·2⁻⁵³ into the same relative error, so 4·2⁻⁵² of
    // max(1, |x|) bounds the round trip.
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        return Math.abs(ln(exp(x)) - x) <= 4 * 2 ** -52 * Math.max(1, Math.abs(x));
      }),
    );
  });
});

describe('pow', () => {
  /**
   * Where stdlib departs from ECMAScript, the engine's operator judges: these results are 0, 1, 2⁻¹⁰⁷⁴ or infinite with
   * a sign, on which engines agree.
   */
  function isStdlibDefect(x: number, y: number): boolean {
    const fractionOfNegativeLimit = (Object.is(x, -0) || x === -Infinity) && !Number.isInteger(y);
    const evenTakenForOdd = x <= 0 && Math.abs(y) > 2 ** 53;
    return (
      Number.isFinite(y) &&
      (fractionOfNegativeLimit || evenTakenForOdd || isFlushedByStdlib(pow(x, y), stdlibPow(x, y)))
    );
  }

  function differs(x: number, y: number): boolean {
    return !Object.is(pow(x, y), isStdlibDefect(x, y) ? x ** y : stdlibPow(x, y));
  }

  test('equals the independent FDLIBM port of stdlib, bit for bit, at every pair of edges', () => {
    const values = [...EDGES, NaN];
    const differences = values.flatMap((x) => values.filter((y) => differs(x, y)).map((y) => [x, y]));
    expect(differences).toEqual([]);
  });

  test.each([
    ['anything to anything', drawDoubles(30_000, 9), drawDoubles(30_000, 10)],
    ['moderate powers', drawBetween(40_000, 11, 0, 10), drawBetween(40_000, 12, -6, 6)],
    ['results over the whole range', drawBetween(30_000, 13, 0, 4), drawBetween(30_000, 14, -1100, 1100)],
    ['subnormal results', drawBetween(20_000, 15, 1.9, 2.1), drawBetween(20_000, 16, -1080, -1000)],
    ['subnormal bases', drawBetween(20_000, 17, 0, 2 ** -1021), drawBetween(20_000, 18, -1, 1)],
    [
      'near one to huge powers',
      drawBetween(30_000, 19, 1 - 2 ** -19, 1 + 2 ** -19),
      drawBetween(30_000, 20, -1e11, 1e11),
    ],
    ['negative to whole powers', drawBetween(20_000, 21, -3, 0), drawBetween(20_000, 22, -60, 60).map(Math.floor)],
  ])('equals stdlib bit for bit: %s', (_, bases, powers) => {
    const differences = [...bases].map((x, index) => [x, powers[index]]).filter(([x, y]) => differs(x, y));
    expect(differences).toEqual([]);
  });
});

describe('logistic', () => {
  test('is 1/2 at 0 and sums to 1 with its mirror', () => {
    expect(logistic(0)).toBe(0.5);
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => Math.abs(logistic(x) + logistic(-x) - 1) <= 2 ** -52));
  });

  test('keeps the far tail and ends at 0 and 1', () => {
    // For x = −40, e⁻⁴⁰ = 4.2e−18 is below half a unit of 1, so 1 + e⁻⁴⁰ = 1 and the logistic is e⁻⁴⁰ itself.
    expect(logistic(-40)).toBe(exp(-40));
    expect(logistic(-Infinity)).toBe(0);
    expect(logistic(Infinity)).toBe(1);
  });
});

describe('choices without a branch are those with one', () => {
  test('the larger of a number and 0', () => {
    const number = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
    fc.assert(fc.property(number, (x) => clipNegative(x) === Math.max(0, x)));
    expect(Object.is(clipNegative(-0), 0)).toBe(true);
  });

  test('1 from 0 on', () => {
    // Smaller differences than 2⁻¹⁰⁰ do not occur between numbers of 24 bits, for which it is made.
    const number = fc
      .double({ noNaN: true, min: -(2 ** 30), max: 2 ** 30, maxExcluded: true })
      .filter((x) => x === 0 || Math.abs(x) > 2 ** -100);
    fc.assert(fc.property(number, (x) => stepAtZero(x) === (x >= 0 ? 1 : 0)));
    expect([-(2 ** 30), -(2 ** -100), -0, 0, 2 ** 30 - 1].map(stepAtZero)).toEqual([0, 0, 1, 1, 1]);
  });
});
