import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyDecisions } from '../../src/app/player-decisions.ts';
import type { RunData } from '../../src/app/run-data.ts';
import { createFakeRun } from '../support/fake-series.ts';

const HORIZON = 72;
const A = createFakeRun();

/** What the store asks of a browser when it is loaded. */
function stubBrowser(): void {
  const query = { matches: false, addEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query);
  vi.stubGlobal('location', { search: '?lang=en' });
  vi.stubGlobal('localStorage', { getItem: () => null });
}

async function openStore() {
  stubBrowser();
  vi.resetModules();
  const store = await import('../../src/app/store.ts');
  const levers = await import('../../src/app/store-decisions.ts');
  store.chosenId.value = A.inputs.brokers[4].id;
  store.runA.value = A;
  /** As the worker would: B for the decisions that stand, up to a month. */
  const computeB = (computed = HORIZON) => {
    const made = store.decisions.value;
    const inputs = applyDecisions(A.inputs, made);
    const run: RunData = { ...A, inputs, made, months: A.months.slice(0, computed + 1) };
    store.runB.value = made.length === 0 ? null : run;
  };
  const decide = (month: number, value: number, computed = HORIZON) => {
    store.playhead.value = month;
    levers.moveLever('price', value, false);
    vi.runAllTimers();
    computeB(computed);
  };
  const readParent = () => store.view.value?.parent ?? null;
  return { ...store, ...levers, computeB, decide, readParent };
}

type Store = Awaited<ReturnType<typeof openStore>>;

describe('the parent of a branch', () => {
  let store: Store;

  beforeEach(async () => {
    vi.useFakeTimers();
    store = await openStore();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is the run before a lever was moved in its past, from the month of the move on', () => {
    store.decide(36, 0.2);
    expect(store.readParent()).toBeNull();
    store.decide(12, 0.6);
    expect(store.readParent()?.fork).toBe(12);
    expect(store.readParent()?.months).toHaveLength(HORIZON + 1);
    expect(store.parentRun.value?.made).toMatchObject([{ month: 36 }]);
    expect(store.keptBranches.value).toHaveLength(1);
  });

  test('is not there for a lever moved after all decisions', () => {
    store.decide(12, 0.6);
    store.decide(36, 0.2);
    expect(store.readParent()).toBeNull();
  });

  test('is one for all inputs of a gesture, and shows before the lever is let go', () => {
    store.decide(36, 0.2);
    store.playhead.value = 12;
    for (const value of [0.9, 0.8, 0.7]) {
      store.moveLever('price', value, false);
      store.computeB(14);
      expect(store.readParent()?.fork).toBe(12);
      expect(store.parentRun.value?.made).toMatchObject([{ month: 36, value: 0.2 }]);
    }
    vi.runAllTimers();
    expect(store.keptBranches.value).toHaveLength(1);
    store.undoDecisions();
    expect(store.decisions.value).toMatchObject([{ month: 36 }]);
  });

  test('goes while the lever is back where it was, and comes again', () => {
    store.decide(36, 0.2);
    store.playhead.value = 12;
    for (const isBaseline of [false, true, false]) {
      store.moveLever('price', 0.7, isBaseline);
      store.computeB();
      expect(store.readParent() === null).toBe(isBaseline);
    }
  });

  test('shows what was known of it', () => {
    store.decide(36, 0.2, 40);
    store.decide(12, 0.6);
    expect(store.readParent()?.months).toHaveLength(41);
  });

  test('is absent where nothing beyond the branch was known', () => {
    store.decide(36, 0.2, 12);
    store.decide(12, 0.6);
    expect(store.readParent()).toBeNull();
  });

  test('goes with undo, and comes with redo as far as it was computed meanwhile', () => {
    store.decide(36, 0.2, 40);
    store.decide(12, 0.6);
    store.undoDecisions();
    store.computeB();
    expect(store.readParent()).toBeNull();
    store.redoDecisions();
    store.computeB();
    expect(store.readParent()?.fork).toBe(12);
    expect(store.readParent()?.months).toHaveLength(HORIZON + 1);
  });

  test('stays with later decisions, and is the one before again after undo', () => {
    store.decide(36, 0.2);
    store.decide(12, 0.6);
    store.decide(48, 0.9);
    expect(store.readParent()?.fork).toBe(12);
    store.decide(24, 0.4);
    expect(store.readParent()?.fork).toBe(24);
    store.undoDecisions();
    store.computeB();
    expect(store.readParent()?.fork).toBe(12);
  });

  test('is the branch that was left after a switch', () => {
    store.decide(36, 0.2);
    store.decide(12, 0.6);
    store.switchBranch(store.keptBranches.value[0]);
    store.computeB();
    expect(store.decisions.value).toMatchObject([{ month: 36 }]);
    expect(store.parentRun.value?.made).toMatchObject([{ month: 12 }, { month: 36 }]);
    expect(store.readParent()?.fork).toBe(12);
  });

  test('goes when decisions are cleared, and undo brings both back', () => {
    store.decide(36, 0.2);
    store.decide(12, 0.6);
    store.resetDecisions();
    store.computeB();
    expect(store.readParent()).toBeNull();
    expect(store.parentRun.value).toBeNull();
    store.undoDecisions();
    store.computeB();
    expect(store.readParent()?.fork).toBe(12);
  });

  test('goes with another seed, other parameters, another scenario', () => {
    store.decide(36, 0.2);
    store.decide(12, 0.6);
    const child = store.runB.value as RunData;
    store.runB.value = { ...child, seed: '7' };
    expect(store.readParent()).toBeNull();
    store.runB.value = { ...child, inputs: { ...child.inputs, values: { ...child.inputs.values } } };
    expect(store.readParent()).toBeNull();
    store.runB.value = child;
    expect(store.readParent()?.fork).toBe(12);
    store.forgetPast();
    expect(store.parentRun.value).toBeNull();
  });

  test('is kept for three branches back, no further', () => {
    store.decide(60, 0.2);
    for (const month of [55, 50, 40, 30, 20]) store.decide(month, 0.6);
    const forks = [0, 1, 2, 3, 4].map((steps) => {
      if (steps > 0) store.undoDecisions();
      store.computeB();
      return store.readParent()?.fork ?? null;
    });
    expect(forks).toEqual([20, 30, 40, 50, null]);
  });
});
