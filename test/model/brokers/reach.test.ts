import { describe, expect, test } from 'vitest';
import { weighAdvertising } from '../../../src/model/brokers/advertising.ts';
import { openEntrants } from '../../../src/model/brokers/failure.ts';
import { readExposureBn } from '../../../src/model/brokers/reach.ts';
import { considerUsual } from '../../../src/model/investors/choice.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { computeVoice } from '../../../src/model/market/awareness.ts';
import { createBroker, createStartedWorld, TEST_START, withValues } from '../../support/model-world.ts';

function createGiant(reach: number) {
  const world = createStartedWorld({
    brokers: [
      ...Array.from({ length: 19 }, (_, k) => createBroker(`b${k}`)),
      createBroker('giant', { share: 0, reach, entryMonth: TEST_START + 1 }),
    ],
    values: { 'brokers.ownMediaBn': 3, 'choice.considered': 0 },
  });
  world.market.month[0] += 1;
  openEntrants(world);
  prepareOffers(world);
  return world;
}

/** Share of people to whom the giant comes to mind. */
function measureConsidered(world: ReturnType<typeof createGiant>): number {
  let count = 0;
  for (let slot = 0; slot < world.agents; slot++) {
    world.choice.count = 0;
    considerUsual(world, slot);
    if (world.choice.considered.subarray(0, world.choice.count).includes(19)) count++;
  }
  return count / world.agents;
}

describe('a platform with reach', () => {
  test('comes to mind to the share of people that it reaches', () => {
    expect(measureConsidered(createGiant(0))).toBe(0);
    expect(measureConsidered(createGiant(1))).toBe(1);
    expect(measureConsidered(withValues(createGiant(1), { 'brokers.platformReach': 0 }))).toBe(0);
    // Binomial over 500 people: standard deviation .02; four of them.
    expect(Math.abs(measureConsidered(createGiant(0.3)) - 0.3)).toBeLessThan(0.08);
  });

  test('is seen as if it advertised, without spending; nothing where its audience is worth nothing', () => {
    const world = createGiant(0.5);
    expect(readExposureBn(world, 19)).toBe(1.5);
    expect(weighAdvertising(world, 19)).toBe(1.5);
    const voices = computeVoice(world);
    expect(voices[19]).toBeGreaterThan(0);
    expect(computeVoice(withValues(world, { 'brokers.ownMediaBn': 0 }))[19]).toBeLessThan(voices[19]);
    expect(readExposureBn(withValues(world, { 'brokers.ownMediaBn': 0 }), 19)).toBe(0);
  });

  test('opens with an average broker’s goodwill at full reach, and with none without', () => {
    expect(createGiant(1).brokers.goodwill[19]).toBeCloseTo(1 / 20, 12);
    expect(createGiant(0).brokers.goodwill[19]).toBe(0);
  });
});
