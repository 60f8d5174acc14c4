import { expect, test } from 'vitest';
import { findCell } from '../../src/model/observe/segment-figures.ts';
import { bandOf, bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../../src/model/segments.ts';
import { createStartedWorld } from '../support/model-world.ts';

test('cells are numbered with the last trait fastest, each once', () => {
  expect(SEGMENT_CELLS).toBe(5 * 4 * 3 * 2 * 2);
  expect(bandsOfCell(0)).toEqual([0, 0, 0, 0, 0]);
  expect(bandsOfCell(1)).toEqual([0, 0, 0, 0, 1]);
  expect(bandsOfCell(SEGMENT_CELLS - 1)).toEqual([4, 3, 2, 1, 1]);
  const seen = new Set(Array.from({ length: SEGMENT_CELLS }, (_, cell) => bandsOfCell(cell).join()));
  expect(seen.size).toBe(SEGMENT_CELLS);
});

test('bands begin at their lower bound', () => {
  const [age, experience] = SEGMENT_DIMENSIONS;
  expect([18, 24.99, 25, 64.9, 65, 110].map((x) => bandOf(age, x))).toEqual([0, 0, 1, 3, 4, 4]);
  expect([0, 0.25, 0.5, 0.75, 1].map((x) => bandOf(experience, x))).toEqual([0, 1, 2, 3, 3]);
});

test('a person is found in the cell whose bands are theirs', () => {
  const world = createStartedWorld({ agents: 10 });
  const { investors, market } = world;
  investors.birthMonth[0] = market.month[0] - 40 * 12;
  investors.experience[0] = 0.6;
  investors.risk[0] = 0.2;
  investors.shortHorizon[0] = 1;
  investors.tier[0] = 3;
  expect(bandsOfCell(findCell(world, 0))).toEqual([2, 2, 0, 1, 1]);
});
