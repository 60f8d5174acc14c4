import { exp, logistic } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { recordEvent } from '../events.ts';
import type { Niche } from '../inputs.ts';
import { computeAttentionFactor } from '../market/environment.ts';
import { NEVER, NONE, PURPOSE } from '../purposes.ts';
import { CHOICE_REASON_COUNT, MOVE, REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readReach } from '../regulator/data-use.ts';
import { readRule } from '../regulator/rules.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { takeOthers, visit } from './block.ts';
import { chooseBroker, consider, considerUsual, explainChoice, findRunnerUp, readFriendBroker } from './choice.ts';
import { countExperience } from './learning.ts';
import { matchesNiche } from './niches.ts';
import { computeOpeningEase, drawBroker } from './offers.ts';
import { computeTargetCents, drawHomeBroker } from './population.ts';

/** Age at which the age factor of entry is 1, and above which traditional openings fall. */
const REFERENCE_AGE = 35;
/** Content works in part through attention to the market. */
const CONTENT_STEADY = 0.6;
/** Capability of content at which `entry.content` is stated: about that of the market of 2019. */
const REFERENCE_CONTENT = 0.25;
/** Suitability checks take away this much of the log odds of conversion at full strength. */
const SUITABILITY_TOLL = 0.3;
/** Easy online opening halves traditional openings. */
const TRADITIONAL_DISPLACEMENT = 0.5;
/** Share of off-niche people to whom a niche broker’s advertising does not go after all. */
const NICHE_SPARED = 0.8;
const YOUNG_MONTHS = 25 * 12;
const OLDEST_YEARS = 120;

export const CHANNEL = { organic: 0, advertising: 1, content: 2, friend: 3 } as const;

/** What a channel’s bonus counts for when a choice is explained, by code of the channel. */
const CHANNEL_REASON = [REASON.prominence, REASON.prominence, REASON.content, REASON.community] as const;

/** Hazards of a search by channel, for a person of factor 1, this month. */
interface Pull {
  readonly organic: number;
  readonly friends: number;
  readonly advertising: number;
  readonly content: number;
  /** Factor of each age in years. */
  readonly byAge: Float64Array;
}

/** What everybody shares this month. */
interface EntryMonth {
  readonly pull: Pull;
  /** Factor of each status. */
  readonly factor: Float64Array;
  /** Probability that somebody outside the market opens an account at a traditional broker. */
  readonly traditional: number;
}

/** Step 4: people who do not use online brokers start a search, find a broker, open an account and, perhaps, fund it. */
export function enterMarket(world: World, from: number, to: number): void {
  visit(world, from, to, takeOthers, PURPOSE.lead, [markReady, enter], prepareEntry(world));
}

function prepareEntry(world: World): EntryMonth {
  const { values } = world;
  return {
    pull: computePull(world),
    factor: Float64Array.of(1, values['entry.traditionalFactor'], 1, 0, 0, values['entry.formerFactor']),
    traditional: computeTraditionalHazard(world),
  };
}

/** Told of a person who does not use online brokers: a draw, and the hazard a year of a search. */
export type OtherListener = (slot: number, u: number, hazard: number) => void;

/** Tells of everybody who does not use online brokers how near a search is, without any being made. @param purpose of the draws */
export function visitSearchers(world: World, purpose: number, tell: OtherListener): void {
  const shared = prepareEntry(world);
  const tellOf = ({ block }: World) => {
    for (let k = 0; k < block.count; k++) {
      const i = block.slots[k];
      tell(i, block.u[k], computeSearchHazard(world, i, block.x[k], shared.pull));
    }
  };
  visit(world, 0, world.agents, takeOthers, purpose, [markReady, tellOf], shared);
}

function computeSearchHazard(world: World, i: number, ready: number, pull: Pull): number {
  return ready * (pull.organic + pull.friends * computeOnlineFriends(world, i) + pull.advertising + pull.content);
}

