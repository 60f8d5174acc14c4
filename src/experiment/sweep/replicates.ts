import type { Design } from '../design/design.ts';
import { estimateMean } from '../paired.ts';
import type { RunStore } from './finished-run.ts';

/** Figures of one number of a measure at a point, replicate by replicate; `null` where a run failed or has none. */
export function readFigures(
  store: RunStore,
  point: number,
  count: number,
  measure: number,
  k: number,
): (number | null)[] {
  return Array.from({ length: count }, (_, replicate) => {
    const report = store.read(point, replicate)?.report;
    const figure = report?.ok === true ? report.values[measure][k] : Number.NaN;
    return Number.isFinite(figure) ? figure : null;
  });
}

/** Replicates that a point asks for, given that it has `done`: the same again when it has enough. */
export function countWanted({ stop }: Design, store: RunStore, point: number, done: number): number {
  if (stop.interval === null || done >= stop.most) return done;
  const { measure, halfWidth, isRelative } = stop.interval;
  const figures = readFigures(store, point, done, measure, 0).filter((figure) => figure !== null);
  const { mean, low, high } = estimateMean(figures);
  const isNarrow = (high - low) / 2 <= halfWidth * (isRelative ? Math.abs(mean) : 1);
  return isNarrow ? done : Math.min(stop.most, done + stop.batch);
}

/** Replicates of a point that its rule came to, all of them being there. */
export function countReplicates(design: Design, store: RunStore, point: number): number {
  let count = design.stop.first;
  for (;;) {
    const wanted = countWanted(design, store, point, count);
    if (wanted === count) return count;
    count = wanted;
  }
}
