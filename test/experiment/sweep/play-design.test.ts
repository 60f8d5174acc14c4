import { describe, expect, test } from 'vitest';
import { type Design, parseDesign } from '../../../src/experiment/design/design.ts';
import type { RunOrder } from '../../../src/experiment/run-order.ts';
import type { RunPool } from '../../../src/experiment/run-pool.ts';
import { createRunList, type RunStore } from '../../../src/experiment/sweep/finished-run.ts';
import { playDesign } from '../../../src/experiment/sweep/play-design.ts';
import { countReplicates } from '../../../src/experiment/sweep/replicates.ts';
import type { Shard } from '../../../src/experiment/sweep/shard.ts';
import { summariseDesign } from '../../../src/experiment/sweep/summary.ts';
import { readShippedPath, shipped } from '../../support/shipped-scenarios.ts';
import { createShufflingPool } from '../../support/shuffling-pool.ts';

const path = readShippedPath();

function read(changes: object): Design {
  const design = parseDesign(
    {
      formatVersion: 1,
      id: 'price',
      scenario: 'projection-neutral',
      agents: 300,
      months: 12,
      parameters: [{ key: 'tastes.price', values: [0.1, 0.2, 0.3] }],
      measures: [{ metric: 'hhi' }, { metric: 'users' }],
      ...changes,
    },
    shipped,
  );
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return design.value;
}

/** Figures that a test can foresee: hhi is 100 × price × seed, users is the seed; seed 4 fails. */
function createForeseenPool(played: string[] = []): RunPool {
  return {
    size: 1,
    keepsSeeds: true,
    play: async ({ inputs, seed }: RunOrder) => {
      const price = inputs.values['tastes.price'];
      played.push(`${price} ${seed}`);
      if (seed === '4') return { ok: false, error: 'seed 4' };
      return { ok: true, values: [[100 * price * Number(seed)], [Number(seed)]], stateHash: `${price} ${seed}` };
    },
    close: async () => {},
  };
}

async function play(
  design: Design,
  pool: RunPool,
  store: RunStore = createRunList(),
  shard?: Shard,
): Promise<RunStore> {
  const host = { path, readClock: () => 0, ...(shard === undefined ? {} : { shard }) };
  expect(await playDesign(design, pool, store, host)).toBe(true);
  return store;
}

describe('a fixed number of replicates', () => {
  test('is played seed by seed, and what is there is not played again', async () => {
    const design = read({ replicates: 2 });
    const played: string[] = [];
    const store = createRunList();
    const first = { path, readClock: () => 0, isOver: () => played.length >= 2 };
    expect(await playDesign(design, createForeseenPool(played), store, first)).toBe(false);
    await play(design, createForeseenPool(played), store);
    expect(played).toEqual(['0.1 1', '0.2 1', '0.3 1', '0.1 2', '0.2 2', '0.3 2']);
  });

  test('over when the last run was just done is done', async () => {
    const played: string[] = [];
    const host = { path, readClock: () => 0, isOver: () => played.length >= 3 };
    expect(await playDesign(read({}), createForeseenPool(played), createRunList(), host)).toBe(true);
  });

  test.each([1, 2, 3, 5, 9])('%d shards have every run once', async (count) => {
    const design = read({ replicates: 2 });
    const played: string[] = [];
    for (let index = 0; index < count; index++) {
      await play(design, createForeseenPool(played), createRunList(), { index, count });
    }
    expect(played).toHaveLength(6);
    expect(new Set(played).size).toBe(6);
  });
});

describe('replicates until an interval is narrow', () => {
  // hhi at price p is 100p, 200p, 300p …: the half-width of the first n is t·sd/√n with sd = 100p·√(n(n+1)/12).
  // n = 2: 12.706 · 70.71p / 1.414 = 635p. n = 3: 4.303 · 100p / 1.732 = 248p, and seed 4 fails, so n = 4 has the same figures.
  // n = 5: figures 1, 2, 3, 5: mean 2.75, sd 1.708, t(3) = 3.182: 272p.
  const stop = { rule: 'interval', measure: 'hhi', halfWidth: 50, batch: 1, most: 5 };
  const design = read({ replicates: 2, stop });

  test('each point stops by its own runs: 25 and 50 after three, 75 never', async () => {
    const store = await play(design, createForeseenPool());
    expect([0, 1, 2].map((point) => countReplicates(design, store, point))).toEqual([3, 3, 5]);
  });

  test.each([1, 2, 3])('however the reports come in (%d)', async (seed) => {
    const alone = await play(design, createForeseenPool());
    const store = await play(design, createShufflingPool(createForeseenPool(), 4, seed));
    for (let point = 0; point < 3; point++) {
      for (let replicate = 0; replicate < 5; replicate++) {
        expect(store.read(point, replicate)).toEqual(alone.read(point, replicate));
      }
    }
  });

  test('shards are whole points and come to the same runs', async () => {
    const played: string[] = [];
    for (let index = 0; index < 2; index++)
      await play(design, createForeseenPool(played), createRunList(), { index, count: 2 });
    const whole: string[] = [];
    await play(design, createForeseenPool(whole));
    expect(played.sort()).toEqual(whole.sort());
  });

  test('relative to the mean the points are alike', async () => {
    // 248p / 200p = 1.24 after three; 635p / 150p after two.
    const relative = read({ replicates: 2, stop: { ...stop, halfWidth: undefined, relativeHalfWidth: 1 } });
    const store = await play(relative, createForeseenPool());
    // 272p / 275p = 0.99 after five.
    expect([0, 1, 2].map((point) => countReplicates(relative, store, point))).toEqual([5, 5, 5]);
  });
});

test('the summary has median, bands and differences in pairs', async () => {
  const design = read({ replicates: 3 });
  const store = await play(design, createForeseenPool());
  const [first, , second] = [...summariseDesign(design, store)];
  expect(first).toMatchObject({ point: 0, column: 'hhi', count: 3, mean: 20, difference: null });
  expect(first.quantiles[2]).toBe(20);
  // Differences 10, 20, 30: mean 20, sd 10, 4.303 · 10 / √3 = 24.84.
  expect(second.difference).toMatchObject({ seeds: 3, above: 3, isClear: false });
  expect(second.difference?.mean).toBeCloseTo(20, 9);
  expect(second.difference?.low).toBeCloseTo(20 - 24.84, 2);
});
