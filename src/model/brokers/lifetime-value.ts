import { sumOf } from '../../core/sum.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import type { World } from '../world.ts';

/** Clients lost that a broker assumes at the market’s rate before it trusts its own experience. */
const PRIOR_LOST = 3;
const YEAR_MONTHS = 12;

/** Step 8: a sum of clients lost with a memory of a year. */
export function rememberLosses({ brokers, tally, brokerCount }: World): void {
  for (let b = 0; b < brokerCount; b++) {
    brokers.lostMemory[b] = (1 - 1 / YEAR_MONTHS) * brokers.lostMemory[b] + tally.lost[b];
  }
}

/**
 * Years that a client is expected to bring something, money of later years counting less: 1/(exit rate + discount rate).
 * The exit rate is the broker’s own of about the last year, shrunk towards the market’s while it rests on few.
 */
export function computeExpectedLife(world: World, broker: number): number {
  const { brokers, values } = world;
  const rate = computeMarketLossRate(world);
  const own = rate > 0 ? (brokers.lostMemory[broker] + PRIOR_LOST) / (brokers.users[broker] + PRIOR_LOST / rate) : 0;
  return 1 / (own + values['brokers.discountRate']);
}

/** Clients of all brokers who went in a year, to another broker or away, as a share of clients. */
function computeMarketLossRate({ brokers }: World): number {
  const users = sumOf(brokers.users);
  return users > 0 ? sumOf(brokers.lostMemory) / users : 0;
}

/**
 * What a client is worth to a broker over the years: profit by revenue of the last months, for as long as clients stay with it. By
 * revenue, because who happens to be rich is chance in a broker’s hands, and much of it where clients are few.
 * @param months how many, at most twelve
 * @returns above (below) the market’s, in years of revenue per year of a life in the market: the margin above the
 * market’s where clients stay as long as anywhere. 0 without users or revenue.
 */
export function computeClientValue(world: World, broker: number, months: number): number {
  const own = computeMargin(world, broker, broker + 1, months);
  const market = computeMargin(world, 0, world.brokerCount, months);
  if (world.brokers.users[broker] === 0) return 0;
  const life = 1 / (computeMarketLossRate(world) + world.values['brokers.discountRate']);
  return own * (computeExpectedLife(world, broker) / life) - market;
}

/** Profit by revenue of the brokers in positions `from` to `to` − 1 over the last months; 0 without revenue. */
function computeMargin({ ledger, brokerCount, market }: World, from: number, to: number, months: number): number {
  let revenueCents = 0;
  let profitCents = 0;
  for (let back = 1; back <= months; back++) {
    const row = ((market.month[0] - back) % MONTHS_REMEMBERED) * brokerCount;
    for (let b = from; b < to; b++) {
      revenueCents += ledger.revenueCents[row + b];
      profitCents += ledger.profitCents[row + b];
    }
  }
  return revenueCents > 0 ? profitCents / revenueCents : 0;
}
