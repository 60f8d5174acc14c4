import { yearFraction } from '../../core/calendar.ts';
import { clipNegative, logistic } from '../../core/math.ts';
import { NEW_MONTHS } from '../brokers/personal-prices.ts';
import { computeShowcaseUse } from '../brokers/showcase.ts';
import { PURPOSE } from '../purposes.ts';
import { readRule } from '../regulator/rules.ts';
import { readMonth, type World } from '../world.ts';
import { followAdvice, MOST_PRODUCTS, sufferErrors } from './advice.ts';
import { takeUsers, visit } from './block.ts';
import { computeAnnoyance, computeServiceFactor, isWealthy, readResponse, tire } from './contacts.ts';
import { countExperience } from './learning.ts';

/** Logistic scale, in years, of the exogenous trend in product offers. */
const PRODUCT_TREND_YEARS = 0.9;
/** Engagement goes this share of the way to what the community offers the person. */
const ENGAGEMENT_SPEED = 0.06;
/** Engagement of the young and of the old in a full community: it falls with age (S085, S287). */
const ENGAGEMENT_YOUNG = 1.25;
const ENGAGEMENT_PER_YEAR = 0.016;
/** Dormant people have little to complain about. */
const DORMANT_COMPLAINTS = 0.3;
/** Losses of ten per cent raise complaints by this much. */
const COMPLAINT_LOSSES = 4;
/** Compliance prevents this much of the complaints, and aggressive advertising causes some (misselling). */
const COMPLIANCE_CALM = 0.6;
const MISSELLING = 4;
/** Suitability checks at full strength spare the inexperienced this much: a third of the 52 % to 63 % claimed (S222, S235). */
const SUITABILITY_CALM = 0.2;
/** A complaint costs this much satisfaction. */
const COMPLAINT_HURT = 0.1;

/** What everybody shares this month. */
interface JudgementMonth {
  readonly education: number;
  /** Part of a complete novice’s complaints that suitability checks prevent. */
  readonly suited: number;
  /** What draws people to be engaged, by broker: its community and, while it is new, showcase technology. */
  readonly drawing: Float64Array;
  /** Hazard a year of one more product. */
  readonly products: number;
}

/** Step 6: people learn, compare what they got with what they expected, take up advice and products, and complain. */
export function judgeBrokers(world: World, from: number, to: number): void {
  const shared = {
    education: readRule(world, 'education'),
    suited: SUITABILITY_CALM * readRule(world, 'suitability'),
    drawing: world.brokers.community.map(
      (community, b) => community + world.values['programmes.showcase'] * computeShowcaseUse(world, b),
    ),
    products: computeProductHazard(world),
  };
  visit(
    world,
    from,
    to,
    takeUsers,
    PURPOSE.judge,
    [learn, forget, tire, judge, engage, complain, followAdvice, takeUp, sufferErrors],
    shared,
  );
}

/** By months awake, not by trades: learning by trade count would make the heaviest traders the best (trial.md §1). */
function learn({ investors, brokers, values, block, flow }: World, { education }: JudgementMonth): void {
  let byDoing = 0;
  let byEducation = 0;
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const x = investors.experience[i];
    const b = investors.main[i];
    const taught = 1 + (values['experience.education'] * (brokers.content[b] + brokers.teaching[b] + education)) / 2;
    investors.experience[i] = Math.min(1, x + (values['experience.learning'] / 12) * taught * (1 - x));
    const gained = countExperience(investors.experience[i]) - countExperience(x);
    const educated = Math.floor((gained * (taught - 1)) / taught);
    byDoing += gained - educated;
    byEducation += educated;
  }
  flow.experienceByDoing[0] += byDoing;
  flow.experienceByEducation[0] += byEducation;
}

function forget({ investors, values, block, flow }: World): void {
  let forgotten = 0;
  for (let k = block.awake; k < block.count; k++) {
    const i = block.slots[k];
    const x = investors.experience[i];
    investors.experience[i] = x - (values['experience.forgetting'] / 12) * x;
    forgotten += countExperience(x) - countExperience(investors.experience[i]);
  }
  flow.experienceForgotten[0] += forgotten;
}

