import { batch, signal } from '@preact/signals';
import type { Lever } from '../model/inputs.ts';
import { findFork, keepParent, type ParentRun, renewParent } from './parent-run.ts';
import {
  findBranchMonth,
  findDecision,
  type PlayerDecision,
  type PlayerDecisions,
  releaseLever,
  removeDecision,
  setDecision,
} from './player-decisions.ts';
import { chosenId, decisions, parentRun, runB, view } from './store.ts';

/** Decisions, and the run that they were branched from. */
interface Standing {
  readonly made: PlayerDecisions;
  readonly parent: ParentRun | null;
}

/** A lever in the hand: the month stays the one in which it was taken up, also while the page plays on. */
interface Gesture {
  readonly broker: string;
  readonly lever: Lever;
  readonly month: number;
  readonly before: Standing;
  /** The parent of what the lever makes. */
  readonly parent: ParentRun | null;
}

/** Moves that follow each other this closely are one move, with one month and one undo. */
const GESTURE_PAUSE_MS = 700;

const past = signal<readonly Standing[]>([]);
/** What was undone, the newest last; a new change forgets it. */
const future = signal<readonly Standing[]>([]);
/** Undoing further than this many branches shows no parent: its figures are not kept. */
const MOST_PARENTS = 3;

/** A set of decisions that was left behind when a lever was moved in its past. */
export interface KeptBranch {
  /** First month in which it differs from A. */
  readonly month: number;
  readonly decisions: PlayerDecisions;
}

/** Oldest first. What is on screen is not among them. */
export const keptBranches = signal<readonly KeptBranch[]>([]);
const MOST_BRANCHES = 8;
let gesture: Gesture | null = null;
let gestureEnd: ReturnType<typeof setTimeout> | undefined;

function takeLever(lever: Lever): Gesture {
  const broker = chosenId.peek();
  if (gesture?.lever !== lever || gesture.broker !== broker) {
    settleLever();
    gesture = startGesture(broker, lever, view.peek()?.playhead ?? 0);
  }
  clearTimeout(gestureEnd);
  gestureEnd = setTimeout(settleLever, GESTURE_PAUSE_MS);
  return gesture;
}

function startGesture(broker: string, lever: Lever, month: number): Gesture {
  const before = readStanding();
  const parent = isInPast(before.made, month) ? keepParent(runB.peek(), before.made) : before.parent;
  return { broker, lever, month, before, parent };
}

function settleLever(): void {
  if (gesture && gesture.before.made !== decisions.peek()) {
    remember(gesture.before);
    if (isInPast(gesture.before.made, gesture.month)) keepBranch(gesture.before.made);
  }
  gesture = null;
}

/** Whether a lever is moved before something that was decided already: the run as it was is then a branch of its own. */
function isInPast(made: PlayerDecisions, month: number): boolean {
  return made.some((decision) => decision.month > month);
}

function readStanding(): Standing {
  return { made: decisions.peek(), parent: parentRun.peek() };
}

/** Decides, as a child of `parent` where the two differ. */
function decide(made: PlayerDecisions, parent: ParentRun | null): void {
  const isChild = parent !== null && made.length > 0 && findFork(parent.made, made) !== null;
  batch(() => {
    parentRun.value = isChild ? parent : null;
    decisions.value = made;
  });
}

/** A change that can be undone; what had been undone cannot be redone any more. */
function remember(before: Standing): void {
  past.value = limitParents([...past.peek(), before]);
  future.value = [];
}

function limitParents(standings: readonly Standing[]): Standing[] {
  const kept = [...new Set(standings.map(({ parent }) => parent))].slice(-MOST_PARENTS);
  return standings.map((standing) => (kept.includes(standing.parent) ? standing : { ...standing, parent: null }));
}

function keepBranch(made: PlayerDecisions): void {
  const month = findBranchMonth(made);
  if (month === null) return;
  const others = keptBranches.peek().filter((branch) => JSON.stringify(branch.decisions) !== JSON.stringify(made));
  keptBranches.value = [...others, { month, decisions: made }].slice(-MOST_BRANCHES);
}

/** Takes a kept branch up again; the one on screen is kept in its place. */
export function switchBranch(branch: KeptBranch): void {
  settleLever();
  const left = decisions.peek();
  changeDecisions(branch.decisions, keepParent(runB.peek(), left));
  keptBranches.value = keptBranches.peek().filter((other) => other !== branch);
  if (left.length > 0) keepBranch(left);
}

/** Replaces the decisions as one step that can be undone. */
function changeDecisions(next: PlayerDecisions, parent = parentRun.peek()): void {
  settleLever();
  if (next.length === 0 && decisions.peek().length === 0) return;
  remember(readStanding());
  decide(next, parent);
}

/**
 * Holds a lever of the chosen broker from the month on show. A value that equals A's takes the decision back, unless an
 * earlier one would then hold instead.
 */
export function moveLever(lever: Lever, value: number, isBaseline: boolean): void {
  const { broker, month, before, parent } = takeLever(lever);
  const decision = { month, broker, lever, value };
  const without = before.made.filter(
    (other) => !(other.month === month && other.broker === broker && other.lever === lever),
  );
  const isHeldBefore = findDecision(without, broker, lever, month) !== undefined;
  decide(isBaseline && !isHeldBefore ? without : setDecision(before.made, decision), parent);
}

/** Gives a lever of the chosen broker back to its own plan. */
export function resetLever(lever: Lever): void {
  changeDecisions(releaseLever(decisions.peek(), chosenId.peek(), lever));
}

export function dropDecision(decision: PlayerDecision): void {
  changeDecisions(removeDecision(decisions.peek(), decision));
}

export function resetDecisions(): void {
  changeDecisions([]);
}

export function canUndo(): boolean {
  return past.value.length > 0;
}

/** Takes back the last change of decisions, one that is still under way included. @returns whether there was one */
export function undoDecisions(): boolean {
  settleLever();
  const before = past.peek().at(-1);
  if (!before) return false;
  past.value = past.peek().slice(0, -1);
  future.value = limitParents([...future.peek(), readStanding()]);
  decide(before.made, before.parent);
  return true;
}

export function canRedo(): boolean {
  return future.value.length > 0;
}

/** Does again what was undone last. @returns whether there was anything */
export function redoDecisions(): boolean {
  settleLever();
  const next = future.peek().at(-1);
  if (!next) return false;
  const parent = renewParent(next.parent, runB.peek());
  future.value = future.peek().slice(0, -1);
  past.value = limitParents([...past.peek(), readStanding()]);
  decide(next.made, parent);
  return true;
}

/** Another scenario begins with a clean table. */
export function forgetPast(): void {
  gesture = null;
  past.value = [];
  future.value = [];
  keptBranches.value = [];
  parentRun.value = null;
}
