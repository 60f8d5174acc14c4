import { expect, test } from 'vitest';
import { createDispatch, type WorkerNews } from '../../src/experiment/dispatch.ts';
import type { RunOrder } from '../../src/experiment/run-order.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const inputs = loadShippedInputs('history-2019-2024', { agents: 100, months: 1 });

interface FakeWorker {
  readonly name: string;
  postMessage(order: RunOrder): void;
  terminate(): string;
}

/** Two workers that do nothing until told; `played` has every order as worker and seed. */
function createTwo() {
  const workers: FakeWorker[] = [];
  const played: string[] = [];
  const settled: string[] = [];
  let news: WorkerNews<FakeWorker> | undefined;
  const dispatch = createDispatch<FakeWorker>(2, (told) => {
    news = told;
    const name = 'AB'[workers.length];
    const worker = {
      name,
      postMessage: ({ seed }: RunOrder) => void played.push(name + seed),
      terminate: () => name,
    };
    workers.push(worker);
    return worker;
  });
  return {
    dispatch,
    played,
    settled,
    place: (seed: string) =>
      dispatch.place({ inputs, seed, measures: [] }, (report) =>
        settled.push(report.ok ? report.stateHash : report.error),
      ),
    report: (k: number, stateHash = '') => news?.report(workers[k], { ok: true, values: [], stateHash }),
    die: (k: number) => news?.death(workers[k], `worker ${k} died`),
  };
}

test('an order goes to the free worker that played its seed last, else to the one that came free last', () => {
  const { place, report, played } = createTwo();
  place('1');
  place('2');
  expect(played).toEqual(['A1', 'B2']);
  report(0);
  report(1);
  place('1');
  expect(played.at(-1)).toBe('A1');
  report(0);
  place('3');
  expect(played.at(-1)).toBe('A3');
});

test('one that is busy is not waited for', () => {
  const { place, report, played } = createTwo();
  place('1');
  place('2');
  place('1');
  report(1);
  expect(played).toEqual(['A1', 'B2', 'B1']);
});

test('a report of a worker that was dismissed, and a second death, change nothing', () => {
  const { place, report, die, settled } = createTwo();
  const giveUp = place('1');
  giveUp();
  report(0, 'late');
  die(0);
  die(0);
  expect(settled).toEqual(['given up']);
});

test('dismissing all ends every worker and settles nothing', () => {
  const { dispatch, place, report, die, settled, played } = createTwo();
  place('1');
  place('2');
  place('3');
  report(0, 'done');
  expect(dispatch.dismissAll()).toEqual(['B', 'A']);
  die(0);
  die(1);
  expect(settled).toEqual(['done']);
  expect(played).toEqual(['A1', 'B2', 'A3']);
});
