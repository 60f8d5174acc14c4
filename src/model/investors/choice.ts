import { gumbelQuantile } from '../../core/normal.ts';
import { readPriceFor } from '../brokers/personal-prices.ts';
import { readProgramme } from '../brokers/programmes.ts';
import { readPlatformReach } from '../brokers/reach.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { takesNewClients } from '../market/cross-border.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { CHOICE_REASON_COUNT, CONTRIBUTION_COUNT, REASON } from '../reasons.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { computeServiceFactor } from './contacts.ts';
import { readFamilyBroker } from './family.ts';
import { holdsAccount } from './holdings.ts';
import { matchesNiche } from './niches.ts';
import { drawBroker } from './offers.ts';
import { computeTastes, type Tastes } from './tastes.ts';
import { readRecommended, weighWord } from './voices.ts';

/** Taste for AI advice of people who would not follow it: they value what it shows, not what it does. */
const UNWILLING = 0.5;
/** Six considered by goodwill at most, plus channel, home, a friend’s and up to three of one’s own. */
const MOST_CONSIDERED = 16;
const MOST_FRIENDS = 16;
/** City tier, or age, from which on people make use of branches. */
const BRANCH_TIER = 3;
const BRANCH_MONTHS = 50 * 12;

/** A choice between brokers, worked out in scratch that is reused from choice to choice. */
export interface Choice {
  readonly considered: Int32Array;
  /** Brokers that friends showed last month. */
  readonly shown: Uint8Array;
  /** What their words weigh for it. */
  readonly words: Float64Array;
  /** The friend who brought the search, −1 for none. */
  caller: number;
  /** Random terms of utility, by considered broker. */
  readonly chances: Float64Array;
  count: number;
  /** Utility by reason: row per considered broker. */
  readonly parts: Float64Array;
  readonly utility: Float64Array;
  readonly tastes: Tastes;
  /** Contributions of the last comparison, by reason: zero for those that are no component of utility. */
  readonly gap: Float64Array;
  /** Contributions to the hazard of the last move that was no comparison, by reason. */
  readonly pushes: Float64Array;
}

export function createChoice(): Choice {
  return {
    considered: new Int32Array(MOST_CONSIDERED),
    shown: new Uint8Array(MOST_FRIENDS),
    words: new Float64Array(MOST_FRIENDS),
    caller: -1,
    chances: new Float64Array(MOST_CONSIDERED),
    count: 0,
    parts: new Float64Array(MOST_CONSIDERED * CHOICE_REASON_COUNT),
    utility: new Float64Array(MOST_CONSIDERED),
    tastes: { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 },
    gap: new Float64Array(CONTRIBUTION_COUNT),
    pushes: new Float64Array(CONTRIBUTION_COUNT),
  };
}

/** Adds a broker to the consideration set unless it is there already, takes nobody new, or is none. */
export function consider(world: World, broker: number): void {
  if (broker >= 0 && broker !== NONE && takesNewClients(world, broker)) considerHeld(world, broker);
}

/** The same for a broker where the person has an account: it need not take new clients. */
export function considerHeld({ choice, brokers }: World, broker: number): void {
  if (broker === NONE || choice.count === MOST_CONSIDERED) return;
  if (brokers.status[broker] !== BROKER_STATUS.operating) return;
  for (let k = 0; k < choice.count; k++) {
    if (choice.considered[k] === broker) return;
  }
  choice.considered[choice.count++] = broker;
}

/** Adds the home broker, one friend’s broker and those that come to mind by goodwill^α. */
export function considerUsual(world: World, slot: number): void {
  const { investors, offers, draws, values } = world;
  const person = readPerson(world, slot);
  const month = readMonth(world);
  consider(world, investors.home[slot]);
  consider(world, readFamilyBroker(world, slot));
  draws.at(person, month, PURPOSE.consideration);
  if (values['choice.friendConsidered'] === 1) consider(world, readRecommended(world, slot, draws.u));
  const byGoodwill = values['choice.considered'];
  if (byGoodwill > 0) consider(world, drawBroker(offers, offers.goodwill, draws.v));
  for (let k = 1; k < byGoodwill; k += 2) {
    draws.at(person, month, PURPOSE.considerationMore + ((k - 1) >> 1));
    consider(world, drawBroker(offers, offers.goodwill, draws.u));
    if (k + 1 < byGoodwill) consider(world, drawBroker(offers, offers.goodwill, draws.v));
  }
  considerPlatforms(world, slot);
}