/** Marks who is within reach of the highest hazard there can be, or turns to a traditional broker; the others trade. */
function markReady(world: World, { pull, factor, traditional }: EntryMonth): void {
  const { investors, block } = world;
  const { slots, marked, u, v, x: readiness } = block;
  const month = readMonth(world);
  const most = pull.organic + pull.friends + pull.advertising + pull.content;
  let count = 0;
  for (let k = 0; k < block.count; k++) {
    const i = slots[k];
    const status = investors.status[i];
    const ready =
      investors.affinity[i] * pull.byAge[Math.floor((month - investors.birthMonth[i]) / 12)] * factor[status];
    const mayEnter = u[k] < (ready * most) / 12 || (v[k] < traditional && status === STATUS.outside);
    if (!mayEnter && status === STATUS.traditional) tradeTraditionally(world, i);
    readiness[k] = ready;
    marked[count] = k;
    count += mayEnter ? 1 : 0;
  }
  block.markedCount = count;
}

function enter(world: World, { pull, traditional }: EntryMonth): void {
  const { block, investors } = world;
  const { status } = investors;
  const { slots, marked, u, v, x: readiness } = block;
  const most = pull.organic + pull.friends + pull.advertising + pull.content;
  for (let m = 0; m < block.markedCount; m++) {
    const k = marked[m];
    const i = slots[k];
    if (u[k] < (readiness[k] * most) / 12) searchBroker(world, i, readiness[k], pull, u[k]);
    if (status[i] === STATUS.traditional) tradeTraditionally(world, i);
    else if (status[i] === STATUS.outside && v[k] < traditional) openTraditional(world, i);
  }
}

/** The four pulls: own initiative, friends, advertising that saturates in spending a head, and content. */
function computePull(world: World): Pull {
  const { values, offers } = world;
  const attention = computeAttentionFactor(world);
  const demand = values['entry.demand'];
  const perHeadCny = (offers.advertisingBn * 1e9) / Math.max(1, countOthers(world) * world.peoplePerAgent);
  const x = perHeadCny / values['entry.advertisingHalfCny'];
  const supply = offers.contentSupply / REFERENCE_CONTENT;
  const byAge = new Float64Array(OLDEST_YEARS + 1);
  for (let age = 0; age <= OLDEST_YEARS; age++) {
    byAge[age] = exp((-values['entry.agePerTwentyYears'] * (age - REFERENCE_AGE)) / 20);
  }
  return {
    organic: demand * values['entry.organic'] * attention,
    friends: demand * values['entry.friends'] * attention,
    advertising: (demand * values['entry.advertisingMost'] * x) / (1 + x),
    content: demand * values['entry.content'] * supply * (CONTENT_STEADY + (1 - CONTENT_STEADY) * attention),
    byAge,
  };
}

function countOthers({ agents, brokers, brokerCount }: World): number {
  let users = 0;
  for (let b = 0; b < brokerCount; b++) users += brokers.users[b];
  return agents - users;
}

/**
 * The person was within reach of the highest hazard there can be; friends decide whether the search really starts
 * (thinning), then a channel brings the first broker, and the others come to mind.
 */
function searchBroker(world: World, i: number, ready: number, pull: Pull, u: number): void {
  const { flow, draws, choice, investors, brokers } = world;
  const friends = pull.friends * computeOnlineFriends(world, i);
  const hazard = ready * (pull.organic + friends + pull.advertising + pull.content);
  if (u >= 1 - exp(-hazard / 12)) return;
  flow.leads[0]++;
  draws.at(readPerson(world, i), readMonth(world), PURPOSE.channel);
  const at = draws.u * (pull.organic + friends + pull.advertising + pull.content);
  const channel = pickChannel(at, pull.organic, friends, pull.advertising);
  const first = findChannelBroker(world, i, channel, draws.v);
  choice.count = 0;
  consider(world, first);
  considerUsual(world, i);
  if (choice.count === 0) return;
  const taken = chooseBroker(world, i, channel === CHANNEL.organic ? -1 : first, 0, CHANNEL_REASON[channel]);
  const reason = explainChoice(choice, taken, findRunnerUp(choice, taken));
  const broker = choice.considered[taken];
  draws.at(readPerson(world, i), readMonth(world), PURPOSE.opening);
  // Chance decides which broker is taken, not whether it convinces.
  const match = choice.utility[taken] - choice.parts[taken * CHOICE_REASON_COUNT + REASON.chance];
  if (draws.u >= computeConversion(world, broker, match, channel)) return;
  const isFunded = draws.v < computeFunding(world, broker, channel);
  openFirst(world, i, broker, channel);
  if (!isFunded) {
    if (investors.status[i] !== STATUS.traditional) investors.status[i] = STATUS.unfunded;
    return;
  }
  fundAccount(world, i, broker, channel);
  recordEvent(world.events, investors, readMonth(world), i, MOVE.join, -1, broker, reason, choice.gap);
  investors.expectation[i] = 0.3 + 0.5 * brokers.service[broker];
}

