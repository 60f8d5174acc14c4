import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord, Snapshot } from '../model/records.ts';

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
}

export type LiveOutcome =
  | { readonly kind: 'done'; readonly stateHash: string }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Receives months as they are computed, in order. `first` is the position of `months[0]`; it is above 0 when the run
 * continues from a kept state, and then months below `first` equal those of the run it branched from.
 */
export type MonthsListener = (first: number, months: readonly LiveMonth[]) => void;

/** Runs whole scenarios in slices. A new `run` ends the one before it, which then resolves as superseded. */
export interface LiveRunner {
  run(request: LiveRequest, onMonths: MonthsListener): Promise<LiveOutcome>;
  cancel(): void;
}
