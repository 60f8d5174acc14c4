import { readRule } from '../regulator/rules.ts';
import type { World } from '../world.ts';

/** Months with a main broker for which a client is new to it. */
export const NEW_MONTHS = 12;

/**
 * Part of its commission that a broker spares clients who are new to it (M42). The old ones pay the list price, and mind
 * it. The ban on price discrimination takes it away.
 */
export function computeNewDiscount(world: World, b: number): number {
  const { programmes, values } = world;
  return values['programmes.personalDiscount'] * programmes.personalPrices[b] * (1 - readRule(world, 'priceBan'));
}

/** What a broker would charge, or charges, the person in a slot this month, bp. */
export function readPriceFor({ brokers, offers, investors, market }: World, slot: number, b: number): number {
  const isOld = investors.main[slot] === b && market.month[0] - investors.mainSince[slot] >= NEW_MONTHS;
  return brokers.commissionBp[b] * (isOld ? 1 : 1 - offers.newDiscount[b]);
}
