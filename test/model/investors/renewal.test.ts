import { describe, expect, test } from 'vitest';
import { renewPopulation, weighLeaving } from '../../../src/model/investors/renewal.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import { EVENT_WIDTH, STATUS } from '../../../src/model/records.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import { beginMonth } from '../../../src/model/tally.ts';
import type { World } from '../../../src/model/world.ts';
import { createMarket, createStartedWorld, findSlots } from '../../support/model-world.ts';

const AGENTS = 5000;
const VALUES: Partial<ParameterValues> = { 'population.adultsMillion': 300, 'population.newAdultsMillion': 12 };
const ageYears = ({ investors, market }: World, i: number) =>
  Math.floor((market.month[0] - investors.birthMonth[i]) / 12);

describe('renewal', () => {
  test('keeps the number of people: as many leave as turn 18, about one in twenty-five a year', () => {
    const world = createStartedWorld({ agents: AGENTS, values: VALUES });
    let renewals = 0;
    for (let month = 0; month < 36; month++) {
      renewPopulation(world);
      renewals += world.flow.renewals[0];
      world.market.month[0] += 1;
      beginMonth(world);
    }
    // 12/300 of 5,000 a year for three years: 600, Poisson error 24.
    expect(Math.abs(renewals - 600)).toBeLessThan(98);
    expect(findSlots(world, (i) => world.investors.generation[i] > 0).length).toBeGreaterThan(450);
    expect(findSlots(world, (i) => ageYears(world, i) < 18)).toEqual([]);
  });

  test('puts 18-year-olds outside the market in the place of people above 45', () => {
    const world = createStartedWorld({ agents: AGENTS, values: VALUES });
    const before = findSlots(world, () => true).map((i) => ageYears(world, i));
    const mains = world.investors.main.slice();
    renewPopulation(world);
    const renewed = findSlots(world, (i) => world.investors.generation[i] === 1);
    expect(renewed).toHaveLength(world.flow.renewals[0]);
    expect(renewed.length).toBeGreaterThan(3);
    for (const i of renewed) {
      expect(before[i]).toBeGreaterThan(45);
      expect(ageYears(world, i)).toBe(18);
      expect(world.investors.status[i]).toBe(STATUS.outside);
    }
    const usersGone = renewed.filter((i) => mains[i] !== NONE).length;
    expect(world.flow.leavers[0]).toBe(usersGone);
    const { rows, count } = world.events;
    expect(count).toBe(usersGone);
    for (let row = 0; row < count; row++) {
      expect(rows[row * EVENT_WIDTH + 1]).toBe(MOVE.leave);
      expect(rows[row * EVENT_WIDTH + 4]).toBe(REASON.lifecycle);
    }
  });

  test('weighs years beyond 45, five times for people without a broker', () => {
    const world = createStartedWorld({ agents: 10 });
    const { investors, market } = world;
    const weigh = (age: number, status: number, main: number) => {
      investors.birthMonth[0] = market.month[0] - age * 12;
      investors.status[0] = status;
      investors.main[0] = main;
      return weighLeaving(world, 0);
    };
    expect(weigh(45, STATUS.outside, NONE)).toBe(0);
    expect(weigh(55, STATUS.outside, NONE)).toBe(50);
    expect(weigh(55, STATUS.active, 0)).toBe(10);
    expect(weigh(55, STATUS.traditional, NONE)).toBe(10);
  });

  test('adds up the weights of next month exactly, so that the rate is right', () => {
    const world = createStartedWorld({ agents: AGENTS, values: VALUES });
    renewPopulation(world);
    const sum = findSlots(world, () => true).reduce((total, i) => total + weighLeaving(world, i), 0);
    expect(world.flow.renewalWeight[0]).toBe(sum);
  });

  test('of nobody when nobody comes of age', () => {
    const world = createStartedWorld({ agents: AGENTS, values: { 'population.newAdultsMillion': 0 } });
    renewPopulation(world);
    expect(world.flow.renewals[0]).toBe(0);
  });
});

test('over six years the pool neither ages without end nor fills up with the young', () => {
  const simulation = createSimulation(createMarket({ agents: 2000, months: 72, values: VALUES }), 'ageing');
  const meanAge = () => {
    const { count, bytes } = simulation.readSnapshot(2000);
    return bytes.subarray(2 * count, 3 * count).reduce((sum, age) => sum + age, 0) / count;
  };
  const before = meanAge();
  while (simulation.month < 72) simulation.step();
  // Everybody grows six years older; a quarter of the people are exchanged for 18-year-olds.
  expect(Math.abs(meanAge() - before)).toBeLessThan(6);
});
