import { describe, expect, test } from 'vitest';
import { openEntrants, resolveFailures } from '../../../src/model/brokers/failure.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { holdsAccount } from '../../../src/model/investors/holdings.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import { EVENT_WIDTH, STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots, TEST_START } from '../../support/model-world.ts';

const SIZES = [6, 3, 2, 1];

/** Four brokers of sizes 6 : 3 : 2 : 1; the last has been out of cash for a year. */
function createBrokenWorld(change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({
    agents: 2000,
    brokers: SIZES.map((share, k) => createBroker(`b${k}`, { share })),
  });
  world.brokers.cashCents[3] = -1;
  world.brokers.monthsWithoutCash[3] = world.values['brokers.failureMonths'];
  change(world);
  return world;
}

const clientsOf = (world: World, b: number) => findSlots(world, (i) => world.investors.main[i] === b);

describe('a broker out of cash for a year', () => {
  test('is taken over by the next larger sound broker; most clients follow, the others leave', () => {
    const world = createBrokenWorld();
    const { investors, brokers, tally, flow, values } = world;
    const clients = clientsOf(world, 3);
    const before = clientsOf(world, 2).length;
    resolveFailures(world);
    expect([...brokers.status]).toEqual([1, 1, 1, BROKER_STATUS.takenOver]);
    const followed = clients.filter((i) => investors.main[i] === 2);
    const left = clients.filter((i) => investors.main[i] === NONE);
    expect(followed.length + left.length).toBe(clients.length);
    const p = values['brokers.takeoverFollow'];
    const error = Math.sqrt((p * (1 - p)) / clients.length);
    expect(Math.abs(followed.length / clients.length - p)).toBeLessThan(4 * error);
    expect(brokers.users[2]).toBe(before + followed.length);
    expect(brokers.users[3]).toBe(0);
    expect(brokers.accounts[3]).toBe(0);
    expect(left.every((i) => investors.status[i] === STATUS.left && investors.assetsCents[i] === 0)).toBe(true);
    expect(tally.lost[3]).toBe(clients.length);
    expect(flow.leavers[0]).toBe(left.length);
    expect(tally.transferred[2], 'new accounts only: some held one there').toBeLessThanOrEqual(followed.length);
  });

  test('leaves nobody with an account there, and accounts and tallies agree', () => {
    const world = createBrokenWorld();
    const { brokers, tally } = world;
    resolveFailures(world);
    expect(findSlots(world, (i) => holdsAccount(world, i, 3))).toEqual([]);
    for (let b = 0; b < 4; b++) {
      expect(brokers.accounts[b]).toBe(
        tally.accountsBefore[b] + tally.funded[b] + tally.transferred[b] - tally.closings[b],
      );
    }
  });

  test('makes an event of every client’s fate, with the closure as reason', () => {
    const world = createBrokenWorld();
    const clients = clientsOf(world, 3).length;
    resolveFailures(world);
    const { rows, count } = world.events;
    expect(count).toBe(clients);
    for (let row = 0; row < count; row++) {
      const [, move, from, to, reason] = rows.subarray(row * EVENT_WIDTH);
      expect([MOVE.switch, MOVE.leave]).toContain(move);
      expect(from).toBe(3);
      expect(to).toBe(move === MOVE.switch ? 2 : -1);
      expect(reason).toBe(REASON.closure);
    }
  });

  test('hands its traditional clients’ tie over as well', () => {
    const world = createBrokenWorld(({ investors }) => investors.home.fill(3, 0, 50));
    resolveFailures(world);
    expect(findSlots(world, (i) => world.investors.home[i] === 3)).toEqual([]);
    expect(world.investors.home[0]).toBe(2);
  });

  test('passes over brokers that are themselves without cash', () => {
    const world = createBrokenWorld(({ brokers }) => {
      brokers.cashCents[2] = -1;
    });
    resolveFailures(world);
    expect(clientsOf(world, 1).length).toBeGreaterThan(0);
    expect(world.tally.transferred[2]).toBe(0);
    expect(world.tally.transferred[1]).toBeGreaterThan(0);
  });

  test('closes when nobody larger is sound: all its clients leave', () => {
    const world = createBrokenWorld(({ brokers }) => brokers.cashCents.fill(-1));
    const clients = clientsOf(world, 3).length;
    resolveFailures(world);
    expect(world.brokers.status[3]).toBe(BROKER_STATUS.closed);
    expect(world.flow.leavers[0]).toBe(clients);
  });

  test('does not fail a month early', () => {
    const world = createBrokenWorld(({ brokers, values }) => {
      brokers.monthsWithoutCash[3] = values['brokers.failureMonths'] - 1;
    });
    resolveFailures(world);
    expect(world.brokers.status[3]).toBe(BROKER_STATUS.operating);
    expect(world.events.count).toBe(0);
  });

  test('two failures in a month: the second takes the clients of the first along', () => {
    const world = createBrokenWorld(({ brokers }) => {
      brokers.monthsWithoutCash[2] = 12;
    });
    resolveFailures(world);
    expect([...world.brokers.status]).toEqual([1, 1, BROKER_STATUS.takenOver, BROKER_STATUS.takenOver]);
    expect(findSlots(world, (i) => holdsAccount(world, i, 2) || holdsAccount(world, i, 3))).toEqual([]);
  });
});

test('a client of three accounts gives up the third for the acquirer’s', () => {
  const world = createBrokenWorld();
  const { investors, values } = world;
  const [slot] = clientsOf(world, 3);
  investors.second[slot] = 0;
  investors.third[slot] = 1;
  world.brokers.accounts.set([0, 0, 0, 0]);
  resolveFailures({ ...world, values: { ...values, 'brokers.takeoverFollow': 1 } });
  expect([investors.main[slot], investors.second[slot], investors.third[slot]]).toEqual([2, 0, NONE]);
});

test('entrants open in their month', () => {
  const world = createStartedWorld({
    brokers: [createBroker('old'), createBroker('new', { share: 0, entryMonth: TEST_START + 2 })],
  });
  const seen: number[] = [];
  for (let month = 0; month < 4; month++) {
    openEntrants(world);
    seen.push(world.brokers.status[1]);
    world.market.month[0] += 1;
  }
  expect(seen).toEqual([0, 0, 1, 1]);
});
