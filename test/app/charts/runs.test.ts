import { describe, expect, test } from 'vitest';
import { findBranchMonth } from '../../../src/app/charts/branch-month.ts';
import { moveCursor } from '../../../src/app/charts/chart-cursor.ts';
import { spliceRun } from '../../../src/app/charts/picture-run.ts';
import type { RunData } from '../../../src/app/run-data.ts';
import type { Decision } from '../../../src/model/inputs.ts';
import { createEmptyMonth, createFakeInputs } from '../../support/fake-series.ts';

const START = 2025 * 12;

function createRun(decisions: readonly Decision[], months = 1): RunData {
  const list = Array.from({ length: months }, (_, m) => createEmptyMonth(m, 2));
  return {
    inputs: createFakeInputs([0.5, 0.5], 72, decisions),
    seed: '1',
    months: list,
    status: 'running',
    stateHash: null,
  };
}

function decide(month: number, value: number): Decision {
  return { month: START + month, broker: 0, lever: 'price', mode: 'set', value };
}

describe('branch', () => {
  test('stands on the last common state before the first decision that only B has', () => {
    expect(findBranchMonth(createRun([decide(3, 1)]), createRun([decide(3, 1), decide(20, 1), decide(12, 2)]))).toBe(
      12,
    );
  });

  test('is absent without B and where B decides nothing of its own', () => {
    expect(findBranchMonth(createRun([]), null)).toBeNull();
    expect(findBranchMonth(createRun([decide(3, 1)]), createRun([decide(3, 1)]))).toBeNull();
  });
});

describe('picture of a growing run', () => {
  test('is completed by the last whole picture', () => {
    const run = createRun([], 2);
    const last = createRun([], 5);
    const picture = spliceRun(run, last);
    expect(picture.computed).toBe(2);
    expect(picture.months).toEqual([...run.months, ...last.months.slice(2)]);
    expect(picture.months[1]).toBe(run.months[1]);
  });

  test('is the run itself where there is no other', () => {
    const run = createRun([], 2);
    expect(spliceRun(run, null).months).toBe(run.months);
  });
});

describe('cursor', () => {
  /** Three columns, two rows; the last cell of the lower row has nothing to read. */
  const grid = {
    columns: 3,
    rows: 2,
    home: { column: 1, row: 0 },
    read: ({ column, row }: { column: number; row: number }) =>
      column === 2 && row === 1 ? null : { heading: '', entries: [] },
    place: () => ({ x: 0, y: 0 }),
    locate: () => null,
  };

  test('begins at home, moves by arrows and stops at the ends', () => {
    expect(moveCursor(grid, null, 'ArrowLeft')).toEqual({ column: 1, row: 0 });
    expect(moveCursor(grid, { column: 1, row: 0 }, 'ArrowLeft')).toEqual({ column: 0, row: 0 });
    expect(moveCursor(grid, { column: 0, row: 0 }, 'ArrowLeft')).toEqual({ column: 0, row: 0 });
    expect(moveCursor(grid, { column: 0, row: 0 }, 'ArrowDown')).toEqual({ column: 0, row: 1 });
  });

  test('does not go where there is nothing to read', () => {
    expect(moveCursor(grid, { column: 1, row: 1 }, 'ArrowRight')).toEqual({ column: 1, row: 1 });
    expect(moveCursor(grid, { column: 0, row: 1 }, 'End')).toEqual({ column: 1, row: 1 });
    expect(moveCursor(grid, { column: 2, row: 0 }, 'Home')).toEqual({ column: 0, row: 0 });
  });

  test('leaves other keys to the page', () => {
    expect(moveCursor(grid, null, ' ')).toBeNull();
  });
});
