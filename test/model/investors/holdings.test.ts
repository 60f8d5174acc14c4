import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import {
  addAccount,
  closeAccount,
  countAccounts,
  holdsAccount,
  leaveOnline,
  moveMain,
} from '../../../src/model/investors/holdings.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { REASON } from '../../../src/model/reasons.ts';
import { STATUS } from '../../../src/model/records.ts';
import { beginMonth, countMonth } from '../../../src/model/tally.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots } from '../../support/model-world.ts';

const BROKERS = 5;

function createUsers(): World {
  const brokers = Array.from({ length: BROKERS }, (_, k) => createBroker(`b${k}`));
  const values = { 'population.usersMillion': 340, 'population.traditionalMillion': 0 };
  return createStartedWorld({ agents: 20, brokers, values });
}

function readAccounts({ investors }: World, i: number): number[] {
  return [investors.main[i], investors.second[i], investors.third[i]];
}

function setAccounts({ investors }: World, i: number, [main, second = NONE, third = NONE]: number[]): void {
  investors.main[i] = main;
  investors.second[i] = second;
  investors.third[i] = third;
}

describe('by hand', () => {
  test('accounts fill their places in order', () => {
    const world = createUsers();
    setAccounts(world, 0, [2]);
    expect(countAccounts(world, 0)).toBe(1);
    addAccount(world, 0, 4);
    addAccount(world, 0, 1);
    expect(readAccounts(world, 0)).toEqual([2, 4, 1]);
    expect(countAccounts(world, 0)).toBe(3);
    expect([0, 1, 2, 3, 4].map((b) => holdsAccount(world, 0, b))).toEqual([false, true, true, false, true]);
  });

  test('a new main broker and the former one change places', () => {
    const world = createUsers();
    setAccounts(world, 0, [2, 4, 1]);
    moveMain(world, 0, 1);
    expect(readAccounts(world, 0)).toEqual([1, 4, 2]);
    moveMain(world, 0, 4);
    expect(readAccounts(world, 0)).toEqual([4, 1, 2]);
    expect(world.investors.mainSince[0]).toBe(world.market.month[0]);
    expect([...world.tally.joined]).toEqual([0, 1, 0, 0, 1]);
    expect([...world.tally.lost]).toEqual([0, 1, 1, 0, 0]);
  });

  test('when the second account closes, the third moves up', () => {
    const world = createUsers();
    setAccounts(world, 0, [2, 4, 1]);
    closeAccount(world, 0, 4);
    expect(readAccounts(world, 0)).toEqual([2, 1, NONE]);
    expect(world.tally.closings[4]).toBe(1);
  });

  test('the first account ever opened is lost to its cohort when it closes, and only that one', () => {
    const world = createUsers();
    const { investors } = world;
    setAccounts(world, 0, [2, 4]);
    investors.cohortBroker[0] = 2;
    investors.cohortKept[0] = 1;
    closeAccount(world, 0, 4);
    expect(investors.cohortKept[0]).toBe(1);
    leaveOnline(world, 0, REASON.chance, null);
    expect(investors.cohortKept[0]).toBe(0);
  });
});

/** One thing that may happen to one person; what cannot happen in a given state is skipped. */
const happening = fc.record({
  slot: fc.nat(19),
  broker: fc.nat(BROKERS - 1),
  kind: fc.constantFrom('add', 'move', 'close', 'leave', 'join'),
});

function apply(world: World, { slot, broker, kind }: { slot: number; broker: number; kind: string }): void {
  const { investors, tally } = world;
  const isUser = investors.main[slot] !== NONE;
  const holds = isUser && holdsAccount(world, slot, broker);
  if (kind === 'add' && isUser && !holds && countAccounts(world, slot) < 3) {
    addAccount(world, slot, broker);
    tally.funded[broker]++;
  } else if (kind === 'move' && holds && investors.main[slot] !== broker) {
    moveMain(world, slot, broker);
  } else if (kind === 'close' && holds && investors.main[slot] !== broker) {
    closeAccount(world, slot, broker);
  } else if (kind === 'leave' && isUser) {
    leaveOnline(world, slot, REASON.chance, null);
  } else if (kind === 'join' && !isUser) {
    investors.status[slot] = STATUS.active;
    investors.main[slot] = broker;
    tally.funded[broker]++;
    tally.joined[broker]++;
  }
}

describe('whatever happens, in whatever order', () => {
  test('no gap, no account twice, tallies that agree with the accounts', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 300 }), (happenings) => {
        const world = createUsers();
        countMonth(world);
        beginMonth(world);
        const usersBefore = world.brokers.users.slice();
        for (const each of happenings) apply(world, each);
        const { tally, brokers } = world;
        for (let i = 0; i < world.agents; i++) {
          const held = readAccounts(world, i).filter((broker) => broker !== NONE);
          expect(readAccounts(world, i).slice(0, held.length)).toEqual(held);
          expect(new Set(held).size).toBe(held.length);
        }
        countMonth(world);
        for (let b = 0; b < BROKERS; b++) {
          expect(brokers.accounts[b]).toBe(tally.accountsBefore[b] + tally.funded[b] - tally.closings[b]);
          expect(brokers.users[b]).toBe(usersBefore[b] + tally.joined[b] - tally.lost[b]);
        }
        expect(sumOf(brokers.users)).toBe(findSlots(world, (i) => world.investors.main[i] !== NONE).length);
      }),
      { numRuns: 200, seed: 20250101 },
    );
  });
});
