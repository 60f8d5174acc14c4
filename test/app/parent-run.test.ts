import { describe, expect, test } from 'vitest';
import { findFork, keepParent, readParent, renewParent } from '../../src/app/parent-run.ts';
import { applyDecisions, type PlayerDecision, type PlayerDecisions } from '../../src/app/player-decisions.ts';
import type { RunData } from '../../src/app/run-data.ts';
import { createEmptyMonth, createFakeInputs } from '../support/fake-series.ts';

const INPUTS = createFakeInputs([0.5, 0.5], 72);
const CHEAP: PlayerDecision = { month: 36, broker: 'broker-0', lever: 'price', value: 0.2 };
const CONTENT: PlayerDecision = { month: 12, broker: 'broker-0', lever: 'content', value: 10 };
const BEFORE: PlayerDecisions = [CHEAP];
const NOW: PlayerDecisions = [CONTENT, CHEAP];

function createRun(made: PlayerDecisions, computed: number, inputs = INPUTS, seed = '42'): RunData {
  const months = Array.from({ length: computed + 1 }, (_, m) => {
    const month = createEmptyMonth(m, 2);
    return { ...month, record: { ...month.record, events: new Float32Array(8) } };
  });
  return { inputs: applyDecisions(inputs, made), seed, made, months, status: 'running', stateHash: null };
}

test('runs fork where the first decision stands that only one of them has', () => {
  expect(findFork(BEFORE, NOW)).toBe(12);
  expect(findFork(NOW, BEFORE)).toBe(12);
  expect(findFork([CONTENT, CHEAP], [CONTENT, { ...CHEAP, value: 1 }])).toBe(36);
  expect(findFork(NOW, [{ ...CONTENT }, { ...CHEAP }])).toBeNull();
});

describe('what is kept of a parent', () => {
  test('figures of all months known, without investors and moves; the arrays are those of the run', () => {
    const run = createRun(BEFORE, 40);
    const parent = keepParent(run, BEFORE);
    expect(parent?.months).toHaveLength(41);
    expect(parent?.months[40]).not.toHaveProperty('snapshot');
    expect(parent?.months[40].record.events).toHaveLength(0);
    expect(parent?.months[40].record.brokers).toBe(run.months[40].record.brokers);
  });

  test('nothing while an older run is still on screen, and nothing of A', () => {
    expect(keepParent(createRun(BEFORE, 40), NOW)).toBeNull();
    expect(keepParent(createRun([], 72), [])).toBeNull();
    expect(keepParent(null, BEFORE)).toBeNull();
  });

  test('becomes more where that very run has gone on', () => {
    const parent = keepParent(createRun(BEFORE, 40), BEFORE);
    expect(renewParent(parent, createRun(BEFORE, 72))?.months).toHaveLength(73);
    expect(renewParent(parent, createRun(BEFORE, 20))).toBe(parent);
    expect(renewParent(parent, createRun(NOW, 72))).toBe(parent);
    expect(renewParent(parent, createRun(BEFORE, 72, INPUTS, '7'))).toBe(parent);
    expect(renewParent(parent, null)).toBe(parent);
  });
});

describe('the line of a parent', () => {
  const parent = keepParent(createRun(BEFORE, 72), BEFORE);

  test('begins where B leaves it, also while B is still computed', () => {
    expect(readParent(parent, createRun(NOW, 13))).toEqual({ months: parent?.months, fork: 12 });
  });

  test('is absent without B, beside itself, and under other luck or other parameters', () => {
    expect(readParent(null, createRun(NOW, 72))).toBeNull();
    expect(readParent(parent, null)).toBeNull();
    expect(readParent(parent, createRun([CHEAP], 72))).toBeNull();
    expect(readParent(parent, createRun(NOW, 72, INPUTS, '7'))).toBeNull();
    const others = { ...INPUTS, values: { ...INPUTS.values } };
    expect(readParent(parent, createRun(NOW, 72, others))).toBeNull();
  });

  test('needs a month beyond the common past', () => {
    expect(readParent(keepParent(createRun(BEFORE, 12), BEFORE), createRun(NOW, 72))).toBeNull();
    expect(readParent(keepParent(createRun(BEFORE, 13), BEFORE), createRun(NOW, 72))?.months).toHaveLength(14);
  });
});
