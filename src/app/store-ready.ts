import { effect } from '@preact/signals';
import { readShownRun } from './run-data.ts';
import { playing, view } from './store.ts';
import { askEngine } from './store-runs.ts';

/** A month that is only passed while scrubbing is not made ready. */
const REST_MS = 200;

/** Where the page rests a lever may be moved next: the engine has the state of that month at hand. */
export function followRest(): void {
  effect(() => {
    const shown = view.value;
    if (!shown || playing.value) return;
    const { status } = readShownRun(shown);
    if (status !== 'done') return;
    const lane = shown.runB ? 'b' : 'a';
    const timer = setTimeout(() => askEngine().makeReady(lane, shown.playhead), REST_MS);
    return () => clearTimeout(timer);
  });
}
