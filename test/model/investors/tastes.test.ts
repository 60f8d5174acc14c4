import { describe, expect, test } from 'vitest';
import { yearFraction } from '../../../src/core/calendar.ts';
import { chooseBroker, consider } from '../../../src/model/investors/choice.ts';
import { computeLogTastes, computeTastes, type Tastes, type Traits } from '../../../src/model/investors/tastes.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { CHOICE_REASON_COUNT, REASON } from '../../../src/model/reasons.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, withValues } from '../../support/model-world.ts';
import { type Shape, TASTE_SHAPES, type Trait } from '../../support/taste-shapes.ts';

type Lever = keyof Tastes;

/** Nobody in particular: middling in everything. */
const MIDDLING: Traits = { ageYears: 40, experience: 0.5, risk: 0.5, short: 0, wealth: 0 };

/** One trait at a time, over the span that people have. */
const GRIDS: Record<Trait, Traits[]> = {
  age: [20, 30, 40, 50, 60, 70].map((ageYears) => ({ ...MIDDLING, ageYears })),
  experience: [0, 0.15, 0.3, 0.45, 0.6, 0.8, 1].map((experience) => ({ ...MIDDLING, experience })),
  risk: [0, 0.25, 0.5, 0.75, 1].map((risk) => ({ ...MIDDLING, risk })),
  short: [0, 1].map((short) => ({ ...MIDDLING, short })),
  wealth: [-2, -1, 0, 1, 2].map((wealth) => ({ ...MIDDLING, wealth })),
};

const LEVERS = Object.keys(TASTE_SHAPES) as Lever[];
const TRAITS = Object.keys(GRIDS) as Trait[];
const CELLS = LEVERS.flatMap((lever) => TRAITS.map((trait) => [lever, trait, TASTE_SHAPES[lever][trait]] as const));

/** The shape of a curve. A step smaller than `noise` counts as no step. */
function describeShape(curve: readonly number[], noise = 1e-12): Shape | 'wavy' {
  const steps = curve.slice(1).map((y, k) => y - curve[k]);
  const signs = steps.map((step) => (Math.abs(step) < noise ? 0 : Math.sign(step)));
  if (signs.every((sign) => sign === 0)) return 'flat';
  if (signs.every((sign) => sign > 0)) return 'rises';
  if (signs.every((sign) => sign < 0)) return 'falls';
  const turn = signs.indexOf(-1);
  const humped = turn > 0 && signs.slice(0, turn).every((s) => s > 0) && signs.slice(turn).every((s) => s < 0);
  return humped ? 'hump' : 'wavy';
}

test('the shape of a curve is told from its steps', () => {
  expect(describeShape([1, 2, 3])).toBe('rises');
  expect(describeShape([3, 2, 1])).toBe('falls');
  expect(describeShape([1, 1, 1])).toBe('flat');
  expect(describeShape([1, 2, 1])).toBe('hump');
  expect(describeShape([2, 1, 2])).toBe('wavy');
  expect(describeShape([1, 2, 1, 2])).toBe('wavy');
});

describe('log tastes, one trait varied at a time', () => {
  test.each(CELLS)('%s with %s: %s', (lever, trait, shape) => {
    const curve = GRIDS[trait].map((traits) => {
      const out: Tastes = { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 };
      computeLogTastes(traits, out);
      return out[lever];
    });
    expect(describeShape(curve)).toBe(shape);
  });

  test('“++” and “−−” are the strongest of their column: price by horizon, community by age, advice and trust by horizon', () => {
    const swing = (lever: Lever, trait: Trait) => {
      const ends = [GRIDS[trait][0], GRIDS[trait].at(-1) as Traits].map((traits) => {
        const out: Tastes = { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 };
        computeLogTastes(traits, out);
        return out[lever];
      });
      return ends[1] - ends[0];
    };
    const strongest = (trait: Trait, sign: 1 | -1) =>
      LEVERS.reduce((best, lever) => (sign * swing(lever, trait) > sign * swing(best, trait) ? lever : best));
    expect(strongest('short', 1)).toBe('price');
    expect(strongest('age', -1)).toBe('community');
    expect(strongest('short', -1)).toBe('advice');
  });
});

/** What the two brokers of a choice differ in, and the size of the difference. */
const ADVANTAGE: Record<Lever, Parameters<typeof createBroker>[1]> = {
  price: { commissionBp: 1 },
  content: { content: 0.8 },
  community: { community: 0.8 },
  advice: { advice: 0.8 },
  service: { service: 0.8 },
  trust: { reputation: 0.9 },
};
const ONLY_SYSTEMATIC: Partial<ParameterValues> = { 'tastes.sd': 0, 'tastes.friends': 0, 'choice.home': 0 };

