import { expect, test } from 'vitest';
import { listTrail } from '../../../src/app/world/trail.ts';
import type { LiveMonth } from '../../../src/experiment/live-run.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import { EVENT_WIDTH } from '../../../src/model/records.ts';
import { createEmptyMonth } from '../../support/fake-series.ts';

/** Months with one event each: investor, move, from, to; `null` for a quiet month. */
function createMonths(events: readonly (readonly [number, number, number, number] | null)[]): LiveMonth[] {
  return events.map((event, month) => {
    const { record, snapshot } = createEmptyMonth(month, 3);
    const row = new Float32Array(event ? EVENT_WIDTH : 0);
    if (event) row.set([...event, REASON.price]);
    return { record: { ...record, events: row }, snapshot };
  });
}

const MONTHS = createMonths([
  null,
  [7, MOVE.join, -1, 0],
  [7, MOVE.switch, 0, 1],
  [8, MOVE.switch, 0, 2],
  [7, MOVE.switch, 1, 2],
  [7, MOVE.switch, 2, 0],
  [7, MOVE.leave, 0, -1],
]);

const always = { slot: 7, firstMonth: 0, lastMonth: Number.POSITIVE_INFINITY };
const goals = (by: number, follower = always) => listTrail(MONTHS, follower, by).map(({ from, to }) => [from, to]);

test('the last three moves by a month, the oldest first, of nobody else', () => {
  expect(goals(1)).toEqual([[-1, 0]]);
  expect(goals(4)).toEqual([
    [-1, 0],
    [0, 1],
    [1, 2],
  ]);
  expect(goals(6)).toEqual([
    [1, 2],
    [2, 0],
    [0, -1],
  ]);
});

test('whoever had the place before or has it after moved on their own account', () => {
  const inBetween = { slot: 7, firstMonth: 2, lastMonth: 4 };
  // Month 2 was decided by whoever had the place before; month 5 still by the one who has it in month 4.
  expect(goals(6, inBetween)).toEqual([
    [1, 2],
    [2, 0],
  ]);
});
