import { describe, expect, test } from 'vitest';
import { buildCapabilities, readMarketRevenueBn } from '../../../src/model/brokers/capabilities.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, withValues } from '../../support/model-world.ts';

const LEVELS = ['content', 'community', 'advice', 'service', 'compliance'] as const;
const STOCKS = {
  content: 'stockContent',
  community: 'stockCommunity',
  advice: 'stockAdvice',
  service: 'stockService',
  compliance: 'stockCompliance',
} as const;
const SPENDS = {
  content: 'spendContent',
  community: 'spendCommunity',
  advice: 'spendAdvice',
  service: 'spendService',
  compliance: 'spendCompliance',
} as const;

/** What the network does to a community of so many active users. */
function readNetwork(world: World, active: number): number {
  const floor = world.values['brokers.communityFloor'];
  const critical = (world.values['brokers.criticalMassMillion'] * 1e6) / world.peoplePerAgent;
  return floor + ((1 - floor) * active) / (active + critical);
}

/** No spending anywhere, so that stocks only wear out. */
function stopSpending(world: World): void {
  for (const level of LEVELS) world.brokers[SPENDS[level]].fill(0);
}

describe('at the start', () => {
  test('capabilities are those that the scenario states; a community has its network on top', () => {
    const stated = { content: 0.55, community: 0.4, advice: 0.07, service: 0.8, compliance: 0.35 };
    const world = createStartedWorld({ brokers: [createBroker('a', stated), createBroker('b', { quality: 0.7 })] });
    const { brokers, values } = world;
    for (const level of LEVELS) {
      if (level !== 'community') expect(brokers[level][0]).toBeCloseTo(stated[level], 12);
    }
    // Half of 180 million users, 48 % of them awake.
    const active =
      (0.5 * values['population.usersMillion'] * 1e6 * values['population.activeShare']) / world.peoplePerAgent;
    expect(brokers.community[0]).toBeCloseTo(stated.community * readNetwork(world, active), 12);
    // Quality .7 is a ceiling, not a factor on what is stated: .3 is .3.
    expect(brokers.content[1]).toBeCloseTo(0.3, 12);
  });

  test('a level stated at its ceiling or above is cut to nine tenths of it, compliance alone has no such ceiling', () => {
    const broker = createBroker('a', { quality: 0.5, content: 0.9, compliance: 0.9 });
    const { brokers } = createStartedWorld({ brokers: [broker] });
    expect(brokers.content[0]).toBeCloseTo(0.45, 12);
    expect(brokers.compliance[0]).toBeCloseTo(0.9, 12);
  });

  test('budgets keep the levels where they are, whatever their size', () => {
    const world = createStartedWorld({ brokers: [createBroker('a', { share: 9 }), createBroker('b', { share: 1 })] });
    const { brokers, values } = world;
    // Planned revenue of the start: published users × revenue a user × share.
    const marketBn = (values['population.usersMillion'] * values['accounts.startRevenueCny']) / 1000;
    const shares = {
      content: brokers.shareContent,
      community: brokers.shareCommunity,
      advice: brokers.shareAdvice,
      service: brokers.shareService,
      compliance: brokers.shareCompliance,
    };
    const before = LEVELS.map((level) => brokers[STOCKS[level]].slice());
    for (const level of LEVELS) {
      [0.9, 0.1].forEach((share, b) => {
        brokers[SPENDS[level]][b] = shares[level][b] * share * marketBn;
      });
    }
    buildCapabilities(world);
    LEVELS.forEach((level, k) => {
      for (const b of [0, 1]) expect(brokers[STOCKS[level]][b] / before[k][b]).toBeCloseTo(1, 10);
    });
  });
});

