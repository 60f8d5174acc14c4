import type { RunOrder, RunReport } from './run-order.ts';

/** Whatever plays orders side by side: threads of a process, workers of a tab. Reports do not depend on how many there are. */
export interface RunPool {
  /** Orders that can be under way at once. */
  readonly size: number;
  /** Whether an order goes to the worker that played its seed last, if it is free: that one has the history. */
  readonly keepsSeeds: boolean;
  /** Never rejects: a run that fails, or whose worker dies twice, is a report that says so. */
  play(order: RunOrder): Promise<RunReport>;
  /** Told that the report of an order is safe: whoever kept it meanwhile may forget it. */
  release?(order: RunOrder): Promise<void>;
  /** Ends the workers; orders under way are given up. */
  close(): Promise<void>;
}

/**
 * Plays orders as they are asked for, no more under way than the pool holds, so that memory does not grow with their number.
 * @param count orders in all; @param order makes order number k, when its turn comes; a lane, of
 * as many as the pool's size, has one under way at a time
 * @param onReport told of every report as it comes, in no particular order
 * @param isOver asked before each order: stops handing out orders; those under way are awaited
 */
export async function playOrders(
  pool: RunPool,
  count: number,
  order: (k: number, lane: number) => RunOrder,
  onReport: (k: number, report: RunReport) => void | Promise<void>,
  isOver: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  async function serve(lane: number): Promise<void> {
    while (next < count && !isOver()) {
      const k = next++;
      const placed = order(k, lane);
      await onReport(k, await pool.play(placed));
      await pool.release?.(placed);
    }
  }
  await Promise.all(Array.from({ length: Math.min(pool.size, count) }, (_, lane) => serve(lane)));
}
