import { signal } from '@preact/signals';
import { formatProblem } from '../../core/result.ts';
import { listLessonMeasures } from '../../experiment/lessons.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import { playOrders } from '../../experiment/run-pool.ts';
import { language } from '../preferences.ts';
import { getTabPool } from '../run-pool.ts';
import type { Lesson } from './lesson-source.ts';

/** Investors of a run in a lesson at most: few enough to wait for. */
const MOST_AGENTS = 5000;
const LESSON_SEED = '42';

export type LessonRun =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly cause: string }
  /** Values by arm and measure, as `listLessonMeasures` orders them. */
  | { readonly kind: 'done'; readonly values: readonly (readonly (readonly number[])[])[] };

export const lessonRun = signal<LessonRun>({ kind: 'idle' });

let abort = new AbortController();

/** Ends what is being computed and forgets what was. */
export function forgetRun(): void {
  abort.abort();
  lessonRun.value = { kind: 'idle' };
}

export function cancelRun(): void {
  abort.abort();
  lessonRun.value = { kind: 'cancelled' };
}

export function readAgents({ arms }: Pick<Lesson, 'arms'>): number {
  return Math.min(MOST_AGENTS, arms[0].scenario.agents);
}

/** Runs every arm once, all with the same luck. */
export async function startRun({ file, arms }: Lesson): Promise<void> {
  abort.abort();
  abort = new AbortController();
  const { signal: ended } = abort;
  const measures = listLessonMeasures(file);
  const agents = readAgents({ arms });
  const inputs = arms.map(({ scenario, path }) => createInputs(scenario, { agents }, path));
  const problems = inputs.flatMap((arm) => (arm.ok ? [] : arm.problems));
  if (problems.length > 0) {
    lessonRun.value = { kind: 'failed', cause: problems.map((one) => formatProblem(one, language.peek())).join('\n') };
    return;
  }
  const ready = inputs.flatMap((arm) => (arm.ok ? [arm.value] : []));
  const values: (readonly (readonly number[])[])[] = [];
  const failures: string[] = [];
  let done = 0;
  lessonRun.value = { kind: 'running', done, total: ready.length };
  await playOrders(
    getTabPool().until(ended),
    ready.length,
    (arm) => ({ inputs: ready[arm], seed: LESSON_SEED, measures }),
    (arm, report) => {
      if (ended.aborted) return;
      if (report.ok) values[arm] = report.values;
      else failures.push(report.error);
      lessonRun.value = { kind: 'running', done: ++done, total: ready.length };
    },
    () => ended.aborted,
  );
  if (ended.aborted) return;
  lessonRun.value = failures.length > 0 ? { kind: 'failed', cause: failures[0] } : { kind: 'done', values };
}
