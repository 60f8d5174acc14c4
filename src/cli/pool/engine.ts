import { Worker } from 'node:worker_threads';
import { InvariantError } from '../../core/invariant.ts';
import type { CrewMessage, CrewOrder } from '../../experiment/crew.ts';
import { createEngine, type Engine } from '../../experiment/run.ts';
import { createCrewMemory } from '../../model/crew.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { createSimulation } from '../../model/simulation.ts';

/** Whether threads can share memory here: without, one computes alone. */
export const CAN_SHARE_MEMORY = typeof SharedArrayBuffer === 'function';

type MonthListener = () => void | Promise<void>;

/**
 * The engine for a number of threads: the one place that knows how a run is spread over the machine. With more than one,
 * all of them are workers, so that this thread stays free to show progress and to hear of a worker that dies.
 * @param workerFile the built `workers/node/crew.worker.ts`
 */
export function createThreadedEngine(threads: number, workerFile: URL): Engine {
  if (threads === 1 || !CAN_SHARE_MEMORY) return createEngine(createSimulation);
  /** The last history computed: it takes most of the memory, and the runs of a process share it mostly. */
  let known: { readonly key: string; readonly end: SharedArrayBuffer } | null = null;

  /** @returns the end of the run that the run starts from, computed by a crew of its own where it is not known */
  async function reachStart({ prologue }: ModelInputs, seed: string, onMonth: MonthListener) {
    if (prologue === null) return null;
    const key = JSON.stringify([seed, prologue]);
    if (known?.key !== key) known = { key, end: (await compute(prologue, seed, onMonth, onMonth)).state };
    return known.end;
  }

  async function compute(inputs: ModelInputs, seed: string, onRecord: Parameters<Engine>[2], onHistory: MonthListener) {
    const end = await reachStart(inputs, seed, onHistory);
    const memory = createCrewMemory(inputs, threads);
    const workers = Array.from({ length: threads }, (_, thread) => {
      const workerData: CrewOrder = { inputs, seed, memory, thread, end };
      return new Worker(workerFile, { workerData });
    });
    try {
      return { stateHash: await followCrew(workers, seed, onRecord), state: memory.state };
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  }

  return async (inputs, seed, onRecord, onHistory = () => {}) =>
    (await compute(inputs, seed, onRecord, onHistory)).stateHash;
}

/** Hands on months as they come. Settles with the hash at the end, or with the first thing that goes wrong anywhere. */
function followCrew(workers: readonly Worker[], seed: string, onRecord: Parameters<Engine>[2]): Promise<string> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    for (const worker of workers) {
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (!isOver) reject(new Error(`A thread ended before the run did, with code ${code}.`));
      });
    }
    let told: Promise<unknown> = Promise.resolve();
    workers[0].on('message', (message: CrewMessage) => {
      isOver = message.kind !== 'month';
      told = told.then(() => follow(message)).catch(reject);
    });
    async function follow(message: CrewMessage): Promise<void> {
      if (message.kind === 'month') await onRecord(message.record);
      else if (message.kind === 'end') resolve(message.stateHash);
      else
        reject(
          new InvariantError(message.detail, { month: message.month, seed, replay: 'the same run on one thread' }),
        );
    }
  });
}
