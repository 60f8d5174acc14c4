import { Worker } from 'node:worker_threads';
import type { RunOrder, RunReport } from '../../experiment/run-order.ts';
import type { RunPool } from '../../experiment/run-pool.ts';

/** Times an order is given out before its worker's death is taken for its own fault. */
const MOST_TRIES = 2;

interface Waiting {
  readonly order: RunOrder;
  readonly settle: (report: RunReport) => void;
  tries: number;
}

/**
 * Whole runs side by side, each in one thread of its own that is used again.
 * @param size threads
 * @param workerFile the built `workers/node/run.worker.ts`
 */
export function createThreadPool(size: number, workerFile: URL): RunPool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let isClosed = false;

  function hire(): Worker {
    const worker = new Worker(workerFile);
    worker.on('message', (report: RunReport) => {
      busy.get(worker)?.settle(report);
      busy.delete(worker);
      idle.push(worker);
      assign();
    });
    worker.on('error', (error) => bury(worker, error.message));
    worker.on('exit', (code) => bury(worker, `the thread ended with code ${code}`));
    return worker;
  }

  /** What a lost worker had in hand is done again by another, or told as failed. */
  function bury(worker: Worker, cause: string): void {
    const lost = busy.get(worker);
    busy.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    if (lost === undefined || isClosed) return;
    if (lost.tries < MOST_TRIES) queue.unshift(lost);
    else lost.settle({ ok: false, error: cause });
    assign();
  }

  function assign(): void {
    while (queue.length > 0 && !isClosed) {
      const worker = idle.pop() ?? (busy.size < size ? hire() : undefined);
      if (worker === undefined) return;
      const waiting = queue.shift() as Waiting;
      waiting.tries++;
      busy.set(worker, waiting);
      worker.postMessage(waiting.order);
    }
  }

  return {
    size,
    play(order) {
      return new Promise((settle) => {
        queue.push({ order, settle, tries: 0 });
        assign();
      });
    },
    async close() {
      isClosed = true;
      const workers = [...idle, ...busy.keys()];
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
