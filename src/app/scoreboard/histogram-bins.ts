import { chooseTicks } from '../charts/scales.ts';

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins wanted over the spread of the values. */
const MOST_BINS = 14;

/**
 * Values counted in bins whose edges are round figures; values on an edge belong to the bin above, the highest to the last.
 * Empty without values.
 */
export function countBins(values: readonly number[]): HistogramBin[] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = low === high ? chooseSingleStep(low) : readStep(chooseTicks(low, high, MOST_BINS), high - low);
  const first = Math.floor(low / step + 1e-9);
  const count = Math.max(1, Math.floor(high / step + 1e-9) - first + 1);
  const bins = Array.from({ length: count }, (_, k) => ({
    from: (first + k) * step,
    to: (first + k + 1) * step,
    count: 0,
  }));
  for (const value of known) bins[Math.min(count - 1, Math.floor(value / step + 1e-9) - first)].count++;
  return bins;
}

/** All values alike: a bin that is narrow beside the value itself. */
function chooseSingleStep(value: number): number {
  return value === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(value)) - 1);
}

function readStep(ticks: readonly number[], width: number): number {
  return ticks.length > 1 ? ticks[1] - ticks[0] : width;
}
