import { expect, test } from 'vitest';
import { computeContentAttention, computeContentYield } from '../../../src/model/brokers/content-supply.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { createStartedWorld, TEST_START, withValues } from '../../support/model-world.ts';

test('a piece of content gets cheaper for everybody within two years, by hand', () => {
  const world = createStartedWorld({ values: { 'brokers.contentAiYear': 2025, 'brokers.contentAiCost': 0.2 } });
  const at = (years: number) => {
    world.market.month[0] = TEST_START + 12 * years;
    return computeContentYield(world);
  };
  // Unit costs 1, .6 and .2.
  expect(at(-1)).toBe(1);
  expect(at(1)).toBeCloseTo(1 / 0.6, 12);
  expect(at(4)).toBeCloseTo(5, 12);
  expect(computeContentYield(withValues(world, { 'brokers.contentAiCost': 1 }))).toBe(1);
});

test('attention is shared where there is more content than it is enough for, by hand', () => {
  const world = createStartedWorld({
    values: { 'brokers.contentAttention': 0.4, 'brokers.contentCongestion': 1 },
  });
  world.brokers.users.set([100, 100, 200]);
  world.brokers.content.set([0.2, 0.2, 0.3]);
  expect(computeContentAttention(world), 'enough for .25').toBe(1);
  world.brokers.content.set([0.6, 0.6, 0.9]);
  // A mean of .75: each piece finds .4/.75 of what it would, and the sum stays .4.
  expect(computeContentAttention(world)).toBeCloseTo(0.4 / 0.75, 12);
  expect(computeContentAttention(withValues(world, { 'brokers.contentCongestion': 0.5 }))).toBeCloseTo(
    0.5 + 0.5 * (0.4 / 0.75),
    12,
  );
  expect(computeContentAttention(withValues(world, { 'brokers.contentCongestion': 0 }))).toBe(1);
  prepareOffers(world);
  expect(world.offers.contentSupply).toBeCloseTo(0.4, 12);
});
