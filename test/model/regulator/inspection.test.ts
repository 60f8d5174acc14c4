import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { bookAccounts, readCost, readRevenue } from '../../../src/model/brokers/accounts.ts';
import { readRevenueCents } from '../../../src/model/brokers/revenue.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { inspectBrokers } from '../../../src/model/regulator/inspection.ts';
import { beginMonth } from '../../../src/model/tally.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Reputation that does not recover, so that losses can be read off. */
const LASTING: Partial<ParameterValues> = { 'brokers.reputationSpeed': 0 };

function countFines(world: World, months: number): number[] {
  const fines = new Array(world.brokerCount).fill(0);
  for (let m = 0; m < months; m++) {
    beginMonth(world);
    inspectBrokers(world);
    for (let b = 0; b < fines.length; b++) fines[b] += world.tally.costFinesCents[b] > 0 ? 1 : 0;
    world.market.month[0] += 1;
  }
  return fines;
}

describe('inspections', () => {
  test('come at the stated hazard, and find a breach with the square of what compliance lacks', () => {
    const world = createStartedWorld({
      brokers: [1, 0.5, 0].map((compliance, k) => createBroker(`b${k}`, { compliance })),
      values: { ...LASTING, 'regulator.inspection': 1, 'regulator.trustShock': 0 },
    });
    world.brokers.compliance.set([1, 0.5, 0]);
    const months = 6000;
    const fines = countFines(world, months);
    // No complaints at all: everybody is as loud as the market, hazard 1 a year, 1 − e^(−1/12) a month.
    const hazard = 1 - Math.exp(-1 / 12);
    [0, 0.25, 1].forEach((lapse, b) => {
      const p = hazard * lapse;
      expect(Math.abs(fines[b] / months - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / months));
    });
    expect(fines[0], 'full compliance is never fined').toBe(0);
  });

  test('meet brokers with many complaints more often', () => {
    const world = createStartedWorld({
      values: { ...LASTING, 'regulator.inspection': 0.5, 'regulator.trustShock': 0 },
    });
    world.brokers.compliance.fill(0);
    const fines = [0, 0, 0];
    for (let m = 0; m < 2000; m++) {
      beginMonth(world);
      world.tally.complaints.set([0, 0, 3]);
      inspectBrokers(world);
      for (let b = 0; b < 3; b++) fines[b] += world.tally.costFinesCents[b] > 0 ? 1 : 0;
      world.market.month[0] += 1;
    }
    // Loudness 0, 0 and 3 (equal users): hazards .5 × .3 = .15 and .5 × (.3 + .7 × 3) = 1.2 a year: 8 times, roughly.
    expect(fines[2]).toBeGreaterThan(4 * fines[0]);
    expect(fines[0]).toBeGreaterThan(0);
  });

  test('leave alone who does not operate or has nobody', () => {
    const world = createStartedWorld({ values: { ...LASTING, 'regulator.inspection': 5 } });
    world.brokers.compliance.fill(0);
    world.brokers.status[0] = 2;
    world.brokers.users[1] = 0;
    const fines = countFines(world, 100);
    expect(fines[0]).toBe(0);
    expect(fines[1]).toBe(0);
    expect(fines[2]).toBeGreaterThan(10);
  });
});

describe('a fine', () => {
  test('is a share of the year’s revenue, leaves the books balanced, and costs trust: the offender’s most, the others’ some', () => {
    const world = createStartedWorld({ values: { ...LASTING, 'regulator.inspection': 5 } });
    const { brokers, tally, values, ledger } = world;
    brokers.compliance.set([0, 1, 1]);
    brokers.reputation.fill(0.5);
    for (let m = 0; m < 200 && sumOf(tally.costFinesCents) === 0; m++) {
      world.market.month[0] += 1;
      beginMonth(world);
      bookAccounts(world);
      inspectBrokers(world);
    }
    const fine = tally.costFinesCents[0];
    expect(fine).toBe(Math.round(values['regulator.fine'] * readRevenueCents(world, 0)));
    expect(fine).toBeGreaterThan(0);
    expect(brokers.cashCents[0]).toBe(tally.cashBeforeCents[0] + readRevenue(world, 0) - readCost(world, 0));
    const row = (world.market.month[0] % 12) * 3;
    expect(ledger.profitCents[row]).toBe(readRevenue(world, 0) - readCost(world, 0));
    const shock = values['regulator.trustShock'];
    expect(brokers.reputation[0]).toBeCloseTo(0.5 - shock, 12);
    expect(brokers.reputation[1]).toBeCloseTo(0.5 - shock * values['regulator.spillover'], 12);
  });

  test('never takes reputation below zero', () => {
    const world = createStartedWorld({
      values: { ...LASTING, 'regulator.inspection': 5, 'regulator.trustShock': 1, 'regulator.spillover': 1 },
    });
    world.brokers.compliance.fill(0);
    countFines(world, 50);
    expect([...world.brokers.reputation]).toEqual([0, 0, 0]);
  });
});

test('reputation returns to its long-run level, which compliance lifts', () => {
  const brokers = [createBroker('a', { reputation: 0.5, compliance: 0.5 })];
  const world = createStartedWorld({ brokers, values: { 'brokers.reputationSpeed': 0.4 } });
  world.brokers.reputation[0] = 0.1;
  world.brokers.compliance[0] = 1;
  inspectBrokers(world);
  // Level .5 + .2 × (1 − .5) = .6; speed .4 a year.
  expect(world.brokers.reputation[0]).toBeCloseTo(0.1 + (0.4 / 12) * (0.6 - 0.1), 12);
});
