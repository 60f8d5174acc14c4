import { createDispatch, GIVEN_UP } from '../experiment/dispatch.ts';
import type { RunOrder, RunReport } from '../experiment/run-order.ts';
import type { RunPool } from '../experiment/run-pool.ts';

/** The workers of the tab. Studies share them. */
export interface TabPool extends RunPool {
  /** The same workers; orders placed here are given up at once when the signal is aborted, and told as failed. */
  until(signal: AbortSignal): RunPool;
}

/** One worker a core, and a core left for the page. */
function countWorkers(): number {
  return Math.max(1, navigator.hardwareConcurrency - 1);
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/browser/run.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Whole runs side by side, each in a worker of its own that is used again. Workers start when there is work for them.
 * @param start starts a worker, `workers/browser/run.worker.ts` but in tests
 */
export function createTabPool(size = countWorkers(), start: () => Worker = startWorker): TabPool {
  const dispatch = createDispatch<Worker>(size, (news) => {
    const worker = start();
    worker.onmessage = ({ data }: MessageEvent<RunReport>) => news.report(worker, data);
    worker.onerror = (event) => news.death(worker, event.message || 'the worker could not be loaded');
    worker.onmessageerror = () => news.death(worker, 'a message of the worker could not be read');
    return worker;
  });

  function play(order: RunOrder, signal?: AbortSignal): Promise<RunReport> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve({ ok: false, error: GIVEN_UP });
      const giveUp = dispatch.place(order, (report) => {
        signal?.removeEventListener('abort', giveUp);
        resolve(report);
      });
      signal?.addEventListener('abort', giveUp);
    });
  }

  return {
    size,
    keepsSeeds: true,
    play: (order) => play(order),
    until: (signal) => ({ size, keepsSeeds: true, play: (order) => play(order, signal), close: async () => {} }),
    async close() {
      dispatch.giveUpAll();
      dispatch.dismissAll();
    },
  };
}

let shared: TabPool | undefined;

/** The pool of the page: made when first asked for, one for all doors, so that there are never more workers than cores. */
export function getTabPool(): TabPool {
  shared ??= createTabPool();
  return shared;
}
