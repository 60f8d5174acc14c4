import { sumOf } from '../../core/sum.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { EXPERIENCE_UNITS } from '../investors/learning.ts';
import type { World } from '../world.ts';
import { computeClustering } from './clustering.ts';
import { divide } from './divide.ts';
import { computeHazardRatio, type LifetimeValues } from './lifetime-value.ts';
import { countLowTier, type OutcomeSums } from './outcome-sums.ts';
import type { PeopleFigures } from './people-figures.ts';
import { computeReturnGap, computeTopFifth } from './return-gap.ts';
import { computeAssetsGini } from './wealth.ts';
import { countElapsed, sumHistory, sumHistoryOfAll } from './year-sums.ts';

const PROMOTER_POINTS = 100;
const ENTRANT_MONTHS = 36;
const HEADS = 2;

/** Figures that the market and each broker have alike. @param b position, or −1 for the market */
export function readSharedOutcomes(world: World, { brokers: sums }: OutcomeSums, values: LifetimeValues, b: number) {
  const people = (column: Float64Array) => (b === -1 ? sumOf(column) : column[b]);
  const year = (column: Parameters<typeof sumHistory>[1]) =>
    b === -1 ? sumHistoryOfAll(world, column) : sumHistory(world, column, b);
  const users = people(world.brokers.users);
  const userMonths = year('users');
  return {
    nps: PROMOTER_POINTS * divide(people(sums.promoters) - people(sums.detractors), users),
    netReturn12: divide(people(sums.returns), users),
    losing12: countElapsed(world) > 0 ? divide(people(sums.losing), people(sums.tenured)) : Number.NaN,
    complaintRate12: 12_000 * divide(year('complaints'), userMonths),
    revenuePerUser12: (12 * divide(year('revenueCents'), userMonths)) / 100,
    acquisitionCost12: divide(year('acquisitionCents'), year('openings')) / 100,
    lifetimeValue: b === -1 ? values.market : values.brokers[b],
  };
}

/** Who gains, who is reached, and how they learn, over the whole market. */
export function readMarketOutcomes(world: World, people: PeopleFigures, { kinds, experience }: OutcomeSums) {
  const hasBegun = countElapsed(world) > 0;
  const lowTier = countLowTier(world);
  const lowTierReach = divide(people.users - people.topTier, lowTier);
  const topTierReach = divide(people.topTier, world.agents - lowTier);
  const losing = experience.tenured.map((count, kind) => divide(experience.losing[kind], count));
  return {
    twelveMonthActive: divide(kinds.awake12, people.users),
    personExitRate: 12 * divide(world.flow.leavers[0], people.users),
    evenShare: hasBegun ? divide(sumOf(experience.even), people.tenured) : Number.NaN,
    losingNoviceRatio: hasBegun ? divide(losing[0], losing[1]) : Number.NaN,
    ...computeReturnGap(world),
    topFifthTurnover: computeTopFifth(world),
    tenureHazardRatio: computeHazardRatio(world),
    clustering: computeClustering(world),
    lowTierCoverage: divide(lowTierReach, topTierReach),
    smallClientsActive: divide(kinds.smallActive, kinds.small),
    unsuitableShare: divide(kinds.unsuitable, kinds.cautious),
    assetsGini: computeAssetsGini(world),
    brokerSurvival: readBrokerSurvival(world),
    ...readLearning(world, people),
  };
}

function readBrokerSurvival({ brokers }: World): number {
  const count = (condition: (status: number) => boolean) =>
    brokers.status.reduce((n, s) => n + (condition(s) ? 1 : 0), 0);
  return divide(
    count((status) => status === BROKER_STATUS.operating),
    count((status) => status !== BROKER_STATUS.notYetOpen),
  );
}

/**
 * What moved the mean experience of users in the month: with m the mean before, n users now and Δ sums over people,
 * mean − m = (Δ learned − Δ forgotten)/n + Σ over joiners (x − m)/n − Σ over leavers (x − m)/n. An identity, exact in units.
 */
function readLearning({ flow, market }: World, { users }: PeopleFigures) {
  const unit = 1 / EXPERIENCE_UNITS;
  const before = divide(flow.experienceBefore[0], flow.usersBefore[0]);
  const joined = flow.usersJoined[0];
  const left = flow.leavers[0];
  const learned = flow.experienceByDoing[0] + flow.experienceByEducation[0];
  const share = (units: number) => divide(unit * units, users);
  return {
    experience: share(market.experience[0]),
    experienceByDoing: share(flow.experienceByDoing[0]),
    experienceByEducation: share(flow.experienceByEducation[0]),
    experienceForgotten: share(-flow.experienceForgotten[0]),
    experienceJoiners: joined > 0 ? share(flow.experienceJoined[0] - joined * before) : 0,
    experienceLeavers: left > 0 ? share(left * before - flow.experienceLeft[0]) : 0,
    educationReach: divide(flow.experienceByEducation[0], learned),
  };
}

/** What winning a client costs different brokers, over the last 12 months (trial.md §3 nos. 7 and 8). */
export function readCostRatios(world: World, shares: Float64Array) {
  const { inputs, brokers, brokerCount, market } = world;
  const positions = Array.from({ length: brokerCount }, (_, b) => b);
  const heads = positions.toSorted((a, b) => shares[b] - shares[a]).slice(0, HEADS);
  const entrants = positions.filter(
    (b) =>
      inputs.brokers[b].archetype === 'entrant' &&
      brokers.status[b] === BROKER_STATUS.operating &&
      market.month[0] - inputs.brokers[b].entryMonth <= ENTRANT_MONTHS,
  );
  const niches = positions.filter((b) => inputs.brokers[b].archetype === 'niche');
  const year = (column: Parameters<typeof sumHistory>[1], among: readonly number[]) =>
    among.reduce((sum, b) => sum + sumHistory(world, column, b), 0);
  const cost = (among: readonly number[]) => divide(year('acquisitionCents', among), year('openings', among));
  const referral = year('referralCents', positions);
  const referred = year('openingsReferral', positions);
  const other = divide(year('acquisitionCents', positions) - referral, year('openings', positions) - referred);
  return {
    referralRatio: divide(divide(referral, referred), other),
    entrantCostRatio: divide(cost(entrants), cost(heads)),
    nicheCostRatio: divide(cost(niches), cost(heads)),
  };
}
