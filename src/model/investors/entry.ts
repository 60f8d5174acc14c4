import { exp, logistic } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { computePromotionPull, readPromotionCny } from '../brokers/promotion.ts';
import { recordEvent } from '../events.ts';
import { NEVER, PURPOSE } from '../purposes.ts';
import { CHOICE_REASON_COUNT, MOVE, REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { computeQuizToll, passQuiz } from '../regulator/quiz.ts';
import { readRule } from '../regulator/rules.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { takeOthers, visit } from './block.ts';
import {
  CHANNEL,
  CHANNEL_REASON,
  computePull,
  findChannelBroker,
  type Pull,
  pickChannel,
  weighChannels,
} from './channels.ts';
import { chooseBroker, consider, considerUsual, explainChoice, findRunnerUp, readPresence } from './choice.ts';
import { countExperience } from './learning.ts';
import { computeOpeningEase } from './offers.ts';
import { computeTargetCents, drawHomeBroker } from './population.ts';
import { awardReferral } from './referral.ts';

/** Suitability checks take away this much of the log odds of conversion at full strength. */
const SUITABILITY_TOLL = 0.3;
/** Easy online opening halves traditional openings. */
const TRADITIONAL_DISPLACEMENT = 0.5;
const YOUNG_MONTHS = 25 * 12;
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
      tell(i, block.u[k], block.x[k] * weighChannels(world, i, shared.pull));
    }
  };
  visit(world, 0, world.agents, takeOthers, purpose, [markReady, tellOf], shared);
}

/** Marks who is within reach of the highest hazard there can be, or turns to a traditional broker; the others trade. */
function markReady(world: World, { pull, factor, traditional }: EntryMonth): void {
  const { investors, block } = world;
  const { slots, marked, u, v, x: readiness } = block;
  const month = readMonth(world);
  let count = 0;
  for (let k = 0; k < block.count; k++) {
    const i = slots[k];
    const status = investors.status[i];
    const ready =
      investors.affinity[i] * pull.byAge[Math.floor((month - investors.birthMonth[i]) / 12)] * factor[status];
    const mayEnter =
      u[k] < (ready * pull.most[investors.tier[i]]) / 12 || (v[k] < traditional && status === STATUS.outside);
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
  for (let m = 0; m < block.markedCount; m++) {
    const k = marked[m];
    const i = slots[k];
    if (u[k] < (readiness[k] * pull.most[investors.tier[i]]) / 12) searchBroker(world, i, readiness[k], pull, u[k]);
    if (status[i] === STATUS.traditional) tradeTraditionally(world, i);
    else if (status[i] === STATUS.outside && v[k] < traditional) openTraditional(world, i);
  }
}

/**
 * The person was within reach of the highest hazard there can be; friends decide whether the search really starts
 * (thinning), then a channel brings the first broker, and the others come to mind.
 */
function searchBroker(world: World, i: number, ready: number, pull: Pull, u: number): void {
  const { flow, draws, choice, investors, brokers } = world;
  const hazard = weighChannels(world, i, pull);
  if (u >= 1 - exp((-ready * hazard) / 12)) return;
  flow.leads[0]++;
  draws.at(readPerson(world, i), readMonth(world), PURPOSE.channel);
  const channel = pickChannel(draws.u * hazard);
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
  if (draws.u >= computeConversion(world, i, broker, match, channel)) return;
  const isFunded = draws.v < computeFunding(world, broker, channel);
  openFirst(world, i, broker, channel);
  if (!isFunded) {
    if (investors.status[i] !== STATUS.traditional) investors.status[i] = STATUS.unfunded;
    return;
  }
  fundAccount(world, i, broker, channel);
  passQuiz(world, i);
  recordEvent(world.events, investors, readMonth(world), i, MOVE.join, -1, broker, reason, choice.gap);
  investors.expectation[i] = 0.3 + 0.5 * brokers.service[broker];
}

function computeConversion(world: World, i: number, broker: number, utility: number, channel: number): number {
  const { values, offers, brokers } = world;
  const ease = offers.ease[broker] + values['programmes.branchService'] * readPresence(world, i, broker);
  const odds =
    values['entry.conversion'] +
    values['entry.conversionEase'] * ease +
    values['entry.conversionUtility'] * utility +
    (channel === CHANNEL.friend || channel === CHANNEL.county ? values['entry.conversionFriend'] : 0) +
    (channel === CHANNEL.content ? values['entry.conversionContent'] : 0) +
    (channel === CHANNEL.advertising ? computePromotionPull(world, i, broker) : 0) +
    (channel === CHANNEL.lifeScene ? values['programmes.lifeSceneConversion'] * brokers.talent[broker] : 0) -
    SUITABILITY_TOLL * readRule(world, 'suitability') -
    computeQuizToll(world, i);
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
    (channel === CHANNEL.friend || channel === CHANNEL.county ? values['entry.fundingFriend'] : 0);
  return logistic(odds);
}

const OPENINGS_BY_CHANNEL = [
  'openingsOrganic',
  'openingsAdvertising',
  'openingsContent',
  'openingsReferral',
  'openingsCounty',
  'openingsLifeScene',
] as const;

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
  const { investors, tally, flow } = world;
  const month = readMonth(world);
  const depositCents = investors.status[i] === STATUS.traditional ? 0 : computeTargetCents(world, i);
  const referralCents = channel === CHANNEL.friend ? awardReferral(world, world.choice.caller, broker) : 0;
  const promotionCents = channel === CHANNEL.advertising ? roundCents(readPromotionCny(world, broker) * 100) : 0;
  const rewardCents = promotionCents + referralCents;
  flow.depositCents[0] += depositCents;
  tally.rewardCents[broker] += rewardCents;
  tally.referralCents[broker] += referralCents;
  flow.usersJoined[0]++;
  flow.experienceJoined[0] += countExperience(investors.experience[i]);
  investors.assetsCents[i] += depositCents + rewardCents;
  tally.funded[broker]++;
  tally.joined[broker]++;
  countFunded(world, broker, channel);
  investors.status[i] = STATUS.active;
  investors.main[i] = broker;
  investors.mainSince[i] = month;
  investors.userSince[i] = month;
  investors.satisfaction[i] = 0.55;
  investors.engagement[i] = 0;
  investors.fatigue[i] = 0;
  investors.return12[i] = 0;
  investors.retested[i] = 0;
  investors.cooling[i] = 0;
  if (investors.cohortBroker[i] === broker) investors.cohortKept[i] = 1;
}

/** Counts by channel; a county partner’s commission is no money of the client. */
function countFunded({ tally, values }: World, broker: number, channel: number): void {
  if (channel === CHANNEL.advertising) tally.fundedAdvertising[broker]++;
  if (channel === CHANNEL.lifeScene) tally.fundedLifeScene[broker]++;
  if (channel === CHANNEL.friend) tally.fundedReferral[broker]++;
  if (channel === CHANNEL.county) {
    const commissionCents = roundCents(values['programmes.countyRewardCny'] * 100);
    tally.fundedCounty[broker]++;
    tally.costProgrammesCents[broker] += commissionCents;
    tally.costChannelsCents[broker] += commissionCents;
  }
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
