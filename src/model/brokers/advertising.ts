import { sumOf } from '../../core/sum.ts';
import type { World } from '../world.ts';
import { readRevenueCents } from './revenue.ts';
import { BROKER_STATUS } from './status.ts';

/** Advertising share of revenue stays within these. */
const LEAST_ADVERTISING = 0.005;
const MOST_ADVERTISING = 0.15;
/** Funded openings that a broker assumes at the market’s cost before it trusts its own experience. */
const PRIOR_FUNDED = 3;

/** Advertising grows while a funded client costs less than the payback sought, and shrinks otherwise. */
export function moveAdvertising(world: World): void {
  const { brokers, values, brokerCount } = world;
  const step = values['brokers.acquisitionStep'];
  const spent = sumOf(brokers.paidSpendMemory);
  const funded = sumOf(brokers.paidFundedMemory);
  if (funded === 0) return;
  const marketCost = spent / funded;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating || brokers.users[b] === 0) continue;
    const cost =
      (brokers.paidSpendMemory[b] + PRIOR_FUNDED * marketCost) / (brokers.paidFundedMemory[b] + PRIOR_FUNDED);
    const worth = (values['brokers.acquisitionPayback'] * readRevenueCents(world, b)) / brokers.users[b];
    const next = brokers.shareAdvertising[b] * (cost > worth ? 1 - step : 1 + step);
    brokers.shareAdvertising[b] = Math.min(MOST_ADVERTISING, Math.max(LEAST_ADVERTISING, next));
  }
}
