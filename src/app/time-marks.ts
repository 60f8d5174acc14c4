import type { LiveMonth } from '../experiment/live-run.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { MOVE } from '../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../model/records.ts';
import { BROKER_STATUS, readBroker, readMarket } from './readings.ts';

/** Something that struck the market from outside, or struck one broker for good. */
export type Shock =
  /** The market turned to falling. */
  | { readonly kind: 'bear'; readonly month: number }
  /** A month that lost more than a tenth. */
  | { readonly kind: 'crash'; readonly month: number; readonly change: number }
  | { readonly kind: 'closed' | 'takenOver'; readonly month: number; readonly broker: number };

/** Code of a falling market in the metric `regime`; markets as they happened have −1. */
const BEAR = 0;
/** A monthly loss that counts as a shock by itself. */
const CRASH = -0.1;

/** Shocks of the months known, in order. */
export function listShocks(months: readonly LiveMonth[], { brokers }: ModelInputs): Shock[] {
  const shocks: Shock[] = [];
  for (let month = 1; month < months.length; month++) {
    const [before, now] = [months[month - 1], months[month]];
    const change = readMarket(now, 'marketReturn');
    const turns = readMarket(now, 'regime') === BEAR && readMarket(before, 'regime') !== BEAR;
    if (turns) shocks.push({ kind: 'bear', month });
    else if (change <= CRASH) shocks.push({ kind: 'crash', month, change });
    for (let broker = 0; broker < brokers.length; broker++) {
      const [was, is] = [readBroker(before, broker, 'status'), readBroker(now, broker, 'status')];
      if (was !== BROKER_STATUS.operating || is <= BROKER_STATUS.operating) continue;
      shocks.push({ kind: is === BROKER_STATUS.closed ? 'closed' : 'takenOver', month, broker });
    }
  }
  return shocks;
}

const [MOVE_AT, FROM, TO] = (['move', 'from', 'to'] as const).map((key) => EVENT_COLUMNS.indexOf(key));

/** Clients who left a broker, by month. */
export function countLosses(months: readonly LiveMonth[], broker: number): number[] {
  return months.map(({ record: { events } }) => {
    let count = 0;
    for (let base = 0; base < events.length; base += EVENT_WIDTH) {
      const move = events[base + MOVE_AT];
      const isGone = (move === MOVE.switch || move === MOVE.leave) && events[base + TO] !== broker;
      if (isGone && events[base + FROM] === broker) count++;
    }
    return count;
  });
}

/** Losses this many standard deviations of a Poisson count above the usual are a mass exit; and never fewer than this. */
const FAR = 3;
const FEWEST = 5;

/** Months in which far more clients left than usual (the mean of all months but the first). */
export function findMassExits(losses: readonly number[]): number[] {
  const known = losses.slice(1);
  const mean = known.reduce((sum, count) => sum + count, 0) / Math.max(1, known.length);
  const far = Math.max(FEWEST, mean + FAR * Math.sqrt(mean));
  return losses.flatMap((count, month) => (month > 0 && count >= far ? [month] : []));
}

/** The first month after one, or before it; `null` when there is none. */
export function findNext(months: readonly number[], from: number): number | null {
  const later = months.filter((month) => month > from);
  return later.length === 0 ? null : Math.min(...later);
}
