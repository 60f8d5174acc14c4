import { exp, ln, logistic } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { normalQuantile } from '../../core/normal.ts';
import { NEVER, NONE, PURPOSE } from '../purposes.ts';
import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { computeAccuracy } from './perception.ts';

/** Ages at the start: of users and of others who are not young, and the bend of the distribution (trial.md §4). */
const ADULT_YEARS = 18;
const YOUNG_BELOW = 25;
const USER_SPAN = 45;
const USER_BEND = 1.7;
const OTHER_SPAN = 55;
/** Share of 18- to 24-year-olds among people without an online account (trial.md §4). */
const YOUNG_OTHERS = 0.15;
/** Users at the start have been so for up to this many years. */
const TENURE_YEARS = 5;
/**
 * The restless among them have left already, at this hazard a year (E39). What is left is sorted by the square of the
 * spread, as survivors are (Vaupel, Manton and Stallard 1979): where all are alike, tenure sorts nobody.
 */
const LEFT_BEFORE = 0.06;
/** Assets aimed at grow with age up to this. */
const WEALTH_PEAK_AGE = 50;
/** Part of the gap between tiers by which tier 1–2 lies above the middle: what users have in the mean hardly changes, two thirds of them there. */
const TOP_TIER_ABOVE = 1 / 3;
/** Age of middling risk tolerance. */
const RISK_AGE = 38;
/** Successive fractions of the golden ratio and of √2 fill an interval evenly: shares at the start hold to one agent. */
const GOLDEN = 0.6180339887498949;
const SILVER = 0.41421356237309503;

/** Fills every slot with a person as of the start of the run. Shares of statuses and brokers hold to one agent. */
export function createPopulation(world: World): void {
  const { values, agents, investors } = world;
  const adults = values['population.adultsMillion'];
  const users = values['population.usersMillion'] / adults;
  const traditional = values['population.traditionalMillion'] / adults;
  let userCount = 0;
  for (let i = 0; i < agents; i++) {
    const place = fraction((i + 0.5) * GOLDEN);
    if (place < users) {
      const broker = pickByShare(world.startShares, fraction((userCount + 0.5) * SILVER));
      createUser(world, i, broker);
      userCount++;
    } else {
      createOther(world, i, place < users + traditional);
    }
  }
  investors.shown.set(investors.main);
}

/** A person of 18 takes over a slot whose person left the pool. */
export function createNewcomer(world: World, i: number): void {
  world.investors.generation[i]++;
  clearHoldings(world, i);
  world.investors.status[i] = STATUS.outside;
  createPerson(world, i, ADULT_YEARS * 12, world.values['population.topTierOthers']);
}

function fraction(x: number): number {
  return x - Math.floor(x);
}

function pickByShare(shares: Float64Array, u: number): number {
  let rest = u;
  for (let b = 0; b < shares.length; b++) {
    rest -= shares[b];
    if (rest < 0) return b;
  }
  return shares.findLastIndex((share) => share > 0);
}

function createUser(world: World, i: number, broker: number): void {
  const { investors, values, draws } = world;
  const month = readMonth(world);
  clearHoldings(world, i);
  draws.at(i, 0, PURPOSE.ageAndTier);
  const age = drawUserAge(values['population.youngShare'], draws.u);
  createPerson(world, i, Math.floor(age * 12), values['population.topTierUsers']);
  draws.at(i, 0, PURPOSE.status);
  const activeShare = values['population.activeShare'];
  investors.status[i] = draws.u < activeShare ? STATUS.active : STATUS.dormant;
  const tenureYears = Math.min(TENURE_YEARS, age - ADULT_YEARS) * draws.v;
  investors.main[i] = broker;
  // Before the first month of the run, so that nobody here counts among the cohorts that open in it.
  investors.mainSince[i] = month - 1 - Math.floor(tenureYears * 12);
  investors.userSince[i] = investors.mainSince[i];
  // Asleep for some part of the time: where the draw lies among those that mean sleep.
  if (draws.u >= activeShare) {
    const slept = (draws.u - activeShare) / (1 - activeShare);
    investors.asleepSince[i] = month - 1 - Math.floor(slept * tenureYears * 12);
  }
  const spread = values['choice.restlessness'];
  investors.restless[i] /= 1 + LEFT_BEFORE * spread * spread * tenureYears * investors.restless[i];
  investors.cohortMonth[i] = investors.mainSince[i];
  investors.cohortBroker[i] = broker;
  investors.cohortKept[i] = 1;
  investors.satisfaction[i] = 0.5;
  investors.expectation[i] = 0.3 + 0.5 * world.brokers.service[broker];
  investors.assetsCents[i] = computeTargetCents(world, i);
  createHoldings(world, i, broker);
}

