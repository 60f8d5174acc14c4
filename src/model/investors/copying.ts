import { normalQuantile } from '../../core/normal.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { readMonth, readPerson, type World } from '../world.ts';

/*
 * Copy trading (M22), a scenario switch: engaged clients copy in part what the boldest of their friends online holds. So they take
 * more risk than of themselves (E42), and win and lose together with those they copy. What a friend draws is a pure
 * function of the friend’s number; nothing of the friend’s month is read.
 */

/** Leaves the risk that people take in `block.y` and their own luck, a standard normal number, in `block.z`. */
export function takeRisks(world: World): void {
  const { investors, values, block } = world;
  const { y: risk, z: luck } = block;
  for (let k = 0; k < block.count; k++) {
    risk[k] = investors.risk[block.slots[k]];
    luck[k] = normalQuantile(block.v[k]);
  }
  if (values['trading.copying'] === 0) return;
  for (let k = 0; k < block.awake; k++) copyFriend(world, k);
}

function copyFriend(world: World, k: number): void {
  const { investors, values, block, draws } = world;
  const i = block.slots[k];
  const friend = findBoldest(world, i);
  if (friend < 0) return;
  const part = values['trading.copying'] * investors.engagement[i];
  block.y[k] += part * Math.max(0, investors.risk[friend] - block.y[k]);
  draws.at(readPerson(world, friend), readMonth(world), PURPOSE.trade);
  // As risky by itself as before: the parts are of independent luck.
  block.z[k] = Math.sqrt(1 - part * part) * block.z[k] + part * normalQuantile(draws.v);
}

/** The friend online who tolerates most risk; −1 for none. */
function findBoldest({ investors, ties, values }: World, slot: number): number {
  const friends = values['network.friends'];
  let boldest = -1;
  for (let n = slot * friends; n < (slot + 1) * friends; n++) {
    const friend = ties.friend[n];
    if (investors.shown[friend] === NONE) continue;
    if (boldest < 0 || investors.risk[friend] > investors.risk[boldest]) boldest = friend;
  }
  return boldest;
}
