import { createRunKey, Draws } from '../../core/random.ts';
import { DIRECTION_NUMBERS } from './direction-numbers.ts';
import type { Sample } from './sample.ts';

const BITS = 32;
const SCALE = 1 / 0x1_0000_0000;

/** Coordinates that a point of the sequence can have. */
export const SOBOL_DIMENSIONS_MOST = DIRECTION_NUMBERS.length + 1;

/**
 * The Sobol sequence in Gray code order, from the origin on (I. M. Sobol 1967; I. A. Antonov and V. M. Saleev 1979), with the
 * direction numbers of Joe and Kuo 2008. A seed shifts it digitally: each coordinate is combined by exclusive or with 32 random
 * bits of its own, which keeps it a net and takes its points off the corner. Best with a power of two of points.
 * @param seed `null` for the sequence itself
 * @throws RangeError for more than `SOBOL_DIMENSIONS_MOST` dimensions
 */
export function createSobolSequence(count: number, dimensions: number, seed: string | null): Sample {
  if (dimensions > SOBOL_DIMENSIONS_MOST) throw new RangeError(`at most ${SOBOL_DIMENSIONS_MOST} dimensions`);
  const directions = Array.from({ length: dimensions }, (_, axis) => createDirections(axis));
  const shifts = seed === null ? new Int32Array(dimensions) : drawShifts(dimensions, seed);
  function readPoint(k: number): number[] {
    const gray = k ^ (k >>> 1);
    return directions.map((direction, axis) => {
      let word = shifts[axis];
      for (let bit = 0; gray >>> bit !== 0; bit++) {
        if (((gray >>> bit) & 1) === 1) word ^= direction[bit];
      }
      return (word >>> 0) * SCALE;
    });
  }
  return { count, dimensions, readPoint };
}

function drawShifts(dimensions: number, seed: string): Int32Array {
  const draws = new Draws(createRunKey(`sobol ${seed}`));
  return Int32Array.from({ length: dimensions }, (_, axis) => {
    draws.atCounter(axis, 0);
    return Math.floor(draws.u / SCALE) | 0;
  });
}

/** v₁ … v₃₂ of an axis as 32-bit fractions: the recurrence of Joe and Kuo (2008), (2) and (3). */
function createDirections(axis: number): Int32Array {
  const directions = new Int32Array(BITS);
  if (axis === 0) return directions.map((_, bit) => 1 << (BITS - 1 - bit));
  const [a, ...m] = DIRECTION_NUMBERS[axis - 1];
  const degree = m.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      directions[bit] = m[bit] << (BITS - 1 - bit);
      continue;
    }
    const oldest = directions[bit - degree];
    let word = oldest ^ (oldest >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((a >>> (degree - 1 - k)) & 1) === 1) word ^= directions[bit - k];
    }
    directions[bit] = word;
  }
  return directions;
}
