import { exp } from '../../core/math.ts';
import { computePaidContacts, countNonUsers, readAim } from '../brokers/advertising.ts';
import type { Niche } from '../inputs.ts';
import { computeAttentionFactor } from '../market/environment.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readReach } from '../regulator/data-use.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { matchesNiche } from './niches.ts';
import { drawBroker } from './offers.ts';
import { findCaller, weighCalls } from './voices.ts';

/** Age at which the age factor of entry is 1. */
const REFERENCE_AGE = 35;
const OLDEST_YEARS = 120;
/** Content works in part through attention to the market. */
const CONTENT_STEADY = 0.6;
/** Capability of content at which `entry.content` is stated: about that of the market of 2019. */
const REFERENCE_CONTENT = 0.25;
/** Share of off-niche people to whom a niche broker’s advertising does not go after all. */
const NICHE_SPARED = 0.8;
/** City tiers from which on county partners work. */
const COUNTY_TIER = 3;
/** Calendar months in which life scenes show brokers most: Spring Festival, start of school (S179). */
const SCENE_MONTHS = [1, 2, 9];

export const CHANNEL = { organic: 0, advertising: 1, content: 2, friend: 3, county: 4, lifeScene: 5 } as const;

/** What a channel’s bonus counts for when a choice is explained, by code of the channel: a partner vouches for the broker. */
export const CHANNEL_REASON = [
  REASON.prominence,
  REASON.prominence,
  REASON.content,
  REASON.community,
  REASON.trust,
  REASON.prominence,
] as const;

/** The order in which channels share a draw. */
const ORDER = [
  CHANNEL.organic,
  CHANNEL.friend,
  CHANNEL.advertising,
  CHANNEL.content,
  CHANNEL.county,
  CHANNEL.lifeScene,
] as const;

/** What pulls people into the market this month: hazards a year for a person of factor 1. */
export interface Pull {
  readonly organic: number;
  /** If all friends invest online. */
  readonly friends: number;
  readonly content: number;
  /** What all paid channels together approach as attention saturates. */
  readonly paid: number;
  /** Contacts a year with a non-user, and with somebody who invests nowhere, in units of half-saturating attention. */
  readonly advertising: number;
  readonly lifeScene: number;
  /** Contacts of partners with somebody all of whose friends are clients of a broker: by broker, and the most. */
  readonly county: Float64Array;
  readonly countyMost: number;
  /** The highest hazard there can be, by city tier. */
  readonly most: Float64Array;
  /** Factor of each age in years. */
  readonly byAge: Float64Array;
}

/** Own initiative, friends, content, and three paid channels that share one saturating audience. */
export function computePull(world: World): Pull {
  const { values, offers } = world;
  const attention = computeAttentionFactor(world);
  const demand = values['entry.demand'];
  const supply = offers.contentSupply / REFERENCE_CONTENT;
  const countyMost = offers.county.reduce((most, contacts) => Math.max(most, contacts), 0);
  const parts = {
    organic: demand * values['entry.organic'] * attention,
    friends: demand * values['entry.friends'] * attention,
    content: demand * values['entry.content'] * supply * (CONTENT_STEADY + (1 - CONTENT_STEADY) * attention),
    paid: demand * values['entry.advertisingMost'],
    advertising: computePaidContacts(world, offers.advertisingBn, countNonUsers(world)),
    lifeScene: computePaidContacts(world, offers.lifeSceneBn, world.market.outsiders[0]) * computeSeason(world),
  };
  const most = Float64Array.from({ length: 5 }, (_, tier) => {
    const contacts = parts.advertising + parts.lifeScene + (tier < COUNTY_TIER ? 0 : countyMost);
    return (
      parts.organic + parts.friends * offers.words.loudest + (parts.paid * contacts) / (1 + contacts) + parts.content
    );
  });
  return { ...parts, county: offers.county, countyMost, most, byAge: computeAgeFactors(world) };
}

function computeAgeFactors({ values }: World): Float64Array {
  const fall = values['entry.agePerTwentyYears'];
  return Float64Array.from({ length: OLDEST_YEARS + 1 }, (_, age) => exp((-fall * (age - REFERENCE_AGE)) / 20));
}

/** Factor of life scenes this month, of mean 1 over a year. */
function computeSeason(world: World): number {
  const rise = world.values['programmes.lifeSceneSeason'];
  const isSeason = SCENE_MONTHS.includes((readMonth(world) % 12) + 1);
  return (isSeason ? 1 + rise : 1) / (1 + (rise * SCENE_MONTHS.length) / 12);
}

/** Scratch: hazards by channel of the person in hand. */
const HAZARDS = new Float64Array(ORDER.length);

