import type { FirstRun } from '../../experiment/first-visit.ts';
import { SNAPSHOT_COLUMNS } from '../../model/records.ts';
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
