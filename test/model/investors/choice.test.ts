import { describe, expect, test } from 'vitest';
import { createRunKey, Draws } from '../../../src/core/random.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import {
  chooseBroker,
  computeFriendShare,
  consider,
  considerUsual,
  createChoice,
  explainChoice,
  findRunnerUp,
  readPresence,
} from '../../../src/model/investors/choice.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { CHOICE_REASON_COUNT, REASON, type Reason } from '../../../src/model/reasons.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots, withValues } from '../../support/model-world.ts';

/** Three brokers that differ in everything that people see. */
const UNEQUAL = [
  createBroker('cheap', { commissionBp: 1, content: 0.1, service: 0.1, reputation: 0.2 }),
  createBroker('rich', { commissionBp: 3, content: 0.8, community: 0.7, advice: 0.6 }),
  createBroker('safe', { commissionBp: 2.5, service: 0.7, reputation: 0.9 }),
];

function considerAll(world: World): void {
  world.choice.count = 0;
  for (let b = 0; b < world.brokerCount; b++) consider(world, b);
}

function readUtility(world: World, k: number): number {
  return world.choice.utility[k];
}

describe('the consideration set', () => {
  test('holds no broker twice, none that is closed, and never “none”', () => {
    const world = createStartedWorld();
    world.choice.count = 0;
    world.brokers.status[2] = 3;
    for (const broker of [1, 1, NONE, -1, 2, 0, 1]) consider(world, broker);
    expect([...world.choice.considered.subarray(0, world.choice.count)]).toEqual([1, 0]);
  });

  test('holds the home broker, a broker that a friend showed, and what comes to mind', () => {
    const world = createStartedWorld({ values: { 'choice.considered': 0 } });
    const { investors, ties, values } = world;
    prepareOffers(world);
    const slot = 0;
    investors.home[slot] = 2;
    // Every friend showed broker 1: whoever is picked, it is 1.
    for (let k = 0; k < values['network.friends']; k++) investors.shown[ties.friend[k]] = 1;
    world.choice.count = 0;
    considerUsual(world, slot);
    expect([...world.choice.considered.subarray(0, world.choice.count)]).toEqual([2, 1]);

    const reminded = withValues(world, { 'choice.considered': 8 });
    reminded.choice.count = 0;
    considerUsual(reminded, slot);
    expect(new Set(reminded.choice.considered.subarray(0, reminded.choice.count))).toEqual(new Set([0, 1, 2]));
  });
});

