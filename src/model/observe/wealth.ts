import { BLOCK_SLOTS, takeUsersInOrder } from '../investors/block.ts';
import type { World } from '../world.ts';
import { BINS, findBin } from './bins.ts';

/** Gini coefficient of client assets over users; people whose assets differ by less than 1.6 % may count as equal. */
export function computeAssetsGini(world: World): number {
  const { investors, agents, block } = world;
  const counts = new Float64Array(BINS);
  const sums = new Float64Array(BINS);
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    for (let k = 0; k < block.count; k++) {
      const cents = investors.assetsCents[block.slots[k]];
      const bin = findBin(cents);
      counts[bin]++;
      sums[bin] += cents;
    }
  }
  return computeBinnedGini(counts, sums);
}

/** Gini coefficient of amounts, given how many lie in each bin and their sum, smallest first; NaN when there are none. */
export function computeBinnedGini(counts: ArrayLike<number>, sums: ArrayLike<number>): number {
  let [poorer, total, weighted] = [0, 0, 0];
  // Twice the mean rank in the bin; the formula of `computeGini` with that for everybody in it.
  for (let bin = 0; bin < counts.length; bin++) {
    weighted += sums[bin] * (2 * poorer + counts[bin]);
    poorer += counts[bin];
    total += sums[bin];
  }
  return total > 0 ? weighted / (poorer * total) - 1 : Number.NaN;
}
