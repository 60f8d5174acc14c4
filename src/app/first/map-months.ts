import type { FirstRun } from '../../experiment/first-visit.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { SNAPSHOT_COLUMNS, type Snapshot } from '../../model/records.ts';
import { readBroker } from '../readings.ts';
import type { MapMonth } from './first-state.ts';

const TEN_THOUSAND = 10_000;
const QUARTER = 3;
const BROKER = SNAPSHOT_COLUMNS.indexOf('broker');
const EXPERIENCE = SNAPSHOT_COLUMNS.indexOf('experience');
const TENURE = SNAPSHOT_COLUMNS.indexOf('tenureQuarters');

/** The months of the shipped picture: moves applied one after the other; who moves starts anew, the others grow older. */
export function listShippedMonths({ shares, people, moves }: FirstRun): MapMonth[] {
  const count = people.broker.length;
  const bytes = new Uint8Array(SNAPSHOT_COLUMNS.length * count);
  bytes.set(people.broker, BROKER * count);
  bytes.set(people.experience, EXPERIENCE * count);
  bytes.set(people.tenure, TENURE * count);
  return shares.map((row, month) => {
    if (month > 0) applyMoves(bytes, count, moves[month - 1], month % QUARTER === 0);
    return {
      month,
      shares: row.map((share) => share / TEN_THOUSAND),
      snapshot: { month, count, bytes: bytes.slice() },
    };
  });
}

function applyMoves(bytes: Uint8Array, count: number, moves: readonly number[], isQuarter: boolean): void {
  const tenure = bytes.subarray(TENURE * count, (TENURE + 1) * count);
  if (isQuarter) for (let person = 0; person < count; person++) tenure[person] = Math.min(255, tenure[person] + 1);
  for (let k = 0; k < moves.length; k += 2) {
    bytes[BROKER * count + moves[k]] = moves[k + 1];
    tenure[moves[k]] = 0;
  }
}

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