/** Second account and products at the start. */
function createHoldings(world: World, i: number, broker: number): void {
  const { investors, values, draws, startShares } = world;
  draws.at(i, 0, PURPOSE.holdings);
  if (draws.u < values['population.secondAccountShare'] && values['choice.mostAccounts'] > 1) {
    const second = pickByShare(startShares, draws.u / values['population.secondAccountShare']);
    if (second !== broker) investors.second[i] = second;
  }
  // Poisson products: the share without any fixes the mean.
  const mean = -ln(1 - values['population.multiProductShare']);
  let weight = exp(-mean);
  let total = weight;
  let products = 0;
  while (draws.v > total && products < 4) {
    products++;
    weight *= mean / products;
    total += weight;
  }
  investors.products[i] = products;
}

function createOther(world: World, i: number, isTraditional: boolean): void {
  const { investors, draws, values } = world;
  clearHoldings(world, i);
  draws.at(i, 0, PURPOSE.ageAndTier);
  const age =
    draws.u < YOUNG_OTHERS
      ? ADULT_YEARS + ((YOUNG_BELOW - ADULT_YEARS) * draws.u) / YOUNG_OTHERS
      : YOUNG_BELOW + (OTHER_SPAN * (draws.u - YOUNG_OTHERS)) / (1 - YOUNG_OTHERS);
  createPerson(world, i, Math.floor(age * 12), values['population.topTierOthers']);
  investors.status[i] = isTraditional ? STATUS.traditional : STATUS.outside;
  if (!isTraditional) return;
  investors.home[i] = drawHomeBroker(world, i);
  investors.assetsCents[i] = computeTargetCents(world, i);
}

function drawUserAge(youngShare: number, u: number): number {
  if (u < youngShare) return ADULT_YEARS + ((YOUNG_BELOW - ADULT_YEARS) * u) / youngShare;
  const rank = (u - youngShare) / (1 - youngShare);
  return YOUNG_BELOW + USER_SPAN * exp(USER_BEND * ln(Math.max(rank, 1e-9)));
}

/** Traits that people are born with or bring along; the person’s number decides them all. */
function createPerson(world: World, i: number, ageMonths: number, topTierShare: number): void {
  const { investors, values, draws } = world;
  const person = readPerson(world, i);
  const age = ageMonths / 12;
  investors.birthMonth[i] = readMonth(world) - ageMonths;
  draws.at(person, 0, PURPOSE.ageAndTier);
  const isTop = draws.v < topTierShare;
  const within = isTop ? draws.v / topTierShare : (draws.v - topTierShare) / (1 - topTierShare);
  investors.tier[i] = (isTop ? 1 : 3) + (within < 0.5 ? 0 : 1);
  draws.at(person, 0, PURPOSE.traits);
  const skilled = values['population.experienceAt20'] + values['population.experiencePerYear'] * (age - 20);
  investors.experience[i] = clampScore(skilled + values['population.experienceSd'] * normalQuantile(draws.u));
  const bold = 0.5 + values['population.riskPerYear'] * (age - RISK_AGE);
  investors.risk[i] = clampScore(bold + values['population.riskSd'] * normalQuantile(draws.v));
  draws.at(person, 0, PURPOSE.horizonAndWealth);
  const odds = values['population.shortHorizonOdds'] - 0.02 * (age - RISK_AGE) + (investors.risk[i] - 0.5);
  investors.shortHorizon[i] = draws.u < logistic(odds) ? 1 : 0;
  investors.wealthScore[i] = normalQuantile(draws.v);
  createTempers(world, i, person);
}

