import { computed, effect, signal } from '@preact/signals';
import type { PersonMonth } from '../experiment/person-life.ts';
import { selectPerson } from './life/life-events.ts';
import { type RunData, readShownRun } from './run-data.ts';
import { followed, view } from './store.ts';
import { askEngine } from './store-runs.ts';
import type { Follower } from './world/trail.ts';

/** Every month of the followed investor, of the run that was on show. */
export interface KnownLife {
  readonly run: RunData;
  readonly slot: number;
  readonly months: readonly PersonMonth[];
}

/** `null` until it has been replayed. */
export const life = signal<KnownLife | null>(null);

/** Whoever is followed, with the months of their life as far as they are known. */
export const follower = computed((): Follower | null => {
  const who = followed.value;
  if (who === null) return null;
  const known = life.value;
  const months = known?.slot === who.slot ? selectPerson(known.months, who.month) : [];
  const last = months.at(-1);
  return { slot: who.slot, firstMonth: months[0]?.month ?? 0, lastMonth: last?.month ?? Number.POSITIVE_INFINITY };
});

/** Replays the life of whoever is followed, once the run on show is whole. */
export function followLife(): void {
  effect(() => {
    const slot = followed.value?.slot ?? null;
    const shown = view.value;
    if (slot === null || !shown) {
      life.value = null;
      return;
    }
    const run = readShownRun(shown);
    const known = life.peek();
    if (run.status !== 'done' || (known?.slot === slot && known.run === run)) return;
    const lane = shown.runB ? 'b' : 'a';
    void askEngine()
      .followPerson(lane, slot, run.inputs.months)
      .then((months) => {
        const now = view.peek();
        const isWanted = followed.peek()?.slot === slot && now !== null && readShownRun(now) === run;
        if (months !== null && isWanted) life.value = { run, slot, months };
      });
  });
}
