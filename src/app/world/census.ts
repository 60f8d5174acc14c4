import type { LiveMonth } from '../../experiment/live-run.ts';
import { type Snapshot, STATUS } from '../../model/records.ts';
import type { ColourBy } from '../run-data.ts';
import { createRampSteps, RAMP_STEPS } from './dot-colour.ts';
import { readMovesOnce, selectArcMonths } from './flows.ts';
import { findReasonColour, type ReasonColour } from './palette.ts';
import { NO_BROKER, readColumn } from './snapshot-columns.ts';

/** How many investors of a snapshot have each colour. */
export interface Census {
  /** Clients of brokers by step of the ramp, dormant ones included. */
  readonly steps: readonly number[];
  /** Of them, those who are dormant. */
  readonly dormant: number;
  /** With no online broker. */
  readonly ashore: number;
}

export function takeCensus(snapshot: Snapshot, colourBy: ColourBy): Census {
  const stepOf = createRampSteps(colourBy);
  const values = readColumn(snapshot, colourBy === 'age' ? 'ageYears' : colourBy);
  const broker = readColumn(snapshot, 'broker');
  const status = readColumn(snapshot, 'status');
  const steps = new Array<number>(RAMP_STEPS).fill(0);
  let dormant = 0;
  let ashore = 0;
  for (let investor = 0; investor < snapshot.count; investor++) {
    if (broker[investor] === NO_BROKER) ashore++;
    else {
      steps[stepOf[values[investor]]]++;
      if (status[investor] === STATUS.dormant) dormant++;
    }
  }
  return { steps, dormant, ashore };
}

/** Who came to a broker or changed it in the months of the arcs, by the colour of the reason. */
export function countArcs(months: readonly LiveMonth[], last: number): ReadonlyMap<ReasonColour, number> {
  const counts = new Map<ReasonColour, number>();
  for (const { record } of selectArcMonths(months, last)) {
    for (const { to, reason } of readMovesOnce(record)) {
      if (to < 0) continue;
      const colour = findReasonColour(reason);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}
