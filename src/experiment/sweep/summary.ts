import { quantileSorted } from 'simple-statistics';
import type { Design } from '../design/design.ts';
import { comparePaired, estimateMean, type PairedDifference } from '../paired.ts';
import type { RunStore } from './finished-run.ts';
import { countReplicates, readFigures } from './replicates.ts';

/** A column of figures at one point, over its replicates. */
export interface PointSummary {
  /** From 0. */
  readonly point: number;
  readonly column: string;
  /** Position of the measure among those of the design. */
  readonly measure: number;
  /** Replicates that have a figure. */
  readonly count: number;
  readonly mean: number;
  /** Interval of 95 % of the mean (Student’s t). */
  readonly low: number;
  readonly high: number;
  /** Of the figures themselves: 5, 25, 50, 75 and 95 %. */
  readonly quantiles: readonly number[];
  /** Against the first point, under the same seeds; `null` at the first point. */
  readonly difference: PairedDifference | null;
}

export const BANDS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Summaries point by point, column by column; only the figures of two points are held at a time. */
export function* summariseDesign(design: Design, store: RunStore): Generator<PointSummary> {
  const columns = design.measures.flatMap(({ columns }, measure) =>
    columns.map((column, k) => ({ column, measure, k })),
  );
  const read = (point: number, count: number) =>
    columns.map(({ measure, k }) => readFigures(store, point, count, measure, k));
  const first = read(0, countReplicates(design, store, 0));
  for (let point = 0; point < design.points.count; point++) {
    const figures = point === 0 ? first : read(point, countReplicates(design, store, point));
    for (const [c, { column, measure }] of columns.entries()) {
      const known = figures[c].filter((figure) => figure !== null).sort((a, b) => a - b);
      yield {
        point,
        column,
        measure,
        count: known.length,
        ...estimateMean(known),
        quantiles: BANDS.map((share) => (known.length === 0 ? Number.NaN : quantileSorted(known, share))),
        difference: point === 0 ? null : comparePaired(first[c], figures[c]),
      };
    }
  }
}
