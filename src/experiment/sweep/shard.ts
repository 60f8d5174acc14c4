import type { Design } from '../design/design.ts';

/** A part of a design, for an array job: number `index` of `count`, from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const WHOLE: Shard = { index: 0, count: 1 };

/**
 * Whether a run belongs to a shard. With a fixed number of replicates a shard is a stretch of the runs seed by seed, so that
 * runs that start from the same history stay together; with an interval rule it is whole points, since a point decides by
 * its own runs when it has enough.
 */
export function isInShard(
  { points, stop }: Design,
  { index, count }: Shard,
  point: number,
  replicate: number,
): boolean {
  if (stop.interval !== null) return point % count === index;
  const position = replicate * points.count + point;
  const total = points.count * stop.most;
  return position >= Math.floor((total * index) / count) && position < Math.floor((total * (index + 1)) / count);
}