/** The person in slot 0 becomes who the traits say. */
function impersonate(world: World, traits: Traits): void {
  const { investors } = world;
  investors.birthMonth[0] = world.market.month[0] - traits.ageYears * 12;
  investors.experience[0] = traits.experience;
  investors.risk[0] = traits.risk;
  investors.shortHorizon[0] = traits.short;
  investors.wealthScore[0] = traits.wealth;
  investors.willing[0] = 1;
}

/** Probability, by the logit of systematic utilities, that slot 0 takes broker 0 rather than broker 1. */
function computeChoiceProbability(world: World): number {
  world.choice.count = 0;
  consider(world, 0);
  consider(world, 1);
  chooseBroker(world, 0, -1, 0);
  const systematic = (k: number) =>
    world.choice.utility[k] - world.choice.parts[k * CHOICE_REASON_COUNT + REASON.chance];
  return 1 / (1 + Math.exp(systematic(1) - systematic(0)));
}

describe('probability of taking the broker that is better in one thing, one trait varied at a time', () => {
  test.each(CELLS)('%s with %s: %s', (lever, trait, shape) => {
    const world = withValues(
      createStartedWorld({ agents: 10, brokers: [createBroker('better', ADVANTAGE[lever]), createBroker('plain')] }),
      ONLY_SYSTEMATIC,
    );
    const curve = GRIDS[trait].map((traits) => {
      impersonate(world, traits);
      return computeChoiceProbability(world);
    });
    expect(
      curve.every((p) => p > 0.5),
      'better is preferred by everybody',
    ).toBe(true);
    // Experience and risk tolerance are kept in single precision: a flat curve is flat to 1e-7.
    expect(describeShape(curve, 1e-9)).toBe(shape);
  });

  test('people who would not follow AI advice respond half as much to it', () => {
    const brokers = [createBroker('better', ADVANTAGE.advice), createBroker('plain')];
    const world = withValues(createStartedWorld({ agents: 10, brokers }), ONLY_SYSTEMATIC);
    impersonate(world, MIDDLING);
    const logOdds = (p: number) => Math.log(p / (1 - p));
    const willing = logOdds(computeChoiceProbability(world));
    world.investors.willing[0] = 0;
    expect(logOdds(computeChoiceProbability(world))).toBeCloseTo(willing / 2, 12);
  });
});

describe('tastes of a person', () => {
  test('are median × exp(systematic part) without an individual part', () => {
    const world = withValues(createStartedWorld({ agents: 10 }), { 'tastes.sd': 0 });
    impersonate(world, MIDDLING);
    const out: Tastes = { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 };
    computeTastes(world, 0, out);
    // At 40, .5, .5, long, 0 all slopes vanish; only the humps are left: content .4 × (.05 / .35)², advice .45 × (2 / 20)².
    expect(out.price).toBe(world.values['tastes.price']);
    expect(out.content).toBeCloseTo(world.values['tastes.content'] * Math.exp(-0.4 * (0.05 / 0.35) ** 2), 10);
    expect(out.advice).toBeCloseTo(world.values['tastes.advice'] * Math.exp(-0.45 * 0.01), 10);
    expect(out.community).toBe(world.values['tastes.community']);
  });

  test('have log-normal individual parts of the stated spread, six unrelated ones, which stay the same for life', () => {
    const agents = 4000;
    const world = createStartedWorld({ agents });
    const sd = world.values['tastes.sd'];
    const none = withValues(world, { 'tastes.sd': 0 });
    const parts = LEVERS.map(() => new Float64Array(agents));
    const out: Tastes = { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 };
    for (let i = 0; i < agents; i++) {
      computeTastes(none, i, out);
      const systematic = LEVERS.map((lever) => out[lever]);
      computeTastes(world, i, out);
      LEVERS.forEach((lever, k) => {
        parts[k][i] = Math.log(out[lever] / systematic[k]) / sd;
      });
    }
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0) / agents;
    // Standard errors over 4,000: mean 1/√n = .016, variance √(2/n) = .022, correlation .016. Four of them each.
    for (let a = 0; a < LEVERS.length; a++) {
      expect(Math.abs(parts[a].reduce((sum, x) => sum + x, 0) / agents)).toBeLessThan(0.064);
      expect(Math.abs(dot(parts[a], parts[a]) - 1)).toBeLessThan(0.09);
      for (let b = 0; b < a; b++) expect(Math.abs(dot(parts[a], parts[b]))).toBeLessThan(0.064);
    }
    computeTastes(world, 17, out);
    const before = { ...out };
    const years = yearFraction(world.market.month[0]);
    world.market.month[0] += 12;
    world.investors.birthMonth[17] += 12;
    computeTastes(world, 17, out);
    expect(yearFraction(world.market.month[0])).toBe(years + 1);
    expect(out, 'the same at the same age, a year later').toEqual(before);
  });
});
