import { createDesignOrder, type Design } from '../design/design.ts';
import type { MarketPath } from '../market-path.ts';
import { playOrders, type RunPool } from '../run-pool.ts';
import { dealBySeed } from './deal.ts';
import type { FinishedRun, RunStore } from './finished-run.ts';
import { countWanted } from './replicates.ts';
import { isInShard, type Shard, WHOLE } from './shard.ts';

/** What a host gives to a sweep beside the pool. */
export interface SweepHost {
  /** The realised market, for scenarios whose returns are prescribed. */
  readonly path: MarketPath;
  /** Milliseconds. */
  readClock(): number;
  /** The part to do; all of it without. */
  readonly shard?: Shard;
  /** Told how many runs are to be done, before each round of them. */
  onRound?(missing: number): void;
  /** Told of every run, after it was kept. */
  onRun?(run: FinishedRun): void;
  /** Asked before each run: ends the sweep, runs under way are awaited. */
  isOver?(): boolean;
}

interface Key {
  readonly point: number;
  readonly replicate: number;
}

/**
 * Does every run of a design that the store has not, in rounds: the first replicates of all points, then more of
 * those points that need more. Which runs there are depends on nothing but the design; memory does not grow with their number.
 * @returns whether it came to the end
 */
export async function playDesign(design: Design, pool: RunPool, store: RunStore, host: SweepHost): Promise<boolean> {
  const shard = host.shard ?? WHOLE;
  const isOver = () => host.isOver?.() === true;
  const wanted = new Uint32Array(design.points.count).fill(design.stop.first);
  for (;;) {
    const missing = countMissing(design, store, shard, wanted);
    if (missing > 0) {
      host.onRound?.(missing);
      const deal = dealBySeed(countMost(wanted), (replicate) => listMissing(design, store, shard, wanted, replicate));
      await playRound(design, pool, store, host, missing, (lane) => deal(pool.keepsSeeds ? lane : 0) as Key);
    }
    if (isOver()) return countMissing(design, store, shard, wanted) === 0 && !askForMore(design, store, shard, wanted);
    if (!askForMore(design, store, shard, wanted)) return true;
  }
}

function countMissing(design: Design, store: RunStore, shard: Shard, wanted: Uint32Array): number {
  let missing = 0;
  for (let replicate = 0; replicate < countMost(wanted); replicate++) {
    for (const _ of listMissing(design, store, shard, wanted, replicate)) missing++;
  }
  return missing;
}

function countMost(wanted: Uint32Array): number {
  return wanted.reduce((max, count) => Math.max(max, count), 0);
}

function* listMissing(
  design: Design,
  store: RunStore,
  shard: Shard,
  wanted: Uint32Array,
  replicate: number,
): Generator<Key> {
  for (let point = 0; point < wanted.length; point++) {
    if (replicate >= wanted[point] || !isInShard(design, shard, point, replicate)) continue;
    if (!store.has(point, replicate)) yield { point, replicate };
  }
}

/** @returns whether any point asks for more replicates; how many stands in `wanted` then */
function askForMore(design: Design, store: RunStore, shard: Shard, wanted: Uint32Array): boolean {
  if (design.stop.interval === null) return false;
  let isAsked = false;
  for (let point = 0; point < wanted.length; point++) {
    if (!isInShard(design, shard, point, 0)) continue;
    const more = countWanted(design, store, point, wanted[point]);
    isAsked ||= more > wanted[point];
    wanted[point] = more;
  }
  return isAsked;
}

async function playRound(
  design: Design,
  pool: RunPool,
  store: RunStore,
  host: SweepHost,
  count: number,
  deal: (lane: number) => Key,
): Promise<void> {
  const underWay = new Map<number, Key & { readonly started: number }>();
  await playOrders(
    pool,
    count,
    (k, lane) => {
      // What is kept meanwhile lies behind the places that have been reached, so that the lists stay as they were counted.
      const key = deal(lane);
      underWay.set(k, { ...key, started: host.readClock() });
      return createDesignOrder(design, host.path, key.point, key.replicate);
    },
    async (k, report) => {
      const { point, replicate, started } = underWay.get(k) as Key & { readonly started: number };
      underWay.delete(k);
      const run = { point, replicate, report, milliseconds: host.readClock() - started };
      await store.append(run);
      host.onRun?.(run);
    },
    host.isOver?.bind(host),
  );
}
