import type { RunOrder, RunReport } from '../experiment/run-order.ts';
import type { RunPool } from '../experiment/run-pool.ts';

/** Times an order is given out before its worker's death is taken for its own fault. */
const MOST_TRIES = 2;
/** The error of an order that was given up: nothing about the run is known. */
const GIVEN_UP = 'given up';

interface Waiting {
  readonly order: RunOrder;
  readonly settle: (report: RunReport) => void;
  tries: number;
}

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
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();

  function hire(): Worker {
    const worker = start();
    worker.onmessage = ({ data }: MessageEvent<RunReport>) => {
      busy.get(worker)?.settle(data);
      busy.delete(worker);
      idle.push(worker);
      assign();
    };
    worker.onerror = (event) => bury(worker, event.message || 'the worker could not be loaded');
    worker.onmessageerror = () => bury(worker, 'a message of the worker could not be read');
    return worker;
  }

  /** What a lost worker had in hand is done again by another, or told as failed. */
  function bury(worker: Worker, cause: string): void {
    const lost = busy.get(worker);
    dismiss(worker);
    if (lost === undefined) return;
    if (lost.tries < MOST_TRIES) queue.unshift(lost);
    else lost.settle({ ok: false, error: cause });
    assign();
  }

  function dismiss(worker: Worker): void {
    worker.terminate();
    busy.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  }

  function assign(): void {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (busy.size < size ? hire() : undefined);
      if (worker === undefined) return;
      const waiting = queue.shift() as Waiting;
      waiting.tries++;
      busy.set(worker, waiting);
      worker.postMessage(waiting.order);
    }
  }

  function giveUp(waiting: Waiting): void {
    const at = queue.indexOf(waiting);
    if (at >= 0) queue.splice(at, 1);
    // A run can't be interrupted from outside; its worker is.
    for (const [worker, order] of busy) if (order === waiting) dismiss(worker);
    waiting.settle({ ok: false, error: GIVEN_UP });
    // One signal may end several: the next order is not one of them.
    queueMicrotask(assign);
  }

  function play(order: RunOrder, signal?: AbortSignal): Promise<RunReport> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve({ ok: false, error: GIVEN_UP });
      const abandon = () => giveUp(waiting);
      const settle = (report: RunReport) => {
        signal?.removeEventListener('abort', abandon);
        resolve(report);
      };
      const waiting: Waiting = { order, settle, tries: 0 };
      signal?.addEventListener('abort', abandon);
      queue.push(waiting);
      assign();
    });
  }

  async function close(): Promise<void> {
    for (const waiting of [...queue.splice(0), ...busy.values()]) giveUp(waiting);
    for (const worker of [...idle]) dismiss(worker);
  }

  return {
    size,
    play: (order) => play(order),
    until: (signal) => ({ size, play: (order) => play(order, signal), close: async () => {} }),
    close,
  };
}

let shared: TabPool | undefined;

/** The pool of the page: made when first asked for, one for all doors, so that there are never more workers than cores. */
export function getTabPool(): TabPool {
  shared ??= createTabPool();
  return shared;
}
