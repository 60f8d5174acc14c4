import { expect, test } from 'vitest';
import {
  type Flow,
  type Move,
  readMoves,
  SHORE,
  selectFlows,
  sumFlows,
  WIDE_BUDGET,
} from '../../../src/app/world/flows.ts';
import { MOVE, REASON, type Reason } from '../../../src/model/reasons.ts';
import { EVENT_WIDTH, type MonthRecord } from '../../../src/model/records.ts';

function createRecord(rows: readonly (readonly number[])[]): MonthRecord {
  const events = new Float32Array(rows.length * EVENT_WIDTH);
  rows.forEach((row, k) => {
    events.set(row, k * EVENT_WIDTH);
  });
  const none = new Float64Array(0);
  return {
    month: 1,
    market: none,
    brokers: none,
    segments: none,
    cohorts: none,
    events,
    decisions: new Float32Array(0),
  };
}

function repeat(times: number, from: number, to: number, reason: Reason): Move[] {
  return Array.from({ length: times }, (_, investor) => ({ investor, from, to, reason }));
}

const flow = (from: number, to: number, count: number): Flow => ({ from, to, count, reason: 'price' });

test('who joins, switches or leaves moves; second accounts, sleep and waking move nobody', () => {
  const record = createRecord([
    [7, MOVE.join, -1, 2, REASON.content],
    [8, MOVE.switch, 2, 0, REASON.price],
    [9, MOVE.addSecond, 2, 1, REASON.price],
    [10, MOVE.dormant, 2, 2, REASON.market],
    [11, MOVE.wake, 2, 2, REASON.market],
    [12, MOVE.leave, 1, -1, REASON.losses],
  ]);
  expect(readMoves(record)).toEqual([
    { investor: 7, from: SHORE, to: 2, reason: 'content' },
    { investor: 8, from: 2, to: 0, reason: 'price' },
    { investor: 12, from: 1, to: SHORE, reason: 'losses' },
  ]);
});

test('months add up; the reason of most decides; the largest flow comes first', () => {
  const months = [
    [...repeat(2, 0, 1, 'price'), ...repeat(4, 1, 0, 'trust')],
    [...repeat(3, 0, 1, 'community'), ...repeat(2, 0, SHORE, 'losses')],
  ];
  expect(sumFlows(months)).toEqual([
    { from: 0, to: 1, count: 5, reason: 'community' },
    { from: 1, to: 0, count: 4, reason: 'trust' },
  ]);
});

test('never more than ten arcs, and newcomers take at most three while brokers compete', () => {
  const shore = Array.from({ length: 8 }, (_, to) => flow(SHORE, to, 100 - to));
  const between = Array.from({ length: 12 }, (_, to) => flow(0, to + 1, 50 - to));
  const chosen = selectFlows([...shore, ...between], null, WIDE_BUDGET);
  expect(chosen).toHaveLength(10);
  expect(chosen.filter(({ from }) => from === SHORE).map(({ to }) => to)).toEqual([0, 1, 2]);
  expect(chosen.filter(({ from }) => from !== SHORE).map(({ to }) => to)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('where brokers hardly compete, newcomers fill the room', () => {
  const shore = Array.from({ length: 12 }, (_, to) => flow(SHORE, to, 100 - to));
  expect(selectFlows([...shore, flow(0, 1, 5)], null, WIDE_BUDGET)).toHaveLength(10);
});

test('an island in focus shows its own flows only, in and out', () => {
  const flows = [flow(SHORE, 1, 9), flow(1, 2, 8), flow(2, 3, 7), flow(3, 1, 6)];
  expect(selectFlows(flows, 1, WIDE_BUDGET)).toEqual([flow(SHORE, 1, 9), flow(1, 2, 8), flow(3, 1, 6)]);
});
