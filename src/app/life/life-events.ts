import type { LiveMonth } from '../../experiment/live-run.ts';
import type { PersonMonth } from '../../experiment/person-life.ts';
import { NONE } from '../../model/purposes.ts';
import { MOVES, type Move } from '../../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../../model/records.ts';
import { bandOf, SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import type { EventPlace } from '../why.ts';

/** Something that happened to one person. Brokers are positions. */
export type LifeEvent = { readonly month: number } & (
  | { readonly kind: Move; readonly place: EventPlace; readonly from: number; readonly to: number }
  | { readonly kind: 'born' | 'firstTrade' | 'complained' }
  | { readonly kind: 'learned'; readonly band: number }
  | { readonly kind: 'friendMoved'; readonly from: number; readonly to: number }
);

const EXPERIENCE = SEGMENT_DIMENSIONS.find(({ key }) => key === 'experience')!;
const [INVESTOR, MOVE_AT, FROM, TO] = (['investor', 'move', 'from', 'to'] as const).map((key) =>
  EVENT_COLUMNS.indexOf(key),
);

/** The months of the person who had a place at a given month: others had it before or have it after. */
export function selectPerson(life: readonly PersonMonth[], month: number): readonly PersonMonth[] {
  const generation = life[Math.min(month, life.length - 1)]?.generation;
  return life.filter((entry) => entry.generation === generation);
}

/** The rows of one person in the record, from `first` to `last`. */
function findMoves(months: readonly LiveMonth[], slot: number, first: number, last: number): LifeEvent[] {
  const found: LifeEvent[] = [];
  for (let month = first; month <= last && month < months.length; month++) {
    const { events } = months[month].record;
    for (let base = 0; base < events.length; base += EVENT_WIDTH) {
      if (events[base + INVESTOR] !== slot) continue;
      const place = { month, row: base / EVENT_WIDTH };
      const kind = MOVES[events[base + MOVE_AT]].key;
      found.push({ month, kind, place, from: events[base + FROM], to: events[base + TO] });
    }
  }
  return found;
}

/**
 * What is worth telling of a life, in order: accounts opened and left, sleep, the first trade, a step of experience, friends
 * who moved to or from the person’s own broker, complaints.
 * @param person months of one person, without gaps @param months of the run
 */
export function listLifeEvents(
  person: readonly PersonMonth[],
  months: readonly LiveMonth[],
  slot: number,
): LifeEvent[] {
  if (person.length === 0) return [];
  const first = person[0].month;
  const last = person[person.length - 1].month;
  const told: LifeEvent[] = first > 0 ? [{ month: first, kind: 'born' }] : [];
  // A place passes on at the end of a month: what was decided in it is still of who had the place before.
  told.push(...findMoves(months, slot, first + 1, last + 1));
  const firstTrade = person.find(({ trades }) => trades > 0);
  if (firstTrade !== undefined && firstTrade !== person[0]) told.push({ month: firstTrade.month, kind: 'firstTrade' });
  for (let k = 1; k < person.length; k++) told.push(...compareMonths(person[k - 1], person[k]));
  return told.sort((a, b) => a.month - b.month);
}

function compareMonths(before: PersonMonth, now: PersonMonth): LifeEvent[] {
  const { month } = now;
  const told: LifeEvent[] = [];
  const [was, is] = [before, now].map(({ experience }) => bandOf(EXPERIENCE, experience));
  if (is > was) told.push({ month, kind: 'learned', band: is });
  if (now.complained && !before.complained) told.push({ month, kind: 'complained' });
  now.friends.forEach((to, k) => {
    const from = before.friends[k];
    const concerns = from === before.main || to === before.main;
    if (from !== to && from !== NONE && to !== NONE && concerns) told.push({ month, kind: 'friendMoved', from, to });
  });
  return told;
}
