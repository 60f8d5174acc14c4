import { hashText } from '../../core/hash.ts';
import type { RunReport } from '../run-order.ts';

/** A run of a sweep that has come to an end, well or not. */
export interface FinishedRun {
  /** From 0. */
  readonly point: number;
  /** From 0. */
  readonly replicate: number;
  readonly report: RunReport;
  /** From order to report. It varies and is kept apart from what does not. */
  readonly milliseconds: number;
}

/** Where finished runs are kept: a log on the disk, the store of a browser, or a list. */
export interface RunStore {
  has(point: number, replicate: number): boolean;
  read(point: number, replicate: number): FinishedRun | null;
  /** Keeps a run for good before it returns, or before its promise settles. */
  append(run: FinishedRun): void | Promise<void>;
}

/** Hexadecimal digits by which a line that was cut off or damaged is told from a whole one. */
const CHECK_DIGITS = 12;

/** A line of a log, without its end: JSON, a space and a check of it. */
export function formatRunLine({ point, replicate, report, milliseconds }: FinishedRun): string {
  // JSON has no word for not a number; `null` stands for a figure that there is not.
  const said = report.ok ? { values: report.values, hash: report.stateHash } : { error: report.error };
  const json = JSON.stringify({ point, replicate, milliseconds, ...said });
  return `${json} ${checkText(json)}`;
}

/** The run that a line holds; `null` when the line is not as it was written. */
export function parseRunLine(line: string): FinishedRun | null {
  const json = line.slice(0, -CHECK_DIGITS - 1);
  if (json === '' || line !== `${json} ${checkText(json)}`) return null;
  const { point, replicate, milliseconds, values, hash, error } = JSON.parse(json);
  const report: RunReport =
    error === undefined ? { ok: true, values: values.map(restoreFigures), stateHash: hash } : { ok: false, error };
  return { point, replicate, milliseconds, report };
}

export function restoreFigures(figures: readonly (number | null)[]): number[] {
  return figures.map((figure) => figure ?? Number.NaN);
}

function checkText(text: string): string {
  return hashText(text).slice(0, CHECK_DIGITS);
}

/** Runs kept in memory. */
export function createRunList(): RunStore {
  const runs = new Map<string, FinishedRun>();
  return {
    has: (point, replicate) => runs.has(`${point} ${replicate}`),
    read: (point, replicate) => runs.get(`${point} ${replicate}`) ?? null,
    append: (run) => void runs.set(`${run.point} ${run.replicate}`, run),
  };
}
