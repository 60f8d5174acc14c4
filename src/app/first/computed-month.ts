import type { LiveMonth } from '../../experiment/live-run.ts';
import { SNAPSHOT_COLUMNS, type Snapshot } from '../../model/records.ts';
import { readBroker } from '../readings.ts';
import type { MapMonth } from './first-state.ts';

/** A computed month with as many people as the map draws: the first ones, who are the same as in the shipped picture. */
export function readMapMonth(month: LiveMonth, brokers: number, people: number): MapMonth {
  const shares = Array.from({ length: brokers }, (_, broker) => readBroker(month, broker, 'share'));
  return { month: month.record.month, shares, snapshot: takeFirst(month.snapshot, people) };
}

function takeFirst({ month, count, bytes }: Snapshot, people: number): Snapshot {
  const kept = Math.min(count, people);
  const columns = new Uint8Array(SNAPSHOT_COLUMNS.length * kept);
  SNAPSHOT_COLUMNS.forEach((_, column) => {
    columns.set(bytes.subarray(column * count, column * count + kept), column * kept);
  });
  return { month, count: kept, bytes: columns };
}
