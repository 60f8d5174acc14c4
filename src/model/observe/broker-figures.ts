import { sumOf } from '../../core/sum.ts';
import { readAcquisitionCents, readCost, readOpenings, readRevenue } from '../brokers/accounts.ts';
import { computeShowcaseUse } from '../brokers/showcase.ts';
import { findIndex, scoreIndex } from '../evaluation.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../metrics.ts';
import type { World } from '../world.ts';
import { readAdvice } from './advice-figures.ts';
import { computeUserShares } from './concentration.ts';
import { divide } from './divide.ts';
import type { LifetimeValues } from './lifetime-value.ts';
import { readSharedOutcomes } from './outcome-figures.ts';
import type { OutcomeSums } from './outcome-sums.ts';
import type { PeopleFigures } from './people-figures.ts';
import { computeRetention12 } from './retention.ts';
import { countElapsed, sumHistory } from './year-sums.ts';

/** A row of figures per broker, scaled to the market (see BROKER_METRICS). */
export function observeBrokers(
  world: World,
  people: PeopleFigures,
  sums: OutcomeSums,
  values: LifetimeValues,
): Float64Array {
  const shares = computeUserShares(world.brokers.users, people.otherAccounts);
  const rows = new Float64Array(world.brokerCount * BROKER_METRICS.length);
  for (let b = 0; b < world.brokerCount; b++) {
    const row: Row = rows.subarray(b * BROKER_METRICS.length, (b + 1) * BROKER_METRICS.length);
    writeFigures(row, readStanding(world, people, shares, b));
    writeFigures(row, readMoves(world, b));
    writeFigures(row, readBooks(world, b));
    writeFigures(row, { ...readSharedOutcomes(world, sums, values, b), runway: readRunway(world, b) });
    writeFigures(row, readAdvice(world, b));
    writeFigures(row, scoreBroker(row));
  }
  return rows;
}

type Figures<Keys extends BrokerMetric> = Record<Keys, number>;
type Written =
  | keyof (ReturnType<typeof readStanding> & ReturnType<typeof readMoves> & ReturnType<typeof readBooks>)
  | keyof (ReturnType<typeof readSharedOutcomes> & ReturnType<typeof scoreBroker>)
  | keyof ReturnType<typeof readAdvice>
  | 'runway';
/** Fits nothing, and does not compile, while there is a metric that no figure is written for. */
type Row = [BrokerMetric] extends [Written] ? Float64Array : never;

function writeFigures(row: Row, figures: Partial<Figures<BrokerMetric>>): void {
  for (const key in figures) row[BROKER_METRIC[key as BrokerMetric]] = figures[key as BrokerMetric] as number;
}

function readStanding(world: World, people: PeopleFigures, shares: Float64Array, b: number) {
  const { brokers, tally, peoplePerAgent: scale } = world;
  const users = brokers.users[b];
  return {
    status: brokers.status[b],
    share: shares[b],
    shareActive: divide(brokers.activeUsers[b], sumOf(brokers.activeUsers)),
    shareTrading: divide(tally.turnoverCents[b], sumOf(tally.turnoverCents)),
    shareAssets: divide(people.assetsCents[b], sumOf(people.assetsCents)),
    users: users * scale,
    activeUsers: brokers.activeUsers[b] * scale,
    accounts: brokers.accounts[b] * scale,
    retention12: computeRetention12(world, b),
    monthlyActive: divide(brokers.activeUsers[b], users),
    assets: people.assetsCents[b] * scale,
    commissionBp: brokers.commissionBp[b],
    satisfaction: divide(people.satisfaction[b], users),
    contentCapability: brokers.content[b],
    communityCapability: brokers.community[b],
    adviceCapability: brokers.advice[b],
    serviceCapability: brokers.service[b],
    complianceCapability: brokers.compliance[b],
    showcaseUse: computeShowcaseUse(world, b),
    goodwill: brokers.goodwill[b],
    reputation: brokers.reputation[b],
  } satisfies Partial<Figures<BrokerMetric>>;
}

function readMoves(world: World, b: number) {
  const { tally, peoplePerAgent: scale } = world;
  return {
    openings: readOpenings(world, b) * scale,
    openingsOrganic: tally.openingsOrganic[b] * scale,
    openingsAdvertising: tally.openingsAdvertising[b] * scale,
    openingsContent: tally.openingsContent[b] * scale,
    openingsReferral: tally.openingsReferral[b] * scale,
    openingsCounty: tally.openingsCounty[b] * scale,
    openingsLifeScene: tally.openingsLifeScene[b] * scale,
    openingsFurther: tally.openingsFurther[b] * scale,
    fundedOpenings: tally.funded[b] * scale,
    closings: tally.closings[b] * scale,
    joined: tally.joined[b] * scale,
    lost: tally.lost[b] * scale,
    trades: tally.trades[b] * scale,
    turnover: tally.turnoverCents[b] * scale,
    complaints: tally.complaints[b] * scale,
  } satisfies Partial<Figures<BrokerMetric>>;
}

function readBooks(world: World, b: number) {
  const { tally, brokers, peoplePerAgent: scale } = world;
  const revenue = readRevenue(world, b);
  const cost = readCost(world, b);
  return {
    revenueCommission: tally.commissionCents[b] * scale,
    revenueMargin: tally.marginCents[b] * scale,
    revenueFunds: tally.fundsCents[b] * scale,
    revenueAdvice: tally.adviceCents[b] * scale,
    revenueCrossBorder: tally.crossBorderCents[b] * scale,
    revenue: revenue * scale,
    costAdvertising: tally.costAdvertisingCents[b] * scale,
    costPromotion: tally.rewardCents[b] * scale,
    costContent: tally.costContentCents[b] * scale,
    costCommunity: tally.costCommunityCents[b] * scale,
    costAdvice: tally.costAdviceCents[b] * scale,
    costService: tally.costServiceCents[b] * scale,
    costCompliance: tally.costComplianceCents[b] * scale,
    costProgrammes: tally.costProgrammesCents[b] * scale,
    costFixed: tally.costFixedCents[b] * scale,
    costFines: tally.costFinesCents[b] * scale,
    cost: cost * scale,
    spendAdvice: convertSpending(brokers.spendAdvice[b]),
    spendService: convertSpending(brokers.spendService[b]),
    profit: (revenue - cost) * scale,
    cash: brokers.cashCents[b] * scale,
    acquisitionCost: divide(readAcquisitionCents(world, b), readOpenings(world, b)) / 100,
    revenuePerUser: (divide(revenue, brokers.users[b]) * 12) / 100,
  } satisfies Partial<Figures<BrokerMetric>>;
}

/** Years for which cash would pay the cost of the last 12 months. */
function readRunway(world: World, b: number): number {
  const months = Math.min(12, countElapsed(world));
  return (divide(world.brokers.cashCents[b], sumHistory(world, 'costCents', b)) * months) / 12;
}

/** The two sides of the evaluation that a broker has, from its other figures. */
function scoreBroker(row: Float64Array) {
  const score = (key: 'userValue' | 'brokerBenefit') =>
    scoreIndex(findIndex(key).broker, (metric) => row[BROKER_METRIC[metric]]);
  return { userValue: score('userValue'), brokerBenefit: score('brokerBenefit') };
}

/** CNY billion a year of the whole market to cents of the month. */
function convertSpending(billionAYear: number): number {
  return (billionAYear * 1e11) / 12;
}
