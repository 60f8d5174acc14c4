import type { RunOrder, RunReport } from './run-order.ts';

/** Times an order is given out before its worker's death is taken for its own fault. */
const MOST_TRIES = 2;
/** The error of an order that was given up: nothing about the run is known. */
export const GIVEN_UP = 'given up';

/** A thread of Node or a worker of a tab. */
export interface RunWorker {
  postMessage(order: RunOrder): void;
  terminate(): unknown;
}

/** What a host tells of its workers. */
export interface WorkerNews<W extends RunWorker> {
  report(worker: W, report: RunReport): void;
  /** The worker can do no more. Nothing happens when it is told twice. */
  death(worker: W, cause: string): void;
}

export interface Dispatch {
  /** @param settle told once of the report @returns gives the order up: it ends at once, told as failed */
  place(order: RunOrder, settle: (report: RunReport) => void): () => void;
  /** Gives all orders up, whoever placed them. */
  giveUpAll(): void;
  /** Ends the workers and starts no more; orders under way are never settled. @returns what ending each returned */
  dismissAll(): unknown[];
}

interface Waiting {
  readonly order: RunOrder;
  readonly settle: (report: RunReport) => void;
  tries: number;
}

/**
 * Gives orders to workers that are used again, the one that played the same seed before if it is free: it has the history.
 * @param size most workers; they start when there is work for them
 */
export function createDispatch<W extends RunWorker>(size: number, start: (news: WorkerNews<W>) => W): Dispatch {
  const queue: Waiting[] = [];
  /** With the seed that each played last. */
  const idle = new Map<W, string>();
  const busy = new Map<W, Waiting>();
  let isClosed = false;

  const news: WorkerNews<W> = {
    report(worker, report) {
      const done = busy.get(worker);
      if (done === undefined) return;
      busy.delete(worker);
      idle.set(worker, done.order.seed);
      done.settle(report);
      assign();
    },
    /** What a lost worker had in hand is done again by another, or told as failed. */
    death(worker, cause) {
      const lost = busy.get(worker);
      dismiss(worker);
      if (lost === undefined || isClosed) return;
      if (lost.tries < MOST_TRIES) queue.unshift(lost);
      else lost.settle({ ok: false, error: cause });
      assign();
    },
  };

  function dismiss(worker: W): unknown {
    busy.delete(worker);
    idle.delete(worker);
    return worker.terminate();
  }

  /** Among those that are free the last to come, unless one has played the seed. */
  function findIdle(seed: string): W | undefined {
    let found: W | undefined;
    for (const [worker, last] of idle) {
      found = worker;
      if (last === seed) break;
    }
    if (found !== undefined) idle.delete(found);
    return found;
  }

  function assign(): void {
    while (queue.length > 0 && !isClosed) {
      const worker = findIdle(queue[0].order.seed) ?? (busy.size < size ? start(news) : undefined);
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
    for (const [worker, placed] of busy) if (placed === waiting) dismiss(worker);
    waiting.settle({ ok: false, error: GIVEN_UP });
    // One signal may end several: the next order is not one of them.
    void Promise.resolve().then(assign);
  }

  return {
    place(order, settle) {
      const waiting: Waiting = { order, settle, tries: 0 };
      queue.push(waiting);
      assign();
      return () => giveUp(waiting);
    },
    giveUpAll() {
      for (const waiting of [...queue.splice(0), ...busy.values()]) giveUp(waiting);
    },
    dismissAll() {
      isClosed = true;
      return [...idle.keys(), ...busy.keys()].map(dismiss);
    },
  };
}
