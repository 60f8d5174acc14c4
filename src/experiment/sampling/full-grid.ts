import type { Sample } from './sample.ts';

/**
 * Every combination of levels, the last axis fastest. A level sits in the middle of its part of the axis, `(level + ½) / n`,
 * so that an axis of n values gives each of them exactly once (`scaleCoordinate`).
 * @param levels by axis, at least 1 each
 */
export function createFullGrid(levels: readonly number[]): Sample {
  const count = levels.reduce((product, n) => product * n, 1);
  function readPoint(k: number): number[] {
    const point = new Array<number>(levels.length);
    let rest = k;
    for (let axis = levels.length - 1; axis >= 0; axis--) {
      point[axis] = ((rest % levels[axis]) + 0.5) / levels[axis];
      rest = Math.floor(rest / levels[axis]);
    }
    return point;
  }
  return { count, dimensions: levels.length, readPoint };
}

/** Values with equal steps from one end to the other: the levels of a range on a grid. */
export function spaceEvenly(min: number, max: number, count: number): number[] {
  if (count === 1) return [min];
  return Array.from({ length: count }, (_, k) => (k === count - 1 ? max : min + (k / (count - 1)) * (max - min)));
}
