import { beforeEach, expect, test } from 'vitest';
import { countHistoryMonths, createHistoryStore } from '../../src/experiment/histories.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';
import type { ReadEnd, Simulation } from '../../src/model/simulation.ts';

const BYTES = 8;

let created: string[] = [];
beforeEach(() => {
  created = [];
});

/** A run whose end is its number of agents; it reads the end of the one before, as a market does. */
function createFake(
  inputs: ModelInputs,
  seed: string,
  _advance: unknown,
  _buffer: unknown,
  readEnd: ReadEnd,
): Simulation {
  created.push(`${inputs.agents}/${seed}`);
  const before = inputs.prologue === null ? 0 : new Float64Array(readEnd(inputs.prologue, seed))[0];
  let month = 0;
  return {
    inputs,
    get month() {
      return month;
    },
    step() {
      month++;
    },
    save: () => Float64Array.of(before + inputs.agents).buffer,
  } as unknown as Simulation;
}

const run = (agents: number, prologue: ModelInputs | null = null, months = 5) =>
  ({ agents, months, prologue }) as unknown as ModelInputs;

function createStore(mostBytes = 1000) {
  return createHistoryStore(createFake as unknown as Parameters<typeof createHistoryStore>[0], mostBytes);
}

const readNumber = (end: ArrayBuffer) => new Float64Array(end)[0];

test('a run without a history has nothing to wait for', () => {
  expect(createStore().advance(run(1), 'a')).toBe(false);
  expect(countHistoryMonths(run(1))).toBe(0);
});

test('histories of histories come first, a month at a time, each once', () => {
  const store = createStore();
  const inputs = run(3, run(20, run(100, null, 2)));
  expect(countHistoryMonths(inputs)).toBe(7);
  for (let left = 7; left > 0; left--) {
    expect(store.countMissing(inputs, 'a')).toBe(left);
    expect(store.advance(inputs, 'a')).toBe(true);
  }
  expect(store.countMissing(inputs, 'a')).toBe(0);
  expect(store.advance(inputs, 'a')).toBe(false);
  expect(created).toEqual(['100/a', '20/a']);
  expect(readNumber(store.readEnd(inputs.prologue as ModelInputs, 'a'))).toBe(120);
});

test('an end that is asked for is computed in one go, and known from then on', () => {
  const store = createStore();
  expect(readNumber(store.readEnd(run(20, run(100)), 'a'))).toBe(120);
  expect(store.advance(run(5, run(20, run(100))), 'a')).toBe(false);
  expect(created).toHaveLength(2);
});

test('another seed, other agents or other months are another history; equal inputs are the same, whatever object they are', () => {
  const store = createStore();
  for (const [inputs, seed] of [
    [run(20), 'a'],
    [run(20), 'b'],
    [run(30), 'a'],
    [run(20, null, 6), 'a'],
    [run(20), 'a'],
  ] as const) {
    store.readEnd(inputs, seed);
  }
  expect(created).toEqual(['20/a', '20/b', '30/a', '20/a']);
});

test('what is kept is bounded in bytes and in number, but the latest stays', () => {
  const small = createStore(2 * BYTES);
  for (const seed of ['a', 'b', 'c', 'b', 'a']) small.readEnd(run(1), seed);
  expect(created, 'a was forgotten for c').toEqual(['1/a', '1/b', '1/c', '1/a']);
  created = [];
  const tiny = createStore(0);
  for (const seed of ['a', 'a', 'b', 'a']) tiny.readEnd(run(1), seed);
  expect(created).toEqual(['1/a', '1/b', '1/a']);
  created = [];
  const many = createStore();
  for (const seed of ['a', 'b', 'c', 'd', 'e', 'a']) many.advance(run(2, run(1)), seed);
  expect(created, 'five under way are one too many').toEqual(['1/a', '1/b', '1/c', '1/d', '1/e', '1/a']);
});

test('a month that fails leaves nothing behind to go on from', () => {
  let isBroken = true;
  const store = createHistoryStore(
    ((inputs: ModelInputs, ...rest: [string, unknown, unknown, ReadEnd]) => ({
      ...createFake(inputs, ...rest),
      month: 5,
      step() {
        if (isBroken) throw new Error('clients 1,203, accounts 1,204.');
      },
    })) as unknown as Parameters<typeof createHistoryStore>[0],
    1000,
  );
  expect(() => store.advance(run(2, run(1)), 'a')).toThrow('clients 1,203');
  isBroken = false;
  expect(store.advance(run(2, run(1)), 'a')).toBe(true);
  expect(created).toHaveLength(2);
});
