import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import type { RunOrder } from '../../src/experiment/run-order.ts';
import type { RunPool } from '../../src/experiment/run-pool.ts';
import type { Sensitivity } from '../../src/experiment/sensitivity/analysis.ts';
import { callCommandLine } from '../support/command-line.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);
const LINE = 'sensitivity --parameters tastes.price=0..1,tastes.trust=1..3 --trajectories 3 --agents 300 --metrics hhi';

/** Every figure of a run is 100 · taste for price, and a number a seed. @param isFailing orders that fail */
function createTasteReader(
  onPlay: () => void = () => {},
  isFailing: (order: RunOrder) => boolean = () => false,
): RunPool {
  return {
    size: 2,
    keepsSeeds: false,
    async play(order) {
      onPlay();
      if (isFailing(order)) return { ok: false, error: 'money appeared' };
      const figure = 100 * order.inputs.values['tastes.price'] + Number(order.seed);
      return { ok: true, values: order.measures.map(() => [figure]), stateHash: 'x'.repeat(64) };
    },
    close: async () => {},
  };
}

function call(words: string, pool: RunPool = createTasteReader(), changes: Partial<Host> = {}) {
  let clock = 0;
  const readClock = () => {
    clock += 500;
    return clock;
  };
  return callCommandLine(words, { createPool: () => pool, readClock, ...changes });
}

test('says how many runs there are and how long they take before it does them, and who drives what', async () => {
  const { code, out, error } = await call(`${LINE} --out ${place('plain')} --json`);
  expect(code).toBe(0);
  // Three trajectories of three points, two seeds; half a second each, two at a time, two done.
  expect(error).toBe('2 parameters, 9 points × 2 seeds = 18 runs, 16 to do: about 4 s with 2 at a time\n');
  const result: Sensitivity = JSON.parse(out);
  expect(result).toMatchObject({ method: 'morris', scenario: 'projection-neutral', runs: 18, failed: 0, agents: 300 });
  expect(result.figures[0].measures.mu.map(([value]) => value)).toEqual([100, 0]);
  expect(JSON.parse(readFileSync(join(place('plain'), 'sensitivity.json'), 'utf8'))).toEqual(result);
});

test('a run that fails is told, counted, and costs its effects only', async () => {
  let played = 0;
  const pool = createTasteReader(
    () => played++,
    () => played === 4,
  );
  const { code, out, error } = await call(`${LINE} --out ${place('failing')} --json`, pool);
  expect(code).toBe(0);
  expect(error).toContain('failed: money appeared');
  const { failed, figures }: Sensitivity = JSON.parse(out);
  expect(failed).toBe(1);
  expect(figures[0].missing).toBe(1);
  expect(figures[0].measures.mu.map(([value]) => value)).toEqual([100, 0]);
});

test('interrupted, it keeps what is done and ends with 130; resumed, it ends with the same result', async () => {
  const ending = new AbortController();
  let played = 0;
  const pool = createTasteReader(() => {
    if (++played === 7) ending.abort();
  });
  const first = await call(`${LINE} --out ${place('halted')}`, pool, { interruption: ending.signal });
  expect(first.code).toBe(130);
  expect(first.error).toContain('--resume goes on');
  const refused = await call(`${LINE} --out ${place('halted')}`);
  expect(refused.code).toBe(2);
  let resumed = 0;
  const second = await call(
    `${LINE} --out ${place('halted')} --resume --json`,
    createTasteReader(() => resumed++),
  );
  expect(second.code).toBe(0);
  expect(resumed).toBeLessThan(18);
  expect(second.out).toBe((await call(`${LINE} --out ${place('whole')} --json`)).out);
});

test('tells all that is wrong with its line at once, and writes nothing', async () => {
  const words =
    'sensitivity nowhere --method guess --parameters tastes.prise,tastes.trust=3..1 --samples 4 --replicates 0 --metrics hhy --wat';
  const { code, error } = await call(`${words} --out ${place('wrong')}`);
  expect(code).toBe(2);
  for (const part of ['--method', 'tastes.price', '--parameters tastes.trust', '--samples', '--replicates', '--wat']) {
    expect(error).toContain(part);
  }
  expect(() => readFileSync(join(place('wrong'), 'design.json'))).toThrow();
});

test('in Chinese as well', async () => {
  const { out, error } = await call(`${LINE} --out ${place('zh')}`, createTasteReader(), { language: 'zh-CN' });
  expect(error).toContain('18 次运行');
  expect(out).toContain('morris：18 次运行，0 次失败');
});
