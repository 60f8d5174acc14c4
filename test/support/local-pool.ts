import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import type { RunPool } from '../../src/experiment/run-pool.ts';
import { createSimulation } from '../../src/model/simulation.ts';

/** A pool that plays in this thread: the same reports, without a worker. */
export function createLocalPool(create: typeof createSimulation = createSimulation): RunPool {
  const play = createOrderPlayer(create);
  return { size: 1, keepsSeeds: false, play: async (order) => play(order), close: async () => {} };
}
