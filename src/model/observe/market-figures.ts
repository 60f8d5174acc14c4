import { sumOf } from '../../core/sum.ts';
import { readAcquisitionCents, readCost, readOpenings, readRevenue, readYearProfit } from '../brokers/accounts.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { type CompositeIndex, RISKS, SIDES, scoreIndex } from '../evaluation.ts';
import { REGIME } from '../market/environment.ts';
import { MARKET_METRICS, type MarketMetric } from '../metrics.ts';
import { NONE } from '../purposes.ts';
import { convertBillionToAgentCents, type World } from '../world.ts';
import { readAdvice } from './advice-figures.ts';
import {
  computeConcentrationRatio,
  computeEntropy,
  computeGini,
  computeHhi,
  computeUserShares,
} from './concentration.ts';
import { divide } from './divide.ts';
import type { LifetimeValues } from './lifetime-value.ts';
import { readCostRatios, readMarketOutcomes, readSharedOutcomes } from './outcome-figures.ts';
import type { OutcomeSums } from './outcome-sums.ts';
import type { PeopleFigures } from './people-figures.ts';
import { computeRetention12 } from './retention.ts';
import { readRiskFigures } from './risk-figures.ts';

type MeasuredMetric = Exclude<MarketMetric, CompositeIndex['key']>;

/** The row of market figures, scaled to the market (see MARKET_METRICS). */
export function observeMarket(
  world: World,
  people: PeopleFigures,
  sums: OutcomeSums,
  values: LifetimeValues,
): Float64Array {
  const shares = computeUserShares(world.brokers.users, people.otherAccounts);
  const measured: Record<MeasuredMetric, number> = {
    ...readPeople(world, people),
    ...readConcentration(world, shares),
    ...readEntry(world),
    ...readMoves(world),
    ...readTrading(world, people),
    ...readMoney(world),
    ...readOutcomes(world, people),
    ...readSharedOutcomes(world, sums, values, -1),
    ...readMarketOutcomes(world, people, sums),
    ...readCostRatios(world, shares),
    ...readAdvice(world, -1),
    ...readRiskFigures(world, sums, values, people.assetsCents),
  };
  const figures: Partial<Record<MarketMetric, number>> = { ...measured };
  for (const { key, market } of [...SIDES, ...RISKS]) {
    figures[key] = scoreIndex(market, (metric) => measured[metric as MeasuredMetric]);
  }
  return Float64Array.from(MARKET_METRICS, ({ key }) => figures[key] as number);
}

function readPeople({ agents, brokers, peoplePerAgent: scale }: World, people: PeopleFigures) {
  const accounts = sumOf(brokers.accounts);
  return {
    users: people.users * scale,
    investors: (people.users + people.traditional) * scale,
    penetration: people.users / agents,
    activeUsers: people.active * scale,
    monthlyActive: divide(people.active, people.users),
    accounts: accounts * scale,
    accountsPerUser: divide(accounts, people.users),
    satisfaction: divide(people.satisfactionSum, people.users),
    noviceShare: divide(people.novices, people.users),
    youngShare: divide(people.young, people.users),
    shortHorizonShare: divide(people.shortHorizon, people.users),
    topTierShare: divide(people.topTier, people.users),
    multiProductShare: divide(people.multiProduct, people.users),
    adviceUsers: people.advised * scale,
  };
}

function readConcentration({ brokers }: World, shares: Float64Array) {
  const operating = shares.filter((_, b) => brokers.status[b] === BROKER_STATUS.operating);
  return {
    hhi: computeHhi(shares),
    cr1: computeConcentrationRatio(shares, 1),
    cr3: computeConcentrationRatio(shares, 3),
    cr5: computeConcentrationRatio(shares, 5),
    cr10: computeConcentrationRatio(shares, 10),
    entropy: computeEntropy(shares),
    gini: computeGini(operating),
    brokersOperating: operating.length,
  };
}

