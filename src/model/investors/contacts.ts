import { clipNegative } from '../../core/math.ts';
import { readProgramme } from '../brokers/programmes.ts';
import { readReach } from '../regulator/data-use.ts';
import { readRule } from '../regulator/rules.ts';
import type { World } from '../world.ts';

/*
 * How brokers reach their own clients: marketing automation, churn prediction, wake-up campaigns, growth values. Everybody has
 * one stock of fatigue that all contacts fill: the more of them, the less each does, and too many annoy.
 */

/** Wealthy are the upper tenth of their age: a normal score from here on. */
const WEALTHY_SCORE = 1.2816;
const WEALTHY_SHARE = 0.1;
/** Age below which games draw people most (E33: 18 to 34). */
const PLAYFUL_MONTHS = 35 * 12;
/** Growth values go this share of the way to what the broker offers a month, and fade with the same speed while asleep. */
const GROWTH_SPEED = 0.06;

/** What reaches clients this month, by broker. Part of `world.offers`. */
export interface Contacts {
  /** Contacts a month of marketing automation, and what they do to those who are not tired of them. */
  readonly automated: Float64Array;
  readonly response: Float64Array;
  /** Contacts a month of wake-up campaigns, with the dormant. */
  readonly wakeUp: Float64Array;
  /** Probability that churn prediction flags a client: one at risk, and any other. */
  readonly flagRisky: Float64Array;
  readonly flagCalm: Float64Array;
  /** Growth values that an engaged client comes to hold, and the rise of trading by games for the most playful. */
  readonly growth: Float64Array;
  readonly games: Float64Array;
  /** Part by which service rises for a wealthy client at the cost of the others, and the share of the wealthy. */
  readonly tiering: Float64Array;
  readonly wealthy: Float64Array;
}

export function createContacts(brokers: number): Contacts {
  const column = () => new Float64Array(brokers);
  return {
    automated: column(),
    response: column(),
    wakeUp: column(),
    flagRisky: column(),
    flagCalm: column(),
    growth: column(),
    games: column(),
    tiering: column(),
    wealthy: column(),
  };
}

export function prepareContacts(world: World): void {
  const { programmes, brokers, values, brokerCount } = world;
  const { contacts } = world.offers;
  // Games are what the ban on inducing over-trading is about (S203).
  const allowed = 1 - readRule(world, 'overtradingBan');
  for (let b = 0; b < brokerCount; b++) {
    contacts.automated[b] = values['programmes.automationContacts'] * programmes.automation[b];
    contacts.response[b] = readProgramme(world, b, 'automation');
    contacts.wakeUp[b] = values['programmes.wakeUpContacts'] * programmes.wakeUp[b];
    contacts.growth[b] = readProgramme(world, b, 'gamification');
    contacts.games[b] = values['programmes.gamifiedTrades'] * contacts.growth[b] * allowed;
    contacts.tiering[b] = values['programmes.tiering'] * readProgramme(world, b, 'tiering');
    contacts.wealthy[b] = brokers.wealthy[b] > 0 ? Math.min(1, brokers.wealthy[b] / brokers.users[b]) : WEALTHY_SHARE;
    prepareFlags(world, b);
  }
}

/**
 * True and false positives of churn prediction: better than chance by execution quality. Where more would be flagged than
 * managers can call, by last month’s count of those at risk, fewer are.
 */
function prepareFlags({ offers, programmes, brokers, values }: World, b: number): void {
  const effort = programmes.care[b];
  const chance = values['programmes.careFalseAlarms'];
  const hit = chance + (values['programmes.careHits'] - chance) * brokers.talent[b];
  const atRisk = Math.min(brokers.atRisk[b], brokers.users[b]);
  const flagged = effort * (hit * atRisk + chance * (brokers.users[b] - atRisk));
  const capacity = values['programmes.careCapacity'] * brokers.users[b];
  const called = flagged > capacity ? capacity / flagged : 1;
  offers.contacts.flagRisky[b] = effort * hit * called;
  offers.contacts.flagCalm[b] = effort * chance * called;
}

/** How much a further contact does: 1 to the rested, half at `programmes.fatigueHalf` contacts remembered. */
export function readHeed({ investors, values }: World, i: number): number {
  const half = values['programmes.fatigueHalf'];
  return half / (half + investors.fatigue[i]);
}

/** What marketing automation does to a client, on [0, 1]: effort and quality of the broker, consent, fatigue. */
export function readResponse(world: World, i: number): number {
  const response = world.offers.contacts.response[world.investors.main[i]];
  return response === 0 ? 0 : response * readReach(world, i) * readHeed(world, i);
}

/** Rise of the log hazard of waking by campaigns and automation. */
export function computeWakeUp(world: World, i: number): number {
  const { offers, investors, values } = world;
  const campaign = offers.wakeUp[investors.main[i]];
  return (
    campaign * readReach(world, i) * readHeed(world, i) + values['programmes.automationWake'] * readResponse(world, i)
  );
}

/** Factor on trades: automation prompts, and where games are on they draw the young and the inexperienced (E33). */
export function computeStir(world: World, i: number): number {
  const { investors, offers, values, market } = world;
  const prompted = values['programmes.automationTrades'] * readResponse(world, i);
  const games = offers.contacts.games[investors.main[i]];
  if (games === 0) return 1 + prompted;
  const young = market.month[0] - investors.birthMonth[i] < PLAYFUL_MONTHS ? 0.5 : 0;
  return 1 + prompted + games * (young + 0.5 * (1 - investors.experience[i]));
}

/** Contacts of last month’s managers and this month’s machines tire people, and time rests them. Growth values come with being awake. */
export function tire(world: World): void {
  const { investors, offers, values, block } = world;
  const { contacts } = offers;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const isAwake = k < block.awake;
    const met = contacts.automated[b] + (isAwake ? 0 : contacts.wakeUp[b]);
    const rested = (1 - values['programmes.fatigueDecay']) * investors.fatigue[i];
    investors.fatigue[i] = rested + investors.cared[i] + met * readReach(world, i);
    investors.growth[i] += GROWTH_SPEED * ((isAwake ? contacts.growth[b] : 0) - investors.growth[i]);
  }
}

/** Fall of the log hazards by this month’s care: negative for those whom a call reminds that they could leave. */
export function computeRelief(world: World, i: number): number {
  return world.investors.cared[i] * readSway(world, i) * readHeed(world, i);
}

/** Fall of the log hazards by a call for sure: people differ from nothing to the most, but for sleeping dogs (E36). */
export function readSway({ investors, values }: World, i: number): number {
  const dogs = values['programmes.careSleepingDogs'];
  const rank = investors.sway[i];
  if (rank < dogs) return -values['programmes.careBackfire'];
  return (values['programmes.careMost'] * (rank - dogs)) / (1 - dogs);
}

/** Satisfaction that too many contacts cost. */
export function computeAnnoyance({ investors, values }: World, i: number): number {
  return values['programmes.annoyance'] * clipNegative(investors.fatigue[i] - values['programmes.fatigueBorne']);
}

export function isWealthy({ investors }: World, i: number): number {
  return investors.wealthScore[i] >= WEALTHY_SCORE ? 1 : 0;
}

/** Factor on the service that a client of a broker receives: more for the wealthy, less for others, 1 on average. */
export function computeServiceFactor(world: World, i: number, b: number): number {
  const { tiering, wealthy } = world.offers.contacts;
  return tiering[b] === 0 ? 1 : 1 + tiering[b] * (isWealthy(world, i) - wealthy[b]);
}
