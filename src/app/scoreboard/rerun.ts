import { signal } from '@preact/signals';
import { formatProblem } from '../../core/result.ts';
import { createFingerprintInputs, FINGERPRINT_SEED } from '../../experiment/answers.ts';
import { playOrders, type RunPool } from '../../experiment/run-pool.ts';
import type { ScoreboardFigures } from '../../experiment/scoreboard.ts';
import { gatherFigures, hashFigures, listValidationRuns, type ScoreboardFile } from '../../experiment/validation.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { language } from '../preferences.ts';
import { getTabPool } from '../run-pool.ts';
import { createScenarioInputs, loadScenario } from '../scenario-source.ts';
import { type Board, loadTask } from './board-source.ts';
import { type Comparison, compareFigures } from './compare-figures.ts';

export type Rerun =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly startedAt: number }
  | { readonly kind: 'failed'; readonly cause: string }
  | {
      readonly kind: 'done';
      readonly seeds: number;
      readonly figures: ScoreboardFigures;
      /** `null` where nothing was shipped to compare with. */
      readonly comparison: Comparison | null;
    };

export const rerun = signal<Rerun>({ kind: 'idle' });

let abort = new AbortController();

export function cancelRerun(): void {
  abort.abort();
  if (rerun.value.kind === 'running') rerun.value = { kind: 'cancelled' };
}

/** Runs the first seeds of the scoreboard on the workers of the tab, with the very orders of `sim validate`. */
export async function startRerun(board: Board, seeds: number): Promise<void> {
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  rerun.value = { kind: 'running', done: 0, total: 0, startedAt: performance.now() };
  const task = await loadTask(board, seeds);
  const runs = task.ok ? listValidationRuns(task.value) : task;
  if (signal.aborted) return;
  if (!task.ok || !runs.ok) {
    const problems = task.ok ? (runs as Exclude<typeof runs, { ok: true }>).problems : task.problems;
    rerun.value = { kind: 'failed', cause: problems.map((entry) => formatProblem(entry, language.peek())).join('\n') };
    return;
  }
  const figures = gatherFigures(task.value);
  const total = runs.value.length;
  const startedAt = performance.now();
  let done = 0;
  rerun.value = { kind: 'running', done, total, startedAt };
  await playOrders(
    getTabPool().until(signal),
    total,
    (k) => runs.value[k].order,
    (k, report) => {
      if (signal.aborted) return;
      figures.add(runs.value[k], report);
      done++;
      rerun.value = { kind: 'running', done, total, startedAt };
    },
    () => signal.aborted,
  );
  if (signal.aborted) return;
  const [failure] = figures.failures;
  if (failure !== undefined) {
    rerun.value = { kind: 'failed', cause: failure.error };
    return;
  }
  const collected = figures.collect();
  const comparison = board.file === null ? null : compareFigures(board.file.values, collected.values, seeds);
  rerun.value = { kind: 'done', seeds, figures: collected, comparison };
}

/** What of the shipped figures is of another model or other targets than those of this page. */
export type Staleness = 'engine' | 'targets' | null;

/** The model is told by a small run, as the command line does; a version says less than what is computed. */
export async function findStaleness({ targets }: Board, file: ScoreboardFile, pool: RunPool): Promise<Staleness> {
  if (file.definition !== hashFigures(targets)) return 'targets';
  if (file.engineVersion !== ENGINE_VERSION) return 'engine';
  const neutral = await loadScenario('projection-neutral');
  const inputs = neutral.ok ? createScenarioInputs(neutral.value, {}) : neutral;
  if (!inputs.ok) return null;
  const order = { inputs: createFingerprintInputs(inputs.value), seed: FINGERPRINT_SEED, measures: [] };
  const report = await pool.play(order);
  return report.ok && report.stateHash !== file.fingerprint ? 'engine' : null;
}
