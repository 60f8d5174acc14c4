import { sumOf } from '../../core/sum.ts';
import { readYearProfit } from '../brokers/accounts.ts';
import { computePriceFloor } from '../brokers/prices.ts';
import type { World } from '../world.ts';
import { computeHhi, computeUserShares } from './concentration.ts';
import { divide } from './divide.ts';
import type { LifetimeValues } from './lifetime-value.ts';
import type { OutcomeSums } from './outcome-sums.ts';
import { countElapsed, readYearAgo, sumHistory, sumHistoryOfAll } from './year-sums.ts';

/** Advice that fewer clients than this follow is for show (S020). */
const USED_FROM = 0.05;
const YEAR = 12;
const QUARTER = 3;

/** What the early warnings are made of (evaluation.ts). @param hhi now */
export function readRiskFigures(world: World, sums: OutcomeSums, values: LifetimeValues, assetsCents: Float64Array) {
  return {
    ...readMarketRisks(world, values),
    ...readAdviceRisks(world, sums, assetsCents),
    ...readConductRisks(world, sums),
  };
}

function readMarketRisks(world: World, values: LifetimeValues) {
  const { brokers } = world;
  const hhi = (users: Float64Array, accounts: Float64Array) =>
    computeHhi(
      computeUserShares(
        users,
        accounts.map((count, b) => count - users[b]),
      ),
    );
  const isYearOver = countElapsed(world) >= YEAR;
  const fundedCost = divide(sumHistoryOfAll(world, 'acquisitionCents'), sumHistoryOfAll(world, 'funded')) / 100;
  return {
    concentrationSpeed: isYearOver
      ? hhi(brokers.users, brokers.accounts) - hhi(readYearAgo(world, 'users'), readYearAgo(world, 'accounts'))
      : Number.NaN,
    priceMargin: averageByUsers(world, (_, b) => brokers.commissionBp[b]) - computePriceFloor(world),
    lossMakers12: averageByUsers(world, (_, b) => (readYearProfit(world, b) < 0 ? 1 : 0)),
    valueToCost: divide(values.market, fundedCost),
  };
}

function readAdviceRisks(world: World, sums: OutcomeSums, assetsCents: Float64Array) {
  const { brokers, brokerCount } = world;
  let idle = 0;
  for (let b = 0; b < brokerCount; b++) {
    const isUsed = brokers.adviceUsers[b] >= USED_FROM * brokers.users[b];
    if (!isUsed) idle += sumHistory(world, 'adviceCents', b);
  }
  return {
    adviceDependence: divide(Math.max(...sums.brokers.advisedCents), sumOf(assetsCents)),
    adviceIdle: divide(idle, sumHistoryOfAll(world, 'adviceCents')),
    noviceAdvice: divide(sums.experience.advised[0], sums.experience.users[0]),
  };
}

function readConductRisks(world: World, { experience }: OutcomeSums) {
  const rate = (months: number) =>
    divide(sumHistoryOfAll(world, 'complaints', months), sumHistoryOfAll(world, 'users', months));
  return {
    complaintTrend: countElapsed(world) >= YEAR ? divide(rate(QUARTER), rate(YEAR)) : Number.NaN,
    breachExposure: averageByUsers(world, readBreachProbability),
    marketingPressure: divide(sumHistoryOfAll(world, 'pressureCents'), sumHistoryOfAll(world, 'revenueCents')),
    noviceTrading: divide(
      divide(experience.trades[0], experience.active[0]),
      divide(experience.trades[1], experience.active[1]),
    ),
  };
}

/** With which an inspection finds a breach (7.10 of docs/model.md). */
function readBreachProbability({ brokers }: World, b: number): number {
  const lapse = 1 - brokers.compliance[b];
  return lapse * lapse;
}

function averageByUsers(world: World, read: (world: World, b: number) => number): number {
  const { brokers, brokerCount } = world;
  let sum = 0;
  for (let b = 0; b < brokerCount; b++) sum += brokers.users[b] * read(world, b);
  return divide(sum, sumOf(brokers.users));
}
