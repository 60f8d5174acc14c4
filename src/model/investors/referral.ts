import { roundCents } from '../../core/money.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { NONE } from '../purposes.ts';
import type { World } from '../world.ts';

/*
 * Referral rewards for both sides (M9): per funded opening at the broker of the friend who brought it. The newcomer has
 * their part at once, the friend next month: nobody writes into another’s row but for this whole number of cents, which
 * sums to the same in any order.
 */

/** Splits the reward. Leaves the friend’s part owed. @returns the newcomer’s part, cents */
export function awardReferral(world: World, friend: number, broker: number): number {
  const { investors, programmes, values } = world;
  if (friend < 0 || investors.shown[friend] !== broker) return 0;
  const total = roundCents(values['programmes.referralCny'] * programmes.referral[broker] * 100);
  const own = roundCents(total * values['programmes.referralSplit']);
  Atomics.add(investors.owedCents, friend, total - own);
  return own;
}

/**
 * Before friends are shown anew: last month’s rewards are paid by the broker that was recommended, into the account, or
 * in cash to somebody who has none any more. A broker that is gone pays nobody.
 */
export function payReferrers({ investors, brokers, tally, flow, agents }: World): void {
  const { owedCents, shown, main, assetsCents } = investors;
  for (let i = 0; i < agents; i++) {
    const cents = owedCents[i];
    if (cents === 0) continue;
    owedCents[i] = 0;
    const payer = shown[i];
    if (payer === NONE || brokers.status[payer] !== BROKER_STATUS.operating) continue;
    tally.rewardCents[payer] += cents;
    tally.referralCents[payer] += cents;
    if (main[i] === NONE) flow.withdrawalCents[0] += cents;
    else assetsCents[i] += cents;
  }
}
