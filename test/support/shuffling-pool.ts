import { Draws } from '../../src/core/random.ts';
import type { RunReport } from '../../src/experiment/run-order.ts';
import type { RunPool } from '../../src/experiment/run-pool.ts';

/** A pool that hands reports back in an order of its own, drawn by a number: what a busy machine may do. */
export function createShufflingPool(pool: RunPool, size: number, seed: number): RunPool {
  const draws = new Draws([seed, 0]);
  const waiting: (() => void)[] = [];
  let turn = 0;
  function letOneGo(): void {
    draws.atCounter(turn++, 0);
    waiting.splice(Math.floor(draws.u * waiting.length), 1)[0]?.();
  }
  return {
    ...pool,
    size,
    async play(order) {
      const report = await pool.play(order);
      return new Promise<RunReport>((resolve) => {
        waiting.push(() => resolve(report));
        setImmediate(letOneGo);
      });
    },
  };
}
