import { pow } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { computeHalfSaturations, rescaleStocks } from '../brokers/capabilities.ts';
import type { World } from '../world.ts';

/** What a broker remembers of itself that goes with its size. */
const REMEMBERED = ['paidSpendMemory', 'paidFundedMemory', 'lostMemory', 'goodwill', 'skilledPart'] as const;
const REMEMBERED_BY_STRATEGY = ['usersAtRevision', 'usersYearAgo'] as const;

/**
 * Raking moves clients as if they had always been where they are now. So what goes with the size of a broker goes along:
 * revenue and profit of the last year, what is kept of its months, what it remembers, goodwill, its part in skilled
 * spending, and fixed cost by its economies of scale. Stocks are brought to what gives the same capability at the new size.
 * Cash, price, reputation and capability stay.
 * @param rake moves people and counts them again
 */
export function resizeBrokers(world: World, rake: () => void): void {
  const { brokers, strategies, brokerCount } = world;
  const users = brokers.users.slice();
  const halves = computeHalfSaturations(world);
  rake();
  for (let b = 0; b < brokerCount; b++) if (users[b] > 0) resizeBroker(world, b, brokers.users[b] / users[b]);
  const growth = sumOf(brokers.users) / Math.max(1, sumOf(users));
  const goodwill = sumOf(brokers.goodwill);
  for (let b = 0; b < brokerCount; b++) {
    strategies.marketAtRevision[b] *= growth;
    if (goodwill > 0) brokers.goodwill[b] /= goodwill;
  }
  rescaleStocks(world, halves);
}

function resizeBroker(world: World, b: number, ratio: number): void {
  const { brokers, strategies, values } = world;
  for (const column of REMEMBERED) brokers[column][b] *= ratio;
  for (const column of REMEMBERED_BY_STRATEGY) strategies[column][b] *= ratio;
  brokers.fixedBn[b] *= pow(ratio, values['accounts.fixedScale']);
  // Counts and cents, so whole numbers.
  for (const table of [world.ledger, world.history]) {
    for (const column of Object.values(table)) {
      for (let row = b; row < column.length; row += world.brokerCount) column[row] = Math.round(ratio * column[row]);
    }
  }
}
