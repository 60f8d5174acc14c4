import { pow } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import type { World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/**
 * Step 3: execution quality follows the people who can do it, and they are scarce (M57, S261). They go where the money is: a
 * broker’s quality moves slowly to its own of the start times the growth of its part in all that is spent on content, community, AI advice and service.
 * Parts add up to 1, so what heads gain others lose, and nobody can close more than some of the gap to perfection.
 */
export function moveTalent(world: World): void {
  const { brokers, inputs, values, brokerCount } = world;
  const speed = values['brokers.talentSpeed'] / 12;
  if (speed === 0) return;
  const parts = computeSkilledParts(world);
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating || parts[b] === 0) continue;
    if (brokers.skilledPart[b] === 0) brokers.skilledPart[b] = parts[b];
    const { quality } = inputs.brokers[b];
    const room = values['brokers.talentRoom'];
    const most = quality + room * (1 - quality);
    const least = quality * (1 - room);
    const drawn = quality * pow(parts[b] / brokers.skilledPart[b], values['brokers.talentPull']);
    brokers.talent[b] += speed * (Math.min(most, Math.max(least, drawn)) - brokers.talent[b]);
  }
}

/** Part of each operating broker in all spending that takes skilled people; 0 for all when there is none. */
function computeSkilledParts({ brokers, brokerCount }: World): Float64Array {
  const spend = new Float64Array(brokerCount);
  for (let b = 0; b < brokerCount; b++) {
    spend[b] = brokers.spendContent[b] + brokers.spendCommunity[b] + brokers.spendAdvice[b] + brokers.spendService[b];
  }
  const total = sumOf(spend);
  return total > 0 ? spend.map((value) => value / total) : spend;
}
