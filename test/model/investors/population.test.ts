import { describe, expect, test } from 'vitest';
import { computeTargetCents, createNewcomer } from '../../../src/model/investors/population.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NEVER, NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots } from '../../support/model-world.ts';

const AGENTS = 20_000;
const PINNED: Partial<ParameterValues> = {
  'population.adultsMillion': 340,
  'population.usersMillion': 170,
  'population.traditionalMillion': 34,
  'population.activeShare': 0.48,
  'population.secondAccountShare': 0.42,
  'population.multiProductShare': 0.58,
  'population.youngShare': 0.24,
  'population.topTierUsers': 0.65,
  'population.topTierOthers': 0.48,
  'population.experienceAt20': 0.24,
  'population.experiencePerYear': 0.007,
  'population.experienceSd': 0.1,
  'population.riskPerYear': -0.006,
  'population.riskSd': 0.1,
  'population.wealthAt20Cny': 34_000,
  'population.wealthPerYear': 0.055,
  'population.wealthSd': 1.3,
};
const BROKERS = [
  createBroker('a', { share: 6, archetype: 'arm' }),
  createBroker('b', { share: 3, archetype: 'leader' }),
  createBroker('c', { share: 1 }),
];
const world = createStartedWorld({ agents: AGENTS, brokers: BROKERS, values: PINNED });
const { investors } = world;

const ageOf = ({ investors: people, market }: World, i: number) => (market.month[0] - people.birthMonth[i]) / 12;
const users = findSlots(world, (i) => investors.main[i] !== NONE);
const share = (slots: readonly number[], condition: (i: number) => boolean) =>
  slots.filter(condition).length / slots.length;
/** Four standard errors of a share of `n`. */
const error = (p: number, n: number) => 4 * Math.sqrt((p * (1 - p)) / n);

function expectShare(slots: readonly number[], condition: (i: number) => boolean, p: number): void {
  expect(Math.abs(share(slots, condition) - p)).toBeLessThan(error(p, slots.length));
}

describe('the population at the start', () => {
  test('has as many users and traditional investors as stated, and users by broker as published: by count, not by lot', () => {
    // Golden-ratio fractions leave at most a few agents of 20,000 between a share and its count.
    expect(Math.abs(users.length - AGENTS / 2)).toBeLessThanOrEqual(5);
    const traditional = findSlots(world, (i) => investors.status[i] === STATUS.traditional);
    expect(Math.abs(traditional.length - AGENTS / 10)).toBeLessThanOrEqual(5);
    [0.6, 0.3, 0.1].forEach((expected, b) => {
      expect(Math.abs(share(users, (i) => investors.main[i] === b) - expected)).toBeLessThan(5 / users.length);
    });
  });

  test('has users of the stated age, tier, activity, accounts and products', () => {
    expectShare(users, (i) => ageOf(world, i) < 25, 0.24);
    expectShare(users, (i) => investors.tier[i] <= 2, 0.65);
    expectShare(users, (i) => investors.status[i] === STATUS.active, 0.48);
    expectShare(users, (i) => investors.products[i] > 0, 0.58);
    // A second account drawn at the main broker is none: 42 % × (1 − .46), with .46 = .6² + .3² + .1².
    expectShare(users, (i) => investors.second[i] !== NONE, 0.42 * 0.54);
    expect(users.every((i) => investors.second[i] !== investors.main[i] && investors.third[i] === NONE)).toBe(true);
    expect(users.every((i) => ageOf(world, i) >= 18 && ageOf(world, i) <= 71)).toBe(true);
  });

  test('has six users in ten with a short horizon, and none that is older than their tenure', () => {
    const short = share(users, (i) => investors.shortHorizon[i] === 1);
    // S088, S089: 60 : 40.
    expect(short).toBeGreaterThan(0.55);
    expect(short).toBeLessThan(0.65);
    for (const i of users) {
      // Ages are cut to whole months: one month of slack.
      const tenure = world.market.month[0] - investors.mainSince[i];
      expect(tenure).toBeGreaterThanOrEqual(0);
      expect(tenure).toBeLessThanOrEqual(Math.min(60, ageOf(world, i) * 12 - 18 * 12 + 1));
    }
  });

  test('has traits that go with age, at the stated slopes', () => {
    const slope = (read: (i: number) => number) => {
      const slots = users.filter((i) => ageOf(world, i) > 22 && ageOf(world, i) < 65);
      const mean = (f: (i: number) => number) => slots.reduce((sum, i) => sum + f(i), 0) / slots.length;
      const [x, y] = [mean((i) => ageOf(world, i)), mean(read)];
      const covariance = mean((i) => (ageOf(world, i) - x) * (read(i) - y));
      return covariance / mean((i) => (ageOf(world, i) - x) ** 2);
    };
    // Standard error: sd .1 / (√8,000 × sd of age 12) = 1e-4. Wealth in logs: 1.3 / (90 × 12) = .0012, flat above 50.
    expect(Math.abs(slope((i) => investors.experience[i]) - 0.007)).toBeLessThan(5e-4);
    expect(Math.abs(slope((i) => investors.risk[i]) + 0.006)).toBeLessThan(5e-4);
    expect(slope((i) => Math.log(computeTargetCents(world, i)))).toBeGreaterThan(0.03);
  });

  test('has assets that go with age and means: the median of a 30-year-old by hand', () => {
    const i = users[0];
    investors.tier[i] = 1;
    investors.birthMonth[i] = world.market.month[0] - 30 * 12;
    const before = investors.wealthScore[i];
    investors.wealthScore[i] = 0;
    expect(computeTargetCents(world, i)).toBe(Math.round(34_000_00 * Math.exp(0.55 + 0.25 / 3)));
    investors.wealthScore[i] = 1;
    expect(computeTargetCents(world, i)).toBe(Math.round(34_000_00 * Math.exp(0.55 + 1.3 + 0.25 / 3)));
    investors.birthMonth[i] = world.market.month[0] - 50 * 12;
    const atFifty = computeTargetCents(world, i);
    investors.birthMonth[i] = world.market.month[0] - 80 * 12;
    expect(computeTargetCents(world, i), 'no more beyond 50').toBe(atFifty);
    investors.wealthScore[i] = before;
  });

  test('has traditional investors at incumbents only, with money and no online account', () => {
    const traditional = findSlots(world, (i) => investors.status[i] === STATUS.traditional);
    expectShare(traditional, (i) => investors.home[i] === 0, 6 / 9);
    expect(traditional.every((i) => investors.home[i] <= 1 && investors.assetsCents[i] > 0)).toBe(true);
    expect(findSlots(world, (i) => investors.status[i] === STATUS.outside && investors.assetsCents[i] > 0)).toEqual([]);
  });
});

