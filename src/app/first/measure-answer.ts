import type { FirstQuestion } from '../../experiment/first-visit.ts';

/** Median and 90 % interval of a broker’s share over the seeds, on [0, 1]. */
export interface MeasuredAnswer {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

const TEN_THOUSAND = 10_000;

/** Quantiles between the order statistics, as everywhere on the page (Hyndman and Fan 1996, type 7). */
export function measureAnswer({ shares }: FirstQuestion, broker: number): MeasuredAnswer {
  const sorted = shares.map((seed) => seed[broker]).sort((a, b) => a - b);
  const read = (part: number) => {
    const at = part * (sorted.length - 1);
    const below = Math.floor(at);
    const above = Math.min(sorted.length - 1, below + 1);
    return (sorted[below] + (sorted[above] - sorted[below]) * (at - below)) / TEN_THOUSAND;
  };
  return { low: read(0.05), median: read(0.5), high: read(0.95) };
}
