import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord } from '../model/records.ts';
import type { createSimulation } from '../model/simulation.ts';
import { countFlows, type Flow } from './flows.ts';
import { countHistoryMonths, createHistoryStore } from './histories.ts';

/** What is kept of a month: its record, with the single moves counted. */
export interface MonthResult extends Omit<MonthRecord, 'events'> {
  readonly flows: readonly Flow[];
}

/** A whole run. */
export interface RunResult {
  readonly inputs: ModelInputs;
  readonly seed: string;
  /** One entry per month of the run; the initial state is not among them. */
  readonly months: readonly MonthResult[];
  readonly stateHash: string;
}

type RecordListener = (record: MonthRecord) => void | Promise<void>;

/**
 * Computes a run month by month, wherever that happens: in this thread or over several.
 * @param onRecord told of every completed month, and awaited, so that the host gets a turn between two months
 * @param onHistory likewise after every month of the runs that this one starts from, as far as they were not known
 * @returns the hash of the final state
 */
export type Engine = (
  inputs: ModelInputs,
  seed: string,
  onRecord: RecordListener,
  onHistory?: () => void | Promise<void>,
) => Promise<string>;

/** Ends of histories that one thread keeps: several seeds of a usual number of investors, or one of many. */
export const HISTORY_BYTES = 256 * 1024 * 1024;

/** Months that a run takes, those of the runs that it starts from included. */
export function countMonths(inputs: ModelInputs): number {
  return countHistoryMonths(inputs) + inputs.months;
}

/** The engine of one thread. It computes a history once, for however many runs start from it. */
export function createEngine(create: typeof createSimulation): Engine {
  const histories = createHistoryStore(create, HISTORY_BYTES);
  return async (inputs, seed, onRecord, onHistory = () => {}) => {
    while (histories.advance(inputs, seed)) await onHistory();
    const simulation = create(inputs, seed, undefined, undefined, histories.readEnd);
    while (simulation.month < inputs.months) {
      simulation.step();
      await onRecord(simulation.readMetrics());
    }
    return simulation.stateHash();
  };
}

/**
 * Runs to the end and keeps what results are made of. Whatever the engine or the listener throws ends the run.
 * @param onMonth told of the months done, of `countMonths`
 */
export async function runScenario(
  engine: Engine,
  inputs: ModelInputs,
  seed: string,
  onMonth: (month: number) => void | Promise<void> = () => {},
): Promise<RunResult> {
  const months: MonthResult[] = [];
  const before = countHistoryMonths(inputs);
  let past = 0;
  const stateHash = await engine(
    inputs,
    seed,
    async ({ events, ...record }) => {
      months.push({ ...record, flows: countFlows(events, inputs) });
      await onMonth(before + record.month);
    },
    () => onMonth(++past),
  );
  return { inputs, seed, months, stateHash };
}
