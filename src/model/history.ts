import { readAcquisitionCents, readCost, readOpenings, readRevenue } from './brokers/accounts.ts';
import { findTenureBand, TENURE_BANDS } from './investors/tenure.ts';
import { HISTORY_MONTHS } from './state.ts';
import { readMonth, type World } from './world.ts';

/** Weight that what is remembered of tenure keeps from month to month. */
const TENURE_MEMORY = 1 - 1 / 12;

/** Counts clients by main broker and tenure, for those in some slots. */
export function countTenure({ investors, census, market }: World, from: number, to: number): void {
  const { count } = census.tenure;
  const month = market.month[0];
  for (let i = from; i < to; i++) {
    count[investors.main[i] * TENURE_BANDS + findTenureBand(month, investors.mainSince[i])]++;
  }
}

/** Before the first month: how brokers stand, to compare with a year later. */
export function rememberStart(world: World): void {
  writeHistory(world, readMonth(world) - 1);
}

/** The last of a month: what figures over a year are made of. */
export function rememberMonth(world: World): void {
  writeHistory(world, readMonth(world));
  const { tenure, departures, census } = world;
  for (let row = 0; row < departures.clients.length; row++) {
    tenure.stayed[row] = TENURE_MEMORY * tenure.stayed[row] + census.tenure.count[row];
    tenure.lost[row] = TENURE_MEMORY * tenure.lost[row] + departures.clients[row];
  }
}

function writeHistory(world: World, month: number): void {
  const first = (month % HISTORY_MONTHS) * world.brokerCount;
  for (let b = 0; b < world.brokerCount; b++) writeBroker(world, first + b, b);
}

function writeBroker(world: World, row: number, b: number): void {
  const { history, brokers, tally } = world;
  history.users[row] = brokers.users[b];
  history.accounts[row] = brokers.accounts[b];
  history.openings[row] = readOpenings(world, b);
  history.openingsReferral[row] = tally.openingsReferral[b];
  history.funded[row] = tally.funded[b];
  history.complaints[row] = tally.complaints[b];
  history.revenueCents[row] = readRevenue(world, b);
  history.costCents[row] = readCost(world, b);
  history.fixedCents[row] = tally.costFixedCents[b];
  history.acquisitionCents[row] = readAcquisitionCents(world, b);
  history.referralCents[row] = tally.referralCents[b];
  history.pressureCents[row] = tally.costAdvertisingCents[b] + tally.rewardCents[b];
  history.adviceCents[row] = tally.costAdviceCents[b];
}
