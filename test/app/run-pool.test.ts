import { expect, test } from 'vitest';
import { createTabPool } from '../../src/app/run-pool.ts';
import type { RunOrder, RunReport } from '../../src/experiment/run-order.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const inputs = loadShippedInputs('history-2019-2024', { agents: 100, months: 1 });
const order = (seed: string): RunOrder => ({ inputs, seed, measures: [] });
const answer = (seed: string): RunReport => ({ ok: true, values: [], stateHash: seed });
const GIVEN_UP: RunReport = { ok: false, error: 'given up' };

/** Workers that answer an order after a turn of the event loop with its seed as hash; `deadly` seeds end them instead. */
function createStage(deadly: (seed: string, worker: number) => boolean = () => false) {
  const stage = { started: 0, alive: 0 };
  const start = () => {
    const number = stage.started++;
    let isAlive = true;
    stage.alive++;
    const worker = {
      onmessage: (_: { data: RunReport }) => {},
      onerror: (_: { message: string }) => {},
      postMessage({ seed }: RunOrder) {
        setTimeout(() => {
          if (!isAlive) return;
          if (deadly(seed, number)) worker.onerror({ message: `died of ${seed}` });
          else worker.onmessage({ data: answer(seed) });
        });
      },
      terminate() {
        if (isAlive) stage.alive--;
        isAlive = false;
      },
    };
    return worker as unknown as Worker;
  };
  return { stage, start };
}

test('workers start when there is work, no more than the pool holds, and are used again', async () => {
  const { stage, start } = createStage();
  const pool = createTabPool(2, start);
  expect(stage.started).toBe(0);
  const reports = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((seed) => pool.play(order(seed))));
  expect(reports).toEqual(['a', 'b', 'c', 'd', 'e'].map(answer));
  expect(stage.started).toBe(2);
  await pool.close();
  expect(stage.alive).toBe(0);
});

test('an order whose worker dies is done again once by another', async () => {
  const { stage, start } = createStage((_, worker) => worker === 0);
  expect(await createTabPool(1, start).play(order('a'))).toEqual(answer('a'));
  expect(stage).toEqual({ started: 2, alive: 1 });
});

test('an order that ends two workers is told as failed, and the next one is played', async () => {
  const { stage, start } = createStage((seed) => seed === 'a');
  const pool = createTabPool(1, start);
  const reports = await Promise.all(['a', 'b'].map((seed) => pool.play(order(seed))));
  expect(reports).toEqual([{ ok: false, error: 'died of a' }, answer('b')]);
  expect(stage).toEqual({ started: 3, alive: 1 });
});

test('what is given up is told at once and ends its workers; orders of others go on', async () => {
  const { stage, start } = createStage();
  const pool = createTabPool(1, start);
  const cancel = new AbortController();
  const mine = pool.until(cancel.signal);
  const under = mine.play(order('under way'));
  const waiting = mine.play(order('waiting'));
  const other = pool.play(order('other'));
  cancel.abort();
  expect(await Promise.all([under, waiting, mine.play(order('late')), other])).toEqual([
    GIVEN_UP,
    GIVEN_UP,
    GIVEN_UP,
    answer('other'),
  ]);
  expect(stage).toEqual({ started: 2, alive: 1 });
});

test('closing gives up all there is', async () => {
  const { stage, start } = createStage();
  const pool = createTabPool(1, start);
  const reports = Promise.all(['a', 'b'].map((seed) => pool.play(order(seed))));
  await pool.close();
  expect(await reports).toEqual([GIVEN_UP, GIVEN_UP]);
  expect(stage.alive).toBe(0);
});
