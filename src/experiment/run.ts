import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord } from '../model/records.ts';
import type { createSimulation } from '../model/simulation.ts';
import { countFlows, type Flow } from './flows.ts';

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
 * @returns the hash of the final state
 */
export type Engine = (inputs: ModelInputs, seed: string, onRecord: RecordListener) => Promise<string>;

/** The engine of one thread. */
export function createEngine(create: typeof createSimulation): Engine {
  return async (inputs, seed, onRecord) => {
    const simulation = create(inputs, seed);
    while (simulation.month < inputs.months) {
      simulation.step();
      await onRecord(simulation.readMetrics());
    }
    return simulation.stateHash();
  };
}

/** Runs to the end and keeps what results are made of. Whatever the engine or the listener throws ends the run. */
export async function runScenario(
  engine: Engine,
  inputs: ModelInputs,
  seed: string,
  onMonth: (month: number) => void | Promise<void> = () => {},
): Promise<RunResult> {
  const months: MonthResult[] = [];
  const stateHash = await engine(inputs, seed, async ({ events, ...record }) => {
    months.push({ ...record, flows: countFlows(events, inputs) });
    await onMonth(record.month);
  });
  return { inputs, seed, months, stateHash };
}
