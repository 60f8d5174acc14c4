import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draws } from '../../../src/core/random.ts';
import { ensureNodeBuild } from '../../../tools/build.mjs';
import { createRedisServer, REDIS, type RedisServer } from '../../support/redis-server.ts';
import { ROOT } from '../../support/source-text.ts';

/** Kills in all; `QUEUE_KILLS=20 QUEUE_SEEDS=16` is the measured run of docs/sweeps.md. A slow machine needs a slower pace. */
const KILLS = Number(process.env.QUEUE_KILLS ?? 5);
const SEEDS = Number(process.env.QUEUE_SEEDS ?? 3);
const PACE = Number(process.env.QUEUE_PACE ?? 1);
/** Milliseconds between two kills. */
const PAUSE = { least: 400 * PACE, most: 1600 * PACE };
/** Every so many kills it is the driver’s turn. */
const DRIVER_TURN = 3;

let folder = '';
let redis: RedisServer;
const alive = new Set<ChildProcess>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
  writeFileSync(join(folder, 'design.json'), JSON.stringify(DESIGN));
  await ensureNodeBuild();
}, 120_000);
afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await redis?.remove();
  rmSync(folder, { recursive: true });
});

const DESIGN = {
  formatVersion: 1,
  id: 'killed',
  scenario: 'history-2019-2024',
  agents: 300,
  months: 24,
  parameters: [{ key: 'brokers.huatai.commissionBp', values: [1, 1.5, 2, 2.5] }],
  replicates: SEEDS,
  measures: [{ metric: 'hhi' }, { metric: 'users', reduction: 'yearly' }],
};

function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

function awaitEnd(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const readRuns = (out: string) => readFileSync(join(folder, out, 'runs.csv'), 'utf8');

describe('kill -9', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    expect(await awaitEnd(start(['sweep', 'design.json', '--workers', '2', '--out', 'whole']))).toBe(0);
  }, 600_000);

  test('of a sweep on threads: --resume ends with the same bytes', async () => {
    const killed = start(['sweep', 'design.json', '--workers', '2', '--out', 'threads']);
    const log = join(folder, 'threads', 'runs.log');
    await expect.poll(() => countLines(log), { timeout: 60_000, interval: 20 }).toBeGreaterThan(2);
    killed.kill('SIGKILL');
    await awaitEnd(killed);
    expect(await awaitEnd(start(['sweep', 'design.json', '--workers', '1', '--out', 'threads', '--resume']))).toBe(0);
    expect(readRuns('threads')).toBe(readRuns('whole'));
  });

  test.skipIf(REDIS === undefined)('of workers and driver of a queue, at random: every run is there once', async () => {
    redis = await createRedisServer();
    await redis.start();
    const work = () => start(['work', '--queue', redis.url, '--workers', '1', '--patience', '2']);
    const drive = () => start(['sweep', 'design.json', '--queue', redis.url, '--out', 'queue', '--resume']);
    const machines = [work(), work()];
    let driver = drive();
    let ended = awaitEnd(driver);
    const draws = new Draws([7, 5]);
    const killed: string[] = [];
    while (killed.length < KILLS && driver.exitCode === null) {
      draws.at(killed.length, 0, 0);
      await sleep(PAUSE.least + draws.u * (PAUSE.most - PAUSE.least));
      if (driver.exitCode !== null) break;
      const isDriver = killed.length % DRIVER_TURN === 1;
      if (isDriver) {
        driver.kill('SIGKILL');
        await ended;
        driver = drive();
        ended = awaitEnd(driver);
      } else {
        const victim = Math.floor(draws.v * machines.length);
        machines[victim].kill('SIGKILL');
        machines[victim] = work();
      }
      killed.push(isDriver ? 'driver' : 'worker');
    }
    expect(await ended).toBe(0);
    for (const machine of machines) machine.kill('SIGKILL');
    expect(readRuns('queue')).toBe(readRuns('whole'));
    const rows = readRuns('queue').trim().split('\n').slice(1);
    expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(4 * SEEDS);
    process.stderr.write(`killed ${killed.length}: ${killed.join(' ')}\n`);
    // A machine fast enough to end before the last kill has still been killed at.
    expect(killed.length).toBeGreaterThan(0);
  });
});

function countLines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}
