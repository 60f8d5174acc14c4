import { stepAtZero } from '../../core/math.ts';
import { BLOCK_SLOTS, takeUsersInOrder } from '../investors/block.ts';
import { STATUS } from '../records.ts';
import type { World } from '../world.ts';

const TENURED_MONTHS = 12;
const PROMOTER = 0.53;
const DETRACTOR = 0.43;
const EVEN_RETURN = 0.05;
const NOVICE_BELOW = 0.5;
const SMALL_CENTS = 100_000 * 100;
const CAUTIOUS_BELOW = 0.4;
const MANY_PRODUCTS = 2;
const LOW_TIER = 3;

const IS_ACTIVE = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.active ? 1 : 0));

/** Sums over users by broker, in agents and agent cents. */
interface OutcomesByBroker {
  readonly promoters: Float64Array;
  readonly detractors: Float64Array;
  readonly returns: Float64Array;
  readonly tenured: Float64Array;
  readonly losing: Float64Array;
  readonly advisedCents: Float64Array;
}

/** Counts in agents of novices, then of other users. */
interface OutcomesByExperience {
  readonly users: Float64Array;
  readonly active: Float64Array;
  readonly trades: Float64Array;
  readonly advised: Float64Array;
  readonly tenured: Float64Array;
  readonly losing: Float64Array;
  readonly even: Float64Array;
}

/** Sums over all users, gathered in one visit in order of slot. */
export interface OutcomeSums {
  readonly brokers: OutcomesByBroker;
  readonly experience: OutcomesByExperience;
  /** Counts in agents: awake at some time in the last 12 months, with little money (and of these awake), cautious (and of these ill suited). */
  readonly kinds: { awake12: number; small: number; smallActive: number; cautious: number; unsuitable: number };
}

export function sumOutcomes(world: World): OutcomeSums {
  const { agents, brokerCount } = world;
  const column = () => new Float64Array(brokerCount);
  const pair = () => new Float64Array(2);
  const sums: OutcomeSums = {
    brokers: {
      promoters: column(),
      detractors: column(),
      returns: column(),
      tenured: column(),
      losing: column(),
      advisedCents: column(),
    },
    experience: {
      users: pair(),
      active: pair(),
      trades: pair(),
      advised: pair(),
      tenured: pair(),
      losing: pair(),
      even: pair(),
    },
    kinds: { awake12: 0, small: 0, smallActive: 0, cautious: 0, unsuitable: 0 },
  };
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    addByBroker(world, sums.brokers);
    addByExperience(world, sums.experience);
    addKinds(world, sums.kinds);
  }
  return sums;
}

function addByBroker({ investors, market, block }: World, sums: OutcomesByBroker): void {
  const { promoters, detractors, returns, tenured, losing, advisedCents } = sums;
  const newest = market.month[0] - TENURED_MONTHS;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const isTenured = stepAtZero(newest - investors.userSince[i]);
    promoters[b] += 1 - stepAtZero(PROMOTER - investors.satisfaction[i]);
    detractors[b] += 1 - stepAtZero(investors.satisfaction[i] - DETRACTOR);
    returns[b] += investors.return12[i];
    tenured[b] += isTenured;
    losing[b] += isTenured * (1 - stepAtZero(investors.return12[i]));
    advisedCents[b] += investors.advised[i] * investors.assetsCents[i];
  }
}

function addByExperience({ investors, market, block }: World, sums: OutcomesByExperience): void {
  const { users, active, trades, advised, tenured, losing, even } = sums;
  const newest = market.month[0] - TENURED_MONTHS;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const kind = stepAtZero(investors.experience[i] - NOVICE_BELOW);
    const isTenured = stepAtZero(newest - investors.userSince[i]);
    users[kind]++;
    active[kind] += IS_ACTIVE[investors.status[i]];
    trades[kind] += investors.monthTrades[i];
    advised[kind] += investors.advised[i];
    tenured[kind] += isTenured;
    losing[kind] += isTenured * (1 - stepAtZero(investors.yearNet[i]));
    even[kind] += isTenured * stepAtZero(EVEN_RETURN - Math.abs(investors.yearNet[i]));
  }
}

function addKinds({ investors, market, block }: World, kinds: OutcomeSums['kinds']): void {
  const yearAgo = market.month[0] - TENURED_MONTHS;
  let [awake12, small, smallActive, cautious, unsuitable] = [0, 0, 0, 0, 0];
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const active = IS_ACTIVE[investors.status[i]];
    // The step is 1 only up to 2^30.
    const isSmall = 1 - Math.min(1, stepAtZero(investors.assetsCents[i] - SMALL_CENTS));
    const isCautious = 1 - stepAtZero(investors.risk[i] - CAUTIOUS_BELOW);
    awake12 += Math.max(active, stepAtZero(investors.asleepSince[i] - yearAgo));
    small += isSmall;
    smallActive += isSmall * active;
    cautious += isCautious;
    unsuitable += isCautious * stepAtZero(investors.products[i] - MANY_PRODUCTS);
  }
  kinds.awake12 += awake12;
  kinds.small += small;
  kinds.smallActive += smallActive;
  kinds.cautious += cautious;
  kinds.unsuitable += unsuitable;
}

/** People of tiers 3 and 4, users or not. */
export function countLowTier({ investors }: World): number {
  let count = 0;
  for (const tier of investors.tier) count += stepAtZero(tier - LOW_TIER);
  return count;
}