/** Hazard of a search of the person in a slot, for factor 1; what each channel adds is kept for `pickChannel`. */
export function weighChannels(world: World, i: number, pull: Pull): number {
  const { investors } = world;
  const county = pull.countyMost > 0 && investors.tier[i] >= COUNTY_TIER ? countPartners(world, i, pull) : 0;
  // Who invests already looks past what platforms show.
  const lifeScene = investors.status[i] === STATUS.outside ? pull.lifeScene : 0;
  const contacts = pull.advertising + county + lifeScene;
  HAZARDS[CHANNEL.organic] = pull.organic;
  HAZARDS[CHANNEL.friend] = pull.friends * weighCalls(world, i);
  HAZARDS[CHANNEL.advertising] = (pull.paid * pull.advertising) / (1 + contacts);
  HAZARDS[CHANNEL.content] = pull.content;
  HAZARDS[CHANNEL.county] = (pull.paid * county) / (1 + contacts);
  HAZARDS[CHANNEL.lifeScene] = (pull.paid * lifeScene) / (1 + contacts);
  let total = 0;
  for (const channel of ORDER) total += HAZARDS[channel];
  return total;
}

/** The channel of a search, in proportion to what each added. @param at on (0, total of `weighChannels`) */
export function pickChannel(at: number): number {
  let reached = 0;
  let last: number = CHANNEL.content;
  for (const channel of ORDER) {
    if (HAZARDS[channel] === 0) continue;
    last = channel;
    reached += HAZARDS[channel];
    if (at < reached) return channel;
  }
  return last;
}

/** Contacts of partners with somebody: they go from client to acquaintance, so there are none without a friend who is one. */
function countPartners({ investors, ties, values }: World, i: number, { county }: Pull): number {
  const friends = values['network.friends'];
  let contacts = 0;
  for (let k = i * friends; k < (i + 1) * friends; k++) {
    const shown = investors.shown[ties.friend[k]];
    if (shown !== NONE) contacts += county[shown];
  }
  return contacts / friends;
}

/** The broker that a channel puts first; −1 or NONE when there is none. @param v on (0, 1) */
export function findChannelBroker(world: World, i: number, channel: number, v: number): number {
  const { offers } = world;
  switch (channel) {
    case CHANNEL.friend:
      return findFriendBroker(world, i, v);
    case CHANNEL.content:
      return drawBroker(offers, offers.content, v);
    case CHANNEL.organic:
      return drawBroker(offers, offers.goodwill, v);
    case CHANNEL.county:
      return findPartner(world, i, v);
    case CHANNEL.lifeScene:
      return drawBroker(offers, offers.lifeScene, v);
    default:
      return findAdvertiser(world, i, v);
  }
}

/** The broker of the friend who calls; who that is, is kept for the reward. */
function findFriendBroker(world: World, i: number, v: number): number {
  const { choice, investors } = world;
  choice.caller = findCaller(world, i, v);
  return choice.caller < 0 ? -1 : investors.shown[choice.caller];
}

/** The broker of a friend whom a partner knows, in proportion to its contacts. */
function findPartner({ investors, values, ties, offers }: World, i: number, v: number): number {
  const friends = values['network.friends'];
  let total = 0;
  for (let k = i * friends; k < (i + 1) * friends; k++)
    total += readContacts(offers.county, investors.shown[ties.friend[k]]);
  let reached = 0;
  for (let k = i * friends; k < (i + 1) * friends; k++) {
    const shown = investors.shown[ties.friend[k]];
    reached += readContacts(offers.county, shown);
    if (v * total < reached) return shown;
  }
  return NONE;
}

function readContacts(county: Float64Array, broker: number): number {
  return broker === NONE ? 0 : county[broker];
}

/** Specialists aim their advertising, and mostly reach whom they are made for. */
function findAdvertiser(world: World, i: number, v: number): number {
  const { offers, draws } = world;
  const broker = drawBroker(offers, offers.advertising, v);
  if (broker === -1) return broker;
  const niche = readAim(world, broker);
  if (niche === null) return broker;
  const kept = computeTargeting(world, i, niche);
  if (kept === 1) return broker;
  draws.at(readPerson(world, i), readMonth(world), PURPOSE.account);
  return draws.u < 1 - kept ? drawBroker(offers, offers.goodwill, draws.v) : broker;
}

/**
 * Probability that a specialist’s advertising goes to the person after all. With their data it goes to those whom it is
 * made for, and mostly spares others; without, to anybody, as often as any broker’s.
 */
export function computeTargeting(world: World, slot: number, niche: Niche): number {
  const { values, offers } = world;
  const aimed = matchesNiche(world, slot, niche) === 1 ? 1 : 1 - Math.min(1, NICHE_SPARED * offers.accuracy);
  const reach = readReach(world, slot);
  return reach * aimed + (1 - reach) / values['brokers.nicheTargeting'];
}
