import { yearFraction } from '../../core/calendar.ts';
import { readMonth, type World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/**
 * Step 3, once own capabilities are built: a broker that buys AI advice in works with the vendor’s where that is better than
 * its own (M64). A vendor sells a part of what the best advice built in-house can do; nobody’s talent is needed to buy.
 */
export function buyAdvice(world: World): void {
  const { brokers, advisory, programmes, values, brokerCount } = world;
  const isSold = yearFraction(readMonth(world)) >= values['advice.vendorFrom'];
  const sold = isSold ? values['advice.vendorLevel'] * findFrontier(world) : 0;
  for (let b = 0; b < brokerCount; b++) {
    const bought = programmes.vendorAdvice[b] * sold;
    const isBetter = bought > brokers.advice[b];
    advisory.bought[b] = isBetter ? programmes.vendorAdvice[b] : 0;
    if (isBetter) brokers.advice[b] = bought;
  }
}

/** The best level of AI advice that an operating broker has built. */
function findFrontier({ brokers, brokerCount }: World): number {
  let best = 0;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] === BROKER_STATUS.operating) best = Math.max(best, brokers.advice[b]);
  }
  return best;
}

/**
 * What AI advice costs a year for each follower, CNY: a fiftieth of a human adviser where it runs in-house, and in proportion
 * to the effort a part of the human’s cost where it is bought in (S315). There is no fixed cost to buying.
 */
export function computeAdviceCostCny({ advisory, values }: World, b: number): number {
  const effort = advisory.bought[b];
  if (effort === 0) return values['accounts.adviceRunningCny'];
  return effort * values['advice.vendorCost'] * values['advice.humanCaseCny'] * values['advice.cases'];
}
