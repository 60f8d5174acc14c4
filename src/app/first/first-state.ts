import { signal } from '@preact/signals';
import type { FirstVisit } from '../../experiment/first-visit.ts';
import type { Snapshot } from '../../model/records.ts';
import type { FirstResult } from './first-result.ts';

/** What the little map shows of a month: shares on [0, 1] by broker, and who is where. */
export interface MapMonth {
  readonly month: number;
  readonly shares: readonly number[];
  readonly snapshot: Snapshot;
}

/** `ask` until an answer is chosen, `running` until its run is as far as the question asks, then `answered`. */
export type Stage = 'ask' | 'running' | 'answered' | 'failed';

/** Whether the first screen is up; `public/first-paint.js` decides it before anything is drawn. */
export const isFirstVisit = signal(document.documentElement.dataset.visit === 'first');
export const stage = signal<Stage>('ask');
export const visit = signal<FirstVisit | null>(null);
/** Id of the broker that the reader bets on. */
export const bet = signal('');
/** Months that can be shown: of the default run, then of the run with the cut as they are computed. */
export const mapMonths = signal<readonly MapMonth[]>([]);
export const mapMonth = signal(0);
export const mapPlaying = signal(true);
export const result = signal<FirstResult | null>(null);
export const failureCause = signal('');
