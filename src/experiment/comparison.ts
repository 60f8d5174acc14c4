import type { DesignMeasure } from './design/measures.ts';
import { averageSeeds, comparePaired, type PairedDifference } from './paired.ts';
import type { RunReport } from './run-order.ts';

/** One figure of two scenarios under the same seeds. */
export interface FigureComparison {
  readonly column: string;
  readonly measure: DesignMeasure;
  /** Means over the seeds that have a figure; `null` when none has. */
  readonly a: number | null;
  readonly b: number | null;
  /** B − A, seed by seed. */
  readonly difference: PairedDifference;
  /** Share of the seeds in which B beats A, that is, has the higher figure; `null` without pairs. */
  readonly share: number | null;
}

/**
 * What two scenarios differ in, figure by figure. A seed of which a run failed has no figures.
 * @param a reports by seed; @param b likewise, under the same seeds
 */
export function compareReports(
  measures: readonly DesignMeasure[],
  a: readonly RunReport[],
  b: readonly RunReport[],
): FigureComparison[] {
  return measures.flatMap((measure, m) =>
    measure.columns.map((column, k) => {
      const [first, second] = [a, b].map((reports) => reports.map((report) => readFigure(report, m, k)));
      const difference = comparePaired(first, second);
      const share = difference.seeds === 0 ? null : difference.above / difference.seeds;
      return { column, measure, a: averageSeeds(first), b: averageSeeds(second), difference, share };
    }),
  );
}

function readFigure(report: RunReport, measure: number, k: number): number | null {
  const figure = report.ok ? report.values[measure][k] : Number.NaN;
  return Number.isFinite(figure) ? figure : null;
}