/** Satisfaction follows disconfirmation: service received against expectation, returns against nothing lost (Oliver 1980). */
function judge(world: World): void {
  const { investors, brokers, values, market, offers, block, tally } = world;
  const newSince = market.month[0] - NEW_MONTHS;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    tally.wealthy[b] += isWealthy(world, i);
    const served = 0.5 * brokers.service[b] * computeServiceFactor(world, i, b);
    const received = 0.3 + served + 0.2 * offers.adviceReceived[b] * investors.advised[i];
    const returns = investors.return12[i];
    // Losses count twice.
    const felt = values['experience.returnWeight'] * (returns - clipNegative(-returns));
    const satisfaction = investors.satisfaction[i];
    // Who pays more than newcomers for the same feels cheated.
    const cheated = investors.mainSince[i] > newSince ? 0 : values['experience.unfairPrice'] * offers.newDiscount[b];
    const spoilt = cheated + computeAnnoyance(world, i);
    const aim = Math.min(1, Math.max(0, 0.5 + 1.5 * (received - investors.expectation[i]) + felt - spoilt));
    investors.satisfaction[i] = satisfaction + values['experience.satisfactionSpeed'] * (aim - satisfaction);
    investors.expectation[i] += values['experience.expectationSpeed'] * (received - investors.expectation[i]);
  }
}

/** People grow into the community of their broker while they are awake, and out of it otherwise. */
function engage(world: World, { drawing }: JudgementMonth): void {
  const { investors, block } = world;
  const month = readMonth(world);
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const age = (month - investors.birthMonth[i]) / 12;
    const drawn = clipNegative(ENGAGEMENT_YOUNG - ENGAGEMENT_PER_YEAR * age) * drawing[investors.main[i]];
    const present = k < block.awake ? drawn : 0;
    investors.engagement[i] += ENGAGEMENT_SPEED * (Math.min(1, present) - investors.engagement[i]);
  }
}

/** Complaints come from inexperience, losses, weak compliance, pushy acquisition and products that do not suit. */
function complain({ investors, brokers, offers, tally, values, block }: World, { suited }: JudgementMonth): void {
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const novice = 1.3 - values['experience.complaintsNovice'] * investors.experience[i];
    const hurt = 1 + COMPLAINT_LOSSES * clipNegative(-investors.return12[i]);
    const guarded = 1 - COMPLIANCE_CALM * brokers.compliance[b];
    const pushed = 1 + MISSELLING * offers.pushiness[b];
    const matched = 1 - suited * (1 - investors.experience[i]);
    const awake = k < block.awake ? 1 : DORMANT_COMPLAINTS;
    const hazard = values['experience.complaints'] * novice * hurt * guarded * pushed * matched * awake;
    const complains = block.u[k] < hazard / 12;
    investors.complained[i] = complains ? 1 : 0;
    if (!complains) continue;
    tally.complaints[b]++;
    investors.satisfaction[i] = Math.max(0, investors.satisfaction[i] - COMPLAINT_HURT);
  }
}

/** Those awake take at most one product a month, or drop one. */
function takeUp(world: World, { products }: JudgementMonth): void {
  const { investors, values, block } = world;
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const v = block.v[k];
    const held = investors.products[i];
    const prompted = 1 + values['programmes.automationProducts'] * readResponse(world, i);
    const taken = (products * prompted) / 12;
    const dropped = (values['experience.productsDropped'] * held) / 12;
    if (v > 1 - taken && held < MOST_PRODUCTS) investors.products[i] = held + 1;
    else if (v > 1 - taken - dropped && v <= 1 - taken) investors.products[i] = held - 1;
  }
}

/** Hazard a year of one more product: an exogenous logistic trend that is over by 2024, so that revenue a user is bounded. */
function computeProductHazard(world: World): number {
  const { values } = world;
  const years = yearFraction(readMonth(world)) - values['experience.productsMidYear'];
  const early = values['experience.productsEarly'];
  return values['experience.products'] * (early + (1 - early) * logistic(years / PRODUCT_TREND_YEARS));
}
