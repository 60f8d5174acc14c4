import { describe, expect, test } from 'vitest';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import { apportion, rakePopulation } from '../../../src/model/start/rake.ts';
import { countMonth } from '../../../src/model/tally.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots, withValues } from '../../support/model-world.ts';

const SHARES = [0.5, 0.3, 0.2];
const AGENTS = 3400;
/** 3400 agents for 340 million adults: an agent is 100,000 people. */
const START = { 'population.usersMillion': 100, 'population.activeShare': 0.6, 'population.multiProductShare': 0.5 };

/** A market of 1000 users, and the same with other published figures. */
function createRaked(
  values: Partial<ParameterValues>,
  shares: readonly number[] = SHARES,
): { world: World; before: World } {
  const create = () =>
    createStartedWorld({
      agents: AGENTS,
      brokers: SHARES.map((share, k) => createBroker(`b${k}`, { share })),
      values: START,
    });
  const world = { ...withValues(create(), values), startShares: Float64Array.from(shares) };
  prepareOffers(world);
  return { world, before: create() };
}

const countUsers = (world: World) =>
  [0, 1, 2].map((b) => findSlots(world, (i) => world.investors.main[i] === b).length);
const isUser = (world: World) => (i: number) => world.investors.main[i] !== NONE;
const countAwake = (world: World) => findSlots(world, (i) => world.investors.status[i] === STATUS.active).length;
const countHolders = (world: World) =>
  findSlots(world, (i) => isUser(world)(i) && world.investors.products[i] > 0).length;

test('shares become whole numbers by largest remainders', () => {
  // 5.5, 3.3 and 1.2 of 10: one is left over, for the half.
  expect([...apportion(10, Float64Array.of(0.55, 0.33, 0.12))]).toEqual([6, 3, 1]);
  // Equal remainders: the first; whoever has no share gets nothing.
  expect([...apportion(3, Float64Array.of(0, 0.5, 0.5))]).toEqual([0, 2, 1]);
});

describe('published figures hold to one agent', () => {
  test.each<[string, Partial<ParameterValues>, readonly number[], number[]]>([
    ['more users, other shares', { 'population.usersMillion': 120 }, [0.2, 0.3, 0.5], [240, 360, 600]],
    ['fewer users, other shares', { 'population.usersMillion': 70 }, [0.4, 0.4, 0.2], [280, 280, 140]],
    ['nobody at one of them', {}, [0.5, 0.5, 0], [500, 500, 0]],
    [
      'more awake, fewer products',
      { 'population.activeShare': 0.9, 'population.multiProductShare': 0.1 },
      SHARES,
      [500, 300, 200],
    ],
    [
      'fewer awake, more products',
      { 'population.activeShare': 0.2, 'population.multiProductShare': 0.95 },
      SHARES,
      [500, 300, 200],
    ],
  ])('%s', (_, values, shares, expected) => {
    const { world } = createRaked(values, shares);
    rakePopulation(world);
    const users = expected.reduce((sum, count) => sum + count, 0);
    expect(countUsers(world)).toEqual(expected);
    expect(countAwake(world)).toBe(Math.round(users * world.values['population.activeShare']));
    expect(countHolders(world)).toBe(Math.round(users * world.values['population.multiProductShare']));
    countMonth(world);
    expect(world.census.total.misfits[0], 'accounts go with status and leave no gap').toBe(0);
  });

  test('where they hold already, nothing happens', () => {
    // A second time: the first makes exact what the start of a market holds to a few agents.
    const { world } = createRaked({});
    rakePopulation(world);
    const before = world.investors.main.slice();
    expect(rakePopulation(world)).toEqual({ joined: 0, left: 0, moved: 0, meanLoss: 0 });
    expect(world.investors.main).toEqual(before);
  });
});

describe('what is not raked stays', () => {
  const { world, before } = createRaked(
    { 'population.usersMillion': 110, 'population.activeShare': 0.5 },
    [0.3, 0.3, 0.4],
  );
  const raking = rakePopulation(world);
  const stayed = findSlots(world, (i) => isUser(world)(i) && isUser(before)(i));

  test('who people are', () => {
    for (const column of [
      'birthMonth',
      'tier',
      'experience',
      'risk',
      'wealthScore',
      'restless',
      'intensity',
      'willing',
    ] as const) {
      expect(world.investors[column], column).toEqual(before.investors[column]);
    }
    expect(world.ties.friend).toEqual(before.ties.friend);
  });

  test('the money, tenure and number of accounts of everybody who was a user', () => {
    expect(raking).toMatchObject({ joined: 100, left: 0 });
    expect(stayed).toHaveLength(1000);
    const count = ({ investors }: World, i: number) =>
      [investors.main[i], investors.second[i], investors.third[i]].filter((broker) => broker !== NONE).length;
    for (const i of stayed) {
      expect(world.investors.assetsCents[i]).toBe(before.investors.assetsCents[i]);
      expect(world.investors.mainSince[i]).toBe(before.investors.mainSince[i]);
      expect(world.investors.userSince[i]).toBe(before.investors.userSince[i]);
      expect(count(world, i)).toBe(count(before, i));
    }
  });

  test('the broker of as many as possible', () => {
    // Of 1100 users b0 and b1 may have 330 each, and only b0 had more.
    const moved = stayed.filter((i) => world.investors.main[i] !== before.investors.main[i]);
    expect(moved).toHaveLength(raking.moved);
    expect(raking.moved).toBe(countUsers(before)[0] - 330);
  });

  test('those who come in have been users since last month, with the assets of their kind', () => {
    const joined = findSlots(world, (i) => isUser(world)(i) && !isUser(before)(i));
    expect(joined).toHaveLength(100);
    const lastMonth = world.market.month[0] - 1;
    for (const i of joined) {
      expect(world.investors.userSince[i]).toBe(lastMonth);
      expect(world.investors.cohortMonth[i]).toBe(lastMonth);
      expect(world.investors.cohortKept[i]).toBe(1);
      expect(world.investors.assetsCents[i]).toBeGreaterThan(0);
    }
  });
});

test('those who come in are nearer to joining than those left outside: younger, with more friends online', () => {
  // A fall with age that shows among 400 people: a log of .7 in twenty years.
  const { world, before } = createRaked({ 'population.usersMillion': 140, 'entry.agePerTwentyYears': 0.7 });
  rakePopulation(world);
  const outside = findSlots(before, (i) => !isUser(before)(i));
  const age = (slots: readonly number[]) =>
    slots.reduce((sum, i) => sum - before.investors.birthMonth[i], 0) / slots.length;
  const joined = outside.filter(isUser(world));
  const left = outside.filter((i) => !isUser(world)(i));
  expect(joined).toHaveLength(400);
  expect(age(left) - age(joined)).toBeGreaterThan(5 * 12);
});
