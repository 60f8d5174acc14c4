/*
 * Numbers that are not negative, binned by their leading binary digits: sorting by a count instead of by comparisons.
 * Bins are 1.6 % wide and in the order of the numbers.
 */

const DROPPED_BITS = 17;
export const BINS = 1 << (32 - 1 - DROPPED_BITS);

const NUMBER = new Float32Array(1);
const BITS = new Uint32Array(NUMBER.buffer);

/** Bin of a number from 0 on, 0 for zero itself. */
export function findBin(x: number): number {
  NUMBER[0] = x;
  return BITS[0] >>> DROPPED_BITS;
}
