import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord } from '../model/records.ts';
import type { createSimulation, Simulation } from '../model/simulation.ts';
import { createHistoryStore } from './histories.ts';
import { HISTORY_BYTES } from './run.ts';

/** One simulation that a tester drives step by step. Every method but `load` throws before something was loaded. */
export interface HandRun {
  load(inputs: ModelInputs, seed: string): void;
  /** Advances up to `months` months; stops at the end of the run. Answers with the months completed since the start. */
  step(months: number): number;
  month(): number;
  hash(): string;
  read(): MonthRecord;
}

export function createHandRun(create: typeof createSimulation): HandRun {
  const histories = createHistoryStore(create, HISTORY_BYTES);
  let loaded: Simulation | undefined;

  function getSimulation(): Simulation {
    if (loaded === undefined) throw new Error('Nothing is loaded: call load(scenario) first.');
    return loaded;
  }

  return {
    load(inputs, seed) {
      loaded = create(inputs, seed, undefined, undefined, histories.readEnd);
    },
    step(months) {
      const simulation = getSimulation();
      const end = Math.min(simulation.month + months, simulation.inputs.months);
      while (simulation.month < end) simulation.step();
      return simulation.month;
    },
    month: () => getSimulation().month,
    hash: () => getSimulation().stateHash(),
    read: () => getSimulation().readMetrics(),
  };
}