describe('spending', () => {
  test('builds a stock that wears out: K′ = (1 − δ/12) K + p/12 × spending', () => {
    const world = createStartedWorld();
    const { brokers, values } = world;
    stopSpending(world);
    brokers.spendContent[1] = 2;
    const before = brokers.stockContent.slice();
    buildCapabilities(world);
    expect(brokers.stockContent[0]).toBeCloseTo((1 - values['brokers.decayContent'] / 12) * before[0], 12);
    const built = (values['brokers.productivity'] / 12) * 2;
    expect(brokers.stockContent[1]).toBeCloseTo((1 - values['brokers.decayContent'] / 12) * before[1] + built, 12);
  });

  test('raises a level less and less, and never to the ceiling of quality', () => {
    const world = createStartedWorld({ brokers: [createBroker('a', { quality: 0.8 })] });
    const { brokers } = world;
    stopSpending(world);
    const levels = [0, 1, 2, 4, 8, 1000].map((multiple) => {
      // After a month of wear exactly this stock is left, in units of the declared half-saturation.
      brokers.stockService[0] =
        (multiple * world.values['brokers.halfSaturation']) / (1 - world.values['brokers.decayService'] / 12);
      buildCapabilities(world);
      return brokers.service[0];
    });
    expect(levels[0]).toBe(0);
    const gains = levels.slice(1).map((level, k) => level - levels[k]);
    expect(gains.every((gain) => gain > 0)).toBe(true);
    // The second unit brings less than the first, two more less than twice the second, and so on.
    expect(gains[1]).toBeLessThan(gains[0]);
    expect(gains[2]).toBeLessThan(2 * gains[1]);
    expect(gains[3]).toBeLessThan(2 * gains[2]);
    expect(levels.at(-1)).toBeLessThan(0.8);
    expect(levels.at(-1)).toBeGreaterThan(0.75);
  });

  test('reaches half of the ceiling at the half-saturation stock, with a tenth of all users in the market of 2019', () => {
    const brokers = [createBroker('tenth', { share: 1 }), createBroker('rest', { share: 9 })];
    const world = createStartedWorld({ brokers });
    stopSpending(world);
    world.brokers.users.set([10, 90]);
    // The market of 2019 earned 28 billion.
    world.ledger.revenueCents.fill(0);
    world.ledger.revenueCents[0] = (28 * 1e11) / world.peoplePerAgent;
    expect(readMarketRevenueBn(world)).toBeCloseTo(28, 9);
    world.brokers.stockContent[0] =
      world.values['brokers.halfSaturation'] / (1 - world.values['brokers.decayContent'] / 12);
    buildCapabilities(world);
    expect(world.brokers.content[0]).toBeCloseTo(0.5, 12);
  });

  test('has to be larger where users are more, and where the market earns more', () => {
    const levelAt = (users: number, revenueFactor: number) => {
      const world = createStartedWorld({ brokers: [createBroker('a'), createBroker('b')] });
      stopSpending(world);
      world.brokers.users.set([users, 1000 - users]);
      world.ledger.revenueCents.forEach((cents, row) => {
        world.ledger.revenueCents[row] = cents * revenueFactor;
      });
      world.brokers.stockService.fill(5);
      buildCapabilities(world);
      return world.brokers.service[0];
    };
    expect(levelAt(500, 1)).toBeLessThan(levelAt(50, 1));
    expect(levelAt(500, 2)).toBeLessThan(levelAt(500, 1));
  });

  test('on AI advice goes further every year from 2025 on', () => {
    const levelAfter = (years: number) => {
      const world = createStartedWorld();
      stopSpending(world);
      world.market.month[0] += 12 * years;
      world.brokers.stockAdvice.fill(5);
      world.brokers.stockContent.fill(5);
      buildCapabilities(world);
      return [world.brokers.advice[0], world.brokers.content[0]];
    };
    expect(levelAfter(3)[0]).toBeGreaterThan(levelAfter(0)[0]);
    expect(levelAfter(-3)[0]).toBe(levelAfter(0)[0]);
    expect(levelAfter(3)[1]).toBe(levelAfter(0)[1]);
  });

  test('a closed broker can do nothing', () => {
    const world = createStartedWorld();
    world.brokers.status[1] = BROKER_STATUS.closed;
    buildCapabilities(world);
    for (const level of LEVELS) expect(world.brokers[level][1]).toBe(0);
  });
});

describe('critical mass of a community', () => {
  test('gives half of the effect of the network, and a floor needs nobody', () => {
    const world = createStartedWorld({ brokers: ['none', 'mass', 'many'].map((id) => createBroker(id)) });
    stopSpending(world);
    const critical = (world.values['brokers.criticalMassMillion'] * 1e6) / world.peoplePerAgent;
    world.brokers.users.fill(1000);
    world.brokers.activeUsers.set([0, critical, 1000 * critical]);
    buildCapabilities(world);
    const bare = withValues(world, { 'brokers.communityFloor': 1, 'brokers.decayCommunity': 0 });
    const [none, mass, many] = world.brokers.community;
    buildCapabilities(bare);
    const [full] = bare.brokers.community;
    const floor = world.values['brokers.communityFloor'];
    expect(none / full).toBeCloseTo(floor, 10);
    expect(mass / full).toBeCloseTo(floor + (1 - floor) / 2, 10);
    expect(many / full).toBeCloseTo(1, 2);
  });
});