describe('utility', () => {
  test('is the sum of its parts, each as declared', () => {
    const world = createStartedWorld({ brokers: UNEQUAL });
    const { investors, brokers, values, choice } = world;
    const slot = findSlots(world, (i) => investors.main[i] === 1)[0];
    investors.home[slot] = 0;
    investors.willing[slot] = 0;
    investors.mood.fill(0);
    considerAll(world);
    chooseBroker(world, slot, 2, 0.9);
    for (let k = 0; k < 3; k++) {
      const part = (reason: number) => choice.parts[k * CHOICE_REASON_COUNT + reason];
      const { tastes } = choice;
      expect(part(REASON.price)).toBe(-tastes.price * brokers.commissionBp[k]);
      expect(part(REASON.content)).toBe(tastes.content * brokers.content[k]);
      expect(part(REASON.community)).toBe(
        tastes.community * brokers.community[k] + values['tastes.friends'] * computeFriendShare(world, slot, k),
      );
      // Who would not follow AI advice values it half.
      expect(part(REASON.advice)).toBe(0.5 * tastes.advice * brokers.advice[k]);
      expect(part(REASON.service)).toBe(tastes.service * brokers.service[k]);
      expect(part(REASON.trust)).toBe(tastes.trust * brokers.reputation[k]);
      expect(part(REASON.niche)).toBe(0);
      // Salience for the channel's broker (2), the home bonus for the home broker (0), inertia for the main one (1).
      expect(part(REASON.prominence)).toBe([values['choice.home'], 0, values['choice.salience']][k]);
      expect(part(REASON.inertia)).toBe(k === 1 ? 0.9 : 0);
      let sum = 0;
      for (let c = 0; c < CHOICE_REASON_COUNT; c++) sum += part(c);
      expect(readUtility(world, k)).toBe(sum);
    }
  });

  test('a niche is worth its taste to those it is made for, and nothing to others', () => {
    const brokers = [createBroker('county', { niche: 'county' }), createBroker('plain')];
    const world = createStartedWorld({ brokers });
    const { investors, choice, values } = world;
    for (const [tier, expected] of [
      [4, values['tastes.niche']],
      [1, 0],
    ]) {
      investors.tier[0] = tier;
      considerAll(world);
      chooseBroker(world, 0, -1, 0);
      expect(choice.parts[REASON.niche]).toBe(expected);
      expect(choice.parts[CHOICE_REASON_COUNT + REASON.niche]).toBe(0);
    }
  });

  test('trading abroad asks something of those without means for it, unless they have an account there', () => {
    const brokers = [createBroker('abroad', { niche: 'crossBorder' }), createBroker('plain')];
    const world = createStartedWorld({ brokers });
    const { investors, choice, values } = world;
    investors.main[0] = 1;
    investors.third[0] = NONE;
    // Tiers 1–2 with means match, under 50; one of tier 4 never does.
    for (const [tier, second, expected] of [
      [4, NONE, -values['tastes.abroad']],
      [4, 0, 0],
      [1, NONE, values['tastes.niche']],
    ]) {
      investors.tier[0] = tier;
      investors.second[0] = second;
      investors.wealthScore[0] = 1;
      investors.birthMonth[0] = world.inputs.startMonth - 30 * 12;
      considerAll(world);
      chooseBroker(world, 0, -1, 0);
      expect(choice.parts[REASON.niche]).toBe(expected);
    }
  });
});

describe('explainChoice', () => {
  test('contributions, chance included, sum exactly to what separates the two', () => {
    const world = createStartedWorld({ brokers: UNEQUAL });
    const { choice } = world;
    for (let slot = 0; slot < world.agents; slot++) {
      considerAll(world);
      const taken = chooseBroker(world, slot, slot % 3, 0);
      const left = findRunnerUp(choice, taken);
      explainChoice(choice, taken, left);
      const part = (k: number, c: number) => choice.parts[k * CHOICE_REASON_COUNT + c];
      let gap = 0;
      for (let c = 0; c < CHOICE_REASON_COUNT; c++) {
        expect(choice.gap[c]).toBe(part(taken, c) - part(left, c));
        gap += choice.gap[c];
      }
      expect(gap, 'the winner is ahead').toBeGreaterThanOrEqual(0);
      // The same numbers added in another order: equal to the last bits of numbers of order 10.
      expect(gap).toBeCloseTo(choice.utility[taken] - choice.utility[left], 12);
    }
  });

  /** The reason when the first of two brokers is ahead by these parts. */
  function explainGap(parts: Partial<Record<Reason, number>>, choice = createChoice()): number {
    for (const [reason, part] of Object.entries(parts)) choice.parts[REASON[reason as Reason]] = part;
    return explainChoice(choice, 0, 1);
  }

  test('the reason is the largest contribution for the broker taken; chance only when nothing else speaks for it', () => {
    expect(explainGap({ price: -2, content: 1, trust: 0.5, chance: 0.9 })).toBe(REASON.content);
    expect(explainGap({ price: -2, content: 1, trust: 0.5, chance: 1.6 }), 'however large chance is').toBe(
      REASON.content,
    );
    expect(explainGap({ price: -2, content: 0.4, trust: 0.5, chance: 1.6 })).toBe(REASON.trust);
    expect(explainGap({ price: -2, chance: 2.5 }), 'nothing else speaks for it').toBe(REASON.chance);
  });

  test('the bonus of a channel counts for what the channel is, and lifts the utility by as much', () => {
    const world = createStartedWorld({ brokers: [createBroker('a'), createBroker('b')] });
    considerAll(world);
    chooseBroker(world, 0, -1, 0);
    const before = world.choice.parts.slice();
    chooseBroker(world, 0, 1, 0, REASON.content);
    const row = world.choice.considered.indexOf(1) * CHOICE_REASON_COUNT;
    const gained = world.choice.parts.map((part, k) => part - before[k]);
    expect(gained[row + REASON.content]).toBeCloseTo(world.values['choice.salience'], 12);
    gained[row + REASON.content] = 0;
    expect(Math.max(...gained.map(Math.abs))).toBe(0);
  });

  test('what an earlier choice left in scratch does not sway the reason', () => {
    const choice = createChoice();
    choice.gap.fill(99);
    expect(explainGap({ price: -0.5, content: 1, chance: 0.2 }, choice)).toBe(REASON.content);
  });

  test('with a single broker there is no gap, and the reason is chance', () => {
    const world = createStartedWorld({ brokers: [createBroker('only')] });
    considerAll(world);
    const taken = chooseBroker(world, 0, -1, 0);
    expect(explainChoice(world.choice, taken, findRunnerUp(world.choice, taken))).toBe(REASON.chance);
    expect(Math.max(...world.choice.gap.map(Math.abs))).toBe(0);
  });
});

