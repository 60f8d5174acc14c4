import { quantile, sampleStandardDeviation } from 'simple-statistics';
import type { Text } from '../core/text.ts';
import type { Target } from './target.ts';

/** `hit`: the median is in tolerance. `near`: only the 90 % interval reaches it. `miss`: not even that. `unjudged`: nothing to judge. */
export const VERDICTS = ['hit', 'near', 'miss', 'unjudged'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Median and 90 % interval over runs. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Runs that have the figure. */
  readonly runs: number;
}

const LOW = 0.05;
const HIGH = 0.95;
/** Part of the tolerance that half the interval of a median may take, so that it decides no verdict. */
const PRECISION = 0.25;
const NORMAL_975 = 1.96;
/** Standard error of the median over that of the mean, for a normal distribution: √(π/2). */
const MEDIAN_LOSS = 1.2533141373155;
const SEEDS_LEAST = 2;

/** Figures by run; `null` where a run has none. */
export type Figures = readonly (number | null)[];

function listKnown(figures: Figures): number[] {
  return figures.filter((value) => value !== null);
}

/** `null` without a figure. */
export function measureSpread(figures: Figures): Spread | null {
  const known = listKnown(figures);
  if (known.length === 0) return null;
  const [low, median, high] = quantile(known, [LOW, 0.5, HIGH]);
  return { median, low, high, runs: known.length };
}

export function judge(target: Target, spread: Spread | null): Verdict {
  if (spread === null) return 'unjudged';
  if (isInside(target, spread.median)) return 'hit';
  const { low, high } = readRange(target);
  return spread.low <= high && spread.high >= low ? 'near' : 'miss';
}

/** What counts as a hit; a bound is open on one side. */
export function readRange({ value, tolerance, bound }: Target): { readonly low: number; readonly high: number } {
  if (bound === 'above') return { low: value, high: Number.POSITIVE_INFINITY };
  if (bound === 'below') return { low: Number.NEGATIVE_INFINITY, high: value };
  return { low: value - tolerance, high: value + tolerance };
}

/** Whether a figure is as good as published. */
export function isInside(target: Target, figure: number): boolean {
  const { low, high } = readRange(target);
  return figure >= low && figure <= high;
}

/**
 * Seeds at which half the 95 % interval of the median is a quarter of the tolerance: 1.96 · √(π/2) · s/√n (the median of a
 * normal distribution; Kenney and Keeping 1962). `null` where one run or none has the figure.
 */
export function countSeedsNeeded({ tolerance }: Pick<Target, 'tolerance'>, figures: Figures): number | null {
  const known = listKnown(figures);
  if (known.length < 2) return null;
  const error = (NORMAL_975 * MEDIAN_LOSS * sampleStandardDeviation(known)) / (PRECISION * tolerance);
  return Math.max(SEEDS_LEAST, Math.ceil(error * error));
}

/** Half the 95 % interval of the median of the runs at hand. */
function measurePrecision(figures: Figures): number | null {
  const known = listKnown(figures);
  if (known.length < 2) return null;
  return (NORMAL_975 * MEDIAN_LOSS * sampleStandardDeviation(known)) / Math.sqrt(known.length);
}

/** What another structure gives for a target. */
interface StructureSpread extends Omit<StructureFigures, 'values'> {
  readonly spread: Spread | null;
}

/** A line of the scoreboard. Everything is in the unit of the target. */
export interface ScoreboardRow {
  readonly target: Target;
  readonly spread: Spread | null;
  readonly verdict: Verdict;
  readonly figures: Figures;
  /** Runs that are in tolerance themselves. */
  readonly inside: number;
  readonly seedsNeeded: number | null;
  /** Half the 95 % interval of the median. */
  readonly precision: number | null;
  /** Over the posterior cloud, one run a member; `null` without one. */
  readonly cloud: Spread | null;
  readonly structures: readonly StructureSpread[];
  /** The likely reason, for the side on which the median lies; `null` for a hit. */
  readonly cause: Text | null;
}

/** Figures of all targets by id. */
export type FiguresByTarget = Readonly<Record<string, Figures>>;

/** Another structure, fitted like the shipped one, and what its own cloud gives. */
export interface StructureFigures {
  readonly id: string;
  readonly title: Text;
  /** Whether it meets the targets that calibrate as the shipped one does. */
  readonly isAccepted: boolean;
  readonly values: FiguresByTarget;
}

/** Runs of the shipped model, of the cloud, and of other structures. */
export interface ScoreboardFigures {
  readonly values: FiguresByTarget;
  readonly cloud: FiguresByTarget | null;
  readonly structures: readonly StructureFigures[];
}

/** A line for every target, in their order. */
export function computeScoreboard(targets: readonly Target[], runs: ScoreboardFigures): ScoreboardRow[] {
  return targets.map((target) => {
    const figures = runs.values[target.id] ?? [];
    const spread = measureSpread(figures);
    const verdict = judge(target, spread);
    return {
      target,
      spread,
      verdict,
      figures,
      inside: listKnown(figures).filter((value) => isInside(target, value)).length,
      seedsNeeded: countSeedsNeeded(target, figures),
      precision: measurePrecision(figures),
      cloud: runs.cloud === null ? null : measureSpread(runs.cloud[target.id] ?? []),
      structures: runs.structures.map(({ id, title, isAccepted, values }) => ({
        id,
        title,
        isAccepted,
        spread: measureSpread(values[target.id] ?? []),
      })),
      cause: verdict === 'hit' || spread === null ? null : findCause(target, spread),
    };
  });
}

function findCause({ value, causes }: Target, { median }: Spread): Text {
  return median > value ? causes.high : causes.low;
}

/** How many lines have each verdict. */
export function countVerdicts(rows: readonly { readonly verdict: Verdict }[]): Readonly<Record<Verdict, number>> {
  const counts = { hit: 0, near: 0, miss: 0, unjudged: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}
