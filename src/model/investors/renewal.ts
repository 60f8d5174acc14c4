import { NONE, PURPOSE } from '../purposes.ts';
import { REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readMonth, type World } from '../world.ts';
import { visit } from './block.ts';
import { leaveOnline, withdrawAll } from './holdings.ts';
import { createNewcomer } from './population.ts';

/** People leave the pool from this age on, ever likelier; users of brokers five times less than others of their age. */
const LEAVING_AGE = 45;
const USER_HOLD = 5;
/** Cohorts are read at the end of this many months. */
const COHORT_MONTHS = 12;

/**
 * Step 10: as many of the oldest leave the pool as turn 18, so that it keeps its size. Then cohorts that are twelve
 * months old are read, and the weights of next month’s leaving are added up, in whole numbers.
 */
export function renewPopulation(world: World, from = 0, to = world.agents): void {
  const { flow, agents, values } = world;
  const leaving = ((values['population.newAdultsMillion'] / values['population.adultsMillion']) * agents) / 12;
  const rate = flow.renewalWeight[0] > 0 ? leaving / flow.renewalWeight[0] : 0;
  flow.renewalWeight[0] = 0;
  visit(world, from, to, takeElders, PURPOSE.renewal, [renew], rate);
  readCohorts(world, from, to);
}

/** Takes in hand those who are old enough to leave. */
function takeElders({ investors, market, block }: World, from: number, to: number): void {
  const youngest = market.month[0] - (LEAVING_AGE + 1) * 12;
  let count = 0;
  for (let i = from; i < to; i++) {
    block.slots[count] = i;
    // 1 when the difference is not negative: a branch would be guessed wrong for half of the people.
    count += 1 + ((youngest - investors.birthMonth[i]) >> 31);
  }
  block.count = count;
}

function renew(world: World, rate: number): void {
  const { flow, block } = world;
  let nextWeight = 0;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const weight = weighLeaving(world, i);
    // Who takes over is young.
    if (block.u[k] < rate * weight) replacePerson(world, i);
    else nextWeight += weight;
  }
  flow.renewalWeight[0] += nextWeight;
}

/** A whole number: years beyond the age at which people begin to leave, times the hold that a broker has not. */
export function weighLeaving(world: World, i: number): number {
  const { investors } = world;
  const years = Math.floor((readMonth(world) - investors.birthMonth[i]) / 12) - LEAVING_AGE;
  if (years <= 0) return 0;
  return investors.main[i] === NONE && investors.status[i] !== STATUS.traditional ? years * USER_HOLD : years;
}

function replacePerson(world: World, i: number): void {
  if (world.investors.main[i] !== NONE) leaveOnline(world, i, REASON.lifecycle, null);
  withdrawAll(world, i);
  world.flow.renewals[0]++;
  createNewcomer(world, i);
}

/** First accounts that have been kept for twelve months. */
function readCohorts({ investors, cohorts, inputs, market, brokerCount }: World, from: number, to: number): void {
  const cohortMonth = market.month[0] - COHORT_MONTHS;
  const row = cohortMonth - inputs.startMonth;
  if (row < 0) return;
  for (let i = from; i < to; i++) {
    if (investors.cohortMonth[i] !== cohortMonth) continue;
    cohorts.keptAt12[row * brokerCount + investors.cohortBroker[i]] += investors.cohortKept[i];
  }
}
