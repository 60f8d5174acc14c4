import type { Language, Text } from './text.ts';

/** What is wrong with one place of an input. */
export interface Problem {
  /** Where, as in `brokers[3].commissionBp`; empty for the input as a whole. */
  readonly path: string;
  readonly expected: Text;
  /** What came instead, shortened for reading. */
  readonly got: string;
}

/** A value, or every problem that kept it from being made. Expected failures are values; only bugs throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** One line: `brokers[3].commissionBp: expected 0 to 30, got -2`. */
export function formatProblem(problem: Problem, language: Language = 'en'): string {
  const place = problem.path === '' ? '' : `${problem.path}: `;
  return language === 'en'
    ? `${place}expected ${problem.expected.en}, got ${problem.got}`
    : `${place}应为${problem.expected['zh-CN']}，实为 ${problem.got}`;
}
