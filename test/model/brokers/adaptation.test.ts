import { describe, expect, test } from 'vitest';
import { adaptFocuses, computeReward } from '../../../src/model/brokers/adaptation.ts';
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
    values: { 'brokers.explore': 0, 'brokers.valueWeight': 0, 'brokers.forgetting': 0, ...values },
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

  test('is profit by revenue above the market’s, by hand', () => {
    // .4 of the learner’s revenue over the last quarter, and .2 of both brokers’.
    expect(createPast(1)).toBeCloseTo(0.4 - 0.2, 12);
  });

  test('mixes the two by their weight', () => {
    expect(createPast(0.25)).toBeCloseTo(0.75 * Math.log(1.2 / 1.1) + 0.25 * 0.2, 12);
  });
});

describe('an adaptive broker', () => {
  test('tries every focus once, then takes the one that brought most', () => {
    const world = createLearner({ 'brokers.carryOver': 0 });
    adaptFocuses(world);
    const tried = [world.strategies.focus[0]];
    // Only under service does it grow; it falls back at once, which is the loss of another.
    for (let k = 1; k < FOCUSES.length; k++) {
      tried.push(playQuarter(world, FOCUSES[tried[k - 1]] === 'service' ? 120 : 100));
    }
    expect([...tried].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const next = playQuarter(world, FOCUSES[tried[5]] === 'service' ? 120 : 100);
    expect(FOCUSES[next]).toBe('service');
    expect(world.strategies.service[0]).toBe(1);
    expect(FOCUSES.filter((lever) => world.strategies[lever][0] !== 0)).toEqual(['service']);
    expect(world.strategies.reason[0]).toBe(DECISION_REASON.best);
  });

  test('gives part of the credit to what it did before, by hand', () => {
    const world = createLearner({ 'brokers.carryOver': 0.7 });
    adaptFocuses(world);
    const first = world.strategies.focus[0];
    expect(world.focuses.credit[first]).toBeCloseTo(0.3, 12);
    const second = playQuarter(world, 100);
    expect(world.focuses.credit[first]).toBeCloseTo(0.7 * 0.3, 12);
    expect(world.focuses.credit[second]).toBeCloseTo(0.3, 12);
    playQuarter(world, 150);
    // 100 to 150 in a market from 200 to 250. The first focus had 0 with credit .3, now this with .21; the second only this.
    const reward = Math.log(1.5 / 1.25);
    expect(world.focuses.estimate[first]).toBeCloseTo((0.21 / 0.51) * reward, 12);
    expect(world.focuses.estimate[second]).toBeCloseTo(reward, 12);
  });

  test('tries anything for the sake of learning in the share of quarters that it is told to', () => {
    const world = createLearner({ 'brokers.explore': 0.25 });
    for (let k = 0; k <= FOCUSES.length; k++) playQuarter(world);
    let trials = 0;
    for (let k = 0; k < 1000; k++) {
      playQuarter(world);
      if (world.strategies.reason[0] === DECISION_REASON.trial) trials++;
    }
    // Binomial: standard deviation √(1000 × .25 × .75) = 14; four of them.
    expect(Math.abs(trials - 250)).toBeLessThan(56);
  });

  test('says every quarter what it chose and why', () => {
    const world = createLearner();
    adaptFocuses(world);
    world.market.month[0] += 1;
    const focus = world.strategies.focus[0];
    expect([...observeDecisions(world)]).toEqual([0, DECISION.focus, focus, DECISION_REASON.untried, 0, 0]);
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
