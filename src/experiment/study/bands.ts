import { quantileSorted } from 'simple-statistics';
import { BANDS } from '../sweep/summary.ts';

/** Where figures lie: the middle one, the middle half and the middle nine tenths of them. */
export interface Band {
  /** Figures. */
  readonly count: number;
  readonly low90: number;
  readonly low50: number;
  readonly median: number;
  readonly high50: number;
  readonly high90: number;
}

/** `null` when none of the figures is a number. */
export function findBand(figures: Iterable<number>): Band | null {
  const sorted = Array.from(Float64Array.from(figures).filter(Number.isFinite).sort());
  if (sorted.length === 0) return null;
  const [low90, low50, median, high50, high90] = BANDS.map((share) => quantileSorted(sorted, share));
  return { count: sorted.length, low90, low50, median, high50, high90 };
}
