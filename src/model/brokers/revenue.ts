import { MONTHS_REMEMBERED } from '../state.ts';
import { convertAgentCentsToBillion, readMonth, type World } from '../world.ts';

/** Yearly revenue that a broker budgets from, CNY billion: the last twelve months’, or an entrant’s plan. */
export function readPlannedRevenueBn(world: World, broker: number): number {
  const earned = convertAgentCentsToBillion(world, readRevenueCents(world, broker));
  const age = readMonth(world) - world.inputs.brokers[broker].entryMonth;
  const isEntrant = age < 12 * world.values['brokers.entrantYears'];
  return isEntrant ? Math.max(earned, world.values['brokers.entrantRevenueBn']) : earned;
}

/** Revenue of a broker over the last twelve months, agent cents. */
export function readRevenueCents({ ledger, brokerCount }: World, broker: number): number {
  let cents = 0;
  for (let back = 0; back < MONTHS_REMEMBERED; back++) cents += ledger.revenueCents[back * brokerCount + broker];
  return cents;
}
