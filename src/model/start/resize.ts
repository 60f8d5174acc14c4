import { pow } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { computeHalfSaturations, rescaleStocks } from '../brokers/capabilities.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import type { World } from '../world.ts';

/** What a broker remembers of itself that goes with its size. */
const REMEMBERED = ['paidSpendMemory', 'paidFundedMemory'] as const;
const REMEMBERED_BY_STRATEGY = ['usersAtRevision', 'usersYearAgo'] as const;

/**
 * Raking moves clients as if they had always been where they are now. So what goes with the size of a broker goes along:
 * revenue and profit of the last year, what it remembers, goodwill, and fixed cost by its economies of scale. Stocks are
 * brought to what gives the same capability at the new size. Cash, price, reputation and capability stay.
 * @param rake moves people and counts them again
 */
export function resizeBrokers(world: World, rake: () => void): void {
  const { brokers, strategies, ledger, values, brokerCount } = world;
  const users = brokers.users.slice();
  const halves = computeHalfSaturations(world);
  rake();
  for (let b = 0; b < brokerCount; b++) {
    if (users[b] === 0) continue;
    const ratio = brokers.users[b] / users[b];
    for (let month = 0; month < MONTHS_REMEMBERED; month++) {
      const row = month * brokerCount + b;
      ledger.revenueCents[row] = Math.floor(ratio * ledger.revenueCents[row]);
      ledger.profitCents[row] = Math.floor(ratio * ledger.profitCents[row]);
    }
    for (const column of REMEMBERED) brokers[column][b] *= ratio;
    for (const column of REMEMBERED_BY_STRATEGY) strategies[column][b] *= ratio;
    brokers.goodwill[b] *= ratio;
    brokers.fixedBn[b] *= pow(ratio, values['accounts.fixedScale']);
  }
  const goodwill = sumOf(brokers.goodwill);
  if (goodwill > 0) for (let b = 0; b < brokerCount; b++) brokers.goodwill[b] /= goodwill;
  rescaleStocks(world, halves);
}