describe('tempers', () => {
  test('have mean 1 and the stated spread, before the restless have left', () => {
    const others = findSlots(world, (i) => investors.main[i] === NONE);
    const n = others.length;
    const mean = others.reduce((sum, i) => sum + investors.restless[i], 0) / n;
    const cv = Math.sqrt(others.reduce((sum, i) => sum + (investors.restless[i] - mean) ** 2, 0) / n) / mean;
    // Log-normal with CV 1.6: standard error of the mean 1.6/√10,000 = .016. The sample CV itself has heavy tails.
    expect(Math.abs(mean - 1)).toBeLessThan(0.064);
    expect(cv).toBeGreaterThan(1.25);
    expect(cv).toBeLessThan(2);
  });

  test('of users are sorted by tenure: who has stayed is less restless', () => {
    const mean = (slots: number[]) => slots.reduce((sum, i) => sum + investors.restless[i], 0) / slots.length;
    const tenure = (i: number) => world.market.month[0] - investors.mainSince[i];
    expect(mean(users.filter((i) => tenure(i) > 40))).toBeLessThan(mean(users.filter((i) => tenure(i) < 12)));
  });

  test('without spread are all the same, whatever their tenure: there was nothing to sort', () => {
    const even = createStartedWorld({ values: { 'choice.restlessness': 0 } });
    expect(new Set(even.investors.restless)).toEqual(new Set([1]));
  });
});

test('a newcomer is 18, outside, owns nothing and shares nothing with who had the slot before', () => {
  const i = users[7];
  const before = [investors.experience[i], investors.risk[i], investors.restless[i], investors.wealthScore[i]];
  createNewcomer(world, i);
  expect(ageOf(world, i)).toBe(18);
  expect(investors.status[i]).toBe(STATUS.outside);
  expect([investors.main[i], investors.second[i], investors.home[i]]).toEqual([NONE, NONE, NONE]);
  expect(investors.assetsCents[i]).toBe(0);
  expect(investors.cohortMonth[i]).toBe(NEVER);
  const after = [investors.experience[i], investors.risk[i], investors.restless[i], investors.wealthScore[i]];
  after.forEach((trait, k) => {
    expect(trait).not.toBe(before[k]);
  });
});