function pickChannel(at: number, organic: number, friends: number, advertising: number): number {
  if (at < organic) return CHANNEL.organic;
  if (at < organic + friends) return CHANNEL.friend;
  return at < organic + friends + advertising ? CHANNEL.advertising : CHANNEL.content;
}

/** Share of friends who invest online. */
function computeOnlineFriends({ investors, ties, values }: World, slot: number): number {
  const friends = values['network.friends'];
  let count = 0;
  for (let k = slot * friends; k < (slot + 1) * friends; k++) {
    if (investors.shown[ties.friend[k]] !== NONE) count++;
  }
  return count / friends;
}

/** The broker that a channel puts first. Niche brokers aim their advertising, and mostly reach whom they are made for. */
function findChannelBroker(world: World, i: number, channel: number, v: number): number {
  const { offers, niches, investors, values, ties } = world;
  if (channel === CHANNEL.friend) {
    const friends = values['network.friends'];
    const start = Math.floor(v * friends);
    for (let k = 0; k < friends; k++) {
      const shown = investors.shown[ties.friend[i * friends + ((start + k) % friends)]];
      if (shown !== NONE) return shown;
    }
    return readFriendBroker(world, i, v);
  }
  if (channel === CHANNEL.content) return drawBroker(offers, offers.content, v);
  if (channel === CHANNEL.organic) return drawBroker(offers, offers.goodwill, v);
  const broker = drawBroker(offers, offers.advertising, v);
  if (broker === -1) return broker;
  const niche = niches[broker];
  if (niche === null) return broker;
  const kept = computeTargeting(world, i, niche);
  if (kept === 1) return broker;
  const { u, v: w } = redraw(world, i);
  return u < 1 - kept ? drawBroker(offers, offers.goodwill, w) : broker;
}

/**
 * Probability that a niche broker’s advertising goes to the person after all. With their data it goes to those whom it is
 * made for, and mostly spares others; without, to anybody, as often as any broker’s.
 */
export function computeTargeting(world: World, slot: number, niche: Niche): number {
  const { values, offers } = world;
  const aimed = matchesNiche(world, slot, niche) === 1 ? 1 : 1 - Math.min(1, NICHE_SPARED * offers.accuracy);
  const reach = readReach(world, slot);
  return reach * aimed + (1 - reach) / values['brokers.nicheTargeting'];
}

function redraw(world: World, i: number): { u: number; v: number } {
  world.draws.at(readPerson(world, i), readMonth(world), PURPOSE.account);
  return world.draws;
}

function computeConversion(world: World, broker: number, utility: number, channel: number): number {
  const { values, offers } = world;
  const odds =
    values['entry.conversion'] +
    values['entry.conversionEase'] * offers.ease[broker] +
    values['entry.conversionUtility'] * utility +
    (channel === CHANNEL.friend ? values['entry.conversionFriend'] : 0) +
    (channel === CHANNEL.content ? values['entry.conversionContent'] : 0) -
    SUITABILITY_TOLL * readRule(world, 'suitability');
  return logistic(odds);
}