/** Adds brokers whose own platform has met the person; whom a smaller platform meets a larger one meets too. */
function considerPlatforms(world: World, slot: number): void {
  const { draws, offers } = world;
  for (let k = 0; k < offers.openCount; k++) {
    const reach = readPlatformReach(world, offers.open[k]);
    if (reach === 0) continue;
    draws.at(readPerson(world, slot), readMonth(world), PURPOSE.reach);
    if (draws.u < reach) consider(world, offers.open[k]);
  }
}

/** Share of friends who showed the broker last month. */
export function computeFriendShare({ investors, ties, values }: World, slot: number, broker: number): number {
  const friends = values['network.friends'];
  let count = 0;
  for (let k = slot * friends; k < (slot + 1) * friends; k++) {
    if (investors.shown[ties.friend[k]] === broker) count++;
  }
  return count / friends;
}

function lookAtFriends(world: World, slot: number): void {
  const { investors, ties, values, choice } = world;
  const friends = values['network.friends'];
  for (let k = 0; k < friends; k++) {
    const friend = ties.friend[slot * friends + k];
    choice.shown[k] = investors.shown[friend];
    choice.words[k] = weighWord(world, friend);
  }
}

/** The random terms of utility, by considered broker. */
function drawChances(world: World, slot: number): void {
  const { choice, draws } = world;
  const { considered, chances, count } = choice;
  const person = readPerson(world, slot);
  const month = readMonth(world);
  for (let k = 0; k < count; k++) {
    draws.at(person, month, PURPOSE.chanceFirst + considered[k]);
    chances[k] = draws.u;
  }
  for (let k = 0; k < count; k++) chances[k] = gumbelQuantile(chances[k]);
}

/** What friends at the broker say of it, over all friends. */
function weighFriends({ choice, values }: World, broker: number): number {
  const friends = values['network.friends'];
  let sum = 0;
  for (let k = 0; k < friends; k++) sum += choice.shown[k] === broker ? choice.words[k] : 0;
  return sum / friends;
}

/**
 * Values every considered broker and returns the position, in the set, of the best.
 * @param channelBroker the broker whose channel started the search, or −1: it has a salience bonus
 * @param inertia utility that the present main broker keeps over all others
 * @param channelReason the reason that the salience bonus counts for
 */
export function chooseBroker(
  world: World,
  slot: number,
  channelBroker: number,
  inertia: number,
  channelReason: number = REASON.prominence,
): number {
  const { choice } = world;
  computeTastes(world, slot, choice.tastes);
  lookAtFriends(world, slot);
  drawChances(world, slot);
  let best = 0;
  for (let k = 0; k < choice.count; k++) {
    valueBroker(world, choice, slot, k, inertia);
    // Whatever a friend or content brought counts for them when the choice is explained.
    if (choice.considered[k] === channelBroker) {
      choice.parts[k * CHOICE_REASON_COUNT + channelReason] += world.values['choice.salience'];
    }
    choice.utility[k] = sumParts(choice, k);
    if (choice.utility[k] > choice.utility[best]) best = k;
  }
  return best;
}

/** What brokers are worth to a person, chance and inertia left out, by position of the broker in `out`. Uses the scratch of choices. */
export function valueBrokers(world: World, slot: number, brokers: Int32Array, out: Float64Array): void {
  const { choice } = world;
  computeTastes(world, slot, choice.tastes);
  lookAtFriends(world, slot);
  choice.chances[0] = 0;
  for (const broker of brokers) {
    choice.considered[0] = broker;
    valueBroker(world, choice, slot, 0, 0);
    out[broker] = sumParts(choice, 0);
  }
}

/** Utility by which another broker must beat the present main one: less where opening is easy, more with products held. */
export function computeMoveCost({ investors, offers, values }: World, slot: number): number {
  const lightened = 1 - 0.5 * offers.ease[investors.main[slot]];
  return (
    values['choice.inertia'] * lightened +
    values['choice.inertiaProducts'] * investors.products[slot] +
    values['programmes.growthCost'] * investors.growth[slot]
  );
}

