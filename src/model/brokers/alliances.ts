import type { World } from '../world.ts';
import { computeOwnFixedBn } from './fixed-cost.ts';
import { BROKER_STATUS } from './status.ts';

/** Operating brokers of the same alliance, itself among them, in order; itself alone without one (M63). */
function listMembers({ inputs, brokers, brokerCount }: World, broker: number): number[] {
  const { alliance } = inputs.brokers[broker];
  if (alliance === null) return [broker];
  const members: number[] = [];
  for (let b = 0; b < brokerCount; b++) {
    if (inputs.brokers[b].alliance === alliance && brokers.status[b] === BROKER_STATUS.operating) members.push(b);
  }
  return members;
}

/**
 * Yearly cost of technology and staff that a broker bears, CNY billion. Members of an alliance run one platform instead of many: as
 * dear as that of the largest, and dearer for each further member who has to be agreed with; they bear it by the size of
 * what they would pay alone. The part that cannot be shared stays with each. Nobody pays more than alone.
 */
export function computeSharedFixedBn(world: World, broker: number): number {
  const own = computeOwnFixedBn(world, broker);
  const members = listMembers(world, broker);
  if (members.length < 2) return own;
  const costs = members.map((member) => computeOwnFixedBn(world, member));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  if (total === 0) return own;
  const agreed = 1 + world.values['accounts.allianceCoordination'] * (members.length - 1);
  const part = Math.min(1, (Math.max(...costs) * agreed) / total);
  const shared = world.values['accounts.allianceShared'];
  return own * (1 - shared + shared * part);
}

/** Stock of AI advice that a broker works with: its own, and of the other members’ what can be carried over. */
export function poolAdviceStock(world: World, broker: number): number {
  const { stockAdvice } = world.brokers;
  let stock = stockAdvice[broker];
  for (const member of listMembers(world, broker)) {
    if (member !== broker) stock += world.values['brokers.alliancePool'] * stockAdvice[member];
  }
  return stock;
}