/** How restless, how eager to trade, how close to the net, how well aware of risk, how willing to be advised and known. */
function createTempers(world: World, i: number, person: number): void {
  const { investors, values, draws } = world;
  const cv = values['choice.restlessness'];
  draws.at(person, 0, PURPOSE.restlessness);
  investors.restless[i] = drawFactor(Math.sqrt(ln(1 + cv * cv)), draws.u);
  const low = investors.tier[i] >= 3 ? values['entry.lowTierFactor'] : 1;
  investors.affinity[i] = low * drawFactor(values['entry.affinitySd'], draws.v);
  draws.at(person, 0, PURPOSE.intensity);
  const horizon = investors.shortHorizon[i] === 1 ? values['trading.shortFactor'] : values['trading.longFactor'];
  const bold = exp(values['trading.riskSlope'] * (investors.risk[i] - 0.5));
  investors.intensity[i] = horizon * bold * drawFactor(values['trading.intensitySd'], draws.u);
  const accuracy = computeAccuracy(world, investors.experience[i]);
  investors.riskPerception[i] = clampScore(accuracy + values['experience.perceptionSd'] * normalQuantile(draws.v));
  draws.at(person, 0, PURPOSE.willingness);
  investors.willing[i] = draws.u < values['experience.adoptionCeiling'] ? 1 : 0;
  investors.consent[i] = draws.v < values['population.consentShare'] ? 1 : 0;
  draws.at(person, 0, PURPOSE.sway);
  investors.sway[i] = draws.u;
  investors.family[i] = draws.v < values['network.family'] ? 1 : 0;
}

/** A log-normal factor of mean 1. */
function drawFactor(sd: number, u: number): number {
  return exp(sd * normalQuantile(u) - (sd * sd) / 2);
}

function clampScore(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function clearHoldings({ investors }: World, i: number): void {
  investors.assetsCents[i] = 0;
  investors.main[i] = NONE;
  investors.second[i] = NONE;
  investors.third[i] = NONE;
  investors.home[i] = NONE;
  investors.products[i] = 0;
  investors.advised[i] = 0;
  investors.complained[i] = 0;
  investors.owedCents[i] = 0;
  investors.fatigue[i] = 0;
  investors.cared[i] = 0;
  investors.growth[i] = 0;
  investors.retested[i] = 0;
  investors.cooling[i] = 0;
  investors.satisfaction[i] = 0.5;
  investors.expectation[i] = 0.5;
  investors.engagement[i] = 0;
  investors.return12[i] = 0;
  investors.yearNet[i] = 0;
  investors.yearTurnover[i] = 0;
  investors.lastYearTurnover[i] = 0;
  investors.monthGross[i] = 0;
  investors.monthNet[i] = 0;
  investors.monthTrades[i] = 0;
  investors.monthTurnoverCents[i] = 0;
  investors.userSince[i] = NEVER;
  investors.mainSince[i] = NEVER;
  investors.cohortMonth[i] = NEVER;
  investors.asleepSince[i] = NEVER;
  investors.cohortBroker[i] = NONE;
  investors.cohortKept[i] = 0;
}

/** Assets that go with a person’s age, means, city tier and time, whole cents. */
export function computeTargetCents(world: World, i: number): number {
  const { investors, values, inputs } = world;
  const month = readMonth(world);
  const age = (month - investors.birthMonth[i]) / 12;
  const years = (month - inputs.startMonth) / 12;
  const log =
    values['population.wealthPerYear'] * (Math.min(age, WEALTH_PEAK_AGE) - 20) +
    values['population.wealthSd'] * investors.wealthScore[i] +
    values['population.wealthTierGap'] * (investors.tier[i] <= 2 ? TOP_TIER_ABOVE : TOP_TIER_ABOVE - 1) +
    values['population.wealthGrowth'] * years;
  return roundCents(world.startWealthCny * 100 * exp(log));
}

/** The incumbent, by published share, at which a person has an account; NONE when there is none. */
export function drawHomeBroker(world: World, i: number): number {
  const { homeShares, draws } = world;
  draws.at(readPerson(world, i), 0, PURPOSE.brokers);
  return homeShares.length === 0 ? NONE : pickByShare(homeShares, draws.u);
}
