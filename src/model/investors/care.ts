import { clipNegative } from '../../core/math.ts';
import { readReach } from '../regulator/data-use.ts';
import type { World } from '../world.ts';
import { computeRelief } from './contacts.ts';
import { LEAVE_AWAKE, LEAVE_DORMANT } from './pushes.ts';

/** Contacts are counted in thousandths, so that sums are whole. */
export const CONTACT_UNITS = 1000;

/**
 * Churn prediction and care (M31, M32, one channel): brokers flag clients whose hazard of leaving is high, some of them and some
 * others, and call them. A call is not drawn: its probability is what the person feels of it, which makes the same hazard.
 * `block.x` and `block.z` hold the logs of the hazards of leaving and looking round.
 */
export function careForClients(world: World): void {
  const { investors, offers, values, tally, block } = world;
  const { x: leaving, z: looking } = block;
  const { flagRisky, flagCalm } = offers.contacts;
  const bar = values['programmes.careThreshold'];
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const level = values['dormancy.leave'] * investors.restless[i] * (k < block.awake ? LEAVE_AWAKE : LEAVE_DORMANT);
    const isAtRisk = mayExceed(level, leaving[k], bar);
    tally.atRisk[b] += isAtRisk ? 1 : 0;
    const flagged = isAtRisk ? flagRisky[b] : flagCalm[b];
    const cared = flagged === 0 ? 0 : flagged * readReach(world, i);
    investors.cared[i] = cared;
    if (cared === 0) continue;
    tally.careContacts[b] += Math.round(cared * CONTACT_UNITS);
    const relief = computeRelief(world, i);
    leaving[k] -= relief;
    looking[k] -= relief;
  }
}

/** Whether level · eˣ exceeds a bar, with the bound of moves.ts for eˣ: what a score sees of the hazard. */
function mayExceed(level: number, x: number, bar: number): boolean {
  const d = clipNegative(1 - x / 4);
  return level > bar * (d * d) * (d * d);
}
