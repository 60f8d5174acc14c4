import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { computeVoice, updateGoodwill } from '../../../src/model/market/awareness.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

describe('goodwill', () => {
  test('moves towards voice and users by hand', () => {
    const brokers = [createBroker('a', { share: 3 }), createBroker('b', { share: 1 })];
    const values = { 'brokers.goodwillSpeed': 0.25, 'brokers.goodwillVoice': 0.47 };
    const world = createStartedWorld({ brokers, values });
    world.brokers.users.set([300, 100]);
    world.brokers.goodwill.set([0.5, 0.5]);
    world.brokers.spendAdvertising.set([0, 2]);
    world.brokers.spendContent.set([1, 1]);
    updateGoodwill(world);
    // Voice (1, 3)/4, users (3, 1)/4; weight .47 on voice: aims .47 × .25 + .53 × .75 = .515, and .485. Speed .25/12 a month.
    const a = 0.5 + (0.25 / 12) * (0.515 - 0.5);
    expect(world.brokers.goodwill[0]).toBeCloseTo(a, 12);
    expect(world.brokers.goodwill[1]).toBeCloseTo(1 - a, 12);
  });

  test('sums to 1, leaves out who is closed, and follows a voice that grows', () => {
    const world = createStartedWorld({ brokers: ['a', 'b', 'c'].map((id) => createBroker(id)) });
    world.brokers.spendAdvertising.fill(1);
    world.brokers.status[2] = BROKER_STATUS.closed;
    for (let month = 0; month < 6; month++) {
      const before = world.brokers.goodwill[0];
      world.brokers.spendAdvertising[0] *= 2;
      updateGoodwill(world);
      expect(sumOf(world.brokers.goodwill)).toBeCloseTo(1, 12);
      expect(world.brokers.goodwill[0]).toBeGreaterThan(before);
      expect(world.brokers.goodwill[2]).toBe(0);
    }
  });

  test('somebody has always heard of a broker that nobody uses and that says nothing', () => {
    const world = createStartedWorld({ brokers: [createBroker('a'), createBroker('new', { share: 0 })] });
    world.brokers.spendAdvertising[0] = 1;
    updateGoodwill(world);
    // The floor is 1e-4, then all goodwill is scaled to sum to 1: a's .9898 + floor.
    expect(world.brokers.goodwill[1]).toBeGreaterThan(0);
    expect(world.brokers.goodwill[1]).toBeLessThan(2e-4);
  });
});

test('share of voice is advertising and content spending, and equal when nobody spends', () => {
  const world = createStartedWorld({ brokers: [createBroker('a'), createBroker('b')] });
  world.brokers.spendAdvertising.set([1, 0]);
  world.brokers.spendContent.set([1, 2]);
  expect([...computeVoice(world)]).toEqual([0.5, 0.5]);
  world.brokers.spendAdvertising.fill(0);
  world.brokers.spendContent.fill(0);
  expect([...computeVoice(world)]).toEqual([0.5, 0.5]);
  world.brokers.spendContent.set([3, 1]);
  expect([...computeVoice(world)]).toEqual([0.75, 0.25]);
});
