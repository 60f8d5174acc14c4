import { expect, test } from 'vitest';
import {
  type ArcPath,
  listPorts,
  planArc,
  readArcPoint,
  traceBundle,
  traceHatchedBundle,
} from '../../../src/app/world/arc-path.ts';
import { computeShoreReach } from '../../../src/app/world/coast.ts';

const WEST = { x: 100, y: 100, radius: 30 };
const STAGE = { width: 400, height: 200 };
const EAST = { x: 300, y: 100, radius: 40 };

function sample(path: ArcPath): { x: number; y: number }[] {
  return Array.from({ length: 41 }, (_, k) => readArcPoint(path, k / 40));
}

test('an arc runs from coast to coast and stays off both islands', () => {
  const path = planArc([WEST], [EAST], [WEST, EAST], STAGE);
  for (const { x, y } of sample(path)) {
    expect(Math.hypot(x - WEST.x, y - WEST.y)).toBeGreaterThan(WEST.radius);
    expect(Math.hypot(x - EAST.x, y - EAST.y)).toBeGreaterThan(EAST.radius);
  }
  expect(Math.hypot(path.start.x - WEST.x, path.start.y - WEST.y)).toBeLessThan(WEST.radius + 8);
  expect(Math.hypot(path.end.x - EAST.x, path.end.y - EAST.y)).toBeLessThan(EAST.radius + 9);
});

test('the ways there and back lie on opposite sides', () => {
  const there = readArcPoint(planArc([WEST], [EAST], [WEST, EAST], STAGE), 0.5);
  const back = readArcPoint(planArc([EAST], [WEST], [WEST, EAST], STAGE), 0.5);
  expect(Math.sign(there.y - 100)).toBe(-Math.sign(back.y - 100));
});

test('an arc goes round an island in its way', () => {
  const rock = { x: 200, y: 118, radius: 18 };
  const path = planArc([WEST], [EAST], [WEST, EAST, rock], STAGE);
  for (const { x, y } of sample(path)) expect(Math.hypot(x - rock.x, y - rock.y)).toBeGreaterThan(rock.radius);
});

test('newcomers set out from the shoreline, from the place nearest to their goal if the way is free', () => {
  const shore = { side: 'left', depth: 40 } as const;
  const ports = listPorts(shore, EAST);
  expect(ports[0]).toEqual({ x: computeShoreReach(shore, 100), y: 100, radius: 0 });
  expect(planArc(ports, [EAST], [EAST], STAGE).start).toMatchObject({ x: ports[0].x, y: 100 });
});

test('an arc between islands at the edge does not leave the picture', () => {
  const high = [
    { x: 60, y: 25, radius: 20 },
    { x: 340, y: 25, radius: 20 },
  ];
  for (const [from, to] of [high, high.toReversed()]) {
    for (const { y } of sample(planArc([from], [to], high, STAGE))) expect(y).toBeGreaterThan(0);
  }
});

test('a bundle is thin at the origin, broad at the goal, and ends in a tip', () => {
  const path = { start: { x: 0, y: 0 }, control: { x: 100, y: 0 }, end: { x: 200, y: 0 } };
  const outline = traceBundle(path, 8);
  const points = Array.from({ length: outline.length / 2 }, (_, k) => ({ x: outline[2 * k], y: outline[2 * k + 1] }));
  const widthAt = (x: number) => {
    const near = points.filter((point) => Math.abs(point.x - x) < 6).map(({ y }) => y);
    return Math.max(...near) - Math.min(...near);
  };
  // A quarter of 8 pixels at the start, two thirds of the way towards 8 at x = 130.
  expect(widthAt(0)).toBeCloseTo(2, 0);
  expect(widthAt(130)).toBeGreaterThan(2 * widthAt(0));
  expect(Math.max(...points.map(({ x }) => x))).toBe(200);
  expect(points.filter(({ x }) => x === 200)).toHaveLength(1);
});

test('a hatched bundle covers about three fifths of the solid one', () => {
  const path = { start: { x: 0, y: 0 }, control: { x: 100, y: 0 }, end: { x: 200, y: 0 } };
  const measureArea = (outline: readonly number[]) => {
    let doubled = 0;
    for (let k = 0; k < outline.length; k += 2) {
      const next = (k + 2) % outline.length;
      doubled += outline[k] * outline[next + 1] - outline[next] * outline[k + 1];
    }
    return Math.abs(doubled) / 2;
  };
  const pieces = traceHatchedBundle(path, 8);
  const head = measureArea(pieces.at(-1)!);
  const strokes = pieces.slice(0, -1).reduce((sum, piece) => sum + measureArea(piece), 0);
  expect(strokes / (measureArea(traceBundle(path, 8)) - head)).toBeCloseTo(0.62, 1);
});
