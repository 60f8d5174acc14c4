import { expect, test } from 'vitest';
import type { RunPool } from '../../src/experiment/run-pool.ts';
import { callCommandLine } from '../support/command-line.ts';

/** B is the price war: its hhi is a seed’s number more, but 3 less under seed 4; seed 5 of A fails. */
function createForeseenPool(): RunPool {
  return {
    size: 3,
    keepsSeeds: false,
    play: async ({ inputs, seed }) => {
      const isWar = inputs.decisions.length > 0;
      if (seed === '5' && !isWar) return { ok: false, error: 'lost' };
      return { ok: true, values: [[1000 + (isWar ? (seed === '4' ? -3 : Number(seed)) : 0)]], stateHash: 'a' };
    },
    close: async () => {},
  };
}

const call = (words: string) => callCommandLine(words, { createPool: createForeseenPool });

test('pairs seeds, with the interval and the share in which B beats A', async () => {
  const { code, out } = await call('compare projection-neutral price-war --seeds 5 --measure hhi --json');
  expect(code).toBe(0);
  const { figures, failed, seeds } = JSON.parse(out);
  // Differences 1, 2, 3, −3: mean 0.75, sd 2.630, t(.975; 3) = 3.182: half-width 4.184.
  expect({ failed, seeds }).toEqual({ failed: 1, seeds: 5 });
  expect(figures).toEqual([
    expect.objectContaining({
      figure: 'hhi',
      a: 1000,
      b: 1001.6,
      difference: 0.75,
      above: 3,
      pairs: 4,
      share: 0.75,
      isClear: false,
    }),
  ]);
  expect(figures[0].high).toBeCloseTo(0.75 + 4.184, 3);
});

test('says it in words of both languages', async () => {
  const words = 'compare projection-neutral price-war --seeds 5 --measure hhi';
  expect((await call(words)).out).toContain('B is higher in 3 of 4 seeds (75%)');
  const chinese = await callCommandLine(words, { createPool: createForeseenPool, language: 'zh-CN' });
  expect(chinese.out).toContain('B 在 4 个种子中的 3 个更高');
});

test('every problem is told, once', async () => {
  const { code, error } = await call(
    'compare projection-neutral nowhere --seeds 1 --set tastes.price=[1,2] --measure hhj',
  );
  expect(code).toBe(2);
  const lines = error.trim().split('\n').slice(1);
  expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
    '--set tastes.price',
    '--seeds',
    '<scenario>',
    '--measure measures[0].metric',
  ]);
  expect((await call('compare price-war')).error).toContain('<A> <B>: expected two scenarios');
});
