import { NONE, PURPOSE } from '../purposes.ts';
import { REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { countMonth } from '../tally.ts';
import { readMonth, readPerson, type World } from '../world.ts';
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
export function renewPopulation(world: World): void {
  const { investors, flow, draws, agents, values } = world;
  const month = readMonth(world);
  const leaving = ((values['population.newAdultsMillion'] / values['population.adultsMillion']) * agents) / 12;
  const rate = flow.renewalWeight[0] > 0 ? leaving / flow.renewalWeight[0] : 0;
  let nextWeight = 0;
  for (let i = 0; i < agents; i++) {
    const weight = weighLeaving(world, i);
    if (weight > 0) {
      draws.at(readPerson(world, i), month, PURPOSE.renewal);
      if (draws.u < rate * weight) replacePerson(world, i);
    }
    nextWeight += weighLeaving(world, i);
    if (month - investors.cohortMonth[i] === COHORT_MONTHS && investors.cohortKept[i] === 1) keepCohort(world, i);
  }
  flow.renewalWeight[0] = nextWeight;
  countMonth(world);
}

/** A whole number: years beyond the age at which people begin to leave, times the hold that a broker has not. */
export function weighLeaving(world: World, i: number): number {
  const { investors } = world;
  const years = Math.floor((readMonth(world) - investors.birthMonth[i]) / 12) - LEAVING_AGE;
  if (years <= 0) return 0;
  return investors.main[i] === NONE && investors.status[i] !== STATUS.traditional ? years * USER_HOLD : years;
}

function replacePerson(world: World, i: number): void {
  if (world.investors.main[i] !== NONE) leaveOnline(world, i, REASON.lifecycle);
  withdrawAll(world, i);
  world.flow.renewals[0]++;
  createNewcomer(world, i);
}

function keepCohort({ investors, cohorts, inputs, brokerCount }: World, i: number): void {
  const row = investors.cohortMonth[i] - inputs.startMonth;
  if (row >= 0) cohorts.keptAt12[row * brokerCount + investors.cohortBroker[i]]++;
}
