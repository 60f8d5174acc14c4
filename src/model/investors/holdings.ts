import { recordEvent } from '../events.ts';
import { NEVER, NONE } from '../purposes.ts';
import { MOVE } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readMonth, type World } from '../world.ts';
import { countExperience } from './learning.ts';
import { countDeparture } from './tenure.ts';

/*
 * The accounts a person holds: a main one, then a second, then a third, with no gap. Everything that opens, moves or
 * closes an account goes through here, so that tallies, cohorts and slots agree.
 */

/** Whether the person has an account at the broker. */
export function holdsAccount({ investors }: World, i: number, broker: number): boolean {
  return investors.main[i] === broker || investors.second[i] === broker || investors.third[i] === broker;
}

export function countAccounts({ investors }: World, i: number): number {
  if (investors.main[i] === NONE) return 0;
  if (investors.second[i] === NONE) return 1;
  return investors.third[i] === NONE ? 2 : 3;
}

/** Adds a funded account behind those already held. The caller has checked that there is room. */
export function addAccount({ investors }: World, i: number, broker: number): void {
  if (investors.second[i] === NONE) investors.second[i] = broker;
  else investors.third[i] = broker;
}

/** Makes a broker the main one; the former main account takes its place among the others. Counts clients won and lost. */
export function moveMain(world: World, i: number, broker: number): void {
  const { investors, tally, flow } = world;
  const former = investors.main[i];
  countDeparture(world, i);
  if (investors.second[i] === broker) investors.second[i] = former;
  else if (investors.third[i] === broker) investors.third[i] = former;
  else addAccount(world, i, former);
  investors.main[i] = broker;
  leaveContacts(world, i);
  investors.mainSince[i] = readMonth(world);
  tally.lost[former]++;
  tally.joined[broker]++;
  flow.switches[0]++;
}

/** Closes a second or third account. */
export function closeAccount(world: World, i: number, broker: number): void {
  const { investors, tally } = world;
  if (investors.second[i] === broker) {
    investors.second[i] = investors.third[i];
    investors.third[i] = NONE;
  } else if (investors.third[i] === broker) {
    investors.third[i] = NONE;
  }
  tally.closings[broker]++;
  endCohort(world, i, broker);
}

/**
 * Closes all accounts and takes the money out. The person stays in the pool as a former user.
 * @param contributions what made the person leave, or null where nothing was weighed
 */
export function leaveOnline(world: World, i: number, reason: number, contributions: Float64Array | null): void {
  const { investors, tally, flow, events } = world;
  const main = investors.main[i];
  recordEvent(events, investors, readMonth(world), i, MOVE.leave, main, -1, reason, contributions);
  countDeparture(world, i);
  flow.experienceLeft[0] += countExperience(investors.experience[i]);
  if (investors.third[i] !== NONE) closeAccount(world, i, investors.third[i]);
  if (investors.second[i] !== NONE) closeAccount(world, i, investors.second[i]);
  tally.closings[main]++;
  tally.lost[main]++;
  flow.leavers[0]++;
  endCohort(world, i, main);
  withdrawAll(world, i);
  investors.main[i] = NONE;
  investors.status[i] = STATUS.left;
  investors.advised[i] = 0;
  investors.products[i] = 0;
  investors.userSince[i] = NEVER;
  leaveContacts(world, i);
}

/** Growth values stay behind, and the broker left calls no more; one stays tired. */
function leaveContacts({ investors }: World, i: number): void {
  investors.growth[i] = 0;
  investors.cared[i] = 0;
}

/** Takes all assets out of the brokers’ hands. */
export function withdrawAll({ investors, flow }: World, i: number): void {
  flow.withdrawalCents[0] += investors.assetsCents[i];
  investors.assetsCents[i] = 0;
}

/** The first account a person ever opened online is lost to its cohort when it closes. */
function endCohort({ investors }: World, i: number, broker: number): void {
  if (investors.cohortBroker[i] === broker) investors.cohortKept[i] = 0;
}
