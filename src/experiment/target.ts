import type { Text } from '../core/text.ts';
import type { Measure } from './measure.ts';

/** What a target may be used for: only `calibrate` enters a loss, the others are compared with what comes out. */
export const TARGET_USES = ['calibrate', 'validate', 'forecast'] as const;
type TargetUse = (typeof TARGET_USES)[number];

/** Units of targets, as a reader sees them. */
export const TARGET_UNITS = {
  bp: { en: 'bp', 'zh-CN': '万分之' },
  cny: { en: 'CNY', 'zh-CN': '元' },
  percent: { en: '%', 'zh-CN': '%' },
  points: { en: 'points', 'zh-CN': '百分点' },
  million: { en: 'million', 'zh-CN': '百万' },
  ratio: { en: '×', 'zh-CN': '倍' },
  perMonth: { en: 'a month', 'zh-CN': '次/月' },
  index: { en: 'index', 'zh-CN': '指数' },
} as const satisfies Record<string, Text>;
type TargetUnit = keyof typeof TARGET_UNITS;

/** Decimals with which figures are shown. */
export const TARGET_DECIMALS: Readonly<Record<TargetUnit, number>> = {
  bp: 2,
  cny: 0,
  percent: 1,
  points: 1,
  million: 1,
  ratio: 2,
  perMonth: 2,
  index: 0,
};

/** Figures added up, over figures added up. */
export interface Quotient {
  readonly sum: readonly Measure[];
  /** Without it the sum stands by itself. */
  readonly over?: readonly Measure[];
}

/**
 * How a figure is made of measures: `shift + scale × quotient / against`. With `each: 'year'` the quotient of every
 * calendar year is made first; `growth` turns those into the growth from one year to the next; their mean counts.
 */
interface TargetFigure extends Quotient {
  readonly against?: Quotient;
  readonly each?: 'year';
  readonly growth?: true;
  /** 1 without it. */
  readonly scale?: number;
  /** 0 without it. */
  readonly shift?: number;
}

/** One published figure and how the model’s own is read. */
export interface Target {
  readonly id: string;
  readonly label: Text;
  readonly unit: TargetUnit;
  /** A shipped scenario. */
  readonly scenario: string;
  /** Months that count, where a measure does not say otherwise. */
  readonly period: { readonly from: string; readonly to: string };
  /** Every measure with its window. */
  readonly figure: TargetFigure;
  readonly value: number;
  /** One standard deviation of what the figure can bear. */
  readonly tolerance: number;
  /** Where the source gives a bound, any figure beyond it is as good as another. */
  readonly bound?: 'above' | 'below';
  readonly weight: number;
  readonly use: TargetUse;
  /** Rows of `public/data`: `S042` of the report, `E15` of the findings. */
  readonly sources: readonly string[];
  /** Contradictions of the sources on which it takes a side: `C3`. */
  readonly contradictions: readonly string[];
  /** How the figure is read from the model and from its source, and why so. */
  readonly reading: Text;
  /** Least number of agents at which it can be read. */
  readonly agents: number;
  /** The likely reason where the model is too high or too low. */
  readonly causes: { readonly high: Text; readonly low: Text };
}

/** Every measure that the targets are made of, in the order in which `computeTargetValues` expects their values. */
export function listTargetMeasures(targets: readonly Target[]): Measure[] {
  return targets.flatMap(({ figure }) => listFigureMeasures(figure));
}

function listFigureMeasures({ sum, over, against, each }: TargetFigure): Measure[] {
  const measures = [...sum, ...(over ?? []), ...(against?.sum ?? []), ...(against?.over ?? [])];
  return each === undefined ? measures : measures.map((measure) => ({ ...measure, series: each }));
}

/**
 * What one run gives for each target, in the unit of the target; not a number where it has no such figure.
 * @param values of the measures of `listTargetMeasures(targets)`, as a run report has them
 */
export function computeTargetValues(targets: readonly Target[], values: readonly (readonly number[])[]): number[] {
  let next = 0;
  const takeSum = (measures: readonly Measure[]) => measures.map(() => values[next++]).reduce(addSeries);
  const takeQuotient = ({ sum, over }: Quotient) => {
    const above = takeSum(sum);
    return over === undefined ? above : divideSeries(above, takeSum(over));
  };
  return targets.map(({ figure }) => {
    const { against, growth, scale = 1, shift = 0 } = figure;
    const quotient = takeQuotient(figure);
    const compared = against === undefined ? quotient : divideSeries(quotient, takeQuotient(against));
    return shift + scale * averageKnown(growth === true ? listGrowth(compared) : compared);
  });
}

function addSeries(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, k) => value + b[k]);
}

function divideSeries(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, k) => (b[k] === 0 ? Number.NaN : value / b[k]));
}

function listGrowth(series: readonly number[]): number[] {
  return series.slice(1).map((value, k) => value / series[k] - 1);
}

/** A year without the figure is left out; without any there is none. */
function averageKnown(series: readonly number[]): number {
  const known = series.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How far a figure is from the target, in tolerances, with the sign of the figure less the target; 0 beyond a bound. */
export function measureMiss({ value, tolerance, bound }: Target, figure: number): number {
  const distance = (figure - value) / tolerance;
  if (bound === 'above') return Math.min(0, distance);
  return bound === 'below' ? Math.max(0, distance) : distance;
}

/**
 * Σ weight × (distance in tolerances)² over the targets that calibrate; all others are passed over.
 * @param values of all targets, in their order, as from `computeTargetValues` or medians of those; infinite when one is missing
 */
export function computeLoss(targets: readonly Target[], values: readonly number[]): number {
  return targets.reduce((loss, target, k) => {
    if (target.use !== 'calibrate') return loss;
    const miss = measureMiss(target, values[k]);
    return loss + (Number.isNaN(miss) ? Number.POSITIVE_INFINITY : target.weight * miss * miss);
  }, 0);
}
