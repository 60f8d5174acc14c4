import { isQuarterStart, yearFraction } from '../../core/calendar.ts';
import { exp } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import type { Archetype, Decision, Lever, Strategy } from '../inputs.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import { convertAgentCentsToBillion, readMonth, type World } from '../world.ts';
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

/** Advertising share of revenue stays within these. */
const LEAST_ADVERTISING = 0.005;
const MOST_ADVERTISING = 0.15;
/** Fall of the cost floor a year, from the year it is stated for. */
const FLOOR_FALL = 0.03;
const FLOOR_YEAR = 2024;
/** A price is kept this far above the floor. */
const FLOOR_MARGIN = 1.02;
/** Funded openings that a broker assumes at the market’s cost before it trusts its own experience. */
const PRIOR_FUNDED = 3;

/** Step 2, first month of a quarter: every broker moves its price and its advertising budget, and spends from revenue. */
export function planQuarter(world: World): void {
  if (!isQuarterStart(readMonth(world))) return;
  movePrices(world);
  moveAdvertising(world);
}

/** Prices go part of the way to an aim below the rivals’ mean, never under cost: the price war and its end (M1). */
function movePrices(world: World): void {
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

/** Advertising grows while a funded client costs less than the payback sought, and shrinks otherwise. */
function moveAdvertising(world: World): void {
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

/** Step 2, every month: what each broker charges and spends, after the decisions that hold a lever. */
export function applyHeldLevers(world: World): void {
  const { brokers, brokerCount, inputs } = world;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) {
      clearLevers(world, b);
      continue;
    }
    const revenueBn = readPlannedRevenueBn(world, b);
    const extra = world.values['brokers.emphasis'];
    const { strategy } = inputs.brokers[b];
    const plan = (share: number, lever: Strategy | null) => (share + (strategy === lever ? extra : 0)) * revenueBn;
    brokers.commissionBp[b] = brokers.planBp[b];
    brokers.spendContent[b] = plan(brokers.shareContent[b], 'content');
    brokers.spendCommunity[b] = plan(brokers.shareCommunity[b], 'community');
    brokers.spendAdvice[b] = plan(brokers.shareAdvice[b], 'advice');
    brokers.spendService[b] = plan(brokers.shareService[b], null);
    brokers.spendCompliance[b] = plan(brokers.shareCompliance[b], null);
    brokers.spendAdvertising[b] = plan(brokers.shareAdvertising[b], null);
  }
  for (const decision of readDecisionsInForce(world)) holdLever(world, decision);
}

const LEVER_COLUMN = {
  price: 'commissionBp',
  content: 'spendContent',
  community: 'spendCommunity',
  advice: 'spendAdvice',
  service: 'spendService',
  compliance: 'spendCompliance',
  advertising: 'spendAdvertising',
} as const satisfies Record<Lever, keyof World['brokers']>;

/** CNY million a quarter to CNY billion a year. */
const BILLION_A_YEAR = 4 / 1000;

function holdLever({ brokers }: World, { broker, lever, mode, value }: Decision): void {
  if (brokers.status[broker] !== BROKER_STATUS.operating) return;
  const column = brokers[LEVER_COLUMN[lever]];
  if (mode === 'scale') column[broker] *= value;
  else column[broker] = lever === 'price' ? value : value * BILLION_A_YEAR;
}

function clearLevers({ brokers }: World, broker: number): void {
  for (const column of Object.values(LEVER_COLUMN)) {
    if (column !== 'commissionBp') brokers[column][broker] = 0;
  }
}

/** The latest decision for each broker and lever that has begun, in the order given. */
function readDecisionsInForce(world: World): Decision[] {
  const month = readMonth(world);
  const latest = new Map<string, Decision>();
  for (const decision of world.inputs.decisions) {
    if (decision.month > month) continue;
    const key = `${decision.broker} ${decision.lever}`;
    const known = latest.get(key);
    if (known === undefined || decision.month >= known.month) latest.set(key, decision);
  }
  return [...latest.values()];
}

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