function readEntry(world: World) {
  const { flow, tally, brokerCount, peoplePerAgent: scale } = world;
  let openings = 0;
  let acquisitionCents = 0;
  for (let b = 0; b < brokerCount; b++) {
    openings += readOpenings(world, b);
    acquisitionCents += readAcquisitionCents(world, b);
  }
  const funded = sumOf(tally.funded);
  const paid = sumOf(tally.openingsAdvertising);
  return {
    leads: flow.leads[0] * scale,
    openings: openings * scale,
    firstOpenings: flow.firstOpenings[0] * scale,
    fundedOpenings: funded * scale,
    leadOpenings: flow.leadOpenings[0] * scale,
    firstAccountsOnline: countFirstAccountsOnline(world) * scale,
    traditionalOpenings: flow.traditionalOpenings[0] * scale,
    conversion: divide(flow.leadOpenings[0], flow.leads[0]),
    youngOpeningsShare: divide(flow.youngFirstOpenings[0], flow.firstOpenings[0]),
    acquisitionSpending: acquisitionCents * scale,
    acquisitionCost: divide(acquisitionCents, openings) / 100,
    acquisitionCostFunded: divide(acquisitionCents, funded) / 100,
    acquisitionCostPaid: divide(sumOf(tally.costAdvertisingCents), paid) / 100,
  };
}

/** Whoever opened a first online account in the month and has no traditional broker: no account anywhere before. */
function countFirstAccountsOnline({ investors, market }: World): number {
  const month = market.month[0] - 1;
  let count = 0;
  investors.cohortMonth.forEach((opened, i) => {
    if (opened === month && investors.home[i] === NONE) count++;
  });
  return count;
}

function readMoves(world: World) {
  const { flow, tally, brokers, peoplePerAgent: scale } = world;
  const closings = sumOf(tally.closings);
  return {
    closings: closings * scale,
    accountExitRate: 12 * divide(closings, sumOf(brokers.accounts)),
    retention12: computeRetention12(world, -1),
    switches: flow.switches[0] * scale,
    secondAccounts: flow.furtherAccounts[0] * scale,
    dormancies: flow.dormancies[0] * scale,
    wakings: flow.wakings[0] * scale,
    leavers: flow.leavers[0] * scale,
  };
}

function readTrading(world: World, people: PeopleFigures) {
  const { tally, flow, values, peoplePerAgent: scale } = world;
  const institutionalBn = (values['trading.institutionalTrillionCny'] * 1000) / 12;
  const offline = flow.traditionalTurnoverCents[0] + convertBillionToAgentCents(world, institutionalBn);
  const trades = sumOf(tally.trades);
  const turnover = sumOf(tally.turnoverCents);
  const commission = sumOf(tally.commissionCents);
  return {
    trades: trades * scale,
    tradesPerActive: divide(trades, people.active),
    turnover: turnover * scale,
    internetShareOfTrading: divide(turnover, turnover + offline),
    assets: sumOf(people.assetsCents) * scale,
    commissionBp: divide(commission, turnover) * 1e4,
  };
}

function readMoney(world: World) {
  const { brokers, tally, brokerCount, inputs, peoplePerAgent: scale } = world;
  let revenue = 0;
  let cost = 0;
  let small = 0;
  let losing = 0;
  for (let b = 0; b < brokerCount; b++) {
    revenue += readRevenue(world, b);
    cost += readCost(world, b);
    const { archetype } = inputs.brokers[b];
    const isSmall = archetype === 'small' || archetype === 'niche' || archetype === 'entrant';
    if (!isSmall || brokers.status[b] !== BROKER_STATUS.operating) continue;
    small++;
    if (readYearProfit(world, b) < 0) losing++;
  }
  return {
    revenue: revenue * scale,
    commission: sumOf(tally.commissionCents) * scale,
    commissionShare: divide(sumOf(tally.commissionCents), revenue),
    revenuePerUser: (divide(revenue, sumOf(brokers.users)) * 12) / 100,
    cost: cost * scale,
    profit: (revenue - cost) * scale,
    lossMakingShare: divide(losing, small),
    fines: sumOf(tally.costFinesCents) * scale,
  };
}

function readOutcomes({ tally, market, inputs, peoplePerAgent: scale }: World, people: PeopleFigures) {
  const hasBegun = market.month[0] > inputs.startMonth;
  return {
    grossReturn: divide(people.grossSum, people.users),
    netReturn: divide(people.netSum, people.users),
    losingShare: hasBegun ? divide(people.losing, people.tenured) : Number.NaN,
    complaints: sumOf(tally.complaints) * scale,
    marketReturn: market.marketReturn[0],
    regime: hasBegun ? market.regime[0] : REGIME.flat,
  };
}
