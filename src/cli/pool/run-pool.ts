import { Worker } from 'node:worker_threads';
import { createDispatch } from '../../experiment/dispatch.ts';
import type { RunReport } from '../../experiment/run-order.ts';
import type { RunPool } from '../../experiment/run-pool.ts';

/**
 * Whole runs side by side, each in one thread of its own that is used again.
 * @param size threads
 * @param workerFile the built `workers/node/run.worker.ts`
 */
export function createThreadPool(size: number, workerFile: URL): RunPool {
  const dispatch = createDispatch<Worker>(size, (news) => {
    const worker = new Worker(workerFile);
    worker.on('message', (report: RunReport) => news.report(worker, report));
    worker.on('error', (error) => news.death(worker, error.message));
    worker.on('exit', (code) => news.death(worker, `the thread ended with code ${code}`));
    return worker;
  });
  return {
    size,
    keepsSeeds: true,
    play: (order) => new Promise((settle) => dispatch.place(order, settle)),
    async close() {
      await Promise.all(dispatch.dismissAll());
    },
  };
}
