import type { ModelInputs } from '../model/inputs.ts';
import type { createSimulation } from '../model/simulation.ts';
import { createHistoryStore } from './histories.ts';
import { findWindow, type Measure, readMeasure, reduceMeasure } from './measure.ts';
import { HISTORY_BYTES } from './run.ts';

/** One run of a study. Plain data: it crosses to any worker, or a queue, as it is. */
export interface RunOrder {
  readonly inputs: ModelInputs;
  readonly seed: string;
  readonly measures: readonly Measure[];
}

/** What came of a run. A run that fails is a result too: it names its cause, and the study goes on. */
export type RunReport =
  | {
      readonly ok: true;
      /** By measure: one number, or one a year or month; not a number where there is no figure. */
      readonly values: readonly (readonly number[])[];
      readonly stateHash: string;
    }
  | { readonly ok: false; readonly error: string };

/** Plays orders one after the other, in the thread it is in. Ends of histories are kept between orders. */
export type PlayOrder = (order: RunOrder) => RunReport;

/** Only months that count are observed; observing changes nothing. @param historyBytes of ends of histories */
export function createOrderPlayer(create: typeof createSimulation, historyBytes = HISTORY_BYTES): PlayOrder {
  const histories = createHistoryStore(create, historyBytes);
  return ({ inputs, seed, measures }) => {
    try {
      const simulation = create(inputs, seed, undefined, undefined, histories.readEnd);
      const windows = measures.map((measure) => findWindow(measure, inputs));
      const series: number[][] = measures.map(() => []);
      while (simulation.month < inputs.months) {
        simulation.step();
        const counts = ({ first, last }: { first: number; last: number }) =>
          simulation.month >= first && simulation.month <= last;
        if (!windows.some(counts)) continue;
        const record = simulation.readMetrics();
        measures.forEach((measure, k) => {
          if (counts(windows[k])) series[k].push(readMeasure(record, measure, inputs));
        });
      }
      const values = measures.map((measure, k) =>
        reduceMeasure(measure, series[k], inputs.startMonth + windows[k].first - 1),
      );
      return { ok: true, values, stateHash: simulation.stateHash() };
    } catch (error) {
      // A broken invariant names its run; anything else is told as it came.
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
}
