import { describe, expect, test } from 'vitest';
import { buildCapabilities } from '../../../src/model/brokers/capabilities.ts';
import { planQuarter } from '../../../src/model/brokers/decisions.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { computeDiscount } from '../../../src/model/brokers/prices.ts';
import { readPlannedRevenueBn } from '../../../src/model/brokers/revenue.ts';
import { stress } from '../../../src/model/brokers/strategies.ts';
import type { Strategy } from '../../../src/model/inputs.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

const EMPHASIS = 0.03;

function createPair(strategy: Strategy) {
  const world = createStartedWorld({
    brokers: [createBroker('plain'), createBroker('led', { strategy })],
    values: { 'brokers.emphasis': EMPHASIS },
  });
  applyHeldLevers(world);
  return world;
}

describe('a niche specialist', () => {
  test('puts half of its money into service and half into advertising', () => {
    const world = createPair('niche');
    const { brokers } = world;
    const half = (EMPHASIS / 2) * readPlannedRevenueBn(world, 1);
    expect(brokers.spendService[1] - brokers.spendService[0]).toBeCloseTo(half, 9);
    expect(brokers.spendAdvertising[1] - brokers.spendAdvertising[0]).toBeCloseTo(half, 9);
    expect(brokers.spendContent[1]).toBeCloseTo(brokers.spendContent[0], 9);
  });

  test('aims one price aggression above what its rivals’ mean gives: a little above the mean', () => {
    const world = createStartedWorld({
      brokers: [createBroker('plain'), createBroker('led', { strategy: 'niche' })],
      values: { 'brokers.priceSpeed': 1, 'brokers.priceTrend': 0, 'brokers.priceAggression': 0.06 },
    });
    planQuarter(world);
    expect(world.brokers.planBp[1]).toBeCloseTo(2 * Math.exp(0.06), 12);
  });
});

describe('a compliance-led broker', () => {
  test('puts its money into compliance', () => {
    const world = createPair('compliance');
    const extra = world.brokers.spendCompliance[1] - world.brokers.spendCompliance[0];
    expect(extra).toBeCloseTo(EMPHASIS * readPlannedRevenueBn(world, 1), 9);
  });

  test('teaches as much as it is capable of, and nobody else teaches through compliance', () => {
    const world = createPair('compliance');
    expect(world.brokers.teaching[1], 'from the start').toBeCloseTo(0.5, 12);
    buildCapabilities(world);
    expect(world.brokers.teaching[1]).toBe(world.brokers.compliance[1]);
    expect(world.brokers.teaching[0]).toBe(0);
  });
});

describe('money on price', () => {
  const createDiscounter = (planBp: number) => {
    const world = createStartedWorld({ values: { 'brokers.emphasis': EMPHASIS } });
    stress(world, 0, { price: 1 });
    world.brokers.planBp[0] = planBp;
    world.strategies.commissionPart[0] = 0.4;
    return world;
  };

  test('is commission forgone: 3 % of revenue is 7.5 % of the price where commission is two fifths of revenue', () => {
    expect(computeDiscount(createDiscounter(2), 0, 1).discount).toBeCloseTo(0.03 / 0.4, 12);
    expect(computeDiscount(createDiscounter(2), 0, 1).unspent).toBeCloseTo(0, 12);
    expect(computeDiscount(createDiscounter(2), 1, 1)).toEqual({ discount: 0, unspent: 0 });
  });

  test('stops at cost, 1.02 of the floor; what could not be given away is spent on advertising', () => {
    // From 1.05 to 1.02 is a discount of 3/105 = .02857 of the .075 wanted: .619 of the money is left over.
    const { discount, unspent } = computeDiscount(createDiscounter(1.05), 0, 1);
    expect(discount).toBeCloseTo(3 / 105, 12);
    expect(unspent).toBeCloseTo(1 - 3 / 105 / 0.075, 12);
    expect(computeDiscount(createDiscounter(0.9), 0, 1)).toEqual({ discount: 0, unspent: 1 });
    const world = createDiscounter(0.9);
    applyHeldLevers(world);
    expect(world.brokers.commissionBp[0], 'a plan below cost is not raised').toBe(0.9);
    const extra = world.brokers.spendAdvertising[0] - world.brokers.spendAdvertising[1];
    expect(extra).toBeCloseTo(EMPHASIS * readPlannedRevenueBn(world, 0), 9);
  });
});
