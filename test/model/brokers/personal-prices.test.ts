import { describe, expect, test } from 'vitest';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { computeNewDiscount, readPriceFor } from '../../../src/model/brokers/personal-prices.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { createBroker, createStartedWorld, findSlots, TEST_START } from '../../support/model-world.ts';

function start(priceBan: number) {
  const world = createStartedWorld({
    brokers: [createBroker('a', { personalPrices: 0.8, commissionBp: 2 }), createBroker('b')],
    values: { 'regulator.priceBan': priceBan, 'programmes.personalDiscount': 0.5 },
  });
  applyHeldLevers(world);
  prepareOffers(world);
  return world;
}

describe('a personal price', () => {
  test('is off by half at full effort: .5 × .8 at this one', () => {
    expect(computeNewDiscount(start(0), 0)).toBeCloseTo(0.4, 12);
    expect(computeNewDiscount(start(0), 1)).toBe(0);
  });

  test('is taken away by the ban in proportion to its strength', () => {
    expect(computeNewDiscount(start(0.5), 0)).toBeCloseTo(0.2, 12);
    expect(computeNewDiscount(start(1), 0)).toBe(0);
  });

  test('is for those who come, and for a year for those who came', () => {
    const world = start(0);
    const { investors } = world;
    const [client] = findSlots(world, (slot) => investors.main[slot] === 0);
    const [stranger] = findSlots(world, (slot) => investors.main[slot] === 1);
    investors.mainSince[client] = TEST_START - 12;
    expect(readPriceFor(world, client, 0)).toBe(2);
    investors.mainSince[client] = TEST_START - 11;
    expect(readPriceFor(world, client, 0)).toBeCloseTo(1.2, 12);
    expect(readPriceFor(world, stranger, 0)).toBeCloseTo(1.2, 12);
  });
});
