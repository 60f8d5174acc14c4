import type { SobolDesign } from '../sampling/sobol-design.ts';
import { bootstrap, type Estimate } from './bootstrap.ts';

/** Parts of a figure’s variance that go back to a parameter. */
interface SobolIndex {
  /** By itself: the variance that would go if it were known. */
  readonly first: Estimate;
  /** By itself and together with others: the variance that would be left if all others were known. */
  readonly total: Estimate;
}

/** Indices by parameter, and the blocks of the design that have a figure at every point. */
export interface SobolIndices {
  readonly indices: readonly SobolIndex[];
  readonly samples: number;
}

/**
 * First-order indices by the estimator (b) and total indices by the estimator (f) of Saltelli et al. 2010, table 2 (the latter of
 * M. J. W. Jansen, "Analysis of variance designs for model output", Comput. Phys. Commun. 117 (1999) 35–43), with bootstrap
 * intervals over blocks. Outputs are centred first, which lessens the error of the former. Estimates may fall outside 0 to 1.
 * @param outputs by point of the design; a block with a `null` or not a number is left out
 */
export function computeSobol(
  { samples, dimensions }: Pick<SobolDesign, 'samples' | 'dimensions'>,
  outputs: readonly (number | null)[],
  seed = 'sobol',
): SobolIndices {
  const size = dimensions + 2;
  const blocks = Array.from({ length: samples }, (_, block) =>
    outputs.slice(block * size, (block + 1) * size).map((value) => value ?? Number.NaN),
  ).filter((block) => block.length === size && block.every(Number.isFinite));
  const mean = blocks.reduce((sum, block) => sum + block[0] + block[size - 1], 0) / (2 * blocks.length);
  const centred = blocks.map((block) => block.map((value) => value - mean));
  const estimates = bootstrap(centred.length, (places) => estimate(centred, places, dimensions), seed);
  const indices = Array.from({ length: dimensions }, (_, axis) => ({
    first: estimates[axis],
    total: estimates[dimensions + axis],
  }));
  return { indices, samples: centred.length };
}

/** First-order indices of all parameters, then their total indices. */
function estimate(blocks: readonly (readonly number[])[], places: Int32Array, dimensions: number): number[] {
  const sums = new Array<number>(2 * dimensions).fill(0);
  let [sum, squares] = [0, 0];
  for (const place of places) {
    const block = blocks[place];
    const [a, b] = [block[0], block[dimensions + 1]];
    sum += a + b;
    squares += a * a + b * b;
    for (let axis = 0; axis < dimensions; axis++) {
      const mixed = block[axis + 1];
      sums[axis] += b * (mixed - a);
      sums[dimensions + axis] += ((a - mixed) * (a - mixed)) / 2;
    }
  }
  const n = places.length;
  const variance = squares / (2 * n) - (sum / (2 * n)) * (sum / (2 * n));
  return sums.map((total) => total / n / variance);
}
