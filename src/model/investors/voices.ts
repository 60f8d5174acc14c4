import { clipNegative, stepAtZero } from '../../core/math.ts';
import { readProgramme } from '../brokers/programmes.ts';
import { NONE } from '../purposes.ts';
import { STATUS } from '../records.ts';
import type { World } from '../world.ts';
import { readFamilyBroker } from './family.ts';

/*
 * What goes from person to person. Friends see each other’s main broker, and whether the other is content with it, as of the
 * end of last month. A friend’s word weighs more or less than that of somebody who neither praises nor complains, and it
 * weighs alike wherever friends matter: in whether one searches, which broker one hears of, and how one values it.
 */

/** How somebody feels about their broker: `keen` is content and awake, and may be asked to invite friends. */
export const MOOD = { calm: 0, content: 1, unhappy: 2, keen: 3 } as const;

/** From here on people praise, and below here they complain to friends: about the upper fifth and the lower seventh of users. */
const CONTENT_FROM = 0.53;
const UNHAPPY_BELOW = 0.35;

const IS_AWAKE = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.active ? 1 : 0));

/** Weight of words by mood, and what referral programmes add to those of keen clients by broker. Part of `world.offers`. */
export interface Words {
  readonly byMood: Float64Array;
  readonly invites: Float64Array;
  /** The most that one friend can weigh. */
  loudest: number;
}

export function createWords(brokers: number): Words {
  return { byMood: new Float64Array(Object.keys(MOOD).length).fill(1), invites: new Float64Array(brokers), loudest: 1 };
}

/** Lets friends see, from now on, where everybody stands and how they feel about it. */
export function showFriends({ investors, agents }: World): void {
  const { main, mood, satisfaction, complained, status } = investors;
  investors.shown.set(main);
  for (let i = 0; i < agents; i++) {
    const unhappy = complained[i] | stepAtZero(UNHAPPY_BELOW - satisfaction[i]);
    const content = stepAtZero(satisfaction[i] - CONTENT_FROM) * (1 - unhappy);
    mood[i] = MOOD.unhappy * unhappy + (MOOD.content + (MOOD.keen - MOOD.content) * IS_AWAKE[status[i]]) * content;
  }
}

/** What words weigh this month. */
export function prepareWords(world: World): void {
  const { offers, values, brokerCount } = world;
  const { words } = offers;
  words.byMood.fill(1);
  words.byMood[MOOD.content] = 1 + values['network.praise'];
  words.byMood[MOOD.keen] = words.byMood[MOOD.content];
  words.byMood[MOOD.unhappy] = 1 - values['network.warning'];
  const reward = values['programmes.referralCny'] * (1 - values['programmes.referralSplit']);
  let most = 0;
  for (let b = 0; b < brokerCount; b++) {
    const promised = reward * world.programmes.referral[b];
    const tempted = promised > 0 ? promised / (promised + values['programmes.referralHalfCny']) : 0;
    words.invites[b] = values['programmes.referral'] * readProgramme(world, b, 'referral') * tempted;
    most = Math.max(most, words.invites[b]);
  }
  words.loudest = Math.max(1, words.byMood[MOOD.content]) + most;
}

/** How much a friend’s word weighs for the broker that the friend showed. Below 0 it speaks against it. */
export function weighWord({ investors, offers }: World, friend: number): number {
  return offers.words.byMood[investors.mood[friend]];
}

/** How strongly a friend makes others look for a broker: by word of mouth, and by invitations of a referral programme. */
function weighCall(world: World, friend: number): number {
  const { investors, offers } = world;
  const broker = investors.shown[friend];
  if (broker === NONE) return 0;
  const invited = investors.mood[friend] === MOOD.keen ? offers.words.invites[broker] : 0;
  return clipNegative(weighWord(world, friend)) + invited;
}

/** Calls of all friends, over the number of friends: at most `words.loudest`. */
export function weighCalls(world: World, slot: number): number {
  const { ties, values } = world;
  const friends = values['network.friends'];
  let sum = 0;
  for (let k = slot * friends; k < (slot + 1) * friends; k++) sum += weighCall(world, ties.friend[k]);
  return sum / friends;
}

/**
 * The friend who brings a search, −1 for none: the first, from a place drawn, whose call is loud enough. The leading digits
 * of the draw choose the place, those that are left how loud it has to be.
 * @param v on (0, 1)
 */
export function findCaller(world: World, slot: number, v: number): number {
  const { ties, values, offers } = world;
  const friends = values['network.friends'];
  const start = Math.floor(v * friends);
  const bar = (v * friends - start) * offers.words.loudest;
  let any = -1;
  for (let k = 0; k < friends; k++) {
    const friend = ties.friend[slot * friends + ((start + k) % friends)];
    const call = weighCall(world, friend);
    if (call > bar) return friend;
    if (call > 0 && any < 0) any = friend;
  }
  return any;
}

/** The broker that one friend, picked by `u`, recommends; NONE for a friend who does not invest online or warns of it. */
export function readRecommended(world: World, slot: number, u: number): number {
  const { ties, values, investors } = world;
  const friends = values['network.friends'];
  const place = Math.floor(u * friends);
  const friend = ties.friend[slot * friends + place];
  return u * friends - place < weighWord(world, friend) ? investors.shown[friend] : NONE;
}

/** How much family and friends elsewhere, and unhappy ones at one’s own broker, unsettle: on [0, 1]. */
export function weighUnrest(world: World, slot: number): number {
  const { investors, ties, values } = world;
  const friends = values['network.friends'];
  const main = investors.main[slot];
  const family = readFamilyBroker(world, slot);
  if (family !== NONE && family !== main) return 1;
  let sum = 0;
  for (let k = slot * friends; k < (slot + 1) * friends; k++) {
    const friend = ties.friend[k];
    const shown = investors.shown[friend];
    if (shown === NONE) continue;
    const word = weighWord(world, friend);
    sum += shown === main ? clipNegative(1 - word) : clipNegative(word);
  }
  return Math.min(1, sum / friends);
}
