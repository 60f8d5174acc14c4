import { expect, test } from 'vitest';
import { ln } from '../../../src/core/math.ts';
import { createRace, enlist, pickFirst } from '../../../src/model/start/race.ts';
import { createStartedWorld } from '../../support/model-world.ts';

const world = createStartedWorld({ agents: 100 });

test('those whose turn comes first are picked, in order of slot', () => {
  const race = createRace();
  // Waiting times −ln(u)/h: −ln(.5)/1 = .69, −ln(.1)/10 = .23, −ln(.9)/.05 = 2.1, never.
  enlist(race, 30, 0.5, 0);
  enlist(race, 20, 0.1, ln(10));
  enlist(race, 10, 0.9, ln(0.05));
  enlist(race, 5, 0.9, ln(0));
  expect(pickFirst(world, race, 1)).toEqual([20]);
  expect(pickFirst(world, race, 2)).toEqual([30, 20]);
  expect(pickFirst(world, race, 3)).toEqual([30, 20, 10]);
  expect(pickFirst(world, race, 9)).toEqual([30, 20, 10, 5]);
  expect(pickFirst(world, race, 0)).toEqual([]);
});

test('equal turns go by number of the person, whatever slot they live in', () => {
  const race = createRace();
  for (const slot of [7, 8, 9]) enlist(race, slot, 0.5, 0);
  expect(pickFirst(world, race, 2)).toEqual([7, 8]);
  world.investors.generation[7] = 1; // person 107
  expect(pickFirst(world, race, 2)).toEqual([8, 9]);
  world.investors.generation[7] = 0;
});

test('a hazard three times as high is picked three times as often', () => {
  // The first of two is of hazard 3 with probability 3 / (3 + 1).
  let fast = 0;
  const pairs = 4000;
  for (let k = 0; k < pairs; k++) {
    const race = createRace();
    world.draws.at(k, 0, 0);
    enlist(race, 1, world.draws.u, ln(3));
    enlist(race, 2, world.draws.v, ln(1));
    fast += pickFirst(world, race, 1)[0] === 1 ? 1 : 0;
  }
  expect(Math.abs(fast / pairs - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / pairs));
});
