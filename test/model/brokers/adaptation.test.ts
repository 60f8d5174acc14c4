import { describe, expect, test } from 'vitest';
import { adaptFocuses, computeReward, computeWeights } from '../../../src/model/brokers/adaptation.ts';
import { FOCUSES } from '../../../src/model/inputs.ts';
import { observeDecisions } from '../../../src/model/observe/broker-decisions.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { DECISION, DECISION_REASON } from '../../../src/model/reasons.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createMarket, createStartedWorld, TEST_START } from '../../support/model-world.ts';

const BROKERS = [createBroker('learner', { strategy: 'adaptive' }), createBroker('rival')];

function createLearner(values: Partial<ParameterValues> = {}): World {
  const world = createStartedWorld({
    brokers: BROKERS,
    values: {
      'brokers.explore': 0,
      'brokers.valueWeight': 0,
      'brokers.forgetting': 0,
      'brokers.discountRate': 0.1,
      ...values,
    },
  });
  world.brokers.users.fill(100);
  return world;
}

/** A quarter in which the learner grows or shrinks to so many users, and a revision after it. */
function playQuarter(world: World, users = 100): number {
  world.brokers.users[0] = users;
  world.market.month[0] += 3;
  adaptFocuses(world);
  return world.strategies.focus[0];
}

describe('the reward', () => {
  const createPast = (valueWeight: number) => {
    const world = createLearner({ 'brokers.valueWeight': valueWeight });
    world.strategies.usersAtRevision.set([100, 300]);
    world.strategies.marketAtRevision.fill(400);
    world.brokers.users.set([120, 320]);
    world.ledger.revenueCents.fill(100);
    world.ledger.profitCents.fill(0);
    for (let month = TEST_START - 3; month < TEST_START; month++) world.ledger.profitCents[(month % 12) * 2] = 40;
    return computeReward(world, 0);
  };

  test('is growth of the share of users, by hand', () => {
    // 120/100 against a market of 440/400.
    expect(createPast(0)).toBeCloseTo(Math.log(1.2 / 1.1), 12);
  });

  test('is profit by revenue above the market’s while clients stay as long as anywhere, by hand', () => {
    // .4 of the learner’s revenue over the last quarter, and .2 of both brokers’.
    expect(createPast(1)).toBeCloseTo(0.4 - 0.2, 12);
  });

  test('mixes the two by their weight', () => {
    expect(createPast(0.25)).toBeCloseTo(0.75 * createPast(0) + 0.25 * createPast(1), 12);
  });
});

