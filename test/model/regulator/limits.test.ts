import { describe, expect, test } from 'vitest';
import { readPlannedRevenueBn } from '../../../src/model/brokers/revenue.ts';
import { limitAdvertising } from '../../../src/model/regulator/advertising-limit.ts';
import { computeInducement } from '../../../src/model/regulator/inducement.ts';
import { inspectBrokers } from '../../../src/model/regulator/inspection.ts';
import { computeAdoptionFactor, isInSandbox } from '../../../src/model/regulator/sandbox.ts';
import { createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

describe('the limit on advertising', () => {
  test.each([
    [0, 0.3, 0.3],
    [0.5, 0.3, 0.1],
    [1, 0.3, 0.05],
    [1, 0.02, 0.02],
  ])('of strength %d brings %d of revenue to %d', (strength, share, expected) => {
    const world = createStartedWorld({ values: { ...NO_RULES, 'regulator.advertisingLimit': strength } });
    const revenueBn = readPlannedRevenueBn(world, 0);
    world.brokers.spendAdvertising[0] = share * revenueBn;
    limitAdvertising(world);
    expect(world.brokers.spendAdvertising[0] / revenueBn).toBeCloseTo(expected, 12);
  });
});

describe('induced trading', () => {
  test.each([
    [0, 0, 1],
    [0.15, 0, 1.11],
    [0.3, 0, 1.11],
    [0.075, 0, 1.055],
    [0.15, 0.5, 1.055],
    [0.15, 1, 1],
  ])('at advertising of %d of revenue under a ban of %d is %d times', (pushiness, ban, expected) => {
    const world = createStartedWorld({
      values: { ...NO_RULES, 'regulator.overtradingBan': ban, 'trading.pushed': 0.11 },
    });
    world.offers.pushiness[0] = pushiness;
    expect(computeInducement(world, 0)).toBeCloseTo(expected, 12);
  });
});

describe('the sandbox', () => {
  test('admits by lot for a calendar year, at its odds', () => {
    const world = createStartedWorld({ values: { ...NO_RULES, 'regulator.sandbox': 0.3 } });
    const years = 2000;
    let admitted = 0;
    for (let year = 0; year < years; year++) {
      world.market.month[0] = (2025 + year) * 12;
      const january = isInSandbox(world, 0);
      world.market.month[0] += 11;
      expect(isInSandbox(world, 0)).toBe(january);
      expect(computeAdoptionFactor(world, 0)).toBe(january ? 1.5 : 1);
      admitted += january ? 1 : 0;
    }
    // Standard error √(.3 × .7 / 2000) = .010.
    expect(Math.abs(admitted / years - 0.3)).toBeLessThan(0.04);
  });

  test('spares fines', () => {
    const fine = (sandbox: number) => {
      const values = { ...NO_RULES, 'regulator.inspection': 5, 'regulator.sandbox': sandbox };
      const world = createStartedWorld({ values });
      world.brokers.compliance.fill(0);
      for (let m = 0; m < 24; m++) {
        world.market.month[0] += 1;
        inspectBrokers(world);
      }
      return world.tally.costFinesCents[0];
    };
    expect(fine(0)).toBeGreaterThan(0);
    expect(fine(1)).toBe(0);
  });
});
