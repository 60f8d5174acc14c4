import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draws } from '../../../src/core/random.ts';
import { ensureNodeBuild } from '../../../tools/build.mjs';
import { createRedisServer, REDIS, type RedisServer } from '../../support/redis-server.ts';
import { ROOT } from '../../support/source-text.ts';

/** Kills in all; `KILLS=20 KILL_SEEDS=25` is the measured run of docs/sweeps.md. */
const KILLS = Number(process.env.KILLS ?? 4);
const SEEDS = Number(process.env.KILL_SEEDS ?? 3);
const POINTS = [1, 1.5, 2, 2.5];
const RUNS = POINTS.length * SEEDS;
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
  agents: 150,
  months: 12,
  parameters: [{ key: 'brokers.huatai.commissionBp', values: POINTS }],
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

const readRuns = (out: string) => readFileSync(join(folder, out, 'runs.csv'), 'utf8');
const countRuns = (out: string) => Math.max(0, countLines(join(folder, out, 'runs.log')) - 1);

/**
 * Kills while a sweep into `out` is under way, each after a number of runs that was drawn: spread over the whole of it, however
 * fast the machine is.
 * @param kill does the nth; @param isOver whether the sweep has ended
 * @returns kills done; a sweep that ends between two looks has fewer
 */
async function killAlong(out: string, kill: (n: number) => Promise<void>, isOver: () => boolean): Promise<number> {
  const draws = new Draws([7, 5]);
  const moments = Array.from({ length: KILLS }, (_, n) => {
    draws.at(n, 0, 0);
    return Math.floor(draws.u * (RUNS - 1));
  }).sort((one, other) => one - other);
  for (const [n, moment] of moments.entries()) {
    while (!isOver() && countRuns(out) < moment) await new Promise((resolve) => setTimeout(resolve, 10));
    if (isOver()) return n;
    await kill(n);
  }
  return KILLS;
}

describe('kill -9', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    expect(await awaitEnd(start(['sweep', 'design.json', '--workers', '2', '--out', 'whole']))).toBe(0);
  }, 600_000);

  test('of a sweep on threads, all along it: --resume ends with the same bytes', async () => {
    const sweep = () => start(['sweep', 'design.json', '--workers', '2', '--out', 'threads', '--resume']);
    let driver = sweep();
    let ended = awaitEnd(driver);
    const kill = async () => {
      driver.kill('SIGKILL');
      await ended;
      driver = sweep();
      ended = awaitEnd(driver);
    };
    const killed = await killAlong('threads', kill, () => driver.exitCode !== null);
    expect(await ended).toBe(0);
    expect(readRuns('threads')).toBe(readRuns('whole'));
    process.stderr.write(`a sweep on threads killed ${killed} times\n`);
    expect(killed).toBeGreaterThan(0);
  });

  test.skipIf(REDIS === undefined)(
    'of workers and driver of a queue, all along it: every run is there once',
    async () => {
      redis = await createRedisServer();
      await redis.start();
      const work = () => start(['work', '--queue', redis.url, '--workers', '1', '--patience', '2']);
      const drive = () => start(['sweep', 'design.json', '--queue', redis.url, '--out', 'queue', '--resume']);
      const machines = [work(), work()];
      let driver = drive();
      let ended = awaitEnd(driver);
      const victims = new Draws([7, 6]);
      const told: string[] = [];
      const kill = async (n: number) => {
        const isDriver = n % DRIVER_TURN === 1;
        told.push(`${isDriver ? 'driver' : 'worker'} at ${countRuns('queue')}`);
        if (isDriver) {
          driver.kill('SIGKILL');
          await ended;
          driver = drive();
          ended = awaitEnd(driver);
        } else {
          victims.at(n, 0, 0);
          const victim = Math.floor(victims.u * machines.length);
          machines[victim].kill('SIGKILL');
          machines[victim] = work();
        }
      };
      await killAlong('queue', kill, () => driver.exitCode !== null);
      expect(await ended).toBe(0);
      for (const machine of machines) machine.kill('SIGKILL');
      expect(readRuns('queue')).toBe(readRuns('whole'));
      const rows = readRuns('queue').trim().split('\n').slice(1);
      expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(RUNS);
      process.stderr.write(`a queue sweep of ${RUNS} runs, killed ${told.length} times: ${told.join(', ')}\n`);
      expect(told.length).toBeGreaterThan(0);
    },
  );
});

function countLines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}
