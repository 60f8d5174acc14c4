import { beforeAll, describe, expect, test } from 'vitest';
import {
  computeResponse,
  computeResponsePerBillion,
  type LeverTrial,
  type OfferedLever,
  playLeverTrial,
} from '../../src/experiment/responses.ts';
import type { Traits } from '../../src/model/investors/tastes.ts';
import { createBroker, createMarket, TEST_START } from '../support/model-world.ts';
import { TASTE_SHAPES, type Trait } from '../support/taste-shapes.ts';

/*
 * Four equal brokers, the first turns one lever for half a year. The signs of MODEL.md §5.4 must come out per choice event
 * and, spending being the same for everybody, per unit of it.
 */
const MIDDLING: Traits = { ageYears: 40, experience: 0.5, risk: 0.5, short: 0, wealth: 0 };
const GRIDS: Record<Trait, Partial<Traits>[]> = {
  age: [20, 42, 70].map((ageYears) => ({ ageYears })),
  experience: [0, 0.45, 1].map((experience) => ({ experience })),
  risk: [0, 0.5, 1].map((risk) => ({ risk })),
  short: [0, 1].map((short) => ({ short })),
  wealth: [-2, 0, 2].map((wealth) => ({ wealth })),
};
const LEVERS = ['price', 'content', 'community', 'advice'] as const;
/** The brokers’ clients differ by chance and with them, a little, their offers: a response that varies by less is flat. */
const FLAT = 0.002;
const trials = {} as Record<OfferedLever, LeverTrial>;

beforeAll(() => {
  const inputs = createMarket({
    months: 6,
    // Fines fall by lot, and would make equals unequal.
    values: { 'regulator.inspection': 0 },
    brokers: ['a', 'b', 'c', 'd'].map((id) => createBroker(id, { quality: 0.9 })),
  });
  for (const lever of LEVERS) {
    const value = lever === 'price' ? 1 / 3 : 4;
    trials[lever] = playLeverTrial(inputs, 'responses', { month: TEST_START, broker: 0, lever, mode: 'scale', value });
  }
});

const respond = (lever: OfferedLever, person: Partial<Traits>) =>
  computeResponsePerBillion(trials[lever], { ...MIDDLING, ...person });

test.each(LEVERS)('%s costs money and draws everybody', (lever) => {
  expect(trials[lever].spentBn).toBeGreaterThan(0);
  for (const person of Object.values(GRIDS).flat()) expect(respond(lever, person)).toBeGreaterThan(0);
});

test('an offer that does not change moves nobody', () => {
  const { before } = trials.content;
  expect(computeResponse({ ...trials.content, after: before }, MIDDLING)).toBe(0);
});

describe.each(LEVERS)('the response to %s', (lever) => {
  test.each(Object.entries(TASTE_SHAPES[lever]) as [Trait, string][])('with %s %s', (trait, shape) => {
    const curve = GRIDS[trait].map((person) => respond(lever, person));
    const steps = curve.slice(1).map((value, k) => value / curve[k] - 1);
    const signs = steps.map((step) => (Math.abs(step) < FLAT ? 0 : Math.sign(step)));
    const expected = { rises: [1, 1], falls: [-1, -1], flat: [0, 0], hump: [1, -1] }[shape] as number[];
    expect(signs).toEqual(expected.slice(0, signs.length));
  });
});
