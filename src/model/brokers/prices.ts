import { yearFraction } from '../../core/calendar.ts';
import { exp } from '../../core/math.ts';
import type { Archetype } from '../inputs.ts';
import { readMonth, type World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/** Which way the aim of a price lies from the rivals’ mean, in units of `brokers.priceAggression` (trial.md §1). */
const PRICE_STANCE: Readonly<Record<Archetype, number>> = {
  leader: 0,
  portal: -0.7,
  platform: -1,
  arm: 0.5,
  niche: 0.5,
  small: -0.2,
  entrant: -1,
};
const WARRIOR_STANCE = -2.5;

/** Fall of the cost floor a year, from the year it is stated for. */
const FLOOR_FALL = 0.03;
const FLOOR_YEAR = 2024;
/** A price is kept this far above the floor. */
const FLOOR_MARGIN = 1.02;
/** Prices go part of the way to an aim below the rivals’ mean, never under cost: the price war and its end (M1). */
export function movePrices(world: World): void {
  const { brokers, values, inputs, brokerCount } = world;
  const speed = values['brokers.priceSpeed'];
  const trend = values['brokers.priceTrend'];
  const floor = computePriceFloor(world);
  const before = brokers.commissionBp.slice();
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) continue;
    const { archetype, strategy } = inputs.brokers[b];
    const stance = strategy === 'price' ? WARRIOR_STANCE : PRICE_STANCE[archetype];
    const rivals = computeRivalMean(world, before, b);
    const aim = Math.max(FLOOR_MARGIN * floor, rivals * exp(trend + stance * values['brokers.priceAggression']));
    brokers.planBp[b] += speed * (aim - brokers.planBp[b]);
  }
}

/** Mean price of the other operating brokers, weighted by users: people compare with what others pay. */
function computeRivalMean({ brokers, brokerCount }: World, prices: Float64Array, self: number): number {
  let weight = 0;
  let sum = 0;
  for (let b = 0; b < brokerCount; b++) {
    if (b === self || brokers.status[b] !== BROKER_STATUS.operating) continue;
    weight += brokers.users[b];
    sum += brokers.users[b] * prices[b];
  }
  return weight > 0 ? sum / weight : prices[self];
}

/** Commission that covers the cost of a trade this month, bp. */
export function computePriceFloor(world: World): number {
  return world.values['brokers.priceFloorBp'] * exp(-FLOOR_FALL * (yearFraction(readMonth(world)) - FLOOR_YEAR));
}
