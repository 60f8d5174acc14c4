import { signal } from '@preact/signals';
import type { Lever } from '../model/inputs.ts';
import {
  findBranchMonth,
  findDecision,
  type PlayerDecision,
  type PlayerDecisions,
  releaseLever,
  removeDecision,
  setDecision,
} from './player-decisions.ts';
import { chosenId, decisions, view } from './store.ts';

/** A lever in the hand: the month stays the one in which it was taken up, also while the page plays on. */
interface Gesture {
  readonly broker: string;
  readonly lever: Lever;
  readonly month: number;
  readonly before: PlayerDecisions;
}

/** Moves that follow each other this closely are one move, with one month and one undo. */
const GESTURE_PAUSE_MS = 700;

const past = signal<readonly PlayerDecisions[]>([]);
/** What was undone, the newest last; a new change forgets it. */
const future = signal<readonly PlayerDecisions[]>([]);

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
    gesture = { broker, lever, month: view.peek()?.playhead ?? 0, before: decisions.peek() };
  }
  clearTimeout(gestureEnd);
  gestureEnd = setTimeout(settleLever, GESTURE_PAUSE_MS);
  return gesture;
}

function settleLever(): void {
  if (gesture && gesture.before !== decisions.peek()) {
    past.value = [...past.peek(), gesture.before];
    future.value = [];
    if (isInPast(gesture)) keepBranch(gesture.before);
  }
  gesture = null;
}

/** Whether a lever was moved before something that had been decided already: the run as it was is then a branch of its own. */
function isInPast({ before, month }: Gesture): boolean {
  return before.some((decision) => decision.month > month);
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
  changeDecisions(branch.decisions);
  keptBranches.value = keptBranches.peek().filter((other) => other !== branch);
  if (left.length > 0) keepBranch(left);
}

/** Replaces the decisions as one step that can be undone. */
function changeDecisions(next: PlayerDecisions): void {
  settleLever();
  if (next.length === 0 && decisions.peek().length === 0) return;
  past.value = [...past.peek(), decisions.peek()];
  future.value = [];
  decisions.value = next;
}

/**
 * Holds a lever of the chosen broker from the month on show. A value that equals A's takes the decision back, unless an
 * earlier one would then hold instead.
 */
export function moveLever(lever: Lever, value: number, isBaseline: boolean): void {
  const { broker, month, before } = takeLever(lever);
  const decision = { month, broker, lever, value };
  const without = before.filter(
    (other) => !(other.month === month && other.broker === broker && other.lever === lever),
  );
  const isHeldBefore = findDecision(without, broker, lever, month) !== undefined;
  decisions.value = isBaseline && !isHeldBefore ? without : setDecision(before, decision);
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
  future.value = [...future.peek(), decisions.peek()];
  decisions.value = before;
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
  future.value = future.peek().slice(0, -1);
  past.value = [...past.peek(), decisions.peek()];
  decisions.value = next;
  return true;
}

/** Another scenario begins with a clean table. */
export function forgetPast(): void {
  gesture = null;
  past.value = [];
  future.value = [];
  keptBranches.value = [];
}
