import { InvariantError } from '../core/invariant.ts';
import { type CrewMemory, createCrewAdvance, helpCrew } from '../model/crew.ts';
import type { ModelInputs } from '../model/inputs.ts';
import type { MonthRecord } from '../model/records.ts';
import { createSimulation } from '../model/simulation.ts';

/** What a thread of a crew is told when it starts. */
export interface CrewOrder {
  readonly inputs: ModelInputs;
  readonly seed: string;
  readonly memory: CrewMemory;
  /** 0 leads, the others help. */
  readonly thread: number;
  /** The state at the end of the run that this one starts from, where there is one. */
  readonly end: SharedArrayBuffer | null;
}

/** What the leader tells the host. */
export type CrewMessage =
  | { readonly kind: 'month'; readonly record: MonthRecord }
  | { readonly kind: 'end'; readonly stateHash: string }
  /** A broken invariant, found in a calendar month: an error would lose its fields on the way. */
  | { readonly kind: 'broken'; readonly detail: string; readonly month: number };

/** What one thread of a crew does. The leader returns at the end of the run; helpers block until their thread is ended. */
export function serveInCrew(order: CrewOrder, tell: (message: CrewMessage) => void): void {
  const { inputs, seed, memory, thread } = order;
  if (thread === 0) leadCrew(order, tell);
  else helpCrew(inputs, seed, memory, thread - 1);
}

function leadCrew({ inputs, seed, memory, end }: CrewOrder, tell: (message: CrewMessage) => void): void {
  try {
    const readEnd = end === null ? undefined : () => end;
    const simulation = createSimulation(inputs, seed, createCrewAdvance(inputs, memory), memory.state, readEnd);
    while (simulation.month < inputs.months) {
      simulation.step();
      tell({ kind: 'month', record: simulation.readMetrics() });
    }
    tell({ kind: 'end', stateHash: simulation.stateHash() });
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    tell({ kind: 'broken', detail: error.detail, month: error.month ?? inputs.startMonth });
  }
}
