import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { createThreadPool } from '../../../src/cli/pool/run-pool.ts';
import { createOrderPlayer, type RunReport } from '../../../src/experiment/run-order.ts';
import { playOrders } from '../../../src/experiment/run-pool.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import { ensureNodeBuild } from '../../../tools/build.mjs';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';
import { ROOT } from '../../support/source-text.ts';

const WORKER = pathToFileURL(join(ROOT, 'dist/node/run.worker.js'));
const DYING_WORKER = pathToFileURL(join(ROOT, 'test/support/dying-run.worker.mjs'));
const inputs = loadShippedInputs('history-2019-2024', { agents: 500, months: 13 });
const measures = [{ metric: 'users' }, { metric: 'revenue', series: 'year' }] as const;
const order = (k: number) => ({ inputs, seed: `${k}`, measures });

beforeAll(ensureNodeBuild, 120_000);

async function playAll(size: number, count: number, worker: URL): Promise<RunReport[]> {
  const pool = createThreadPool(size, worker);
  const reports: RunReport[] = [];
  await playOrders(pool, count, order, (k, report) => {
    reports[k] = report;
  });
  await pool.close();
  return reports;
}

test('reports are those of one thread, for any number of them', async () => {
  const play = createOrderPlayer(createSimulation);
  const alone = [0, 1, 2, 3, 4].map((k) => play(order(k)));
  for (const size of [1, 3]) expect(await playAll(size, 5, WORKER)).toEqual(alone);
}, 60_000);

test('a worker that dies at its first order is replaced and the order done again; one that always dies is told', async () => {
  const [first, second] = await playAll(1, 2, DYING_WORKER);
  // Seed 0 kills every worker that takes it up, seed 1 none.
  expect(first).toEqual({ ok: false, error: 'the thread ended with code 3' });
  expect(second).toEqual({ ok: true, values: [], stateHash: '1' });
}, 60_000);

test('nothing more is handed out once it is over', async () => {
  const pool = createThreadPool(1, WORKER);
  let reports = 0;
  await playOrders(
    pool,
    50,
    order,
    () => void reports++,
    () => reports >= 2,
  );
  await pool.close();
  expect(reports).toBe(2);
}, 60_000);
