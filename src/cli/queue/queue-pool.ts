import { Queue, QueueEvents } from 'bullmq';
import { type Result, succeed } from '../../core/result.ts';
import type { RunOrder, RunReport } from '../../experiment/run-order.ts';
import type { RunPool } from '../../experiment/run-pool.ts';
import { closeWithin, connect, KEPT_REPORTS, nameOrder, QUEUE_NAME, unpackReport } from './run-queue.ts';

/** Orders on the queue at once: enough for hundreds of threads, and little for Redis. */
const UNDER_WAY = 512;
/** Milliseconds between two looks at what is under way: events can be lost when a server restarts. */
const LOOK_INTERVAL = 1000;
/** Looks without a report after which it is asked whether anybody works at all. */
const SILENT_LOOKS = 10;

interface Waiting {
  readonly order: RunOrder;
  readonly settle: (report: RunReport) => void;
}

const ignoreEnd = () => {};

/**
 * Runs on whatever machines `work` for the queue (BullMQ on Redis). An order stays there until its report is released, so that
 * neither a machine nor this process nor the server can die at a moment at which something is lost.
 * @param tell told what a person should know
 */
export async function openQueuePool(url: string, tell: (text: string) => void): Promise<Result<RunPool>> {
  const connection = await connect(url);
  if (!connection.ok) return connection;
  const queue = new Queue<RunOrder>(QUEUE_NAME, { connection: connection.value });
  const listening = connection.value.duplicate();
  listening.on('error', ignoreEnd);
  const events = new QueueEvents(QUEUE_NAME, { connection: listening });
  // A server that is away comes back; until then there is nothing to do.
  queue.on('error', ignoreEnd);
  events.on('error', ignoreEnd);
  const waiting = new Map<string, Waiting>();
  const names = new WeakMap<RunOrder, string>();
  const refused = new Set<string>();
  let isClosed = false;
  let silentLooks = 0;

  const readName = (order: RunOrder): string => {
    const name = names.get(order) ?? nameOrder(order);
    names.set(order, name);
    return name;
  };

  async function place(name: string, order: RunOrder): Promise<void> {
    await queue.add('run', order, { jobId: name, removeOnComplete: KEPT_REPORTS, removeOnFail: KEPT_REPORTS });
  }

  /** Takes the report of an order if there is one; places the order again if it got lost, or its report is refused. */
  async function look(name: string): Promise<void> {
    const state = await queue.getJobState(name);
    const known = waiting.get(name);
    if (known === undefined) return;
    if (state === 'unknown') return place(name, known.order);
    if (state !== 'completed' && state !== 'failed') return;
    const job = await queue.getJob(name);
    if (job === undefined || waiting.get(name) !== known) return;
    if (state === 'failed') return settle(name, { ok: false, error: job.failedReason ?? 'the machine died' });
    const taken = unpackReport(job.returnvalue);
    if ('report' in taken) return settle(name, taken.report);
    if (!refused.has(taken.refusal)) tell(`refused: ${taken.refusal}; the run is done again\n`);
    refused.add(taken.refusal);
    await queue.remove(name);
    await place(name, known.order);
  }

  function settle(name: string, report: RunReport): void {
    silentLooks = 0;
    waiting.get(name)?.settle(report);
    waiting.delete(name);
  }

  async function lookAtAll(): Promise<void> {
    for (const name of [...waiting.keys()]) if (!isClosed) await look(name);
    if (waiting.size > 0 && ++silentLooks === SILENT_LOOKS && (await queue.getWorkers()).length === 0) {
      tell(`nobody works for this queue yet: work --queue ${url}\n`);
    }
  }

  events.on('completed', ({ jobId }) => void look(jobId).catch(ignoreEnd));
  events.on('failed', ({ jobId }) => void look(jobId).catch(ignoreEnd));
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    lookAtAll()
      .catch(ignoreEnd)
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_INTERVAL);

  return succeed({
    size: UNDER_WAY,
    // Whoever is free takes the next: seeds dealt over lanes would reach machines mixed.
    keepsSeeds: false,
    play(order) {
      return new Promise((settleOrder) => {
        const name = readName(order);
        waiting.set(name, { order, settle: settleOrder });
        // Its report may be there already: an earlier sweep was killed before it fetched it.
        void place(name, order)
          .then(() => look(name))
          .catch(ignoreEnd);
      });
    },
    async release(order) {
      // One that a machine still holds stays, and is forgotten with the reports that nobody fetches.
      await queue.remove(readName(order)).catch(ignoreEnd);
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await closeWithin(events.close(), queue.close());
      for (const each of [listening, connection.value]) each.disconnect();
    },
  });
}
