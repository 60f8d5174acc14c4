import type { Design } from '../design/design.ts';
import type { RunStore } from './finished-run.ts';
import { BANDS, summariseDesign } from './summary.ts';

type Cell = string | number | null;

/** Columns of the summary: a row a point and figure. The last five compare with the first point under the same seeds. */
export function listSummaryColumns({ points }: Design): string[] {
  return [
    'point',
    ...points.keys,
    'figure',
    'unit',
    'label',
    'label_zh',
    'runs',
    'mean',
    'mean_low',
    'mean_high',
    ...BANDS.map((share) => (share === 0.5 ? 'median' : `p${String(Math.round(share * 100)).padStart(2, '0')}`)),
    'difference',
    'difference_low',
    'difference_high',
    'pairs',
    'share_above',
  ];
}

export function* listSummaryRows(design: Design, store: RunStore): Generator<Cell[]> {
  for (const { point, column, measure, count, mean, low, high, quantiles, difference } of summariseDesign(
    design,
    store,
  )) {
    const { unit, label } = design.measures[measure];
    const compared =
      difference === null
        ? [null, null, null, null, null]
        : [
            difference.mean,
            difference.low,
            difference.high,
            difference.seeds,
            difference.seeds === 0 ? null : difference.above / difference.seeds,
          ];
    const figures = [count, mean, low, high, ...quantiles, ...compared].map((figure) =>
      figure === null || !Number.isFinite(figure) ? null : figure,
    );
    yield [point + 1, ...design.points.read(point), column, unit, label.en, label['zh-CN'], ...figures];
  }
}
