import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord, Snapshot } from '../model/records.ts';

/** The two runs that a page shows side by side: the baseline and mine. */
export type Lane = 'a' | 'b';

/** One month as the page shows it. */
export interface LiveMonth {
  readonly record: MonthRecord;
  readonly snapshot: Snapshot;
}

export interface LiveRequest {
  readonly inputs: ModelInputs;
  readonly seed: string;
  /** Investors per snapshot. */
  readonly sample: number;
  /** The command that replays this run; quoted when it fails. */
  readonly replay?: string;
}

/** `superseded` also stands for a run that was cancelled: in both cases nobody waits for it any more. */
export type LiveOutcome =
  | { readonly kind: 'done'; readonly stateHash: string }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Receives months as they are computed, in order. `first` is the position of `months[0]`; it is above 0 when the run
 * continues from a kept state. The first call of a run then brings no months, and those below `first` equal the months
 * that the lane `origin` had delivered up to this call.
 */
export type MonthsListener = (first: number, months: readonly LiveMonth[], origin: Lane) => void;

/** Told, while a run waits for the end of the one that it starts from, how many months of that are missing. */
export type HistoryListener = (missing: number) => void;

/** Runs whole scenarios in slices. A new `run` ends the one before it, which then resolves as superseded. */
export interface LiveRunner {
  run(request: LiveRequest, onMonths: MonthsListener, onHistory?: HistoryListener): Promise<LiveOutcome>;
  cancel(): void;
}
