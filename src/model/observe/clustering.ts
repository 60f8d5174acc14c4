import { NONE } from '../purposes.ts';
import type { World } from '../world.ts';
import { divide } from './divide.ts';

/** Slots are exchangeable: the first so many are a fair sample, and as many are enough. */
const SAMPLE = 5_000;
const AGE_BANDS_YEARS: readonly number[] = [25, 35, 50, 65];
const CELLS = (AGE_BANDS_YEARS.length + 1) * 2;
const LOW_TIER = 3;

/** Friends at the same main broker, over people of the same age band and half of the tiers (trial.md §3 no. 11). */
export function computeClustering(world: World): number {
  const { investors, ties, values, agents } = world;
  const friends = values['network.friends'];
  const sample = Math.min(agents, SAMPLE);
  const cells = placeUsers(world, sample);
  const counts = countClients(world, cells);
  let [same, expected, pairs] = [0, 0, 0];
  for (let i = 0; i < sample; i++) {
    const main = investors.main[i];
    if (main === NONE) continue;
    const row = cells[i] * (NONE + 1);
    const alike = counts[row + NONE] > 1 ? (counts[row + main] - 1) / (counts[row + NONE] - 1) : 0;
    for (let k = i * friends; k < (i + 1) * friends; k++) {
      const other = investors.main[ties.friend[k]];
      if (other === NONE) continue;
      pairs++;
      expected += alike;
      if (other === main) same++;
    }
  }
  return divide(divide(same, pairs), divide(expected, pairs));
}

/** Cell of age and tier of each person sampled. */
function placeUsers({ investors, market }: World, sample: number): Uint8Array {
  const cells = new Uint8Array(sample);
  for (let i = 0; i < sample; i++) {
    const years = (market.month[0] - investors.birthMonth[i]) / 12;
    let band = 0;
    while (band < AGE_BANDS_YEARS.length && years >= AGE_BANDS_YEARS[band]) band++;
    cells[i] = band * 2 + (investors.tier[i] >= LOW_TIER ? 1 : 0);
  }
  return cells;
}

/** Clients by cell and broker; at NONE all clients of the cell. */
function countClients({ investors }: World, cells: Uint8Array): Float64Array {
  const counts = new Float64Array(CELLS * (NONE + 1));
  for (let i = 0; i < cells.length; i++) {
    const main = investors.main[i];
    if (main === NONE) continue;
    counts[cells[i] * (NONE + 1) + main]++;
    counts[cells[i] * (NONE + 1) + NONE]++;
  }
  return counts;
}
