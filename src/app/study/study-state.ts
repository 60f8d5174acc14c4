import { batch, signal } from '@preact/signals';
import type { RunReport } from '../../experiment/run-order.ts';
import { readOutcome, readSeries, type StudyFocus } from '../../experiment/study/focus.ts';
import {
  describeShape,
  type StudyFigures,
  type StudyQuestion,
  type StudySummary,
} from '../../experiment/study/summary.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';
import { createAnalyst } from './analyst.ts';
import { countRuns, type LoadedDesign } from './study-design.ts';
import type { StoredStatus } from './study-store.ts';

/** A study of the Lab, with what its runs are read by. */
export interface Study extends LoadedDesign {
  readonly id: string;
  readonly focus: StudyFocus;
  /** A run of the scenario with nothing swept, under the first seed: A of the study. */
  readonly baseline: RunReport | null;
}

export type StudyStatus = StoredStatus | 'pausing' | 'done';

export interface StudyProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

/** Between two updates of the count; a run that comes later than that is counted at once. */
const UPDATE_MS = 1000;
const FIRST_QUESTION: StudyQuestion = { response: 0, across: 0, up: 1 };

export const study = signal<Study | null>(null);
export const status = signal<StudyStatus>('done');
export const progress = signal<StudyProgress>({ done: 0, failed: 0, total: 0 });
export const summary = signal<StudySummary | null>(null);
export const question = signal<StudyQuestion>(FIRST_QUESTION);

/** Runs in the order in which they came. The list grows in place: read it when `progress` says so. */
export const finished: FinishedRun[] = [];

const analyst = createAnalyst((next) => {
  summary.value = next;
});
const byKey = new Map<string, FinishedRun>();
let failed = 0;
let untold: StudyFigures[] = [];
let update: ReturnType<typeof setTimeout> | undefined;
let updatedAt = Number.NEGATIVE_INFINITY;

const nameKey = (point: number, replicate: number) => `${point} ${replicate}`;

export function findRun(point: number, replicate: number): FinishedRun | null {
  return byKey.get(nameKey(point, replicate)) ?? null;
}

/** Puts a study on the page, without its runs; `null` takes it off. */
export function showStudy(next: Study | null, how: StudyStatus = 'done'): void {
  byKey.clear();
  finished.length = 0;
  untold = [];
  failed = 0;
  batch(() => {
    study.value = next;
    summary.value = null;
    question.value = FIRST_QUESTION;
    status.value = how;
  });
  if (next !== null) analyst.open(describeShape(next.design));
  updatePage();
}

/** Adds a run; the page shows it with others before long. @returns whether it was not there */
export function addRun(run: FinishedRun): boolean {
  const key = nameKey(run.point, run.replicate);
  const current = study.peek();
  if (current === null || byKey.has(key)) return false;
  byKey.set(key, run);
  finished.push(run);
  if (!run.report.ok) failed++;
  const { focus } = current;
  untold.push({ point: run.point, outcome: readOutcome(run.report, focus), series: readSeries(run.report, focus) });
  update ??= setTimeout(updatePage, Math.max(0, updatedAt + UPDATE_MS - performance.now()));
  return true;
}

/** Brings the page up to the runs there are. Never run by run: that would take the page's time. */
export function updatePage(): void {
  clearTimeout(update);
  update = undefined;
  updatedAt = performance.now();
  const current = study.peek();
  const total = current === null ? 0 : countRuns(current.design);
  progress.value = { done: finished.length, failed, total };
  if (untold.length === 0) return;
  analyst.add(untold);
  untold = [];
  analyst.ask(question.peek(), finished.length === total);
}

/** Asks for other pictures of the same runs. */
export function askAbout(change: Partial<StudyQuestion>): void {
  question.value = { ...question.peek(), ...change };
  analyst.ask(question.peek(), true);
}
