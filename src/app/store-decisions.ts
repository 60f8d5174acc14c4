import { signal } from '@preact/signals';
import type { Lever } from '../model/inputs.ts';
import {
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
  if (gesture && gesture.before !== decisions.peek()) past.value = [...past.peek(), gesture.before];
  gesture = null;
}

/** Replaces the decisions as one step that can be undone. */
function changeDecisions(next: PlayerDecisions): void {
  settleLever();
  if (next.length === 0 && decisions.peek().length === 0) return;
  past.value = [...past.peek(), decisions.peek()];
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
  decisions.value = before;
  return true;
}

/** Another scenario begins with a clean table. */
export function forgetPast(): void {
  gesture = null;
  past.value = [];
}
