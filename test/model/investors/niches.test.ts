import { expect, test } from 'vitest';
import type { Niche } from '../../../src/model/inputs.ts';
import { matchesNiche } from '../../../src/model/investors/niches.ts';
import { createStartedWorld } from '../../support/model-world.ts';

interface Person {
  readonly age: number;
  readonly tier: number;
  readonly wealth: number;
  readonly experience: number;
  readonly short: number;
}

const PLAIN: Person = { age: 40, tier: 2, wealth: 0, experience: 0.4, short: 0 };

test.each<[Niche, Partial<Person>, number]>([
  ['county', { tier: 3 }, 1],
  ['county', { tier: 2 }, 0],
  ['wealthy', { wealth: 1.1 }, 1],
  ['wealthy', { wealth: 1 }, 0],
  ['crossBorder', { wealth: 0.4 }, 1],
  ['crossBorder', { wealth: 0.4, tier: 3 }, 0],
  ['crossBorder', { wealth: 0.4, age: 50 }, 0],
  ['crossBorder', { wealth: 0.2 }, 0],
  ['novice', { experience: 0.29 }, 1],
  ['novice', { experience: 0.31 }, 0],
  ['trader', { short: 1, experience: 0.6 }, 1],
  ['trader', { short: 0, experience: 0.6 }, 0],
  ['trader', { short: 1, experience: 0.5 }, 0],
])('a %s broker and somebody of %o: %d', (niche, changes, expected) => {
  const world = createStartedWorld({ agents: 10 });
  const { investors } = world;
  const person = { ...PLAIN, ...changes };
  investors.birthMonth[0] = world.market.month[0] - person.age * 12;
  investors.tier[0] = person.tier;
  investors.wealthScore[0] = person.wealth;
  investors.experience[0] = person.experience;
  investors.shortHorizon[0] = person.short;
  expect(matchesNiche(world, 0, niche)).toBe(expected);
});
