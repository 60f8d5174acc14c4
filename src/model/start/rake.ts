import { assertInvariant } from '../../core/invariant.ts';
import { ln } from '../../core/math.ts';
import { CHANNEL } from '../investors/channels.ts';
import { fundAccount, visitSearchers } from '../investors/entry.ts';
import { leaveOnline } from '../investors/holdings.ts';
import { visitRestless } from '../investors/moves.ts';
import { NEVER, NONE, PURPOSE } from '../purposes.ts';
import { REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { settleClients } from './least-loss.ts';
import { createRace, enlist, pickFirst } from './race.ts';

/** What raking changed, in agents. */
export interface Raking {
  readonly joined: number;
  readonly left: number;
  /** Users whose main broker changed, and the mean utility that they lost by it. */
  readonly moved: number;
  readonly meanLoss: number;
}

/**
 * Brings people at the end of a history to the published figures of the first month, to one agent: how many use online
 * brokers, how many of them each broker has, how many are awake, how many hold a product. Those change whom the model’s
 * own hazards would have reached first, and who loses least by another broker. All else about people stays as it is.
 * Needs the month’s offers and users by broker.
 */
export function rakePopulation(world: World): Raking {
  const { values, agents, investors } = world;
  const users = Math.min(
    agents,
    Math.round((values['population.usersMillion'] * agents) / values['population.adultsMillion']),
  );
  const now = countUsers(world);
  const joiners = users > now ? pickJoiners(world, users - now) : [];
  const leavers = users < now ? pickLeavers(world, now - users) : [];
  for (const i of leavers) leaveOnline(world, i, REASON.chance, null);
  const { moved, lostUtility } = settleClients(world, apportion(users, world.startShares), joiners, (i, broker) => {
    if (investors.main[i] === NONE) admit(world, i, broker);
    else exchangeBroker(world, i, broker);
  });
  rakeActivity(world, Math.round(users * values['population.activeShare']));
  rakeProducts(world, Math.round(users * values['population.multiProductShare']));
  assertInvariant(
    countUsers(world) === users,
    () => `expected ${users} users after raking, found ${countUsers(world)}`,
  );
  return { joined: joiners.length, left: leavers.length, moved, meanLoss: moved > 0 ? lostUtility / moved : 0 };
}

/** Whole numbers in proportion to shares that sum to `total`: largest remainders, of equal ones the first. */
export function apportion(total: number, shares: Float64Array): Int32Array {
  const parts = Int32Array.from(shares, (share) => Math.floor(share * total));
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  const remainder = (b: number) => shares[b] * total - parts[b];
  const order = [...shares.keys()].filter((b) => shares[b] > 0).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const b of order.slice(0, rest)) parts[b]++;
  return parts;
}

function countUsers({ investors, agents }: World): number {
  let users = 0;
  for (let i = 0; i < agents; i++) if (investors.main[i] !== NONE) users++;
  return users;
}

/** Who would have started a search first, had the month of the start gone on. */
function pickJoiners(world: World, places: number): number[] {
  const race = createRace();
  visitSearchers(world, PURPOSE.rakeUsers, (slot, u, hazard) => enlist(race, slot, u, ln(hazard)));
  return pickFirst(world, race, places);
}

function pickLeavers(world: World, places: number): number[] {
  const race = createRace();
  visitRestless(world, PURPOSE.rakeUsers, (slot, u, _, leaving) => enlist(race, slot, u, leaving));
  return pickFirst(world, race, places);
}

/** A user since last month, with the broker that raking found. */
function admit(world: World, i: number, broker: number): void {
  const { investors, brokers } = world;
  const lastMonth = readMonth(world) - 1;
  if (investors.cohortMonth[i] === NEVER) {
    investors.cohortMonth[i] = lastMonth;
    investors.cohortBroker[i] = broker;
  }
  fundAccount(world, i, broker, CHANNEL.organic);
  investors.userSince[i] = lastMonth;
  investors.mainSince[i] = lastMonth;
  investors.expectation[i] = 0.3 + 0.5 * brokers.service[broker];
}

/** The main account is, and has always been, at another broker. With an account there already, the two change places. */
function exchangeBroker({ investors }: World, i: number, broker: number): void {
  const former = investors.main[i];
  if (investors.second[i] === broker) investors.second[i] = former;
  else if (investors.third[i] === broker) investors.third[i] = former;
  else if (investors.cohortBroker[i] === former) investors.cohortBroker[i] = broker;
  investors.main[i] = broker;
}

/** Wakes or puts to sleep those whose turn comes first. */
function rakeActivity(world: World, active: number): void {
  const { investors } = world;
  const awake = createRace();
  const dormant = createRace();
  visitRestless(world, PURPOSE.rakeStatus, (slot, u, _v, _leaving, changing) => {
    enlist(investors.status[slot] === STATUS.active ? awake : dormant, slot, u, changing);
  });
  const missing = active - awake.slots.length;
  for (const i of pickFirst(world, dormant, missing)) investors.status[i] = STATUS.active;
  for (const i of pickFirst(world, awake, -missing)) {
    investors.status[i] = STATUS.dormant;
    investors.asleepSince[i] = readMonth(world) - 1;
  }
}

/**
 * Gives a first product to users without one, those awake before the dormant as only they take products up; or takes all
 * from those with fewest. Whose turn it is among equals is chance.
 */
function rakeProducts(world: World, holders: number): void {
  const { investors, agents, draws } = world;
  const month = readMonth(world);
  const without = [createRace(), createRace()];
  const holding = [createRace(), createRace(), createRace(), createRace()];
  let missing = holders;
  for (let i = 0; i < agents; i++) {
    if (investors.main[i] === NONE) continue;
    draws.at(readPerson(world, i), month, PURPOSE.rakeProducts);
    const held = investors.products[i];
    if (held > 0) missing--;
    const race = held > 0 ? holding[held - 1] : without[investors.status[i] === STATUS.active ? 0 : 1];
    enlist(race, i, draws.u, 0);
  }
  for (const race of missing > 0 ? without : holding) {
    const places = Math.min(Math.abs(missing), race.slots.length);
    for (const i of pickFirst(world, race, places)) investors.products[i] = missing > 0 ? 1 : 0;
    missing -= Math.sign(missing) * places;
  }
}
