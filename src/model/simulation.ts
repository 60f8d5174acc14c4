import type { ModelInputs } from './inputs.ts';
import type { MonthRecord, Snapshot } from './records.ts';

/**
 * The seam: one model, many hosts. The model knows no host, no clock, no input or output.
 * Equal inputs and seed give equal bits everywhere, for any split over threads and any set of observers.
 */
export interface Simulation {
  readonly inputs: ModelInputs;
  /** Months completed, 0 to `inputs.months`. */
  readonly month: number;
  /** Advances one month. Throws `InvariantError` when people, accounts or money do not balance, or when the run is over. */
  step(): void;
  /** The figures of the month just completed (of the initial state before the first step). Reads only. */
  readMetrics(): MonthRecord;
  /** The first `sample` investors as bytes. Reads only. */
  readSnapshot(sample: number): Snapshot;
  /** SHA-256 of the whole state, as 64 hexadecimal digits. */
  stateHash(): string;
  /** A copy of the whole state. */
  save(): ArrayBuffer;
  /** Continues from a saved state of a run with the same inputs and seed. Throws when the size does not fit. */
  restore(saved: ArrayBuffer): void;
}

/**
 * Starts a run. @param inputs everything but chance, already validated; @param seed any string.
 */
export declare function createSimulation(inputs: ModelInputs, seed: string): Simulation;
