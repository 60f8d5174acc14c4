import { expect, test } from 'vitest';
import { readNeighbour } from '../../../src/app/world/keyboard.ts';

test('arrow keys go to the island that way, skip those that are gone, and stop at the edge', () => {
  const discs = [
    { x: 100, y: 100, radius: 20 },
    { x: 200, y: 110, radius: 20 },
    { x: 140, y: 300, radius: 20 },
    { x: 120, y: 100, radius: 0 },
  ];
  expect(readNeighbour(discs, 0, 'ArrowRight')).toBe(1);
  expect(readNeighbour(discs, 0, 'ArrowDown')).toBe(2);
  expect(readNeighbour(discs, 0, 'ArrowLeft')).toBeNull();
  expect(readNeighbour(discs, 0, 'Enter')).toBeNull();
});
