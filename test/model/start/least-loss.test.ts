import { describe, expect, test } from 'vitest';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import { settleClients } from '../../../src/model/start/least-loss.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Only price matters, one util a bp; whoever holds products pays one util for each to move. */
const VALUES = {
  'tastes.price': 1,
  'tastes.content': 0,
  'tastes.community': 0,
  'tastes.advice': 0,
  'tastes.service': 0,
  'tastes.trust': 0,
  'tastes.friends': 0,
  'tastes.sd': 0,
  'choice.inertia': 0,
  'choice.inertiaProducts': 1,
};

/** Brokers a, b, c at 1, 2 and 3 bp, and middling people at `mains`, with so many products. */
function createMarket(mains: readonly number[], products: readonly number[]): World {
  const brokers = ['a', 'b', 'c'].map((id, k) => createBroker(id, { commissionBp: k + 1 }));
  const world = createStartedWorld({ agents: 100, brokers, values: VALUES });
  const { investors } = world;
  investors.main.fill(NONE);
  investors.second.fill(NONE);
  investors.third.fill(NONE);
  investors.home.fill(NONE);
  investors.status.fill(STATUS.outside);
  investors.birthMonth.fill(world.market.month[0] - 40 * 12);
  investors.experience.fill(0.5);
  investors.risk.fill(0.5);
  investors.shortHorizon.fill(0);
  investors.wealthScore.fill(0);
  mains.forEach((main, i) => {
    investors.main[i] = main;
    investors.status[i] = STATUS.active;
    investors.products[i] = products[i];
  });
  prepareOffers(world);
  return world;
}

function settle(world: World, targets: readonly number[], joiners: readonly number[] = []) {
  const order: (readonly [slot: number, broker: number])[] = [];
  const settlement = settleClients(world, Int32Array.from(targets), joiners, (slot, broker) => {
    order.push([slot, broker]);
    world.investors.main[slot] = broker;
  });
  return { order, settlement };
}

describe('clients move until brokers have as many as they should', () => {
  test('those who lose least, the better places first', () => {
    // At a, with 3, 1, 0 and 2 products. Slot 2 loses 2 − 1 = 1 at b; then slot 1 has only c: 3 − 1 and one product.
    const { order, settlement } = settle(createMarket([0, 0, 0, 0], [3, 1, 0, 2]), [2, 1, 1]);
    expect(order).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(settlement.moved).toBe(2);
    expect(settlement.lostUtility).toBeCloseTo(1 + 3, 12);
  });

  test('of two donors, the one’s clients go who would even gain', () => {
    // From c to b is a gain of one util, from a to b a loss of one: both donors give what they have too much.
    const { order, settlement } = settle(createMarket([0, 0, 2, 2], [0, 1, 0, 1]), [1, 2, 1]);
    expect(order).toEqual([
      [2, 1],
      [0, 1],
    ]);
    expect(settlement.lostUtility).toBeCloseTo(-1 + 1, 12);
  });

  test('of equals the smaller number of a person goes, whatever the slot', () => {
    const world = createMarket([0, 0, 0], [0, 0, 0]);
    world.investors.generation[0] = 1;
    expect(settle(world, [1, 2, 0]).order.map(([slot]) => slot)).toEqual([1, 2]);
  });

  test('joiners take what is left of the places they like, and are no movers', () => {
    // Nobody has to leave; joiners 5 and 6 would like a best, which has one place more.
    const { order, settlement } = settle(createMarket([0, 1], [0, 0]), [2, 1, 1], [5, 6]);
    expect(order).toEqual([
      [5, 0],
      [6, 2],
    ]);
    expect(settlement.moved).toBe(0);
  });

  test('where all is as it should be, nobody moves', () => {
    expect(settle(createMarket([0, 1, 2], [0, 0, 0]), [1, 1, 1]).order).toEqual([]);
  });

  test('places and people have to go together', () => {
    expect(() => settle(createMarket([0, 1, 2], [0, 0, 0]), [2, 1, 1])).toThrow(
      'expected 1 joiners for the places free',
    );
  });
});

test('with one broker too large and one too small, whoever moves loses no more than whoever stays', () => {
  // One broker too large, one too small: greedy is then the optimum, so the largest loss of a mover is below the least of those who stay.
  const world = createStartedWorld({
    agents: 800,
    brokers: [createBroker('a'), createBroker('b', { commissionBp: 1 })],
  });
  prepareOffers(world);
  const { investors } = world;
  const clients = [...investors.main.keys()].filter((i) => investors.main[i] === 0);
  const others = [...investors.main.keys()].filter((i) => investors.main[i] === 1).length;
  const all = settleClients(world, Int32Array.of(0, others + clients.length), [], () => {});
  const losses: number[] = [];
  let before = 0;
  for (let moved = 1; moved <= clients.length; moved++) {
    const { lostUtility } = settleClients(world, Int32Array.of(clients.length - moved, others + moved), [], () => {});
    losses.push(lostUtility - before);
    before = lostUtility;
  }
  expect(losses.every((loss, k) => k === 0 || loss >= losses[k - 1] - 1e-9)).toBe(true);
  expect(before).toBeCloseTo(all.lostUtility, 6);
});
