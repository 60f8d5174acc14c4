import { describe, expect, test } from 'vitest';
import { planQuarter } from '../../../src/model/brokers/decisions.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { computePriceFloor } from '../../../src/model/brokers/prices.ts';
import { readPlannedRevenueBn, readRevenueCents } from '../../../src/model/brokers/revenue.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import type { Decision, Strategy } from '../../../src/model/inputs.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, type SmallMarket, TEST_START } from '../../support/model-world.ts';

/** Values that the hand-worked numbers below are for. */
const PINNED: Partial<ParameterValues> = {
  'brokers.priceTrend': -0.095,
  'brokers.priceAggression': 0.06,
  'brokers.priceSpeed': 0.3,
  'brokers.priceFloorBp': 1.2,
  'brokers.acquisitionPayback': 0.6,
  'brokers.acquisitionStep': 0.05,
  'brokers.entrantRevenueBn': 2,
  'brokers.entrantYears': 3,
  'accounts.startRevenueCny': 1250,
};

function createPinnedWorld(market: SmallMarket = {}): World {
  return createStartedWorld({ ...market, values: { ...PINNED, ...market.values } });
}

function playQuarters(world: World, quarters: number): void {
  for (let quarter = 0; quarter < quarters; quarter++) {
    planQuarter(world);
    applyHeldLevers(world);
    world.market.month[0] += 3;
  }
}

describe('prices', () => {
  const pair = (strategy: Strategy = 'plan') =>
    createPinnedWorld({
      brokers: [
        createBroker('arm', { archetype: 'arm', commissionBp: 4 }),
        createBroker('other', { archetype: 'leader', commissionBp: 2, strategy }),
      ],
    });

  test('go part of the way to an aim below the rivals’ mean, by hand', () => {
    const world = pair();
    planQuarter(world);
    // Trend −.095; an arm stands half an aggression (.06) above it, a leader none. Speed .3 a quarter.
    expect(world.brokers.planBp[0]).toBeCloseTo(4 + 0.3 * (2 * Math.exp(-0.095 + 0.5 * 0.06) - 4), 12);
    expect(world.brokers.planBp[1]).toBeCloseTo(2 + 0.3 * (4 * Math.exp(-0.095) - 2), 12);
  });

  test('a price warrior aims lower than anybody', () => {
    const [warrior, plain] = [pair('price'), pair()];
    planQuarter(warrior);
    planQuarter(plain);
    expect(warrior.brokers.planBp[1]).toBeLessThan(plain.brokers.planBp[1]);
  });

  test('move in the first month of a quarter only', () => {
    const world = pair();
    for (const month of [1, 2]) {
      world.market.month[0] = TEST_START + month;
      planQuarter(world);
      expect([...world.brokers.planBp]).toEqual([4, 2]);
    }
  });

  test('fall to a floor above cost and stay there; the floor itself falls three per cent a year', () => {
    const world = createPinnedWorld();
    // Stated for 2024; a year later 1.2 × e^−.03.
    expect(computePriceFloor(world)).toBeCloseTo(1.2 * Math.exp(-0.03), 12);
    for (let quarter = 0; quarter < 80; quarter++) {
      planQuarter(world);
      applyHeldLevers(world);
      for (const price of world.brokers.commissionBp) {
        expect(price).toBeGreaterThanOrEqual(1.02 * computePriceFloor(world) - 1e-9);
      }
      world.market.month[0] += 3;
    }
    expect(world.brokers.commissionBp[0]).toBeLessThan(1.1 * computePriceFloor(world));
  });

  test('followers: when one rival cuts, all others end up lower than they would have', () => {
    const decisions: Decision[] = [{ month: TEST_START, broker: 0, lever: 'price', mode: 'set', value: 0.1 }];
    const high = [4, 4, 4].map((commissionBp, k) => createBroker(`b${k}`, { commissionBp }));
    const [calm, war] = [createPinnedWorld({ brokers: high }), createPinnedWorld({ brokers: high, decisions })];
    playQuarters(calm, 4);
    playQuarters(war, 4);
    for (const b of [1, 2]) expect(war.brokers.commissionBp[b]).toBeLessThan(0.8 * calm.brokers.commissionBp[b]);
  });

  test('a lone broker keeps to its own price and trend', () => {
    const world = createPinnedWorld({ brokers: [createBroker('only', { archetype: 'leader', commissionBp: 4 })] });
    planQuarter(world);
    expect(world.brokers.planBp[0]).toBeCloseTo(4 + 0.3 * (4 * Math.exp(-0.095) - 4), 12);
  });
});

