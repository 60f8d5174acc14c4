import { sumOf } from '../../core/sum.ts';
import { computeMisfit, type Observation } from './ensemble.ts';

/** A published figure that the search is judged by. */
export interface CalibrationTarget {
  readonly id: string;
  readonly value: number;
  /** One standard deviation of what the figure can bear. */
  readonly tolerance: number;
  /** The variance allowed is the tolerance squared over this. */
  readonly weight: number;
}

/** Median of the squared difference of two draws of a normal variable, over twice its variance: that of χ² with one degree. */
const CHI_SQUARE_MEDIAN = 0.4549364231195724;

/**
 * Variance of a mean over seeds, by target: from differences between neighbouring seeds of the same point, by their median, which
 * points far from any data do not move.
 * @param figures by point, seed and target; not a number where there is none
 */
export function estimateSeedVariance(figures: readonly (readonly (readonly number[])[])[], targets: number): number[] {
  const seeds = figures[0].length;
  return Array.from({ length: targets }, (_, k) => {
    const squares = figures.flatMap((bySeed) =>
      bySeed.slice(1).flatMap((row, s) => {
        const difference = row[k] - bySeed[s][k];
        return Number.isFinite(difference) ? [(difference * difference) / 2] : [];
      }),
    );
    return squares.length === 0 ? 0 : readMedian(squares) / CHI_SQUARE_MEDIAN / seeds;
  });
}

function readMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Mean over the seeds that have a figure, by point and target; not a number where none has. */
export function averageOverSeeds(figures: readonly (readonly (readonly number[])[])[]): number[][] {
  return figures.map((bySeed) =>
    bySeed[0].map((_, k) => {
      const known = bySeed.map((row) => row[k]).filter((value) => Number.isFinite(value));
      return sumOf(known) / known.length;
    }),
  );
}

/** What the targets ask, and what each can bear: its tolerance by its weight, and what chance does in so many seeds. */
export function observe(targets: readonly CalibrationTarget[], seedVariance: readonly number[]): Observation {
  return {
    wanted: targets.map(({ value }) => value),
    variance: targets.map(({ tolerance, weight }, k) => (tolerance * tolerance) / weight + seedVariance[k]),
  };
}

/** Mean squared miss over what each target can bear. At most 1: on average no figure is further off than that. */
export function computeLoss(figures: readonly number[], observation: Observation): number {
  return (2 * computeMisfit(figures, observation)) / figures.length;
}

/** Misses in tolerances, signed. */
export function readMisses(figures: readonly number[], targets: readonly CalibrationTarget[]): number[] {
  return figures.map((figure, k) => (figure - targets[k].value) / targets[k].tolerance);
}

/**
 * Figures without holes: a member that has none for a target, a market without entrants say, learns nothing from it and takes the
 * mean of the others. A target that nobody has a figure for takes what is wanted.
 */
export function fillHoles(figures: readonly (readonly number[])[], wanted: readonly number[]): number[][] {
  const means = wanted.map((value, k) => {
    const known = figures.map((row) => row[k]).filter((figure) => Number.isFinite(figure));
    return known.length === 0 ? value : sumOf(known) / known.length;
  });
  return figures.map((row) => row.map((figure, k) => (Number.isFinite(figure) ? figure : means[k])));
}
