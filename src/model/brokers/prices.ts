import { isQuarterStart, yearFraction } from '../../core/calendar.ts';
import { exp } from '../../core/math.ts';
import { readMonth, type World } from '../world.ts';
import { answerCuts, rememberPrices } from './following.ts';
import { compoundQuarters, isRevisionDue, readRevisionQuarters } from './revisions.ts';
import { BROKER_STATUS } from './status.ts';

/** Fall of the cost floor a year, from the year it is stated for. */
const FLOOR_FALL = 0.03;
const FLOOR_YEAR = 2024;
/** A price is kept this far above the floor. */
const FLOOR_MARGIN = 1.02;
/** A discount is reckoned on at least this part of revenue. */
const LEAST_COMMISSION_PART = 0.1;

/**
 * When a revision is due a price goes part of the way to an aim below the rivals’ mean, or further in answer to a cut, and
 * never under cost: the price war and its end (M1).
 */
export function movePrices(world: World): void {
  const { brokers, strategies, values, brokerCount } = world;
  const trend = values['brokers.priceTrend'];
  const least = FLOOR_MARGIN * computePriceFloor(world);
  const before = brokers.commissionBp.slice();
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating || !isRevisionDue(world, b)) continue;
    const speed = compoundQuarters(values['brokers.priceSpeed'], readRevisionQuarters(world, b));
    const rivals = computeRivalMean(world, before, b);
    const aim = Math.max(least, rivals * exp(trend + strategies.stance[b] * values['brokers.priceAggression']));
    const moved = brokers.planBp[b] + speed * (aim - brokers.planBp[b]);
    brokers.planBp[b] = Math.max(least, answerCuts(world, b, moved, before, least));
  }
  if (isQuarterStart(readMonth(world))) rememberPrices(world);
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

/**
 * Discount on its plan that a broker gives of its own accord, as a share: as much commission as the money it puts on price,
 * but not below cost. `unspent` is the part of `brokers.emphasis` that cost keeps it from giving away.
 */
export function computeDiscount(
  { brokers, strategies, values }: World,
  broker: number,
  floorBp: number,
): { readonly discount: number; readonly unspent: number } {
  const part = strategies.price[broker];
  if (part === 0) return { discount: 0, unspent: 0 };
  const commission = Math.max(LEAST_COMMISSION_PART, strategies.commissionPart[broker]);
  const wanted = (part * values['brokers.emphasis']) / commission;
  const most = Math.max(0, 1 - (FLOOR_MARGIN * floorBp) / brokers.planBp[broker]);
  const discount = Math.min(wanted, most);
  return { discount, unspent: wanted > 0 ? part * (1 - discount / wanted) : 0 };
}
