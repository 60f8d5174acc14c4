import { stepAtZero } from '../../core/math.ts';
import { BLOCK_SLOTS, takeUsersInOrder } from '../investors/block.ts';
import { NONE } from '../purposes.ts';
import { STATUS } from '../records.ts';
import type { World } from '../world.ts';

/** Tenure from which a user’s year counts as theirs. */
const TENURED_MONTHS = 12;
const NOVICE_BELOW = 0.5;
const LOW_TIER = 3;
const YOUNG_MONTHS = 25 * 12;

/** Sums over all people that market and broker figures need, gathered in one visit. Counts in agents. */
export interface PeopleFigures {
  readonly traditional: number;
  readonly users: number;
  readonly active: number;
  readonly novices: number;
  readonly young: number;
  readonly shortHorizon: number;
  readonly topTier: number;
  readonly multiProduct: number;
  readonly advised: number;
  readonly tenured: number;
  readonly losing: number;
  readonly grossSum: number;
  readonly netSum: number;
  readonly satisfactionSum: number;
  /** By broker. */
  readonly otherAccounts: Float64Array;
  readonly assetsCents: Float64Array;
  readonly satisfaction: Float64Array;
}

export function observePeople(world: World): PeopleFigures {
  return { traditional: countTraditional(world), ...countUsers(world), ...sumOutcomes(world), ...sumByBroker(world) };
}

function countTraditional({ investors }: World): number {
  let traditional = 0;
  for (const status of investors.status) traditional += IS_TRADITIONAL[status];
  return traditional;
}

const IS_TRADITIONAL = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.traditional ? 1 : 0));
const IS_ACTIVE = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.active ? 1 : 0));

/** Conditions are counted as numbers: a branch on them would be guessed wrong for every other person. */
function countUsers(world: World) {
  const { investors, agents, market, block } = world;
  const youngest = market.month[0] - YOUNG_MONTHS;
  let [users, active, experienced, old, shortHorizon, lowTier, multiProduct, advised] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    users += block.count;
    for (let k = 0; k < block.count; k++) {
      const i = block.slots[k];
      active += IS_ACTIVE[investors.status[i]];
      experienced += stepAtZero(investors.experience[i] - NOVICE_BELOW);
      old += stepAtZero(youngest - investors.birthMonth[i]);
      shortHorizon += investors.shortHorizon[i];
      lowTier += stepAtZero(investors.tier[i] - LOW_TIER);
      multiProduct += stepAtZero(investors.products[i] - 1);
      advised += investors.advised[i];
    }
  }
  return {
    users,
    active,
    novices: users - experienced,
    young: users - old,
    shortHorizon,
    topTier: users - lowTier,
    multiProduct,
    advised,
  };
}

function sumOutcomes(world: World) {
  const { investors, agents, market, block } = world;
  const newest = market.month[0] - TENURED_MONTHS;
  let [tenured, losing, grossSum, netSum, satisfactionSum] = [0, 0, 0, 0, 0];
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    for (let k = 0; k < block.count; k++) {
      const i = block.slots[k];
      const isTenured = stepAtZero(newest - investors.userSince[i]);
      tenured += isTenured;
      losing += isTenured * (1 - stepAtZero(investors.yearNet[i]));
      grossSum += investors.monthGross[i];
      netSum += investors.monthNet[i];
      satisfactionSum += investors.satisfaction[i];
    }
  }
  return { tenured, losing, grossSum, netSum, satisfactionSum };
}

function sumByBroker(world: World) {
  const { investors, agents, brokerCount, block } = world;
  const otherAccounts = new Float64Array(NONE + 1);
  const assetsCents = new Float64Array(brokerCount);
  const satisfaction = new Float64Array(brokerCount);
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    for (let k = 0; k < block.count; k++) {
      const i = block.slots[k];
      const b = investors.main[i];
      satisfaction[b] += investors.satisfaction[i];
      assetsCents[b] += investors.assetsCents[i];
      otherAccounts[investors.second[i]]++;
      otherAccounts[investors.third[i]]++;
    }
  }
  return { otherAccounts: otherAccounts.slice(0, brokerCount), assetsCents, satisfaction };
}
