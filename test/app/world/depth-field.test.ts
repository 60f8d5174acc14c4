import { expect, test } from 'vitest';
import type { Island } from '../../../src/app/world/coast.ts';
import {
  addIsland,
  addShore,
  createDepthField,
  type DepthLine,
  readDepth,
  traceDepthLines,
} from '../../../src/app/world/depth-field.ts';

const ROUND = { sine: [0, 0, 0], cosine: [0, 0, 0] } as const;

function createIsland(x: number, y: number, radius: number): Island {
  return { x, y, radius, shape: ROUND };
}

function measureRadii({ points }: DepthLine, x: number, y: number): number[] {
  const radii: number[] = [];
  for (let k = 0; k < points.length; k += 2) radii.push(Math.hypot(points[k] - x, points[k + 1] - y));
  return radii;
}

test('alone, an island is as deep as it is far away', () => {
  const field = createDepthField(200, 200, 10);
  addIsland(field, createIsland(100, 100, 30));
  // Grid point (16, 10) is at x = 160: 60 from the centre, 30 from the coast.
  expect(readDepth(field, 16, 10)).toBeCloseTo(30, 4);
});

test('half-way between two equal coasts the sea is shallower by s ln 2: coasts blend like soap bubbles', () => {
  const field = createDepthField(200, 200, 10);
  addIsland(field, createIsland(50, 100, 20));
  addIsland(field, createIsland(150, 100, 20));
  // 30 from either coast; s = 11.
  expect(readDepth(field, 10, 10)).toBeCloseTo(30 - 11 * Math.LN2, 4);
});

test('the depth line of a round island is a closed circle at that distance', () => {
  const field = createDepthField(240, 240, 6);
  addIsland(field, createIsland(120, 120, 40));
  const lines = traceDepthLines(field, 17);
  expect(lines).toHaveLength(1);
  expect(lines[0].closed).toBe(true);
  // Linear interpolation on a 6-pixel grid and smoothing stay within a pixel.
  for (const radius of measureRadii(lines[0], 120, 120)) expect(Math.abs(radius - 57)).toBeLessThan(1);
});

test('islands far apart have a line each; close together they share one', () => {
  const countLines = (distance: number) => {
    const field = createDepthField(400, 200, 6);
    addIsland(field, createIsland(200 - distance / 2, 100, 30));
    addIsland(field, createIsland(200 + distance / 2, 100, 30));
    return traceDepthLines(field, 17).length;
  };
  expect(countLines(180)).toBe(2);
  expect(countLines(75)).toBe(1);
});

test('the line along the shore runs from edge to edge and is open', () => {
  const field = createDepthField(200, 120, 6);
  addShore(field, { side: 'left', depth: 40 });
  const lines = traceDepthLines(field, 17);
  expect(lines).toHaveLength(1);
  expect(lines[0].closed).toBe(false);
  const { points } = lines[0];
  const ends = [points[1], points[points.length - 1]].sort((a, b) => a - b);
  expect(ends[0]).toBe(0);
  expect(ends[1]).toBeGreaterThanOrEqual(120);
});

test('an empty sea has no lines', () => {
  expect(traceDepthLines(createDepthField(100, 100, 6), 17)).toEqual([]);
});
