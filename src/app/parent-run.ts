import type { PlayerDecision, PlayerDecisions } from './player-decisions.ts';
import type { MonthFigures, ParentLine, RunData } from './run-data.ts';

/** B as it was before a lever was moved in its past: its figures, as far as they were known then. */
export interface ParentRun {
  readonly inputs: RunData['inputs'];
  readonly seed: string;
  readonly made: PlayerDecisions;
  readonly months: readonly MonthFigures[];
}

const NO_EVENTS = new Float32Array(0);

/**
 * Keeps of a run what lines are drawn from, without its investors and their moves, which are most of it: about 50 KB a
 * month are left, shared with B before the branch.
 * @param run on screen; while another one is awaited it may still be an older one
 * @param made decisions of the run to keep
 * @returns `null` where the run on screen is not that one
 */
export function keepParent(run: RunData | null, made: PlayerDecisions): ParentRun | null {
  if (run?.made !== made || made.length === 0) return null;
  const { inputs, seed, months } = run;
  return { inputs, seed, made, months: months.map(({ record }) => ({ record: { ...record, events: NO_EVENTS } })) };
}

/** The parent itself, or more of it where it is the run on screen and has gone on since. */
export function renewParent(parent: ParentRun | null, run: RunData | null): ParentRun | null {
  if (parent === null || run === null || !isSameWorld(parent, run)) return parent;
  return run.months.length > parent.months.length ? (keepParent(run, parent.made) ?? parent) : parent;
}

/** What to draw of the parent beside B; `null` where B is not its child, or where nothing but their common past is known. */
export function readParent(parent: ParentRun | null, runB: RunData | null): ParentLine | null {
  if (parent === null || runB === null || !isSameWorld(parent, runB)) return null;
  const fork = findFork(parent.made, runB.made ?? []);
  return fork === null || parent.months.length - 1 <= fork ? null : { months: parent.months, fork };
}

/** Under another seed or with other parameters everything is another run. Decisions alone leave the values as they are. */
function isSameWorld(parent: ParentRun, run: RunData): boolean {
  return parent.seed === run.seed && parent.inputs.values === run.inputs.values;
}

/** Months completed when two sets of decisions first part, or `null` where they are the same. */
export function findFork(a: PlayerDecisions, b: PlayerDecisions): number | null {
  const own = [...listOthers(a, b), ...listOthers(b, a)].map(({ month }) => month);
  return own.length === 0 ? null : Math.min(...own);
}

/** Those of `made` that are not among `others`. */
function listOthers(made: PlayerDecisions, others: PlayerDecisions): PlayerDecision[] {
  const known = new Set(others.map(describeDecision));
  return made.filter((decision) => !known.has(describeDecision(decision)));
}

function describeDecision({ month, broker, lever, value }: PlayerDecision): string {
  return [month, broker, lever, value].join(' ');
}
