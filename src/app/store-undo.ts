import { signal } from '@preact/signals';
import type { UndoneCause } from '../experiment/undo-cause.ts';
import type { Reason } from '../model/reasons.ts';
import { type RunData, readShownRun } from './run-data.ts';
import { view } from './store.ts';
import { askEngine } from './store-runs.ts';

/** One cause of one person’s leaving, in the run on show. */
export interface Cause {
  readonly month: number;
  readonly slot: number;
  /** Position of the broker that was left. */
  readonly broker: number;
  readonly reason: Reason;
}

type Answer = 'replaying' | UndoneCause;

interface Answers {
  readonly run: RunData | null;
  readonly byCause: Readonly<Record<string, Answer>>;
}

/** Of the run that they were asked of: another run has other answers. */
const answers = signal<Answers>({ run: null, byCause: {} });

function nameCause({ month, slot, broker, reason }: Cause): string {
  return [month, slot, broker, reason].join(' ');
}

/** What is known of a cause undone; `null` before anybody asked. */
export function readUndone(run: RunData, cause: Cause): Answer | null {
  const { run: asked, byCause } = answers.value;
  return asked?.inputs === run.inputs && asked.seed === run.seed ? (byCause[nameCause(cause)] ?? null) : null;
}

function setAnswer(run: RunData, cause: Cause, answer: Answer | null): void {
  const { run: asked, byCause } = answers.peek();
  const known = asked?.inputs === run.inputs && asked.seed === run.seed ? byCause : {};
  const { [nameCause(cause)]: _, ...others } = known;
  answers.value = { run, byCause: answer === null ? others : { ...others, [nameCause(cause)]: answer } };
}

/** Replays the run on show from the month of the move on, with the cause weighing nothing. */
export async function undoCause(cause: Cause): Promise<void> {
  const shown = view.peek();
  if (!shown) return;
  const run = readShownRun(shown);
  const { month, slot, broker, reason } = cause;
  setAnswer(run, cause, 'replaying');
  const undone = await askEngine().undoCause(shown.runB ? 'b' : 'a', month, slot, broker, reason);
  setAnswer(run, cause, undone);
}
