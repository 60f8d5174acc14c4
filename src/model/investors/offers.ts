import { yearFraction } from '../../core/calendar.ts';
import { logistic, pow } from '../../core/math.ts';
import { weighAdvertising } from '../brokers/advertising.ts';
import { computeContentAttention } from '../brokers/content-supply.ts';
import { computeNewDiscount } from '../brokers/personal-prices.ts';
import { computePriceFloor } from '../brokers/prices.ts';
import { readProgramme, readProgrammeShare } from '../brokers/programmes.ts';
import { readExposureBn } from '../brokers/reach.ts';
import { readPlannedRevenueBn } from '../brokers/revenue.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { computeVoice } from '../market/awareness.ts';
import { takesNewClients } from '../market/cross-border.ts';
import { prepareDataUse } from '../regulator/data-use.ts';
import { computeInducement } from '../regulator/inducement.ts';
import { computeAdoptionFactor } from '../regulator/sandbox.ts';
import { readMonth, type World } from '../world.ts';
import { computeDropping } from './advice.ts';
import { type Contacts, createContacts, prepareContacts } from './contacts.ts';
import { createWords, prepareWords, type Words } from './voices.ts';

/** Commission at which `trading.rate` is stated, bp (S041). */
const REFERENCE_BP = 3.5;
/** Duty and the visible part of the spread: what a trader counts beside the commission, bp (trial.md §1). */
const VISIBLE_COST_BP = 10;
/** Ease of opening that no service can give, and what full service adds (trial.md §1). */
const EASE_FLOOR = 0.5;
const EASE_SERVICE = 0.6;

/** What brokers are to investors this month: derived from the state, the same for everybody. */
export interface Offers {
  /** Brokers that take new clients, in order of position. */
  readonly open: Int32Array;
  openCount: number;
  /** Running totals over `open` of the weights with which brokers are met by each channel. */
  readonly goodwill: Float64Array;
  readonly advertising: Float64Array;
  readonly content: Float64Array;
  readonly lifeScene: Float64Array;
  /** By broker: contacts a year of county partners with somebody all of whose friends are its clients, in units of half-saturation. */
  readonly county: Float64Array;
  /** By broker: ease of opening on [0, 1]. */
  readonly ease: Float64Array;
  /** By broker: factor on trades from the total cost of a trade. */
  readonly tradeFactor: Float64Array;
  /** By broker: the rivals’ share of voice. */
  readonly rivalVoice: Float64Array;
  /** By broker: part of the commission that clients new to it are spared. */
  readonly newDiscount: Float64Array;
  /** By broker: what wake-up campaigns add to the log hazard with which its dormant clients come back. */
  readonly wakeUp: Float64Array;
  /** By broker: AI advice that its followers get, on [0, 1]: capability, less what waits for an answer. */
  readonly adviceReceived: Float64Array;
  /** By broker: how far it diversifies them, on [0, 1]. The first steps do most of it, so a middling AI does more than half. */
  readonly adviceHelp: Float64Array;
  /** By broker: probabilities of a month that the willing begin to follow it, and that followers give it up. */
  readonly adviceUptake: Float64Array;
  readonly adviceDropping: Float64Array;
  /** How brokers reach their own clients. */
  readonly contacts: Contacts;
  /** What friends’ words weigh. */
  readonly words: Words;
  /** By broker: advertising over revenue, both a year. */
  readonly pushiness: Float64Array;
  /** By consent (0, 1): probability that marketing by personal data reaches a person. */
  readonly reach: Float64Array;
  /** Factor on what is pushed to people in a cooling-off. */
  spared: number;
  /** Factor on how well personal data tell whom a message suits. */
  accuracy: number;
  /** Advertising spending of all brokers, CNY billion a year. */
  advertisingBn: number;
  /** The same for life scenes. */
  lifeSceneBn: number;
  /** Supply of content that finds attention, on [0, 1]: weighted by users. */
  contentSupply: number;
  /** Attention that a piece of content finds, on (0, 1]. */
  contentAttention: number;
  priceFloorBp: number;
}

export function createOffers(brokers: number): Offers {
  const column = () => new Float64Array(brokers);
  return {
    open: new Int32Array(brokers),
    openCount: 0,
    goodwill: column(),
    advertising: column(),
    content: column(),
    lifeScene: column(),
    county: column(),
    ease: column(),
    tradeFactor: column(),
    rivalVoice: column(),
    newDiscount: column(),
    wakeUp: column(),
    adviceReceived: column(),
    adviceHelp: column(),
    adviceUptake: column(),
    adviceDropping: column(),
    contacts: createContacts(brokers),
    words: createWords(brokers),
    pushiness: column(),
    reach: new Float64Array(2),
    spared: 1,
    accuracy: 1,
    advertisingBn: 0,
    lifeSceneBn: 0,
    contentSupply: 0,
    contentAttention: 1,
    priceFloorBp: 0,
  };
}

