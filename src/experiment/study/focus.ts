import type { Design } from '../design/design.ts';
import type { RunReport } from '../run-order.ts';

/** Which figures of its runs a study is read by. Positions among the measures of the design. */
export interface StudyFocus {
  /** A figure a run. */
  readonly outcome: number;
  /** The same over the months or years of a run; `null` where the design has none. */
  readonly series: number | null;
}

/** The first single figure, and the course of the same figure if the design measures it, else of any. `null` without a single figure. */
export function findFocus({ measures }: Design): StudyFocus | null {
  const outcome = measures.findIndex(({ columns }) => columns.length === 1);
  if (outcome < 0) return null;
  const { metric, broker } = measures[outcome].measure;
  const courses = measures.flatMap(({ columns }, position) => (columns.length > 1 ? [position] : []));
  const same = courses.find((position) => {
    const { measure } = measures[position];
    return measure.metric === metric && measure.broker === broker;
  });
  return { outcome, series: same ?? courses[0] ?? null };
}

/** The outcome of a run; not a number where it has none. */
export function readOutcome(report: RunReport, { outcome }: StudyFocus): number {
  return report.ok ? report.values[outcome][0] : Number.NaN;
}

/** The course of a run. */
export function readSeries(report: RunReport, { series }: StudyFocus): readonly number[] {
  return report.ok && series !== null ? report.values[series] : [];
}
