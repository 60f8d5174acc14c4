import { computeShoreReach, type Shore } from './coast.ts';
import type { Point } from './layout.ts';

/** A quadratic curve from coast to coast, control point in the middle. */
export interface ArcPath {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** Size of the picture in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Disc extends Point {
  readonly radius: number;
}

/** Sideways reach of the control point over the length: gentle bends first. */
const BENDS = [0.17, 0.28, 0.08, 0.42, -0.28, 0.6, -0.42, 0.8];
const SHORE_BENDS = [0.07, -0.07, 0.16, -0.16, 0.26, -0.26];
/** Places on the shore to try, in pixels from the one nearest to the island. */
const PORTS = [0, 40, -40, 90, -90, 150, -150];
/** An arc that leaves the picture is worse than one over an island. */
const OUTSIDE_COST = 4;
const EDGE = 8;
/** Pixels from stroke to stroke of a hatched bundle, and the inked part. */
const HATCH_PITCH = 5;
const HATCH_INK = 0.62;
const SAMPLES = 24;
/** Room between a coast and the end of an arc. */
const GAP_START = 4;
const GAP_END = 5;

export function readArcPoint({ start, control, end }: ArcPath, t: number): Point {
  const s = 1 - t;
  return {
    x: s * s * start.x + 2 * s * t * control.x + t * t * end.x,
    y: s * s * start.y + 2 * s * t * control.y + t * t * end.y,
  };
}

/** Where on the shore people may set out for an island: the nearest place first. */
export function listPorts(shore: Shore, goal: Point): Disc[] {
  return PORTS.map((offset) => {
    const along = (shore.side === 'left' ? goal.y : goal.x) + offset;
    const reach = computeShoreReach(shore, along);
    return shore.side === 'left' ? { x: reach, y: along, radius: 0 } : { x: along, y: reach, radius: 0 };
  });
}

function bendArc(from: Disc, to: Disc, bend: number): ArcPath {
  return {
    start: from,
    control: {
      x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
      y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
    },
    end: to,
  };
}

/** How much of a curve lies on islands that are neither its origin nor its goal, or outside, in samples. */
function countCrossings(path: ArcPath, from: Disc, to: Disc, islands: readonly Disc[], stage: Extent): number {
  let crossings = 0;
  for (let k = 1; k < SAMPLES; k++) {
    const { x, y } = readArcPoint(path, k / SAMPLES);
    if (x < 0 || y < EDGE || x > stage.width - EDGE || y > stage.height - EDGE) crossings += OUTSIDE_COST;
    for (const island of islands) {
      if (island === from || island === to || island.radius === 0) continue;
      const dx = x - island.x;
      const dy = y - island.y;
      const clear = island.radius + 3;
      if (dx * dx + dy * dy < clear * clear) crossings++;
    }
  }
  return crossings;
}

/**
 * The way from one island to another that runs over as few third islands as it can. Bent to the same hand where that
 * is free, so that the ways there and back lie on opposite sides. Cut where the coasts are.
 * @param starts places it may begin at, the best first; likewise `ends`
 */
export function planArc(
  starts: readonly Disc[],
  ends: readonly Disc[],
  islands: readonly Disc[],
  stage: Extent,
): ArcPath {
  let best: readonly [ArcPath, Disc, Disc] | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  const ways = starts.flatMap((from) => ends.map((to) => [from, to] as const));
  for (const [from, to] of ways) {
    for (const bend of ways.length > 1 ? SHORE_BENDS : BENDS) {
      const path = bendArc(from, to, bend);
      const crossings = countCrossings(path, from, to, islands, stage);
      if (crossings >= fewest) continue;
      fewest = crossings;
      best = [path, from, to];
      if (crossings === 0) return cutArc(...best);
    }
  }
  return cutArc(...best!);
}

/** The part of a curve between two coasts. */
function cutArc(path: ArcPath, from: Disc, to: Disc): ArcPath {
  const leave = from.radius > 0 ? from.radius + GAP_START : 0;
  const arrive = to.radius + GAP_END;
  let first = 0;
  let last = 1;
  while (first < 0.45 && distanceTo(path, first, from) < leave) first += 0.01;
  while (last > 0.55 && distanceTo(path, last, to) < arrive) last -= 0.01;
  return {
    start: readArcPoint(path, first),
    control: readBlossom(path, first, last),
    end: readArcPoint(path, last),
  };
}

function distanceTo(path: ArcPath, t: number, disc: Disc): number {
  const { x, y } = readArcPoint(path, t);
  return Math.hypot(x - disc.x, y - disc.y);
}

/** Control point of the part of a quadratic curve between two parameters (its polar form). */
function readBlossom({ start, control, end }: ArcPath, a: number, b: number): Point {
  const blend = (p: number, q: number, r: number) => (1 - a) * ((1 - b) * p + b * q) + a * ((1 - b) * q + b * r);
  return { x: blend(start.x, control.x, end.x), y: blend(start.y, control.y, end.y) };
}

/** A point beside a curve: `aside` pixels to its left. */
function readBeside(path: ArcPath, t: number, aside: number): Point {
  const { x, y } = readArcPoint(path, t);
  const before = readArcPoint(path, t - 0.01);
  const after = readArcPoint(path, t + 0.01);
  const norm = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return { x: x - ((after.y - before.y) / norm) * aside, y: y + ((after.x - before.x) / norm) * aside };
}

function measureLength({ start, end }: ArcPath): number {
  return Math.hypot(end.x - start.x, end.y - start.y) || 1;
}

/** Where the head of a bundle begins. */
function findNeck(path: ArcPath, width: number): number {
  return 1 - Math.min(0.45, (width * 0.9 + 7) / measureLength(path));
}

/** Half the width of a bundle at a part of its way to the neck: thin where it leaves. */
function computeHalfWidth(width: number, part: number): number {
  return (width * (0.25 + 0.75 * part)) / 2;
}

/** Outline of a bundle along a curve: thin where it leaves, `width` where it arrives, tip included. As x, y pairs. */
export function traceBundle(path: ArcPath, width: number): number[] {
  const neck = findNeck(path, width);
  const left: Point[] = [];
  const right: Point[] = [];
  const push = (t: number, half: number) => {
    left.push(readBeside(path, t, half));
    right.push(readBeside(path, t, -half));
  };
  for (let k = 0; k <= SAMPLES; k++) push((neck * k) / SAMPLES, computeHalfWidth(width, k / SAMPLES));
  push(neck, width * 0.7 + 2.6);
  return [...left, path.end, ...right.reverse()].flatMap(({ x, y }) => [x, y]);
}

/** The same bundle as slanted strokes with gaps, and its head: what is hatched stands for chance. */
export function traceHatchedBundle(path: ArcPath, width: number): number[][] {
  const neck = findNeck(path, width);
  const strokes = Math.max(2, Math.round((measureLength(path) * neck) / HATCH_PITCH));
  const slant = (neck / strokes) * 0.35;
  const pieces: number[][] = [];
  for (let k = 0; k < strokes; k++) {
    const first = (neck * k) / strokes;
    const last = first + (neck / strokes) * HATCH_INK;
    const corner = (t: number, side: number) => {
      const at = Math.min(neck, Math.max(0, t + side * slant));
      return readBeside(path, at, side * computeHalfWidth(width, at / neck));
    };
    const outline = [corner(first, 1), corner(last, 1), corner(last, -1), corner(first, -1)];
    pieces.push(outline.flatMap(({ x, y }) => [x, y]));
  }
  const half = width * 0.7 + 2.6;
  const head = [readBeside(path, neck, half), path.end, readBeside(path, neck, -half)];
  return [...pieces, head.flatMap(({ x, y }) => [x, y])];
}
