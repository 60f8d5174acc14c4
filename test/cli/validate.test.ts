import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { computeScoreboard } from '../../src/experiment/scoreboard.ts';
import { readTargets } from '../../src/experiment/target-file.ts';
import { callCommandLine as call } from '../support/command-line.ts';
import { createFakeSimulation } from '../support/fake-simulation.ts';
import { createLocalPool } from '../support/local-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'scoreboard.json');

const shipped = readTargets(readFileSync('public/data/targets.json', 'utf8'));
const targets = shipped.ok ? shipped.value : [];

describe('validate', () => {
  test('prints a line a target as JSON, and writes figures from which the same scoreboard is made', {
    timeout: 60_000,
  }, async () => {
    const { code, out: text } = await call(`validate --seeds 2 --agents 6000 --json --quiet --out ${out}`);
    expect(code).toBe(0);
    const { targets: lines } = JSON.parse(text);
    expect(lines.map(({ id }: { id: string }) => id)).toEqual(targets.map(({ id }) => id));
    // The fake market has 180 million users and a million more a month.
    const users = lines.find(({ id }: { id: string }) => id === 'users-2024');
    expect(users).toMatchObject({ use: 'calibrate', metric: 'users', target: 180, tolerance: 10, verdict: 'miss' });
    expect([users.median, users.low, users.high]).toEqual([252, 252, 252]);
    expect(users.cause).toEqual(targets.find(({ id }) => id === 'users-2024')?.causes.high);
    const losses = lines.find(({ id }: { id: string }) => id === 'small-losses-2024');
    expect(losses, 'asks for more agents').toMatchObject({ verdict: 'unjudged', median: null });
    const rows = computeScoreboard(targets, JSON.parse(readFileSync(out, 'utf8')));
    expect(rows.map(({ target, spread, verdict }) => [target.id, spread?.median ?? null, verdict])).toEqual(
      lines.map((line: { id: string; median: number; verdict: string }) => [line.id, line.median, line.verdict]),
    );
  });

  test('overwrites nothing', async () => {
    const again = await call(`validate --seeds 2 --out ${out}`);
    expect([again.code, again.error]).toEqual([2, expect.stringContaining('--out')]);
  });

  test('lists every problem of its line', async () => {
    const { code, error } = await call('validate everything --seeds 1 --agents few --workers 0');
    expect(code).toBe(2);
    for (const place of ['everything', '--seeds', '--agents', '--workers']) expect(error).toContain(`  ${place}: `);
  });

  test('interrupted answers 130 and leaves nothing', async () => {
    const interruption = new AbortController();
    const path = join(folder, 'none.json');
    const pool = () =>
      createLocalPool((inputs, seed) => {
        interruption.abort();
        return createFakeSimulation(inputs, seed);
      });
    const words = `validate --seeds 2 --agents 300 --quiet --out ${path}`;
    const { code, out: text } = await call(words, { createPool: pool, interruption: interruption.signal });
    expect([code, text, existsSync(path)]).toEqual([130, '', false]);
  });

  test('a run that fails ends it with its cause', async () => {
    const pool = () =>
      createLocalPool(() => {
        throw new Error('no such market');
      });
    const { code, error } = await call('validate --seeds 2 --agents 300 --quiet', { createPool: pool });
    expect([code, error]).toEqual([1, expect.stringContaining('validate 1: no such market')]);
  });
});
