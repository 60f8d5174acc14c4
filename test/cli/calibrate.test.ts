import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureNodeBuild } from '../../tools/build.mjs';
import { ROOT } from '../support/source-text.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
  await ensureNodeBuild();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = ['--short', '--members', '4', '--generations', '1', '--agents', '100', '--quiet'];

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly error: string;
}

/** @param killAt lines in the log at which the process is killed, or at the first look that finds more */
function calibrate(words: readonly string[], out: string, killAt = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/node/cli.js'), 'calibrate', '--out', out, ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let error = '';
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const watch = setInterval(() => {
    if (countLines(out) >= killAt) child.kill('SIGKILL');
  }, 20);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ code, signal, error });
    });
  });
}

function readLog(out: string): string[] {
  return readFileSync(join(folder, out, 'runs.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1);
}

function countLines(out: string): number {
  try {
    return readLog(out).length;
  } catch {
    return 0;
  }
}

describe('calibrate', { timeout: 120_000 }, () => {
  test('killed at any moment, it goes on with nothing lost and ends with the same bytes', async () => {
    const whole = await calibrate([...SMALL, '--workers', '1'], 'whole');
    expect(whole).toMatchObject({ code: 0, error: '' });
    const runs = readLog('whole').slice(1);
    // The header, then somewhere in the middle.
    const killAt = 2 + Math.floor(Math.random() * (runs.length - 4));
    const killed = await calibrate([...SMALL, '--workers', '2'], 'killed', killAt);
    expect(killed.signal, `killed at line ${killAt}`).toBe('SIGKILL');
    const before = readLog('killed');
    // A line torn by the end of the process is no run.
    appendFileSync(join(folder, 'killed/runs.jsonl'), before[1].slice(0, 30));
    expect(await calibrate([...SMALL, '--workers', '2', '--resume'], 'killed')).toMatchObject({ code: 0, error: '' });
    const after = readLog('killed');
    expect(after.slice(0, before.length)).toEqual(before);
    expect([...after.slice(1)].sort()).toEqual([...runs].sort());
    const read = (out: string) => readFileSync(join(folder, out, 'posterior.json'), 'utf8');
    expect(read('killed')).toBe(read('whole'));

    const again = await calibrate(SMALL, 'whole');
    expect(again.code).toBe(2);
    expect(again.error).toContain('--out: expected a folder without finished runs');
    const others = await calibrate([...SMALL, '--agents', '101', '--resume'], 'whole');
    expect(others.code).toBe(2);
    expect(others.error).toContain('--resume: expected runs of this model');
  });

  test('tells everything that is wrong with the line at once', async () => {
    const words = ['--members', '1', '--seeds', 'x', '--agents', '10.5', '--generations', '0', '--workers', '-1'];
    const { code, error } = await calibrate([...words, '--resume', '--force', '--fast', 'model'], 'nothing');
    expect(code).toBe(2);
    const wrong = ['--members', '--seeds', '--agents', '--generations', '--workers', '--resume', '--fast', 'model'];
    for (const path of wrong) expect(error).toContain(`  ${path}: expected`);
    expect(countLines('nothing')).toBe(0);
  });
});
