import { createEngine, type Engine } from '../../experiment/run.ts';
import { createSimulation } from '../../model/simulation.ts';

/** Threads that this version really uses. Results do not depend on it. */
export const THREADS_USED = 1;

/** The engine for a number of threads: the one place that knows how a run is spread over the machine. */
export function createThreadedEngine(_threads: number): Engine {
  return createEngine(createSimulation);
}
