import { expect, test } from 'vitest';
import { createEventLog, readEvents, recordEvent } from '../../src/model/events.ts';
import { CONTRIBUTION_COUNT, MOVE, REASON } from '../../src/model/reasons.ts';
import { EVENT_CONTRIBUTIONS, EVENT_WIDTH } from '../../src/model/records.ts';
import { createStartedWorld } from '../support/model-world.ts';

const { investors, market } = createStartedWorld({ agents: 300 });
const month = market.month[0];

function readSlots(rows: Float32Array): number[] {
  return Array.from({ length: rows.length / EVENT_WIDTH }, (_, row) => rows[row * EVENT_WIDTH]);
}

test('moves are read in order of person and, for one person, of time, whatever the order of writing', () => {
  const log = createEventLog();
  for (const [slot, move] of [
    [7, MOVE.wake],
    [2, MOVE.join],
    [7, MOVE.switch],
    [0, MOVE.leave],
  ] as const) {
    recordEvent(log, investors, month, slot, move, 0, 1, REASON.chance, null);
  }
  const rows = readEvents(log);
  expect(readSlots(rows)).toEqual([0, 2, 7, 7]);
  expect([rows[2 * EVENT_WIDTH + 1], rows[3 * EVENT_WIDTH + 1]]).toEqual([MOVE.wake, MOVE.switch]);
});

test('the log grows without losing a row', () => {
  const log = createEventLog();
  const slots = Array.from({ length: 300 }, (_, slot) => slot);
  for (const slot of slots) recordEvent(log, investors, month, slot, MOVE.join, -1, 0, REASON.price, null);
  expect(readSlots(readEvents(log))).toEqual(slots);
});

test('the gap is the sum of the contributions, and both are zero where nothing was weighed', () => {
  const log = createEventLog();
  const contributions = Float64Array.from({ length: CONTRIBUTION_COUNT }, (_, c) => c / 4 - 1);
  recordEvent(log, investors, month, 0, MOVE.switch, 0, 1, REASON.content, contributions);
  recordEvent(log, investors, month, 1, MOVE.dormant, 0, 0, REASON.losses, null);
  const rows = readEvents(log);
  // Quarters are exact in single precision: (0 + 1 + … + 15) / 4 − 16 = 14.
  expect(rows[9]).toBe(14);
  expect([...rows.subarray(EVENT_CONTRIBUTIONS, EVENT_WIDTH)]).toEqual([...contributions]);
  expect(rows[EVENT_WIDTH + 9]).toBe(0);
});
