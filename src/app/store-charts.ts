import { effect, signal } from '@preact/signals';
import type { ExploreView } from './run-data.ts';
import { view } from './store.ts';

/** What the charts draw from; `null` until the first month is there. */
export const chartView = signal<ExploreView | null>(null);

/** The charts follow the page: while it plays in a task of their own, so that no task has all of a month's work. */
export function followCharts(): void {
  effect(() => {
    const next = view.value;
    const draw = () => {
      chartView.value = next;
    };
    if (!next?.playing) {
      draw();
      return;
    }
    const turn = setTimeout(draw);
    return () => clearTimeout(turn);
  });
}
