import { exp } from '../../core/math.ts';
import { normalQuantile } from '../../core/normal.ts';
import { PURPOSE } from '../purposes.ts';
import { readMonth, readPerson, type World } from '../world.ts';

/** A person’s taste for each lever: utility per unit. Price per bp, the others at full capability. */
export interface Tastes {
  price: number;
  content: number;
  community: number;
  advice: number;
  service: number;
  trust: number;
}

/** The traits that tastes depend on. */
export interface Traits {
  readonly ageYears: number;
  readonly experience: number;
  readonly risk: number;
  /** 1 for a short horizon, else 0. */
  readonly short: number;
  /** Standard normal score of wealth. */
  readonly wealth: number;
}

type Slopes = Readonly<Record<'age' | 'experience' | 'risk' | 'short' | 'wealth', number>>;

/**
 * How the log of each taste changes with a trait: the table of MODEL.md §5.4, “who responds to what”, in numbers. Signs
 * are evidence (S016, S085–S093, S100, S287); sizes are assumptions of the order that the trial used. Age in units of
 * twenty years from 40; experience and risk tolerance from 0.5; `hump` is a fall on both sides of a middle.
 */
const TASTE_SLOPES = {
  price: { age: -0.25, experience: 0.6, risk: 0.5, short: 0.5, wealth: -0.15 },
  content: { age: -0.15, experience: 0, risk: 0, short: 0.15, wealth: 0 },
  community: { age: -0.6, experience: -0.5, risk: 0.4, short: 0.25, wealth: -0.12 },
  advice: { age: 0, experience: -0.6, risk: -0.5, short: -0.6, wealth: 0.15 },
  service: { age: 0.2, experience: -0.5, risk: 0, short: 0.15, wealth: 0.15 },
  trust: { age: 0.25, experience: 0.5, risk: -0.6, short: -0.5, wealth: 0.15 },
} as const satisfies Record<keyof Tastes, Slopes>;

/** The inverted U’s: content peaks at middling experience, AI advice around forty (S085, S086, S100). */
const CONTENT_HUMP = { middle: 0.45, width: 0.35, fall: 0.4 };
const ADVICE_HUMP = { middle: 42, width: 20, fall: 0.45 };

/** The systematic part of log tastes. Writes into `out`. */
export function computeLogTastes(traits: Traits, out: Tastes): void {
  out.price = weighTraits(TASTE_SLOPES.price, traits);
  out.content = weighTraits(TASTE_SLOPES.content, traits) - bend(traits.experience, CONTENT_HUMP);
  out.community = weighTraits(TASTE_SLOPES.community, traits);
  out.advice = weighTraits(TASTE_SLOPES.advice, traits) - bend(traits.ageYears, ADVICE_HUMP);
  out.service = weighTraits(TASTE_SLOPES.service, traits);
  out.trust = weighTraits(TASTE_SLOPES.trust, traits);
}

function weighTraits(slope: Slopes, traits: Traits): number {
  return (
    (slope.age * (traits.ageYears - 40)) / 20 +
    slope.experience * (traits.experience - 0.5) +
    slope.risk * (traits.risk - 0.5) +
    slope.short * traits.short +
    slope.wealth * traits.wealth
  );
}

function bend(x: number, { middle, width, fall }: { middle: number; width: number; fall: number }): number {
  const distance = (x - middle) / width;
  return fall * distance * distance;
}

/**
 * Tastes of the person in a slot as they are now: median × exp(systematic part + individual part). The individual part
 * is drawn anew from the person’s number each time, which costs less than keeping it: choices are rare.
 */
export function computeTastes(world: World, slot: number, out: Tastes): void {
  const { investors, values } = world;
  computeLogTastes(
    {
      ageYears: (readMonth(world) - investors.birthMonth[slot]) / 12,
      experience: investors.experience[slot],
      risk: investors.risk[slot],
      short: investors.shortHorizon[slot],
      wealth: investors.wealthScore[slot],
    },
    out,
  );
  drawIndividual(world, slot);
  INDIVIDUAL[0] += out.price;
  INDIVIDUAL[1] += out.content;
  INDIVIDUAL[2] += out.community;
  INDIVIDUAL[3] += out.advice;
  INDIVIDUAL[4] += out.service;
  INDIVIDUAL[5] += out.trust;
  for (let k = 0; k < INDIVIDUAL.length; k++) INDIVIDUAL[k] = exp(INDIVIDUAL[k]);
  out.price = values['tastes.price'] * INDIVIDUAL[0];
  out.content = values['tastes.content'] * INDIVIDUAL[1];
  out.community = values['tastes.community'] * INDIVIDUAL[2];
  out.advice = values['tastes.advice'] * INDIVIDUAL[3];
  out.service = values['tastes.service'] * INDIVIDUAL[4];
  out.trust = values['tastes.trust'] * INDIVIDUAL[5];
}

/** Scratch, by taste. */
const INDIVIDUAL = new Float64Array(6);

/** Individual parts of log tastes. */
function drawIndividual(world: World, slot: number): void {
  const { draws, values } = world;
  const person = readPerson(world, slot);
  for (let k = 0; k < INDIVIDUAL.length; k += 2) {
    draws.at(person, 0, PURPOSE.tasteFirst + (k >> 1));
    INDIVIDUAL[k] = draws.u;
    INDIVIDUAL[k + 1] = draws.v;
  }
  for (let k = 0; k < INDIVIDUAL.length; k++) INDIVIDUAL[k] = values['tastes.sd'] * normalQuantile(INDIVIDUAL[k]);
}