/** Leaves the utility of the k-th considered broker, channel aside, in `choice.parts`, by reason. */
function valueBroker(
  world: World,
  { considered, chances, parts, tastes }: Choice,
  slot: number,
  k: number,
  inertia: number,
): void {
  const { brokers, investors, values, offers } = world;
  const b = considered[k];
  const acceptance = investors.willing[slot] === 1 ? 1 : UNWILLING;
  const ownFriends = weighFriends(world, b);
  const family = readFamilyBroker(world, slot) === b ? values['tastes.family'] : 0;
  const row = k * CHOICE_REASON_COUNT;
  parts[row + REASON.price] = -tastes.price * readPriceFor(world, slot, b);
  parts[row + REASON.content] = tastes.content * offers.contentAttention * brokers.content[b];
  parts[row + REASON.community] =
    tastes.community * brokers.community[b] + values['tastes.friends'] * ownFriends + family;
  parts[row + REASON.advice] = tastes.advice * acceptance * brokers.advice[b];
  const presence = readPresence(world, slot, b);
  const desks = brokers.service[b] * computeServiceFactor(world, slot, b);
  const service = desks + values['programmes.branchService'] * presence;
  parts[row + REASON.service] = tastes.service * service;
  // Who has friends there hears more of a scandal than others do.
  const heard = values['regulator.contagion'] * ownFriends * brokers.scandal[b];
  const trusted = brokers.reputation[b] + values['programmes.branchTrust'] * presence - heard;
  parts[row + REASON.trust] = tastes.trust * trusted;
  parts[row + REASON.niche] = computeNicheFit(world, slot, b);
  parts[row + REASON.prominence] = b === investors.home[slot] ? values['choice.home'] : 0;
  parts[row + REASON.inertia] = b === investors.main[slot] ? inertia : 0;
  parts[row + REASON.chance] = values['tastes.chance'] * chances[k];
}

/**
 * A niche is worth something to those whom it is made for. One of trading abroad asks money and a bank abroad of all others, unless
 * they have an account there already (M65).
 */
function computeNicheFit(world: World, slot: number, broker: number): number {
  const niche = world.niches[broker];
  if (niche === null) return 0;
  if (matchesNiche(world, slot, niche) === 1) return world.values['tastes.niche'];
  const isAbroad = niche === 'crossBorder' && !holdsAccount(world, slot, broker);
  return isAbroad ? -world.values['tastes.abroad'] : 0;
}

/** Branches of a broker, for people who use them: those over 50 or in tiers 3–4 (M62). On [0, 1]. */
export function readPresence(world: World, slot: number, broker: number): number {
  const presence = readProgramme(world, broker, 'branches');
  if (presence === 0) return 0;
  const { birthMonth, tier } = world.investors;
  return tier[slot] >= BRANCH_TIER || readMonth(world) - birthMonth[slot] > BRANCH_MONTHS ? presence : 0;
}

function sumParts({ parts }: Choice, k: number): number {
  let utility = 0;
  for (let c = 0; c < CHOICE_REASON_COUNT; c++) utility += parts[k * CHOICE_REASON_COUNT + c];
  return utility;
}

/**
 * Contributions by reason to the utility gap between two considered brokers, in `choice.gap`; they sum to it exactly.
 * @returns the main reason: the largest contribution that is not chance, or chance when nothing else speaks for the
 * broker taken. How much chance weighed stands beside it in the contributions.
 */
export function explainChoice(choice: Choice, taken: number, left: number): number {
  const { parts, gap } = choice;
  let reason: number = REASON.chance;
  let most = 0;
  for (let c = 0; c < CHOICE_REASON_COUNT; c++) {
    gap[c] = parts[taken * CHOICE_REASON_COUNT + c] - parts[left * CHOICE_REASON_COUNT + c];
    if (c === REASON.chance || gap[c] <= most) continue;
    most = gap[c];
    reason = c;
  }
  return reason;
}

/** The best of the considered brokers but one; the one itself when there is no other. */
export function findRunnerUp(choice: Choice, winner: number): number {
  let runnerUp = -1;
  for (let k = 0; k < choice.count; k++) {
    if (k !== winner && (runnerUp === -1 || choice.utility[k] > choice.utility[runnerUp])) runnerUp = k;
  }
  return runnerUp === -1 ? winner : runnerUp;
}
