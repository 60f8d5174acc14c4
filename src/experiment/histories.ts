import type { ModelInputs } from '../model/inputs.ts';
import type { createSimulation, Simulation } from '../model/simulation.ts';

/**
 * Ends of the runs that other runs start from. Each is computed once: it depends on its own inputs and the seed, and on
 * nothing that the later run changes by itself.
 */
export interface HistoryStore {
  /** Computes a month that the run needs before its first. @returns whether there was one left to compute */
  advance(inputs: ModelInputs, seed: string): boolean;
  /** Months before the first of the run, those known apart. */
  countMissing(inputs: ModelInputs, seed: string): number;
  /** The state at the end of a run, computed as far as it is missing: the `ReadEnd` of `createSimulation`. */
  readEnd(prologue: ModelInputs, seed: string): ArrayBuffer;
}

interface Entry {
  readonly key: string;
  simulation: Simulation | null;
  end: ArrayBuffer | null;
}

/** The latest is kept whatever it weighs, and so many at most, those under way included: their weight is not known. */
const MOST_KEPT = 4;

/** Months of all the runs that the run starts from. */
export function countHistoryMonths({ prologue }: ModelInputs): number {
  return prologue === null ? 0 : prologue.months + countHistoryMonths(prologue);
}

/** @param mostBytes that the states kept may take together, the latest apart */
export function createHistoryStore(create: typeof createSimulation, mostBytes: number): HistoryStore {
  /** The latest asked for comes first. */
  let entries: Entry[] = [];

  function open(prologue: ModelInputs, seed: string): Entry {
    const key = JSON.stringify([seed, prologue]);
    const entry = entries.find((known) => known.key === key) ?? { key, simulation: null, end: null };
    entries = keepWithin([entry, ...entries.filter((other) => other !== entry)], mostBytes);
    return entry;
  }

  const store: HistoryStore = {
    advance({ prologue }, seed) {
      if (prologue === null) return false;
      const entry = open(prologue, seed);
      if (entry.end !== null) return false;
      if (entry.simulation === null && store.advance(prologue, seed)) return true;
      const simulation = entry.simulation ?? create(prologue, seed, undefined, undefined, store.readEnd);
      // A month that throws leaves nothing behind to go on from.
      entry.simulation = null;
      simulation.step();
      if (simulation.month < prologue.months) entry.simulation = simulation;
      else entry.end = simulation.save();
      return true;
    },

    countMissing({ prologue }, seed) {
      if (prologue === null) return 0;
      const { simulation, end } = open(prologue, seed);
      if (end !== null) return 0;
      if (simulation !== null) return prologue.months - simulation.month;
      return prologue.months + store.countMissing(prologue, seed);
    },

    readEnd(prologue, seed) {
      const entry = open(prologue, seed);
      while (entry.end === null) store.advance({ ...prologue, prologue }, seed);
      return entry.end;
    },
  };
  return store;
}

/** Forgets from the end of the list. */
function keepWithin(entries: Entry[], mostBytes: number): Entry[] {
  let bytes = 0;
  return entries.filter(({ end }, position) => {
    bytes += end?.byteLength ?? 0;
    return position === 0 || (position < MOST_KEPT && bytes <= mostBytes);
  });
}
