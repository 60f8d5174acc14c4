import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { parseCsv } from '../../src/core/csv.ts';
import type { RunPool } from '../../src/experiment/run-pool.ts';
import { callCommandLine } from '../support/command-line.ts';
import { createFakeSimulation } from '../support/fake-simulation.ts';
import { createLocalPool } from '../support/local-pool.ts';
import { createShufflingPool } from '../support/shuffling-pool.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);

function call(words: string, createPool: (workers: number) => RunPool = createFakePool, changes: Partial<Host> = {}) {
  return callCommandLine(words, { createPool, readClock: () => 7, ...changes });
}

/** Reports come in another order for every number of workers. */
function createFakePool(workers: number): RunPool {
  return createShufflingPool(createLocalPool(createFakeSimulation), workers, workers);
}

const DESIGN = {
  formatVersion: 1,
  id: 'price',
  title: { en: 'Price', 'zh-CN': '价格' },
  scenario: 'projection-neutral',
  agents: 300,
  months: 2,
  parameters: [
    { key: 'tastes.price', values: [0.2, 0.4] },
    { key: 'brokers.huatai.commissionBp', min: 1, max: 2, steps: 3 },
  ],
  seeds: ['1', '种子', 'a,"b"'],
  measures: [
    { metric: 'users', reduction: 'monthly' },
    { metric: 'retention12' },
    { metric: 'share', broker: 'huatai' },
  ],
};

function writeDesign(name: string, changes: object = {}): string {
  writeFileSync(place(name), JSON.stringify({ ...DESIGN, ...changes }));
  return place(name);
}

const readRuns = (out: string) => readFileSync(join(place(out), 'runs.csv'), 'utf8');

describe('sweep', () => {
  let design = '';
  let whole = '';
  beforeAll(async () => {
    design = writeDesign('price.json');
    const { code, error } = await call(`sweep ${design} --out ${place('whole')} --workers 1`);
    expect(code, error).toBe(0);
    whole = readRuns('whole');
  });

  test('a row a run, with the value of every swept parameter, seed, engine, hash and status', () => {
    expect(whole.startsWith('\uFEFFpoint,replicate,seed,tastes.price,brokers.huatai.commissionBp,users_2025-01,')).toBe(
      true,
    );
    const rows = parseCsv(whole.slice(1));
    expect(rows).toHaveLength(18);
    // Users of the fake grow by a million a month from 180 million; it has no retention.
    expect(rows[4]).toEqual({
      point: '2',
      replicate: '2',
      seed: '种子',
      'tastes.price': '0.2',
      'brokers.huatai.commissionBp': '1.5',
      'users_2025-01': '181000000',
      'users_2025-02': '182000000',
      retention12: '',
      'huatai.share': '0.185',
      status: 'done',
      error: '',
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      stateHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(rows[2].seed).toBe('a,"b"');
  });

  test('Parquet holds the same', async () => {
    const file = await asyncBufferFromFile(join(place('whole'), 'runs.parquet'));
    const rows = await parquetReadObjects({ file });
    const texts = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])),
    );
    expect(texts).toEqual(parseCsv(whole.slice(1)));
  });

  test('the manifest says what there is, times apart', () => {
    const manifest = JSON.parse(readFileSync(join(place('whole'), 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ id: 'price', points: 6, runs: 18, failed: 0 });
    expect(readFileSync(join(place('whole'), 'timing.csv'), 'utf8').split('\n')[1]).toBe('1,1,0');
    expect(whole).not.toContain('milliseconds');
  });

  test.each([2, 5, 40])('runs.csv is the same for %d workers, byte by byte', async (workers) => {
    expect((await call(`sweep ${design} --out ${place(`w${workers}`)} --workers ${workers} --quiet`)).code).toBe(0);
    expect(readRuns(`w${workers}`)).toBe(whole);
  });

  test('the design that is left behind gives the same again', async () => {
    await call(`sweep ${join(place('whole'), 'design.json')} --out ${place('again')}`);
    expect(readRuns('again')).toBe(whole);
  });

  test('an interrupted sweep answers 130, keeps what is done, and --resume does the rest alone', async () => {
    const interruption = new AbortController();
    let played = 0;
    const counting = (workers: number): RunPool => {
      const pool = createFakePool(workers);
      return {
        ...pool,
        play: async (order) => {
          if (++played === 7) interruption.abort();
          return pool.play(order);
        },
      };
    };
    const out = place('stopped');
    const stopped = await call(`sweep ${design} --out ${out} --workers 1`, counting, {
      interruption: interruption.signal,
    });
    expect(stopped).toMatchObject({ code: 130, out: '' });
    expect(stopped.error).toContain('6 finished runs are kept');
    expect(existsSync(join(out, 'runs.csv'))).toBe(false);
    expect(existsSync(join(out, '.lock'))).toBe(false);
    // A process that was killed while it wrote.
    appendFileSync(join(out, 'runs.log'), '{"point":5,"repl');
    played = 100;
    expect((await call(`sweep ${design} --out ${out} --resume`, counting)).code).toBe(0);
    expect(played).toBe(112);
    expect(readRuns('stopped')).toBe(whole);
    // The line that was cut is still there, and the one after it whole.
    expect((await call(`sweep ${design} --out ${out} --resume`, counting)).code).toBe(0);
    expect(played).toBe(112);
  });

  test('shards come together as if one machine had done it, and not before all are there', async () => {
    for (const part of [1, 2, 3]) {
      expect((await call(`sweep ${design} --shard ${part}/3 --out ${place(`part${part}`)}`)).code).toBe(0);
    }
    const parts = [1, 2, 3].map((part) => place(`part${part}`));
    const early = await call(`merge ${parts[0]} ${parts[2]} --out ${place('merged')}`);
    expect(early.code).toBe(2);
    expect(early.error).toContain('point 1, replicate 2: expected a finished run, got nothing');
    expect((await call(`merge ${parts.join(' ')} --out ${place('merged')}`)).code).toBe(0);
    expect(readRuns('merged')).toBe(whole);
    expect(readFileSync(join(place('merged'), 'summary.csv'))).toEqual(
      readFileSync(join(place('whole'), 'summary.csv')),
    );
  });

  test('a run that fails is a row with its error, told as it happens', async () => {
    const failing = (workers: number): RunPool => ({
      ...createFakePool(workers),
      play: async () => ({ ok: false, error: 'no, "never"' }),
    });
    const only = writeDesign('failing.json', { parameters: [], seeds: ['1'] });
    const { code, error } = await call(`sweep ${only} --out ${place('failing')}`, failing);
    expect(code).toBe(0);
    expect(error).toContain('point 1, seed 1 failed: no, "never"');
    const [row] = parseCsv(readRuns('failing').slice(1));
    expect(row).toMatchObject({ status: 'failed', error: 'no, "never"', stateHash: '', 'huatai.share': '' });
  });
});

