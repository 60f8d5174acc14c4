import { yearFraction } from '../../core/calendar.ts';
import { clipNegative, logistic } from '../../core/math.ts';
import { NEW_MONTHS } from '../brokers/personal-prices.ts';
import { computeShowcaseUse } from '../brokers/showcase.ts';
import { PURPOSE } from '../purposes.ts';
import { type Conduct, computeToleratedTurnover, readConduct, watchConduct } from '../regulator/conduct.ts';
import { readRule } from '../regulator/rules.ts';
import { readMonth, type World } from '../world.ts';
import { followAdvice, MOST_PRODUCTS, sufferErrors } from './advice.ts';
import { takeUsers, visit } from './block.ts';
import { computeAnnoyance, computeServiceFactor, isWealthy, readResponse, tire } from './contacts.ts';
import { countExperience } from './learning.ts';
import { MIDDLING_ACCURACY, type PerceptionMonth, perceiveRisk, readPerceptionMonth } from './perception.ts';

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
/** Being told of risk in a form that is seen spares this much at full strength: a fifth of the 63 % claimed (S235). */
const DISCLOSURE_CALM = 0.12;
/** A cooling-off spares who is in it this much at full strength: half of the 52 % claimed (S222). */
const COOLING_CALM = 0.26;
/** A complaint costs this much satisfaction. */
const COMPLAINT_HURT = 0.1;

/** What everybody shares this month. */
interface JudgementMonth {
  readonly education: number;
  /** Part of a complete novice’s complaints that suitability checks prevent. */
  readonly suited: number;
  /** What draws people to be engaged, by broker: its community and, while it is new, showcase technology. */
  readonly drawing: Float64Array;
  /** Factor of disclosure on complaints, and of a cooling-off on those of who is in it. */
  readonly disclosed: number;
  readonly cooled: number;
  /** Hazard a year of one more product. */
  readonly products: number;
  readonly perception: PerceptionMonth;
  readonly conduct: Conduct;
}

/** Step 6: people learn, compare what they got with what they expected, take up advice and products, and complain. */
export function judgeBrokers(world: World, from: number, to: number): void {
  const conduct = readConduct(world);
  const shared = {
    education: readRule(world, 'education'),
    suited: SUITABILITY_CALM * readRule(world, 'suitability'),
    drawing: world.brokers.community.map(
      (community, b) => community + world.values['programmes.showcase'] * computeShowcaseUse(world, b),
    ),
    disclosed: 1 - DISCLOSURE_CALM * readRule(world, 'disclosure'),
    cooled: 1 - COOLING_CALM * conduct.coolingOff,
    products: computeProductHazard(world),
    perception: readPerceptionMonth(world),
    conduct,
  };
  visit(
    world,
    from,
    to,
    takeUsers,
    PURPOSE.judge,
    [learn, forget, perceive, tire, judge, engage, complain, watch, followAdvice, takeUp, sufferErrors],
    shared,
  );
}

/** By months awake, not by trades: learning by trade count would make the heaviest traders the best (trial.md §1). */
function learn({ investors, brokers, values, block, flow }: World, { education, conduct }: JudgementMonth): void {
  let byDoing = 0;
  let byEducation = 0;
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const x = investors.experience[i];
    const b = investors.main[i];
    // A cooling-off comes with a lesson.
    const ruled = education + (investors.cooling[i] > 0 ? conduct.coolingOff : 0);
    const taught = 1 + (values['experience.education'] * (brokers.content[b] + brokers.teaching[b] + ruled)) / 2;
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

function perceive(world: World, { perception }: JudgementMonth): void {
  perceiveRisk(world, perception);
}

function watch(world: World, { conduct }: JudgementMonth): void {
  watchConduct(world, conduct);
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

/**
 * Complaints come from inexperience, losses, weak compliance, pushy acquisition and products that do not suit. A loss
 * hurts more that was not seen coming, or that came of trading beyond one’s grade, which nobody had stopped (S265).
 */
function complain(world: World, { suited, disclosed, cooled, conduct }: JudgementMonth): void {
  const { investors, brokers, offers, tally, values, block } = world;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const novice = 1.3 - values['experience.complaintsNovice'] * investors.experience[i];
    const hurt = 1 + COMPLAINT_LOSSES * clipNegative(-investors.return12[i]) * computeSurprise(world, i);
    const guarded = 1 - COMPLIANCE_CALM * brokers.compliance[b];
    const isCooling = investors.cooling[i] > 0;
    const pushed = 1 + MISSELLING * offers.pushiness[b] * (isCooling ? 1 - conduct.coolingOff : 1);
    const matched = (1 - suited * (1 - investors.experience[i])) * disclosed * (isCooling ? cooled : 1);
    const awake = k < block.awake ? 1 : DORMANT_COMPLAINTS;
    const hazard = values['experience.complaints'] * novice * hurt * guarded * pushed * matched * awake;
    const complains = block.u[k] < hazard / 12;
    investors.complained[i] = complains ? 1 : 0;
    if (!complains) continue;
    tally.complaints[b]++;
    investors.satisfaction[i] = Math.max(0, investors.satisfaction[i] - COMPLAINT_HURT);
  }
}

/** Factor on what a loss adds to complaints: risk that was not seen, and a month of trading that does not suit. */
function computeSurprise({ investors, values }: World, i: number): number {
  const unseen = MIDDLING_ACCURACY - investors.riskPerception[i];
  const tolerated = computeToleratedTurnover(values['regulator.toleratedTurnover'], investors.risk[i]);
  const isUnsuited = investors.monthTurnoverCents[i] > tolerated * investors.assetsCents[i];
  return (
    1 + values['experience.complaintsSurprise'] * unseen + (isUnsuited ? values['experience.complaintsUnsuited'] : 0)
  );
}

/** Those awake take at most one product a month, or drop one. */
function takeUp(world: World, { products, conduct }: JudgementMonth): void {
  const { investors, values, block } = world;
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const v = block.v[k];
    const held = investors.products[i];
    const prompted = 1 + values['programmes.automationProducts'] * readResponse(world, i);
    const taken = (products * prompted) / 12;
    const dropped = (values['experience.productsDropped'] * held) / 12;
    const isBlocked = conduct.isReassessed && investors.retested[i] > 0;
    if (v > 1 - taken && held < MOST_PRODUCTS && !isBlocked) investors.products[i] = held + 1;
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
