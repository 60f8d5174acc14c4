import { signal } from '@preact/signals';
import type { Problem } from '../../core/result.ts';
import type { RunReport } from '../../experiment/run-order.ts';
import { findFocus } from '../../experiment/study/focus.ts';
import { readAnalysis } from '../../experiment/study/summary.ts';
import type { FinishedRun, RunStore } from '../../experiment/sweep/finished-run.ts';
import { playDesign } from '../../experiment/sweep/play-design.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { getTabPool } from '../run-pool.ts';
import { countRuns, type LoadedDesign, readDesign } from './study-design.ts';
import { mode } from './study-form.ts';
import { addRun, findRun, finished, showStudy, status, study, updatePage } from './study-state.ts';
import { createStudyStore, type StoredStatus } from './study-store.ts';

/** Between two writes of what is to be kept: a crash costs no more than this. */
const KEEP_MS = 250;
/** Share of the runs from which on the time left is told. */
const TELL_FROM = 0.05;

/** Why runs are not kept for a reload, if they are not. */
export const keepFailure = signal<string | null>(null);
/** The engine that made the runs that are kept, if it is not this one: they are of no use here. */
export const refusedVersion = signal<string | null>(null);
/** Why the study that is kept can't be shown, if it can't. */
export const unreadable = signal<readonly Problem[]>([]);

const kept = createStudyStore();
let unkept: FinishedRun[] = [];
let keeping: ReturnType<typeof setTimeout> | undefined;
let stopping = new AbortController();
let isPausing = false;
/** Of this stretch of work. */
let stretch = { began: 0, done: 0 };

/** Begins a study in the place of the one before. */
export async function startStudy(loaded: LoadedDesign, baseline: RunReport | null): Promise<void> {
  const focus = findFocus(loaded.design);
  if (focus === null) return;
  stopping.abort();
  refusedVersion.value = null;
  unreadable.value = [];
  showStudy({ ...loaded, id: new Date().toISOString(), focus, baseline }, 'running');
  // Not awaited: whoever pauses or cancels meanwhile has to reach the work itself. What is kept is kept in this order.
  const begun = tryToKeep(() => kept.begin(describeStudy('running')));
  await Promise.all([begun, work()]);
}

/** Shows the study that was kept, and goes on with it if it was under way. */
export async function resumeKept(): Promise<void> {
  const found = study.peek() === null ? await kept.read().catch(() => null) : null;
  if (found === null || study.peek() !== null) return;
  const { id, engineVersion, baseline, design, told } = found.study;
  if (engineVersion !== ENGINE_VERSION) {
    refusedVersion.value = engineVersion;
    return;
  }
  const loaded = await readDesign(design);
  if (study.peek() !== null) return;
  if (!loaded.ok) {
    unreadable.value = loaded.problems;
    return;
  }
  const focus = findFocus(loaded.value.design);
  if (focus === null) return;
  showStudy({ ...loaded.value, told, id, focus, baseline }, found.study.status);
  if (mode.peek() === 'single') mode.value = readAnalysis(loaded.value.design).kind;
  for (const run of found.runs) addRun(run);
  updatePage();
  if (found.study.status === 'running') await work();
  else if (finished.length === countRuns(loaded.value.design)) status.value = 'done';
}

/** Lets the runs under way end and hands out no more. */
export function pauseStudy(): Promise<void> {
  isPausing = true;
  status.value = 'pausing';
  return keepStatus('paused');
}

/** Ends what is under way; what is done stays. */
export async function cancelStudy(): Promise<void> {
  stopping.abort();
  status.value = 'cancelled';
  updatePage();
  await keepRuns();
  await keepStatus('cancelled');
}

export async function goOn(): Promise<void> {
  await keepStatus('running');
  await work();
}

/** Takes the study off the page and out of the browser. */
export async function forgetStudy(): Promise<void> {
  stopping.abort();
  refusedVersion.value = null;
  unreadable.value = [];
  showStudy(null);
  await tryToKeep(() => kept.clear());
}

/** Milliseconds that the rest takes, by what this stretch took; `null` while that says little. */
export function estimateLeft(): number | null {
  const current = study.peek();
  if (current === null || stretch.done === 0) return null;
  const total = countRuns(current.design);
  if (finished.length < total * TELL_FROM) return null;
  return ((performance.now() - stretch.began) / stretch.done) * (total - finished.length);
}

async function work(): Promise<void> {
  const current = study.peek();
  if (current === null) return;
  stopping = new AbortController();
  isPausing = false;
  stretch = { began: performance.now(), done: 0 };
  status.value = 'running';
  const { signal: stop } = stopping;
  const store: RunStore = {
    has: (point, replicate) => findRun(point, replicate) !== null,
    read: findRun,
    append(run) {
      // A run that was given up has no result: it is done when somebody goes on.
      if (stop.aborted || !addRun(run)) return;
      stretch.done++;
      unkept.push(run);
      keeping ??= setTimeout(keepRuns, KEEP_MS);
    },
  };
  const isOver = () => isPausing || stop.aborted;
  const host = { path: current.path, readClock: () => performance.now(), isOver };
  const isWhole = await playDesign(current.design, getTabPool().until(stop), store, host);
  if (stop.aborted) return;
  updatePage();
  await keepRuns();
  status.value = isWhole ? 'done' : 'paused';
}

async function keepRuns(): Promise<void> {
  clearTimeout(keeping);
  keeping = undefined;
  const current = study.peek();
  const batch = unkept;
  unkept = [];
  if (current !== null && batch.length > 0) await tryToKeep(() => kept.keepRuns(current.id, batch));
}

async function keepStatus(wanted: StoredStatus): Promise<void> {
  if (study.peek() !== null) await tryToKeep(() => kept.keepStudy(describeStudy(wanted)));
}

function describeStudy(wanted: StoredStatus) {
  const { id, design, told, baseline } = study.peek() as NonNullable<typeof study.value>;
  return { id, design: design.file, told, engineVersion: ENGINE_VERSION, status: wanted, baseline };
}

/** A browser may refuse to keep anything: the study goes on, and says so. */
async function tryToKeep(write: () => Promise<void>): Promise<void> {
  try {
    await write();
    keepFailure.value = null;
  } catch (error) {
    keepFailure.value = error instanceof Error ? error.message : String(error);
  }
}