/** Reads the state into `world.offers`. Every thread does this for itself. */
export function prepareOffers(world: World): void {
  const { offers, brokers, brokerCount } = world;
  offers.openCount = 0;
  for (let b = 0; b < brokerCount; b++) {
    const isOpen = brokers.status[b] === BROKER_STATUS.operating && takesNewClients(world, b);
    if (isOpen) offers.open[offers.openCount++] = b;
  }
  offers.priceFloorBp = computePriceFloor(world);
  prepareDataUse(world);
  offers.contentAttention = computeContentAttention(world);
  prepareChannels(world);
  prepareTerms(world);
  prepareAdvice(world);
  prepareContacts(world);
  prepareWords(world);
}

function prepareChannels(world: World): void {
  const { offers, brokers, values } = world;
  const exponent = values['choice.goodwillExponent'];
  let goodwill = 0;
  let advertising = 0;
  let content = 0;
  let lifeScene = 0;
  offers.advertisingBn = 0;
  offers.lifeSceneBn = 0;
  offers.county.fill(0);
  for (let k = 0; k < offers.openCount; k++) {
    const b = offers.open[k];
    goodwill += pow(brokers.goodwill[b], exponent);
    advertising += weighAdvertising(world, b);
    content += brokers.content[b] * Math.sqrt(brokers.goodwill[b]);
    const sceneBn = readProgrammeShare(world, b, 'lifeScene') * readPlannedRevenueBn(world, b);
    lifeScene += sceneBn * brokers.talent[b];
    offers.goodwill[k] = goodwill;
    offers.advertising[k] = advertising;
    offers.content[k] = content;
    offers.lifeScene[k] = lifeScene;
    offers.advertisingBn += readExposureBn(world, b);
    offers.lifeSceneBn += sceneBn;
    offers.county[b] = values['programmes.countyPartners'] * readProgramme(world, b, 'countyPartners');
  }
}

function prepareTerms(world: World): void {
  const { offers, brokers, values, brokerCount } = world;
  const opening = computeOpeningEase(world);
  const elasticity = values['trading.costElasticity'];
  const voice = computeVoice(world);
  let users = 0;
  let content = 0;
  for (let b = 0; b < brokerCount; b++) {
    offers.ease[b] = opening * (EASE_FLOOR + EASE_SERVICE * brokers.service[b]);
    const cost = (brokers.commissionBp[b] + VISIBLE_COST_BP) / (REFERENCE_BP + VISIBLE_COST_BP);
    offers.tradeFactor[b] = pow(cost, -elasticity);
    offers.rivalVoice[b] = 1 - voice[b];
    offers.newDiscount[b] = computeNewDiscount(world, b);
    offers.wakeUp[b] = values['programmes.wakeUp'] * readProgramme(world, b, 'wakeUp');
    const revenueBn = readPlannedRevenueBn(world, b);
    offers.pushiness[b] = revenueBn > 0 ? brokers.spendAdvertising[b] / revenueBn : 0;
    offers.tradeFactor[b] *= computeInducement(world, b);
    users += brokers.users[b];
    content += brokers.users[b] * brokers.content[b];
  }
  offers.contentSupply = users > 0 ? (offers.contentAttention * content) / users : 0;
}

function prepareAdvice(world: World): void {
  const { offers, brokers, advisory, values, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    const answered = advisory.answered[b];
    offers.adviceReceived[b] = brokers.advice[b] * answered;
    offers.adviceHelp[b] = Math.sqrt(brokers.advice[b]) * answered;
    offers.adviceUptake[b] = (values['experience.adoption'] * brokers.advice[b] * computeAdoptionFactor(world, b)) / 12;
    offers.adviceDropping[b] = computeDropping(answered, values['advice.waitDropped']);
  }
}

/** How far opening has come from 45 to 3 minutes: a logistic trend, exogenous (S070, S196). */
export function computeOpeningEase(world: World): number {
  const years = yearFraction(readMonth(world)) - world.values['entry.easeMidYear'];
  return logistic(years / world.values['entry.easeScaleYears']);
}

/** Draws an open broker from running totals over `open`; −1 when all weights are zero. @param u on (0, 1) */
export function drawBroker(offers: Offers, totals: Float64Array, u: number): number {
  const last = offers.openCount - 1;
  if (last < 0 || totals[last] <= 0) return -1;
  const at = u * totals[last];
  let k = 0;
  while (k < last && totals[k] < at) k++;
  return offers.open[k];
}