describe('an adaptive broker', () => {
  const SIX = 1 / FOCUSES.length;

  test('begins with an equal split and one lever drawn by lot on top', () => {
    const world = createLearner({ 'brokers.explore': 0.3 });
    adaptFocuses(world);
    const parts = FOCUSES.map((lever) => world.strategies[lever][0]);
    const trial = parts.indexOf(Math.max(...parts));
    for (const [arm, part] of parts.entries()) expect(part).toBeCloseTo(0.7 * SIX + (arm === trial ? 0.3 : 0), 12);
    expect(world.strategies.focus[0]).toBe(trial);
  });

  test('gives weight to what had more of the money when the result is better than usual, by hand', () => {
    const world = createLearner({ 'brokers.explore': 0.3, 'brokers.carryOver': 0.7, 'brokers.learning': 2 });
    adaptFocuses(world);
    const first = world.strategies.focus[0];
    // Three tenths of the trace are new: the trial has .3 above .7/6, less its weight of 1/6.
    const tilt = 0.3 * (0.3 + 0.7 * SIX - SIX);
    expect(world.focuses.credit[first]).toBeCloseTo(tilt, 12);
    playQuarter(world, 100);
    expect(world.focuses.preference[first], 'nothing is usual yet').toBe(0);
    const credit = [...world.focuses.credit.slice(0, FOCUSES.length)];
    playQuarter(world, 150);
    // From 100 to 150 in a market from 200 to 250: a surprise, as the quarter before brought 0. It is measured by what is usual:
    // .05 at first, drawn an eighth of the way to the first surprise of 0.
    const surprise = Math.log(1.5 / 1.25);
    const usual = 0.05 * (7 / 8);
    for (const arm of FOCUSES.keys()) {
      expect(world.focuses.preference[arm]).toBeCloseTo((2 * surprise * credit[arm]) / usual, 10);
    }
  });

  test('finds the lever that pays: it has most of the money in the end', () => {
    const world = createLearner({ 'brokers.explore': 0.3, 'brokers.carryOver': 0, 'brokers.learning': 1 });
    adaptFocuses(world);
    let users = 100;
    for (let quarter = 0; quarter < 200; quarter++) {
      users *= Math.exp(0.1 * (world.strategies.service[0] - SIX));
      playQuarter(world, users);
    }
    expect(computeWeights(world, 0)[FOCUSES.indexOf('service')]).toBeGreaterThan(0.6);
  });

  test('learns nothing without trials, and puts all by lot with nothing but trials', () => {
    const fixed = createLearner({ 'brokers.explore': 0 });
    const lot = createLearner({ 'brokers.explore': 1 });
    adaptFocuses(fixed);
    adaptFocuses(lot);
    for (let quarter = 1; quarter < 20; quarter++) {
      playQuarter(fixed, 100 + 10 * (quarter % 3));
      playQuarter(lot);
      expect([...computeWeights(fixed, 0)].every((weight) => Math.abs(weight - SIX) < 1e-12)).toBe(true);
      expect(FOCUSES.map((lever) => lot.strategies[lever][0]).sort()).toEqual([0, 0, 0, 0, 0, 1]);
    }
  });

  test('tries more or less than others by its exploration', () => {
    const world = createStartedWorld({
      brokers: [createBroker('bold', { strategy: 'adaptive', exploration: 2 }), createBroker('rival')],
      values: { 'brokers.explore': 0.25 },
    });
    adaptFocuses(world);
    const parts = FOCUSES.map((lever) => world.strategies[lever][0]);
    expect(Math.max(...parts)).toBeCloseTo(0.5 + 0.5 * SIX, 12);
  });

  test('says at every revision where most money lies and why', () => {
    const world = createLearner({ 'brokers.explore': 0.3 });
    adaptFocuses(world);
    world.market.month[0] += 1;
    const part = Math.fround(0.3 + 0.7 * SIX);
    const row = [0, DECISION.split, world.strategies.focus[0], DECISION_REASON.untried, part, 0];
    expect([...observeDecisions(world)]).toEqual(row);
    world.market.month[0] -= 1;
    playQuarter(world, 120);
    expect(world.strategies.reason[0]).toBe(DECISION_REASON.trial);
  });

  test('goes on from a saved run as if nothing had happened', () => {
    const inputs = createMarket({ brokers: BROKERS, months: 24 });
    const [whole, early, late] = [0, 1, 2].map(() => createSimulation(inputs, 'saved'));
    for (let month = 0; month < 24; month++) whole.step();
    for (let month = 0; month < 12; month++) early.step();
    late.restore(early.save());
    expect(late.readMetrics().decisions).toEqual(early.readMetrics().decisions);
    for (let month = 12; month < 24; month++) late.step();
    expect(late.stateHash()).toBe(whole.stateHash());
  });
});

test('a random broker draws its focus once and keeps it; over many all are drawn', () => {
  const world = createStartedWorld({
    brokers: Array.from({ length: 60 }, (_, k) => createBroker(`b${k}`, { strategy: 'random' })),
  });
  adaptFocuses(world);
  const drawn = [...world.strategies.focus];
  expect(new Set(drawn).size).toBe(FOCUSES.length);
  world.market.month[0] += 3;
  adaptFocuses(world);
  expect([...world.strategies.focus]).toEqual(drawn);
});
