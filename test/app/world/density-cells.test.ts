import { expect, test } from 'vitest';
import { createCoastShape } from '../../../src/app/world/coast.ts';
import { CELL_AREA, sumCells } from '../../../src/app/world/density-cells.ts';
import type { Paint } from '../../../src/app/world/paint.ts';
import { computeSeatSpiral } from '../../../src/app/world/seats.ts';

const PEOPLE = 6000;
const ISLAND = { x: 300, y: 200, radius: 60, shape: createCoastShape(0) };
const SEATS = Array.from({ length: PEOPLE }, (_, investor) => investor);

/** The first half, who sit in the middle, are experts and awake; the others are novices and dormant. */
const PAINT: Paint = {
  readColour: () => 0,
  readStep: (investor) => (investor < PEOPLE / 2 ? 4 : 0),
  isDormant: (investor) => investor >= PEOPLE / 2,
  mixGroup: () => 0,
};

const cells = sumCells(ISLAND, SEATS, { spiral: computeSeatSpiral(PEOPLE), diameter: 2, paint: PAINT });

test('everybody is in exactly one cell', () => {
  expect(cells.reduce((sum, { people }) => sum + people, 0)).toBe(PEOPLE);
  expect(cells.reduce((sum, { dormant }) => sum + dormant, 0)).toBe(PEOPLE / 2);
  expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(cells.length);
});

test('cells are even: those inland hold the people of their area, as far as the coast lets them', () => {
  // Land reaches 2.5 + 1 pixels less far than the radius: 6000 over π × 56.5², times the area of a cell.
  const full = (PEOPLE / (Math.PI * 56.5 ** 2)) * CELL_AREA;
  // A coast reaches up to 0.05 + 0.035 + 0.02 further than the radius or less far, so that density is 1.105⁻² to 0.895⁻² of the
  // mean: up to a quarter more. A tenth is left for cells that cut between seats.
  const inland = cells.filter(({ x, y }) => Math.hypot(x - ISLAND.x, y - ISLAND.y) < 40);
  expect(inland.length).toBeGreaterThan(40);
  for (const { people } of inland) expect(Math.abs(people / full - 1)).toBeLessThan(0.35);
});

test('a cell has the mean of those in it: experts in the middle, novices at the coast', () => {
  const at = (from: number, to: number) =>
    cells.filter(({ x, y }) => {
      const distance = Math.hypot(x - ISLAND.x, y - ISLAND.y);
      return distance >= from && distance < to;
    });
  // Half of the people sit within 60 / √2 = 42 pixels.
  for (const { step, dormant } of at(0, 28)) expect([step, dormant]).toEqual([4, 0]);
  for (const { step, dormant, people } of at(52, 80)) expect([step, dormant]).toEqual([0, people]);
});