describe('advertising budgets', () => {
  const afterPlan = (spentCents: number, funded: number) => {
    const world = createPinnedWorld({ values: { 'brokers.marginalAcquisition': 0, 'accounts.promotionCny': 50 } });
    world.brokers.users.fill(readRevenueCents(world, 0) / 1250_00);
    world.brokers.paidSpendMemory.fill(spentCents);
    world.brokers.paidFundedMemory.fill(funded);
    const before = world.brokers.shareAdvertising[0];
    planQuarter(world);
    return world.brokers.shareAdvertising[0] / before;
  };

  test('grow by a step while a funded client is cheap, shrink by it when dear, and rest without experience', () => {
    // Revenue a user is 1,250 CNY a year and .6 years of it are paid: a client is worth 750 CNY. He gets 50 of them.
    expect(afterPlan(100 * 500_00, 100)).toBeCloseTo(1.05, 12);
    expect(afterPlan(100 * 1000_00, 100)).toBeCloseTo(0.95, 12);
    expect(afterPlan(0, 0)).toBe(1);
    // Near to it less: half the step where the worth is e^.125 of the cost.
    expect(afterPlan(100 * (750_00 / Math.exp(0.125) - 50_00), 100)).toBeCloseTo(1.025, 6);
  });

  test('stay within half a per cent and fifteen per cent of revenue', () => {
    const world = createPinnedWorld();
    const play = (costCents: number) => {
      for (let quarter = 0; quarter < 100; quarter++) {
        world.brokers.paidSpendMemory.fill(100 * costCents);
        world.brokers.paidFundedMemory.fill(100);
        planQuarter(world);
      }
      return world.brokers.shareAdvertising[0];
    };
    expect(play(1)).toBe(0.15);
    expect(play(1e8)).toBe(0.005);
  });
});

describe('levers', () => {
  const decide = (...decisions: Decision[]) => createStartedWorld({ decisions });
  const base: Decision = { month: TEST_START, broker: 1, lever: 'content', mode: 'set', value: 250 };

  test('are spent from the revenue of the last year, with more on what a strategy stresses', () => {
    const strategies: Strategy[] = ['plan', 'content', 'community', 'advice'];
    const world = createStartedWorld({
      brokers: strategies.map((strategy) => createBroker(strategy, { strategy })),
      values: { 'population.usersMillion': 180, 'accounts.startRevenueCny': 1250, 'brokers.emphasis': 0.03 },
    });
    applyHeldLevers(world);
    const { brokers } = world;
    const revenue = readPlannedRevenueBn(world, 0);
    // 180 million users × 1,250 CNY / 4 brokers, to the cents that the ledger cut off.
    expect(revenue).toBeCloseTo(56.25, 3);
    expect(brokers.spendContent[1] - brokers.spendContent[0]).toBeCloseTo(0.03 * revenue, 6);
    expect(brokers.spendCommunity[2] - brokers.spendCommunity[0]).toBeCloseTo(0.03 * revenue, 6);
    expect(brokers.spendAdvice[3] - brokers.spendAdvice[0]).toBeCloseTo(0.03 * revenue, 6);
  });

  test('held at a value: CNY million a quarter become CNY billion a year, price is bp', () => {
    const world = decide(
      base,
      { ...base, lever: 'price', value: 0.5 },
      { ...base, broker: 2, lever: 'advertising', value: 0 },
    );
    applyHeldLevers(world);
    expect(world.brokers.spendContent[1]).toBeCloseTo(1, 12);
    expect(world.brokers.commissionBp[1]).toBe(0.5);
    expect(world.brokers.planBp[1], 'the broker’s own plan goes on beside it').toBe(2);
    expect(world.brokers.spendAdvertising[2]).toBe(0);
  });

  test('scaled: a multiple of what the broker would have done', () => {
    const [plain, doubled] = [decide(), decide({ ...base, mode: 'scale', value: 2 })];
    for (const world of [plain, doubled]) applyHeldLevers(world);
    expect(doubled.brokers.spendContent[1]).toBe(2 * plain.brokers.spendContent[1]);
    expect(doubled.brokers.spendContent[0]).toBe(plain.brokers.spendContent[0]);
  });

  test('from their month on and not before; the latest that has begun holds', () => {
    const world = decide(
      { ...base, month: TEST_START + 4, value: 500 },
      { ...base, month: TEST_START + 2, value: 250 },
    );
    const seen: number[] = [];
    for (let month = 0; month < 6; month++) {
      applyHeldLevers(world);
      seen.push(world.brokers.spendContent[1]);
      world.market.month[0] += 1;
    }
    const own = seen[0];
    expect(seen.map((spend) => Math.round(1e9 * spend) / 1e9)).toEqual(
      [own, own, 1, 1, 2, 2].map((x) => Math.round(1e9 * x) / 1e9),
    );
    expect([1, 2]).not.toContain(own);
  });

  test('of a broker that does not operate are nothing', () => {
    const world = decide(base);
    world.brokers.status[1] = BROKER_STATUS.takenOver;
    applyHeldLevers(world);
    expect(world.brokers.spendContent[1]).toBe(0);
    expect(world.brokers.spendAdvertising[1]).toBe(0);
  });
});

test('an entrant plans for a revenue that it does not have yet, for three years', () => {
  const world = createPinnedWorld({
    brokers: [createBroker('old', { entryMonth: TEST_START - 120 }), createBroker('new', { share: 0 })],
  });
  expect(readPlannedRevenueBn(world, 1)).toBe(2);
  world.market.month[0] = TEST_START + 36;
  expect(readPlannedRevenueBn(world, 1)).toBe(0);
});
