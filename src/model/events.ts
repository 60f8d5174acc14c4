import { CONTRIBUTION_COUNT } from './reasons.ts';
import { EVENT_CONTRIBUTIONS, EVENT_WIDTH } from './records.ts';
import type { InvestorTable } from './state.ts';

/** The moves of one month, a row of `EVENT_WIDTH` numbers each, as they came. Grows as needed, is emptied monthly. */
export interface EventLog {
  rows: Float32Array;
  count: number;
}

const FIRST_CAPACITY_ROWS = 256;

export function createEventLog(): EventLog {
  return { rows: new Float32Array(FIRST_CAPACITY_ROWS * EVENT_WIDTH), count: 0 };
}

/** Writes one move. @param contributions by reason, as many as `CONTRIBUTION_COUNT` (their sum is the gap), or null where nothing was weighed */
export function recordEvent(
  log: EventLog,
  investors: InvestorTable,
  month: number,
  slot: number,
  move: number,
  from: number,
  to: number,
  reason: number,
  contributions: Float64Array | null,
): void {
  const at = log.count * EVENT_WIDTH;
  reserveRows(log, log.count + 1);
  const { rows } = log;
  rows[at] = slot;
  rows[at + 1] = move;
  rows[at + 2] = from;
  rows[at + 3] = to;
  rows[at + 4] = reason;
  rows[at + 5] = Math.floor((month - investors.birthMonth[slot]) / 12);
  rows[at + 6] = investors.experience[slot];
  rows[at + 7] = investors.risk[slot];
  rows[at + 8] = from < 0 ? 0 : month - investors.mainSince[slot];
  let gap = 0;
  for (let c = 0; c < CONTRIBUTION_COUNT; c++) {
    const contribution = contributions === null ? 0 : contributions[c];
    rows[at + EVENT_CONTRIBUTIONS + c] = contribution;
    gap += contribution;
  }
  rows[at + 9] = gap;
  rows[at + 10] = investors.shortHorizon[slot];
  rows[at + 11] = investors.tier[slot];
  log.count++;
}

function reserveRows(log: EventLog, count: number): void {
  let length = log.rows.length;
  while (length < count * EVENT_WIDTH) length *= 2;
  if (length === log.rows.length) return;
  const larger = new Float32Array(length);
  larger.set(log.rows);
  log.rows = larger;
}

/** Adds rows that another thread has written. */
export function appendEvents(log: EventLog, rows: Float32Array, count: number): void {
  reserveRows(log, log.count + count);
  log.rows.set(rows.subarray(0, count * EVENT_WIDTH), log.count * EVENT_WIDTH);
  log.count += count;
}

/**
 * A copy of the rows, in order of slot and, for one person, of time. Steps visit people in blocks and threads in parts,
 * so the order of writing is an accident; this one is not.
 */
export function readEvents({ rows, count }: EventLog): Float32Array {
  // Slot and row in one whole number: numbers are sorted without a function to call for every pair.
  const keys = Float64Array.from({ length: count }, (_, row) => rows[row * EVENT_WIDTH] * count + row).sort();
  const sorted = new Float32Array(count * EVENT_WIDTH);
  for (let place = 0; place < count; place++) {
    const from = (keys[place] % count) * EVENT_WIDTH;
    for (let k = 0; k < EVENT_WIDTH; k++) sorted[place * EVENT_WIDTH + k] = rows[from + k];
  }
  return sorted;
}