/** Opening is not funding: the probability that the account becomes a customer’s. */
export function computeFunding(world: World, broker: number, channel: number): number {
  const { values, offers, brokers } = world;
  const odds =
    values['entry.funding'] +
    values['entry.fundingEase'] * (offers.ease[broker] - 0.3) +
    values['entry.fundingService'] * brokers.service[broker] +
    (channel === CHANNEL.advertising ? values['entry.fundingAdvertising'] : 0) +
    (channel === CHANNEL.friend ? values['entry.fundingFriend'] : 0);
  return logistic(odds);
}

const OPENINGS_BY_CHANNEL = ['openingsOrganic', 'openingsAdvertising', 'openingsContent', 'openingsReferral'] as const;

/** Counts the opening; the first ever puts the person into a cohort. */
function openFirst(world: World, i: number, broker: number, channel: number): void {
  const { investors, tally, flow, cohorts, inputs, brokerCount } = world;
  const month = readMonth(world);
  tally[OPENINGS_BY_CHANNEL[channel]][broker]++;
  flow.leadOpenings[0]++;
  if (investors.cohortMonth[i] !== NEVER) return;
  investors.cohortMonth[i] = month;
  investors.cohortBroker[i] = broker;
  investors.cohortKept[i] = 0;
  cohorts.opened[(month - inputs.startMonth) * brokerCount + broker]++;
  flow.firstOpenings[0]++;
  if (month - investors.birthMonth[i] < YOUNG_MONTHS) flow.youngFirstOpenings[0]++;
}

/** The person becomes a user: money comes in, and the reward that the channel pays with it. */
export function fundAccount(world: World, i: number, broker: number, channel: number): void {
  const { investors, tally, flow, values } = world;
  const month = readMonth(world);
  const depositCents = investors.status[i] === STATUS.traditional ? 0 : computeTargetCents(world, i);
  const rewardCny =
    channel === CHANNEL.advertising
      ? values['accounts.promotionCny']
      : channel === CHANNEL.friend
        ? values['accounts.referralCny']
        : 0;
  const rewardCents = roundCents(rewardCny * 100);
  flow.depositCents[0] += depositCents;
  tally.rewardCents[broker] += rewardCents;
  if (channel === CHANNEL.friend) tally.referralCents[broker] += rewardCents;
  flow.usersJoined[0]++;
  flow.experienceJoined[0] += countExperience(investors.experience[i]);
  investors.assetsCents[i] += depositCents + rewardCents;
  tally.funded[broker]++;
  tally.joined[broker]++;
  if (channel === CHANNEL.advertising) tally.fundedAdvertising[broker]++;
  if (channel === CHANNEL.friend) tally.fundedReferral[broker]++;
  investors.status[i] = STATUS.active;
  investors.main[i] = broker;
  investors.mainSince[i] = month;
  investors.userSince[i] = month;
  investors.satisfaction[i] = 0.55;
  investors.engagement[i] = 0;
  investors.return12[i] = 0;
  if (investors.cohortBroker[i] === broker) investors.cohortKept[i] = 1;
}

/** Monthly probability that an outsider opens an account at a traditional broker. */
function computeTraditionalHazard(world: World): number {
  const eased = 1 - TRADITIONAL_DISPLACEMENT * computeOpeningEase(world);
  return 1 - exp((-world.values['entry.traditionalOpening'] * eased) / 12);
}

function openTraditional(world: World, i: number): void {
  const { investors, flow } = world;
  investors.status[i] = STATUS.traditional;
  investors.home[i] = drawHomeBroker(world, i);
  const depositCents = computeTargetCents(world, i);
  investors.assetsCents[i] = depositCents;
  flow.depositCents[0] += depositCents;
  flow.traditionalOpenings[0]++;
}

/** The trading of traditional investors is an input: brokers here do not act on it. */
function tradeTraditionally({ investors, flow, values }: World, i: number): void {
  const turnoverOverAssets = values['trading.traditionalRate'] * values['trading.size'];
  flow.traditionalTurnoverCents[0] += roundCents(turnoverOverAssets * investors.assetsCents[i]);
}
