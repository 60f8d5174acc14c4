import { expect, test } from 'vitest';
import { computeClientValue, computeExpectedLife, rememberLosses } from '../../../src/model/brokers/lifetime-value.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

function createPair() {
  const world = createStartedWorld({
    brokers: [createBroker('a'), createBroker('b')],
    values: { 'brokers.discountRate': 0.1 },
  });
  world.brokers.users.set([1000, 1000]);
  return world;
}

test('clients lost are remembered for about a year', () => {
  const world = createPair();
  world.tally.lost.set([12, 0]);
  for (let month = 0; month < 200; month++) rememberLosses(world);
  expect(world.brokers.lostMemory[0]).toBeCloseTo(144, 4);
});

test('a life is one over the rates of loss and discount, shrunk to the market’s where few are known, by hand', () => {
  const world = createPair();
  expect(computeExpectedLife(world, 0), 'nobody was lost').toBeCloseTo(10, 12);
  world.brokers.lostMemory.set([97, 3]);
  // The market loses .05 a year; three losses at this rate are 60 users more.
  expect(computeExpectedLife(world, 0)).toBeCloseTo(1 / (100 / 1060 + 0.1), 12);
  expect(computeExpectedLife(world, 1)).toBeCloseTo(1 / (6 / 1060 + 0.1), 12);
});

test('of two brokers with equal profit the one that keeps its clients has the more valuable ones', () => {
  const world = createPair();
  world.ledger.revenueCents.fill(100);
  world.ledger.profitCents.fill(30);
  expect(computeClientValue(world, 0, 3)).toBeCloseTo(0, 12);
  world.brokers.lostMemory.set([97, 3]);
  const [leaky, tight] = [0, 1].map((b) => computeClientValue(world, b, 3));
  expect(leaky).toBeLessThan(0);
  expect(tight).toBeGreaterThan(0);
  world.ledger.profitCents.fill(-30);
  expect(computeClientValue(world, 0, 3), 'losses for long are worse').toBeGreaterThan(computeClientValue(world, 1, 3));
});
