import { expect, test } from 'vitest';
import { takeCensus } from '../../../src/app/world/census.ts';
import { SNAPSHOT_COLUMNS, type Snapshot, STATUS } from '../../../src/model/records.ts';

/** A snapshot from rows of broker (255 none), status, age and experience as a byte. */
function createSnapshot(rows: readonly (readonly [number, number, number, number])[]): Snapshot {
  const count = rows.length;
  const bytes = new Uint8Array(SNAPSHOT_COLUMNS.length * count);
  rows.forEach((row, person) => {
    (['broker', 'status', 'ageYears', 'experience'] as const).forEach((column, k) => {
      bytes[SNAPSHOT_COLUMNS.indexOf(column) * count + person] = row[k];
    });
  });
  return { month: 0, count, bytes };
}

const PEOPLE = createSnapshot([
  [0, STATUS.active, 20, 0],
  [0, STATUS.dormant, 22, 255],
  [3, STATUS.active, 70, 128],
  [255, STATUS.outside, 40, 128],
]);

test('clients count by the step of their colour, sleepers among them; whoever has no broker stands apart', () => {
  // 0 is the first of five equal parts of 0…255, 128 the third, 255 the last.
  expect(takeCensus(PEOPLE, 'experience')).toEqual({ steps: [1, 0, 1, 0, 1], dormant: 1, ashore: 1 });
});

test('another colour counts anew: two under 25, one from 65 on', () => {
  expect(takeCensus(PEOPLE, 'age').steps).toEqual([2, 0, 0, 0, 1]);
});
