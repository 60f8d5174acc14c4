import { Worker } from 'bullmq';
import { type Result, succeed } from '../../core/result.ts';
import type { RunOrder } from '../../experiment/run-order.ts';
import type { RunPool } from '../../experiment/run-pool.ts';
import { closeWithin, connect, packReport, QUEUE_NAME, type QueueResult } from './run-queue.ts';

/** Machines that may die over one run before the run is taken for the cause. */
const DEATHS_MOST = 50;

/** A machine at work for a queue. */
export interface QueueWorker {
  /** Runs handed back. */
  countRuns(): number;
  /** Settles when nothing waits any more. */
  readonly drained: Promise<void>;
  /** Ends at once; what is under way is done again by others. */
  close(): Promise<void>;
}

/**
 * Does runs that sweeps put on a queue.
 * @param patience seconds of silence after which others take a machine for dead, and its runs for theirs
 */
export async function startQueueWorker(url: string, pool: RunPool, patience: number): Promise<Result<QueueWorker>> {
  const connection = await connect(url);
  if (!connection.ok) return connection;
  const worker = new Worker<RunOrder, QueueResult>(QUEUE_NAME, async ({ data }) => packReport(await pool.play(data)), {
    connection: connection.value,
    concurrency: pool.size,
    lockDuration: patience * 1000,
    stalledInterval: (patience * 1000) / 2,
    maxStalledCount: DEATHS_MOST,
  });
  // A server that is away comes back; until then there is nothing to do.
  worker.on('error', () => {});
  let done = 0;
  worker.on('completed', () => {
    done++;
  });
  return succeed({
    countRuns: () => done,
    drained: new Promise((resolve) => worker.on('drained', () => resolve())),
    async close() {
      await closeWithin(worker.close(true));
      await pool.close();
      connection.value.disconnect();
    },
  });
}
