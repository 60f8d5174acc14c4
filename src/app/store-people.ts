import { effect, signal } from '@preact/signals';
import type { PeopleComparison } from '../experiment/people.ts';
import type { RunData } from './run-data.ts';
import { playing, view } from './store.ts';
import { askEngine } from './store-runs.ts';

/** Who fares better and who worse in B, of the runs that it was asked for. */
export interface KnownPeople {
  readonly runA: RunData;
  readonly runB: RunData;
  /** Position of the broker whose clients are told apart. */
  readonly broker: number;
  readonly comparison: PeopleComparison;
}

/** Newest answer, also when it is of another month than the one on show; `null` while there is no B. */
export const people = signal<KnownPeople | null>(null);

/** A month that is only passed while scrubbing is not asked about. */
const REST_MS = 200;

/** Asks anew whenever month, runs or broker come to rest. While the page plays, the last answer stands, with its month. */
export function followPeople(): void {
  effect(() => {
    const shown = view.value;
    if (!shown?.runB) {
      people.value = null;
      return;
    }
    const { runA, runB, chosen: broker, playhead } = shown;
    const known = people.peek();
    const isSame = known?.runA === runA && known.runB === runB && known.broker === broker;
    if (isSame && known.comparison.month === playhead) return;
    if (playing.value || runA.status !== 'done' || runB.status !== 'done') return;
    const timer = setTimeout(async () => {
      const comparison = await askEngine().comparePeople(playhead, broker);
      const now = view.peek();
      if (comparison === null || now?.runA !== runA || now.runB !== runB) return;
      people.value = { runA, runB, broker, comparison };
    }, REST_MS);
    return () => clearTimeout(timer);
  });
}
