import { describe, expect, test } from 'vitest';
import { computeSharedFixedBn, poolAdviceStock } from '../../../src/model/brokers/alliances.ts';
import { buildCapabilities } from '../../../src/model/brokers/capabilities.ts';
import { computeComplianceFixedBn, computeOwnFixedBn } from '../../../src/model/brokers/fixed-cost.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { createBroker, createStartedWorld, TEST_START, withValues } from '../../support/model-world.ts';

const VALUES = {
  'accounts.technologyShare': 0,
  'accounts.allianceShared': 0.5,
  'accounts.allianceCoordination': 0.1,
  'brokers.alliancePool': 0.7,
};

/** Three allies whose fixed cost is 4, 1 and 1, and one broker for itself. */
function createAllies() {
  const world = createStartedWorld({
    brokers: [...['a', 'b', 'c'].map((id) => createBroker(id, { alliance: 'north' })), createBroker('alone')],
    values: VALUES,
  });
  world.brokers.fixedBn.set([4, 1, 1, 1]);
  return world;
}

describe('an alliance', () => {
  test('runs one platform for all, borne by size, by hand', () => {
    const world = createAllies();
    // The largest platform, 4, and a tenth more for each of two partners: 4.8 instead of 6, or .8 of what each would pay.
    expect(computeSharedFixedBn(world, 0)).toBeCloseTo(4 * (0.5 + 0.5 * 0.8), 12);
    expect(computeSharedFixedBn(world, 1)).toBeCloseTo(1 * (0.5 + 0.5 * 0.8), 12);
    const total = [0, 1, 2].reduce((sum, b) => sum + computeSharedFixedBn(world, b), 0);
    expect(total, 'half of six apart, and the platform').toBeCloseTo(0.5 * 6 + 0.5 * 4.8, 12);
    expect(computeSharedFixedBn(world, 3)).toBe(1);
  });

  test('costs nobody more than to be alone, and nothing is shared where sharing is off', () => {
    const world = createAllies();
    const quarrelling = withValues(world, { 'accounts.allianceCoordination': 2 });
    const apart = withValues(world, { 'accounts.allianceShared': 0, 'brokers.alliancePool': 0 });
    for (const b of [0, 1, 2]) {
      expect(computeSharedFixedBn(quarrelling, b)).toBe(computeOwnFixedBn(world, b));
      expect(computeSharedFixedBn(apart, b)).toBe(computeOwnFixedBn(world, b));
      expect(poolAdviceStock(apart, b)).toBe(world.brokers.stockAdvice[b]);
    }
  });

  test('works with one stock of AI advice, each as well as it can', () => {
    const world = createAllies();
    world.brokers.stockAdvice.set([3, 1, 1, 1]);
    expect(poolAdviceStock(world, 1)).toBeCloseTo(1 + 0.7 * 4, 12);
    expect(poolAdviceStock(world, 3)).toBe(1);
    world.brokers.talent[2] = 0.5;
    buildCapabilities(world);
    const { advice } = world.brokers;
    expect(advice[1]).toBeGreaterThan(1.2 * advice[3]);
    expect(advice[2]).toBeLessThan(0.6 * advice[1]);
  });

  test('is of those who still operate', () => {
    const world = createAllies();
    world.brokers.status[0] = BROKER_STATUS.closed;
    world.brokers.status[2] = BROKER_STATUS.takenOver;
    expect(computeSharedFixedBn(world, 1)).toBe(1);
    expect(poolAdviceStock(world, 1)).toBe(world.brokers.stockAdvice[1]);
  });
});

test('the fixed cost of compliance rises evenly from its year on to all of it, by hand', () => {
  const world = createStartedWorld({
    values: {
      'accounts.complianceFixedBn': 0.4,
      'accounts.complianceFixedFrom': 2026,
      'accounts.complianceFixedYears': 4,
    },
  });
  const at = (years: number) => {
    world.market.month[0] = TEST_START + 12 * years;
    return computeComplianceFixedBn(world);
  };
  expect([0, 1, 2, 3, 5, 9].map(at)).toEqual([0, 0, 0.1, 0.2, 0.4, 0.4]);
});
