import { describe, expect, test } from 'vitest';
import { planQuarter } from '../../../src/model/brokers/decisions.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { computePriceFloor } from '../../../src/model/brokers/prices.ts';
import type { Archetype, Decision } from '../../../src/model/inputs.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { DECISION, DECISION_REASON } from '../../../src/model/reasons.ts';
import { createBroker, createStartedWorld, TEST_START } from '../../support/model-world.ts';

/** Prices move by answers alone. */
const STILL = {
  'brokers.priceSpeed': 0,
  'brokers.followSpeed': 0.6,
  'brokers.cutNoticed': 0.15,
  'brokers.priceFloorBp': 1.2,
};

/** A rival of as many users holds its price at `cutBp` from the second quarter on. */
function playCut(archetype: Archetype, cutBp: number, values: Partial<ParameterValues> = {}, quarters = 2) {
  const decisions: Decision[] = [{ month: TEST_START + 3, broker: 0, lever: 'price', mode: 'set', value: cutBp }];
  const world = createStartedWorld({
    brokers: [createBroker('rival', { commissionBp: 4 }), createBroker('follower', { archetype, commissionBp: 4 })],
    decisions,
    values: { ...STILL, ...values },
  });
  world.brokers.users.fill(100);
  for (let quarter = 0; quarter <= quarters; quarter++) {
    planQuarter(world);
    applyHeldLevers(world);
    world.market.month[0] += 3;
  }
  return world;
}

describe('a rival’s cut', () => {
  test('draws a platform at once, a small broker half as far and an arm hardly, by hand', () => {
    // Weight of an equal rival: a half. From 4 towards 2, by .6 × .5 × (1, .5, .15) of the way.
    expect(playCut('platform', 2).brokers.planBp[1]).toBeCloseTo(4 - 0.3 * 2, 12);
    expect(playCut('small', 2).brokers.planBp[1]).toBeCloseTo(4 - 0.15 * 2, 12);
    expect(playCut('arm', 2).brokers.planBp[1]).toBeCloseTo(4 - 0.045 * 2, 12);
  });

  test('is answered for two quarters, and is an old price then', () => {
    const [second, third, fourth] = [3, 4, 5].map(
      (quarters) => playCut('platform', 2.6, {}, quarters).brokers.planBp[1],
    );
    expect(second).toBeLessThan(playCut('platform', 2.6).brokers.planBp[1]);
    expect(third).toBe(second);
    expect(fourth).toBe(third);
  });

  test('is no reason to move when it is small, when nobody looks, or by a broker that is dearer still', () => {
    expect(playCut('platform', 3.6).brokers.planBp[1]).toBe(4);
    expect(playCut('platform', 2, { 'brokers.followSpeed': 0 }).brokers.planBp[1]).toBe(4);
    const cheap = playCut('platform', 2, {}, 0);
    cheap.brokers.planBp[1] = 1.5;
    for (let quarter = 0; quarter < 2; quarter++) {
      planQuarter(cheap);
      applyHeldLevers(cheap);
      cheap.market.month[0] += 3;
    }
    expect(cheap.brokers.planBp[1]).toBe(1.5);
  });

  test('is recorded as an answer to that rival, with both prices', () => {
    const { strategies, brokers } = playCut('platform', 2);
    const { decision, subject, reason, value, other } = strategies;
    expect([decision[1], subject[1], reason[1]]).toEqual([DECISION.follow, 0, DECISION_REASON.undercut]);
    expect([value[1], other[1]]).toEqual([brokers.planBp[1], 2]);
  });
});

describe('cost', () => {
  test('is the lowest answer to a price of nothing', () => {
    const world = playCut('platform', 0, {}, 8);
    expect(world.brokers.commissionBp[0]).toBe(0);
    expect(world.brokers.commissionBp[1]).toBeGreaterThanOrEqual(1.02 * computePriceFloor(world));
  });

  test('binds a held price too where prices below cost are banned', () => {
    const world = playCut('platform', 0, { 'brokers.belowCostBan': 1 });
    world.market.month[0] -= 3;
    expect(world.brokers.commissionBp[0]).toBeCloseTo(computePriceFloor(world), 12);
  });
});
