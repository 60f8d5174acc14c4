import { expect, test } from 'vitest';
import { listTastePoints, listWorlds } from '../../../src/experiment/findings/worlds.ts';
import { LEVER_TASTES } from '../../../src/experiment/sensitivity/ranges.ts';
import { readDefaults } from '../../../src/model/parameters.ts';

const COUNTS = { shippedSeeds: 5, members: 3, structureMembers: 2, tastePoints: 4, seedsEach: 2 };

test('worlds are the shipped one, members evenly over the cloud, structures, and points of the tastes', () => {
  const members = Array.from({ length: 9 }, (_, k) => ({ 'choice.reconsider': k / 10 }));
  const structures = [{ id: 'steep', members: members.slice(0, 1) }];
  const worlds = listWorlds({ members, structures }, COUNTS);
  expect(worlds.map(({ group, seeds }) => `${group} ${seeds.length}`)).toEqual([
    'shipped 5',
    ...['cloud 2', 'cloud 2', 'cloud 2'],
    'steep 2',
    ...['tastes 2', 'tastes 2', 'tastes 2', 'tastes 2'],
  ]);
  expect(worlds.slice(1, 4).map(({ set }) => set['choice.reconsider'])).toEqual([0, 0.3, 0.6]);
  expect(worlds[0].seeds.slice(0, 2)).toEqual(worlds[1].seeds);
});

test('tastes lie from half to twice what is shipped, spread over all of that', () => {
  const shipped = readDefaults();
  const points = listTastePoints(10);
  for (const key of LEVER_TASTES) {
    const ratios = points.map((set) => set[key] / shipped[key]);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(0.499);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(2.001);
    expect(Math.max(...ratios) - Math.min(...ratios)).toBeGreaterThan(1.2);
  }
});
