import type { Sample } from './sample.ts';
import { createSobolSequence, SOBOL_DIMENSIONS_MOST } from './sobol-sequence.ts';

/** Parameters that a design for Sobol indices can have: its points are pairs of the sequence. */
export const SOBOL_AXES_MOST = Math.floor(SOBOL_DIMENSIONS_MOST / 2);

/** A design for Sobol indices. Blocks of `dimensions + 2` points: A, then A with one coordinate of B after the other, then B. */
export interface SobolDesign extends Sample {
  /** Blocks. */
  readonly samples: number;
}

/**
 * The radial design of A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, "Variance based sensitivity
 * analysis of model output. Design and estimator for the total sensitivity index", Comput. Phys. Commun. 181 (2010) 259–270:
 * A and B are the halves of a Sobol sequence of twice the dimensions. The first blocks of a longer design are those of a shorter.
 * @param samples blocks, best a power of two
 * @throws RangeError for more than `SOBOL_AXES_MOST` dimensions
 */
export function createSobolDesign(samples: number, dimensions: number, seed: string): SobolDesign {
  const pairs = createSobolSequence(samples, 2 * dimensions, seed);
  const size = dimensions + 2;
  function readPoint(k: number): number[] {
    const pair = pairs.readPoint(Math.floor(k / size));
    const place = k % size;
    if (place === size - 1) return pair.slice(dimensions);
    const point = pair.slice(0, dimensions);
    if (place > 0) point[place - 1] = pair[dimensions + place - 1];
    return point;
  }
  return { samples, count: samples * size, dimensions, readPoint };
}
