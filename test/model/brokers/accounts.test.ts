import { describe, expect, test } from 'vitest';
import {
  bookAccounts,
  computeFixedCostBn,
  readCost,
  readRevenue,
  readYearProfit,
} from '../../../src/model/brokers/accounts.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { readPlannedRevenueBn, readRevenueCents } from '../../../src/model/brokers/revenue.ts';
import { computeHomeShares, computeStartShares } from '../../../src/model/brokers/shares.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { convertBillionToAgentCents } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, TEST_START, withValues } from '../../support/model-world.ts';

describe('the books of a month', () => {
  test('each cost is a twelfth of the year’s, in whole cents; cash moves by revenue less cost', () => {
    const values = { 'accounts.adviceRunningCny': 6, 'accounts.runningCny': 60, 'accounts.technologyShare': 0.12 };
    const world = createStartedWorld({ values });
    const { brokers, tally } = world;
    applyHeldLevers(world);
    tally.commissionCents[0] = 5_000_00;
    tally.fundsCents[0] = 300_00;
    tally.rewardCents[0] = 40_00;
    brokers.users[0] = 60;
    brokers.adviceUsers[0] = 10;
    brokers.spendAdvertising[0] = 1.2;
    const cash = brokers.cashCents[0];
    const technology = 0.12 * readPlannedRevenueBn(world, 0);
    bookAccounts(world);
    const month = (billion: number) => Math.round(convertBillionToAgentCents(world, billion) / 12);
    expect(tally.costAdvertisingCents[0]).toBe(month(1.2));
    expect(tally.costContentCents[0]).toBe(month(brokers.spendContent[0]));
    // 6 CNY a year for each of 10 followers: 5 CNY a month.
    expect(tally.costAdviceCents[0]).toBe(month(brokers.spendAdvice[0]) + 5_00);
    // 60 CNY a year for each of 60 users, less 30 % of it at full service: level .3 saves 9 %.
    expect(tally.costServiceCents[0]).toBe(month(brokers.spendService[0]) + 273_00);
    expect(tally.costFixedCents[0]).toBe(month(brokers.fixedBn[0] + technology));
    expect(readRevenue(world, 0)).toBe(5_300_00);
    const costs = [
      tally.costAdvertisingCents,
      tally.rewardCents,
      tally.costContentCents,
      tally.costCommunityCents,
      tally.costAdviceCents,
      tally.costServiceCents,
      tally.costComplianceCents,
      tally.costProgrammesCents,
      tally.costFixedCents,
    ];
    expect(readCost(world, 0)).toBe(costs.reduce((sum, column) => sum + column[0], 0));
    expect(brokers.cashCents[0]).toBe(cash + 5_300_00 - readCost(world, 0));
    expect(Number.isSafeInteger(brokers.cashCents[0])).toBe(true);
  });

  test('fixed cost grows three per cent a year', () => {
    const at = (years: number) => {
      const world = withValues(createStartedWorld(), { 'accounts.technologyShare': 0, 'accounts.fixedGrowth': 0.03 });
      world.market.month[0] += 12 * years;
      bookAccounts(world);
      return world.tally.costFixedCents[0];
    };
    // Whole cents: some 250,000 of them, so four digits hold.
    expect(at(2) / at(0)).toBeCloseTo(1.03 ** 2, 4);
  });

  test('the ledger remembers twelve months and forgets the thirteenth', () => {
    const world = createStartedWorld();
    const { tally } = world;
    for (let month = 0; month < 13; month++) {
      for (const column of Object.values(tally)) column.fill(0);
      tally.commissionCents[0] = month === 0 ? 1e9 : 100;
      bookAccounts(world);
      if (month === 11) expect(readRevenueCents(world, 0)).toBe(1e9 + 11 * 100);
      world.market.month[0] += 1;
    }
    expect(readRevenueCents(world, 0)).toBe(12 * 100);
    expect(readYearProfit(world, 0)).toBeLessThan(0);
  });

  test('months without cash count from the first to the last in a row', () => {
    const world = createStartedWorld();
    const { brokers } = world;
    brokers.cashCents[0] = -1;
    bookAccounts(world);
    bookAccounts(world);
    expect(brokers.monthsWithoutCash[0]).toBe(2);
    brokers.cashCents[0] = 1e13;
    bookAccounts(world);
    expect(brokers.monthsWithoutCash[0]).toBe(0);
  });

  test('who does not operate books nothing', () => {
    const world = createStartedWorld();
    world.brokers.status[1] = BROKER_STATUS.closed;
    const cash = world.brokers.cashCents[1];
    bookAccounts(world);
    expect(readCost(world, 1)).toBe(0);
    expect(world.brokers.cashCents[1]).toBe(cash);
  });
});

test('fixed cost has economies of scale: ten times the revenue, 10^.82 times the cost, and the mean broker pays the stated share', () => {
  const world = createStartedWorld({ values: { 'accounts.fixedScale': 0.82, 'accounts.fixedShare': 0.26 } });
  const [small, mean, large] = computeFixedCostBn(world, Float64Array.of(1, 5.5, 10));
  expect(large / small).toBeCloseTo(10 ** 0.82, 10);
  expect(mean).toBeCloseTo(0.26 * 5.5, 10);
});

describe('shares at the start', () => {
  const brokers = [
    createBroker('a', { share: 0.5 }),
    createBroker('b', { share: 0.3 }),
    createBroker('new', { share: 0 }),
  ];

  test('are the published ones to a power, and sum to 1', () => {
    const even = computeStartShares(brokers, 0.5);
    const [a, b] = [Math.sqrt(0.5), Math.sqrt(0.3)];
    expect(even[0]).toBeCloseTo(a / (a + b), 12);
    expect(even[2]).toBe(0);
    expect(computeStartShares(brokers, 1)[0]).toBeCloseTo(0.625, 12);
  });

  test('of traditional investors go to incumbents only, and to nobody where there is none', () => {
    expect(computeHomeShares(brokers)).toHaveLength(0);
    const withArm = [
      ...brokers,
      createBroker('arm', { archetype: 'arm', share: 0.1 }),
      createBroker('head', { archetype: 'leader', share: 0.1 }),
    ];
    expect([...computeHomeShares(withArm)]).toEqual([0, 0, 0, 0.5, 0.5]);
  });
});

describe('brokers at the start', () => {
  test('those of later months wait, with their capital ready', () => {
    const world = createStartedWorld({
      brokers: [createBroker('old'), createBroker('new', { share: 0, entryMonth: TEST_START + 6 })],
    });
    const { brokers, values } = world;
    expect([...brokers.status]).toEqual([BROKER_STATUS.operating, BROKER_STATUS.notYetOpen]);
    expect(brokers.users[1]).toBe(0);
    // One and a half years of the revenue that it plans for.
    expect(brokers.cashCents[1]).toBe(
      Math.floor(convertBillionToAgentCents(world, 1.5 * values['brokers.entrantRevenueBn'])),
    );
  });

  test('the year before earned what was published, a user', () => {
    const world = createStartedWorld({ values: { 'population.usersMillion': 180, 'accounts.startRevenueCny': 1250 } });
    const marketBn = (180 * 1250) / 1000;
    // Twelve months, each cut to whole cents.
    const missing = convertBillionToAgentCents(world, marketBn / 3) - readRevenueCents(world, 0);
    expect(missing).toBeGreaterThanOrEqual(0);
    expect(missing).toBeLessThan(12);
  });
});
