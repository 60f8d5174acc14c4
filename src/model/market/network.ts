import { PURPOSE } from '../purposes.ts';
import { readMonth, type World } from '../world.ts';

/** Ages are spread over this many years in the order of similarity, tiers over four. */
const AGE_SPAN = 60;
const TIERS = 4;
/** Positions are whole numbers of this size, so that sorting them with the slot in the low digits is exact. */
const RESOLUTION = 67_108_864;

/**
 * Ties of a small world (Watts and Strogatz 1998) with homophily: people stand in a ring by city tier and age, blurred by
 * chance; each knows the nearest on both sides, and some ties reach anybody. The ties stay as they are.
 */
export function createNetwork(world: World): void {
  const { agents, ties, values, draws } = world;
  const friends = values['network.friends'];
  const ring = orderBySimilarity(world);
  for (let place = 0; place < agents; place++) {
    const slot = ring[place];
    for (let k = 0; k < friends; k++) {
      draws.at(slot, 0, PURPOSE.tieFirst + k);
      const reaches = draws.u < values['network.rewiring'];
      const step = (k >> 1) + 1;
      const near = (place + (k % 2 === 0 ? step : agents - (step % agents))) % agents;
      ties.friend[slot * friends + k] = reaches ? Math.floor(draws.v * agents) : ring[near];
    }
  }
}

/** Slots in the order of the ring. */
function orderBySimilarity(world: World): Int32Array {
  const { agents, investors, values, draws } = world;
  const homophily = values['network.homophily'];
  const month = readMonth(world);
  const keys = new Float64Array(agents);
  for (let i = 0; i < agents; i++) {
    draws.at(i, 0, PURPOSE.position);
    const age = Math.min(1, Math.max(0, ((month - investors.birthMonth[i]) / 12 - 18) / AGE_SPAN));
    const alike = (investors.tier[i] - 1 + age) / TIERS;
    const position = homophily * alike + (1 - homophily) * draws.u;
    keys[i] = Math.floor(position * RESOLUTION) * agents + i;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % agents);
}
