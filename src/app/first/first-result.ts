import type { LiveMonth } from '../../experiment/live-run.ts';
import { MOVE } from '../../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../../model/records.ts';
import { readBroker } from '../readings.ts';

/** What became of a price cut in one run, counted from its months. */
export interface FirstResult {
  /** Share gained in the first year, on [0, 1]. */
  readonly gain: number;
  /** Rivals whose commission ends lower than it does without the cut. */
  readonly followers: number;
  /** Investors of the sample that moved to the broker in the first year, and those of them that left it again. */
  readonly drawn: number;
  readonly gone: number;
}

const YEAR = 12;
/** Less is no answer to a cut, in bp. */
const SMALLEST_CUT_BP = 0.05;

const INVESTOR = EVENT_COLUMNS.indexOf('investor');
const KIND = EVENT_COLUMNS.indexOf('move');
const FROM = EVENT_COLUMNS.indexOf('from');
const TO = EVENT_COLUMNS.indexOf('to');

/**
 * @param a months without the cut, @param b with it, both from 0 to at least `months`
 * @param cutter position of the broker that cuts, of `brokers`
 */
export function computeFirstResult(
  a: readonly LiveMonth[],
  b: readonly LiveMonth[],
  { cutter, brokers, months }: { readonly cutter: number; readonly brokers: number; readonly months: number },
): FirstResult {
  const gain = readBroker(b[YEAR], cutter, 'share') - readBroker(b[0], cutter, 'share');
  let followers = 0;
  for (let broker = 0; broker < brokers; broker++) {
    if (broker === cutter) continue;
    const fall = readBroker(a[months], broker, 'commissionBp') - readBroker(b[months], broker, 'commissionBp');
    if (fall > SMALLEST_CUT_BP) followers++;
  }
  const drawn = new Set<number>();
  const gone = new Set<number>();
  for (let month = 1; month <= months; month++) {
    const { events } = b[month].record;
    for (let at = 0; at < events.length; at += EVENT_WIDTH) {
      const investor = events[at + INVESTOR];
      if (month <= YEAR && events[at + KIND] === MOVE.switch && events[at + TO] === cutter) drawn.add(investor);
      else if (drawn.has(investor) && events[at + FROM] === cutter && isDeparture(events[at + KIND]))
        gone.add(investor);
    }
  }
  return { gain, followers, drawn: drawn.size, gone: gone.size };
}

function isDeparture(kind: number): boolean {
  return kind === MOVE.switch || kind === MOVE.leave;
}
