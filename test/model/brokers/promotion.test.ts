import { expect, test } from 'vitest';
import { computePromotionPull, readPromotionCny } from '../../../src/model/brokers/promotion.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

const world = createStartedWorld({
  agents: 50,
  brokers: [createBroker('a'), createBroker('b')],
  values: { 'accounts.promotionCny': 40, 'programmes.promotion': 0.4, 'programmes.promotionCny': 100 },
});
world.programmes.promotion[0] = 0.5;
world.brokers.talent[0] = 0.8;

test('half a promotion pays half of its money beside the usual reward, and only where it runs', () => {
  expect([0, 1].map((b) => readPromotionCny(world, b))).toEqual([40 + 50, 40]);
});

test('pulls by effort, talent and restlessness: .4 · .5 · .8 at 1, half as much again at 3, nothing for the settled', () => {
  for (const [restless, factor] of [
    [0, 0],
    [1, 1],
    [3, 1.5],
  ]) {
    world.investors.restless[0] = restless;
    expect(computePromotionPull(world, 0, 0)).toBeCloseTo(0.4 * 0.5 * 0.8 * factor, 12);
    expect(computePromotionPull(world, 0, 1)).toBe(0);
  }
});
