import { describe, expect, test } from 'vitest';
import { imitateRivals } from '../../../src/model/brokers/imitation.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { observeDecisions } from '../../../src/model/observe/broker-decisions.ts';
import { DECISION, DECISION_REASON } from '../../../src/model/reasons.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, TEST_START } from '../../support/model-world.ts';

/** An imitator and two rivals, a year after a January with 100 users each. */
function createYearLater(users: readonly number[]): World {
  const world = createStartedWorld({
    brokers: [
      createBroker('imitator', { strategy: 'imitator' }),
      createBroker('advice', { strategy: 'advice', archetype: 'platform' }),
      createBroker('price', { strategy: 'price' }),
    ],
  });
  world.brokers.users.fill(100);
  imitateRivals(world);
  world.brokers.users.set(users);
  world.brokers.shareContent[2] = 0.123;
  world.market.month[0] = TEST_START + 12;
  return world;
}

describe('an imitator', () => {
  test('knows nobody’s growth in its first January, and copies nobody', () => {
    const world = createYearLater([100, 100, 100]);
    expect(world.strategies.decidedMonth[0]).toBe(0);
  });

  test('copies budget shares, stance and emphasis of the rival that gained most users', () => {
    const world = createYearLater([110, 120, 150]);
    imitateRivals(world);
    expect(world.brokers.shareContent[0]).toBe(0.123);
    expect(world.strategies.stance[0], 'a price warrior’s').toBe(-2.5);
    const other = createYearLater([110, 140, 120]);
    imitateRivals(other);
    expect(other.strategies.stance[0], 'a platform’s').toBe(-1);
    expect(other.strategies.advice[0]).toBe(1);
    expect(other.brokers.shareContent[0]).toBe(other.brokers.shareContent[1]);
  });

  test('records whom it copied and why, in people', () => {
    const world = createYearLater([110, 120, 150]);
    imitateRivals(world);
    world.market.month[0] += 1;
    const people = world.peoplePerAgent;
    const row = [0, DECISION.imitate, 2, DECISION_REASON.fastest, Math.fround(50 * people), Math.fround(10 * people)];
    expect([...observeDecisions(world)]).toEqual(row);
    world.market.month[0] += 1;
    expect(observeDecisions(world), 'a month later that is past').toHaveLength(0);
  });

  test('goes its own way while it gains most itself, and never copies a broker that is gone', () => {
    const leader = createYearLater([160, 120, 150]);
    imitateRivals(leader);
    expect(leader.strategies.stance[0]).toBe(-0.2);
    const world = createYearLater([110, 120, 150]);
    world.brokers.status[2] = BROKER_STATUS.takenOver;
    imitateRivals(world);
    expect(world.strategies.subject[0]).toBe(1);
  });

  test('decides in January only', () => {
    const world = createYearLater([110, 120, 150]);
    world.market.month[0] += 3;
    imitateRivals(world);
    expect(world.strategies.decidedMonth[0]).toBe(0);
  });
});
