import { expect, test } from 'vitest';
import { scaleCoordinate, scalePoint } from '../../../src/experiment/sampling/axes.ts';
import { createFullGrid, spaceEvenly } from '../../../src/experiment/sampling/full-grid.ts';
import { createLatinHypercube } from '../../../src/experiment/sampling/latin-hypercube.ts';
import type { Sample } from '../../../src/experiment/sampling/sample.ts';
import { createSobolDesign } from '../../../src/experiment/sampling/sobol-design.ts';

function listPoints({ count, readPoint }: Sample): number[][] {
  return Array.from({ length: count }, (_, k) => readPoint(k));
}

test('a full grid has every combination once, the last axis fastest', () => {
  const axes = [{ values: [10, 20] }, { values: spaceEvenly(-1, 1, 3) }];
  const points = listPoints(createFullGrid([2, 3])).map((point) => scalePoint(point, axes));
  expect(points).toEqual([
    [10, -1],
    [10, 0],
    [10, 1],
    [20, -1],
    [20, 0],
    [20, 1],
  ]);
});

test('values of an axis come back exactly however many there are', () => {
  for (let n = 1; n <= 200; n++) {
    const values = Array.from({ length: n }, (_, k) => k);
    expect(listPoints(createFullGrid([n])).map(([u]) => scaleCoordinate(u, { values }))).toEqual(values);
  }
});

test('even steps end on both ends', () => {
  expect(spaceEvenly(0.1, 0.7, 7)[6]).toBe(0.7);
  expect(spaceEvenly(3, 9, 1)).toEqual([3]);
});

// 2 + 6 · 0.24 = 3.44, 2 + 6 · 0.26 = 3.56
test.each([
  [0, 2],
  [0.24, 3],
  [0.26, 4],
  [1, 8],
])('whole numbers are rounded: %f of 2 to 8 gives %i', (u, expected) => {
  expect(scaleCoordinate(u, { min: 2, max: 8, integer: true })).toBe(expected);
});

test('a Latin hypercube has one point in each part of every axis', () => {
  const points = listPoints(createLatinHypercube(50, 40, 'one'));
  for (let axis = 0; axis < 40; axis++) {
    const parts = points.map((point) => Math.floor(point[axis] * 50));
    expect(parts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, k) => k));
  }
});

test('a Latin hypercube is another with another seed, and its axes are in different orders', () => {
  const points = listPoints(createLatinHypercube(20, 2, 'one'));
  expect(listPoints(createLatinHypercube(20, 2, 'one'))).toEqual(points);
  expect(listPoints(createLatinHypercube(20, 2, 'two'))).not.toEqual(points);
  expect(points.map(([u]) => Math.floor(u * 20))).not.toEqual(points.map(([, u]) => Math.floor(u * 20)));
});

test('a block of a Sobol design is A, A with each coordinate of B, and B', () => {
  const design = createSobolDesign(8, 3, 'one');
  expect(design.count).toBe(8 * 5);
  for (let block = 0; block < 8; block++) {
    const [a, ab0, ab1, ab2, b] = [0, 1, 2, 3, 4].map((place) => design.readPoint(block * 5 + place));
    expect(ab0).toEqual([b[0], a[1], a[2]]);
    expect(ab1).toEqual([a[0], b[1], a[2]]);
    expect(ab2).toEqual([a[0], a[1], b[2]]);
    expect(new Set([...a, ...b]).size).toBe(6);
  }
});

test('a longer Sobol design begins with the shorter one', () => {
  const short = listPoints(createSobolDesign(4, 6, 'one'));
  expect(listPoints(createSobolDesign(16, 6, 'one')).slice(0, short.length)).toEqual(short);
});
