import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Spawns the built command line away from the repository. @param onError told of all that came on the error stream */
function spawnCommand(
  words: readonly string[],
  onError: (text: string, pid: number) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...words], { cwd: folder });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
    onError(error, child.pid as number);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, error }));
  });
}

const SMALL = ['--agents', '500', '--years', '1'];

describe('the built command line, as a process', { timeout: 120_000 }, () => {
  test('runs the model, twice alike, and verifies what it wrote', async () => {
    const words = ['run', 'projection-neutral', '--seed', '42', ...SMALL];
    const first = await spawnCommand([...words, '--json', '--out', 'result']);
    expect(first.code, first.error).toBe(0);
    const second = await spawnCommand([...words, '--json']);
    expect(second.out).toBe(first.out);
    expect(JSON.parse(first.out)).toMatchObject({ seed: '42', agents: 500, months: 12 });
    expect(readdirSync(join(folder, 'result'))).toHaveLength(7);
    expect(await spawnCommand(['verify', 'result'])).toMatchObject({ code: 0 });
  });

  test('another seed gives another state, and the seed chosen is told', async () => {
    const chosen = await spawnCommand(['run', 'projection-neutral', ...SMALL, '--json']);
    const { seed, stateHash } = JSON.parse(chosen.out);
    expect(chosen.error).toContain(`seed ${seed} (chosen)`);
    const again = await spawnCommand(['run', 'projection-neutral', ...SMALL, '--json', '--seed', seed]);
    expect(JSON.parse(again.out).stateHash).toBe(stateHash);
    const other = await spawnCommand(['run', 'projection-neutral', ...SMALL, '--json', '--seed', `${seed}x`]);
    expect(JSON.parse(other.out).stateHash).not.toBe(stateHash);
  });

  test('Ctrl+C answers 130 and leaves nothing', async () => {
    const words = ['run', 'projection-neutral', '--agents', '20000', '--years', '50', '--out', 'stopped'];
    let isInterrupted = false; // once: a second signal would meet a process that is taking its handlers down
    const ended = await spawnCommand(words, (error, pid) => {
      if (isInterrupted || !error.includes('projection-neutral')) return;
      isInterrupted = true;
      process.kill(pid, 'SIGINT');
    });
    expect(ended).toMatchObject({ code: 130, out: '' });
    expect(existsSync(join(folder, 'stopped'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('bad input answers 2 with nothing on stdout', async () => {
    expect(await spawnCommand(['run', 'nowhere.json'])).toMatchObject({ code: 2, out: '' });
    expect(await spawnCommand(['dance'])).toMatchObject({ code: 2, out: '' });
  });
});
