import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueuePool } from '../../../src/cli/queue/queue-pool.ts';
import { startQueueWorker } from '../../../src/cli/queue/queue-worker.ts';
import { QUEUE_NAME, unpackReport } from '../../../src/cli/queue/run-queue.ts';
import type { RunOrder, RunReport } from '../../../src/experiment/run-order.ts';
import type { RunPool } from '../../../src/experiment/run-pool.ts';
import { ENGINE_VERSION } from '../../../src/experiment/version.ts';
import { createRedisServer, REDIS, type RedisServer } from '../../support/redis-server.ts';

const HASH = 'a'.repeat(64);
const order = (seed: string): RunOrder => ({ inputs: {} as RunOrder['inputs'], seed, measures: [] });
const reportOf = (seed: string): RunReport => ({ ok: true, values: [[Number(seed), Number.NaN]], stateHash: HASH });

/** Plays nothing: the report is the seed. */
function createEchoPool(played: string[] = []): RunPool {
  return {
    size: 2,
    keepsSeeds: false,
    play: async ({ seed }) => {
      played.push(seed);
      return reportOf(seed);
    },
    close: async () => {},
  };
}

async function open(url: string, told: string[] = []): Promise<RunPool> {
  const pool = await openQueuePool(url, (text) => told.push(text));
  if (!pool.ok) throw new Error(JSON.stringify(pool.problems));
  return pool.value;
}

async function startWorker(url: string, played: string[] = []) {
  const worker = await startQueueWorker(url, createEchoPool(played), 1);
  if (!worker.ok) throw new Error(JSON.stringify(worker.problems));
  return worker.value;
}

describe.skipIf(REDIS === undefined)('a queue on a real Redis', { timeout: 60_000 }, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await createRedisServer();
    await redis.start();
  });
  afterAll(() => redis.remove());

  test('reports are those of the pool that does the runs, and nothing stays behind when they are released', async () => {
    const [pool, worker] = [await open(redis.url), await startWorker(redis.url)];
    const orders = ['1', '2', '3', '4', '5'].map(order);
    const reports = await Promise.all(orders.map(pool.play));
    expect(reports).toEqual(['1', '2', '3', '4', '5'].map(reportOf));
    for (const placed of orders) await pool.release?.(placed);
    await worker.close();
    await pool.close();
    const client = new Redis(redis.url);
    const left = await client.keys('*:[0-9a-f]*');
    client.disconnect();
    expect(left.filter((key) => /:[0-9a-f]{64}$/.test(key))).toEqual([]);
  });

  test('who asks again for what is done already gets it, and it is not done twice', async () => {
    const played: string[] = [];
    const worker = await startWorker(redis.url, played);
    const killed = await open(redis.url);
    await killed.play(order('11'));
    await killed.close(); // before it said that the report is safe
    const next = await open(redis.url);
    expect(await next.play(order('11'))).toEqual(reportOf('11'));
    expect(played).toEqual(['11']);
    await worker.close();
    await next.close();
  });

  test('a result of another engine is refused, told, and the run done again', async () => {
    const told: string[] = [];
    const pool = await open(redis.url, told);
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const old = new Worker(QUEUE_NAME, async () => ({ engineVersion: '0.0.1', values: [[99]], stateHash: HASH }), {
      connection,
    });
    const report = pool.play(order('21'));
    await expect
      .poll(() => told, { timeout: 20_000 })
      .toEqual(['refused: a result of engine 0.0.1; the run is done again\n']);
    await old.close(true);
    connection.disconnect();
    const worker = await startWorker(redis.url);
    expect(await report).toEqual(reportOf('21'));
    await worker.close();
    await pool.close();
  });

  test('a server that is killed and comes back has lost neither orders nor reports', async () => {
    const pool = await open(redis.url);
    const played: string[] = [];
    const worker = await startWorker(redis.url, played);
    const first = order('31');
    await pool.play(first); // done and not released
    await worker.close();
    const waiting = ['32', '33'].map((seed) => pool.play(order(seed)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await redis.kill();
    await redis.start();
    const again = await startWorker(redis.url, played);
    expect(await Promise.all(waiting)).toEqual(['32', '33'].map(reportOf));
    expect(await pool.play(order('31'))).toEqual(reportOf('31'));
    expect(played.sort()).toEqual(['31', '32', '33']);
    await again.close();
    await pool.close();
  });
});

test.each([
  [{ engineVersion: '0.0.1', error: 'x' }, 'a result of engine 0.0.1'],
  [{ engineVersion: ENGINE_VERSION }, 'a result that is none'],
  [{ engineVersion: ENGINE_VERSION, values: [['1']], stateHash: HASH }, 'a result that is none'],
  [{ engineVersion: ENGINE_VERSION, values: [[1]], stateHash: 'short' }, 'a result that is none'],
  [null, 'a result that is none'],
])('%j is refused', (result, refusal) => {
  expect(unpackReport(result)).toEqual({ refusal });
});

test.each([['nonsense'], ['http://127.0.0.1:1'], ['redis://127.0.0.1:1']])(
  '%s is no queue that answers',
  async (url) => {
    const pool = await openQueuePool(url, () => {});
    expect(pool.ok ? [] : pool.problems.map(({ path }) => path)).toEqual(['--queue']);
  },
);