describe('choice frequencies', () => {
  /** Chooses with many independent seeds; the systematic part of every utility stays the same. */
  function countChoices(world: World, slot: number, times: number): { counts: number[]; systematic: number[] } {
    const counts = [0, 0, 0];
    const systematic = [0, 0, 0];
    // Tastes are drawn from the run key too: without an individual part only chance changes with the seed.
    const plain = withValues(world, { 'tastes.sd': 0 });
    for (let seed = 0; seed < times; seed++) {
      const drawn = { ...plain, draws: new Draws(createRunKey(`choice ${seed}`)) };
      considerAll(drawn);
      counts[chooseBroker(drawn, slot, -1, 0)]++;
      for (let k = 0; k < 3; k++) {
        systematic[k] = drawn.choice.utility[k] - drawn.choice.parts[k * CHOICE_REASON_COUNT + REASON.chance];
      }
    }
    return { counts, systematic };
  }

  test('are the logit: softmax of the systematic utility, within four binomial standard errors', () => {
    const times = 20_000;
    const world = createStartedWorld({ brokers: UNEQUAL });
    const { counts, systematic } = countChoices(world, 3, times);
    const weights = systematic.map((v) => Math.exp(v));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const spread = Math.max(...systematic) - Math.min(...systematic);
    expect(spread, 'brokers differ enough for the test to bite').toBeGreaterThan(0.3);
    for (let k = 0; k < 3; k++) {
      const p = weights[k] / total;
      const error = Math.sqrt((p * (1 - p)) / times);
      expect(Math.abs(counts[k] / times - p)).toBeLessThan(4 * error);
    }
  });

  test('without chance the best broker is always taken', () => {
    const world = withValues(createStartedWorld({ brokers: UNEQUAL }), { 'tastes.chance': 0 });
    const { counts } = countChoices(world, 3, 50);
    expect(counts.toSorted((a, b) => b - a)).toEqual([50, 0, 0]);
  });
});

test('branches are there for people over 50 or in tiers 3–4', () => {
  const world = createStartedWorld({
    brokers: [createBroker('a', { branches: 0.5, quality: 0.8 }), createBroker('b')],
  });
  applyHeldLevers(world);
  const { investors, market } = world;
  const meet = (age: number, tier: number) => {
    investors.birthMonth[0] = market.month[0] - age * 12;
    investors.tier[0] = tier;
    return readPresence(world, 0, 0);
  };
  // Effort .5 × quality .8
  expect([meet(30, 3), meet(60, 1), meet(60, 4)]).toEqual([0.4, 0.4, 0.4]);
  expect(meet(30, 2)).toBe(0);
  expect(readPresence(world, 0, 1)).toBe(0);
});
