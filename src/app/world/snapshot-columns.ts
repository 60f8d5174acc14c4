import { SNAPSHOT_COLUMNS, type Snapshot } from '../../model/records.ts';

type Column = (typeof SNAPSHOT_COLUMNS)[number];

/** Byte of the column `broker` that stands for none. */
export const NO_BROKER = 255;

/** One column of a snapshot, a byte per investor. A view, not a copy. */
export function readColumn(snapshot: Snapshot, column: Column): Uint8Array {
  const start = SNAPSHOT_COLUMNS.indexOf(column) * snapshot.count;
  return snapshot.bytes.subarray(start, start + snapshot.count);
}
