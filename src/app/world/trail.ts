import type { LiveMonth } from '../../experiment/live-run.ts';
import { type Move, readMovesOnce } from './flows.ts';

/** One investor on the map, with the months in which the place was theirs: others have it before and after. */
export interface Follower {
  readonly slot: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** Moves of a life that stay on the map. */
const SHOWN_MOVES = 3;

/** The last moves between brokers that an investor has made by a month, the oldest first. */
export function listTrail(months: readonly LiveMonth[], { slot, firstMonth, lastMonth }: Follower, by: number): Move[] {
  const trail: Move[] = [];
  // A place passes on at the end of a month: what was decided in it is still of who had the place before.
  const last = Math.min(by, lastMonth + 1, months.length - 1);
  for (let month = last; month > firstMonth && trail.length < SHOWN_MOVES; month--) {
    const move = readMovesOnce(months[month].record).find(({ investor }) => investor === slot);
    if (move) trail.unshift(move);
  }
  return trail;
}