describe('what is refused', () => {
  const refuse = async (words: string) => {
    const { code, out, error } = await call(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return error
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim());
  };

  test('a folder with runs, unless they are to be gone on with or replaced', async () => {
    const design = writeDesign('there.json');
    await call(`sweep ${design} --out ${place('there')}`);
    const [problem] = await refuse(`sweep ${design} --out ${place('there')}`);
    expect(problem).toMatch(
      /expected a folder without a sweep, --resume to go on with it, or --force, got one with runs$/,
    );
    expect((await call(`sweep ${design} --out ${place('there')} --force`)).code).toBe(0);
    const other = writeDesign('other.json', { months: 3 });
    expect(await refuse(`sweep ${other} --out ${place('there')} --resume`)).toEqual([
      '--resume: expected runs of this design, got runs of another design',
    ]);
  });

  test('runs of another engine', async () => {
    const design = writeDesign('engine.json');
    await call(`sweep ${design} --out ${place('engine')}`);
    const log = join(place('engine'), 'runs.log');
    writeFileSync(log, readFileSync(log, 'utf8').replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0.0.1"'));
    expect((await refuse(`sweep ${design} --out ${place('engine')} --resume`))[0]).toMatch(
      /^--resume: expected runs of engine .*, got runs of engine 0\.0\.1$/,
    );
    expect((await refuse(`merge ${place('engine')} --out ${place('never')}`))[0]).toContain('got runs of engine 0.0.1');
  });

  test('every problem of the line and of the design', async () => {
    const design = writeDesign('bad.json', { agents: 1, sampling: { method: 'dice' } });
    expect(
      await refuse(
        `sweep ${design} --set tastes.price=[] --set tastes.prize=[1,2] --set a=b --seeds 0 --shard 3/2 --workers 0 --dance`,
      ),
    ).toHaveLength(9);
  });

  test('no design, and a file that is not there', async () => {
    expect(await refuse('sweep')).toEqual(['<design>: expected a design, or a scenario, got nothing']);
    expect((await refuse('sweep nowhere.json'))[0]).toContain('<design>: expected a file that can be read');
    expect(await refuse('merge')).toEqual(['<DIR>: expected folders of sweeps, got nothing']);
  });
});

describe('lists on the command line', () => {
  test('sweep a scenario', async () => {
    const words = 'sweep projection-neutral --set tastes.price=[.2,.4] --set brokers.huatai.commissionBp=[1:2:3]';
    const { code } = await call(
      `${words} --seeds 2 --agents 300 --years 0.25 --measure users,huatai.share:final --out ${place('lists')}`,
    );
    expect(code).toBe(0);
    const rows = parseCsv(readRuns('lists').slice(1));
    expect(rows).toHaveLength(12);
    expect(Object.keys(rows[0]).slice(3, 7)).toEqual([
      'tastes.price',
      'brokers.huatai.commissionBp',
      'users',
      'huatai.share_final',
    ]);
  });

  test('win over the design, and so do single values', async () => {
    const design = writeDesign('base.json');
    const words = `sweep ${design} --set tastes.price=0.3 --set brokers.huatai.commissionBp=[1] --set tastes.content=[0.5,1]`;
    expect((await call(`${words} --out ${place('won')}`)).code).toBe(0);
    const rows = parseCsv(readRuns('won').slice(1));
    expect(Object.keys(rows[0]).slice(3, 5)).toEqual(['brokers.huatai.commissionBp', 'tastes.content']);
    expect(rows).toHaveLength(6);
  });

  test('make a sweep of run, with its seed', async () => {
    const words = 'run projection-neutral --set tastes.price=[.2,.4] --seed 42 --agents 300 --years 0.25';
    expect((await call(`${words} --out ${place('run')} --json`)).code).toBe(0);
    expect(parseCsv(readRuns('run').slice(1)).map(({ seed }) => seed)).toEqual(['42', '42']);
  });
});
