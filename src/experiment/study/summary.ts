import type { Design } from '../design/design.ts';
import { estimateMean } from '../paired.ts';
import { createMorrisDesign } from '../sampling/morris-design.ts';
import { computeMorris, type MorrisEffect } from '../sensitivity/morris.ts';
import { computeSobol, type SobolIndices } from '../sensitivity/sobol.ts';
import { type Band, findBand } from './bands.ts';
import { type Bin, createBins } from './bins.ts';

/** What can be made of the runs, beside bands: it follows from how the points were chosen. */
export type Analysis =
  | { readonly kind: 'sweep' }
  | { readonly kind: 'replicates' }
  | { readonly kind: 'morris'; readonly trajectories: number; readonly seed: string }
  | { readonly kind: 'sobol'; readonly samples: number };

/** All that a summary needs of a design. Plain data: it crosses to a worker as it is. */
export interface StudyShape {
  readonly analysis: Analysis;
  /** Parameters. */
  readonly width: number;
  /** Their values, point by point. */
  readonly points: Float64Array;
}

/** What a summary needs of a run. */
export interface StudyFigures {
  readonly point: number;
  /** Not a number where the run failed or has no figure. */
  readonly outcome: number;
  /** By month or year; empty where the run failed. */
  readonly series: readonly number[];
}

/** What is asked of the swept parameters, by position. */
export interface StudyQuestion {
  readonly response: number;
  /** Of the response of two: to the right, and upwards. */
  readonly across: number;
  readonly up: number;
}

export interface ResponseBin extends Bin {
  /** `null` until there is a run. */
  readonly band: Band | null;
}

export interface Heat {
  readonly across: readonly Bin[];
  readonly up: readonly Bin[];
  /** Medians, row by row from the lowest; not a number where there is no run. */
  readonly cells: Float64Array;
}

/** The mean of the first runs, as their number grows. */
export interface Precision {
  readonly count: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export type Sensitivity =
  | ({ readonly kind: 'sobol' } & SobolIndices)
  | { readonly kind: 'morris'; readonly effects: readonly MorrisEffect[] };

/** What the runs so far say. */
export interface StudySummary {
  /** Of the outcome, over all runs. */
  readonly end: Band | null;
  readonly fan: readonly (Band | null)[];
  readonly response: readonly ResponseBin[];
  readonly heat: Heat | null;
  readonly sensitivity: Sensitivity | null;
  readonly precision: readonly Precision[];
}

/** Stretches of a range that runs are gathered in. */
const RESPONSE_BINS = 10;
const HEAT_BINS = 7;
/** Least trajectories, or blocks, from which something is said. */
const LEAST_ROWS = 2;

export function readAnalysis({ file, points }: Design): Analysis {
  const { method = 'grid', trajectories = 1, samples = 1, seed = '1' } = file.sampling ?? {};
  if (method === 'morris') return { kind: 'morris', trajectories, seed };
  if (method === 'saltelli') return { kind: 'sobol', samples };
  return { kind: points.count === 1 ? 'replicates' : 'sweep' };
}

export function describeShape(design: Design): StudyShape {
  const { count, keys, read } = design.points;
  const points = new Float64Array(count * keys.length);
  for (let point = 0; point < count; point++) points.set(read(point), point * keys.length);
  return { analysis: readAnalysis(design), width: keys.length, points };
}

/** Gathers runs as they come and says what they show. */
export interface StudySummariser {
  add(runs: readonly StudyFigures[]): void;
  summarise(question: StudyQuestion): StudySummary;
}

export function createStudySummariser({ analysis, width, points }: StudyShape): StudySummariser {
  const columns = Array.from({ length: width }, (_, axis) => selectColumn(points, width, axis));
  const runs: StudyFigures[] = [];

  function readFan(): (Band | null)[] {
    const length = runs.reduce((most, { series }) => Math.max(most, series.length), 0);
    return Array.from({ length }, (_, k) => findBand(runs.map(({ series }) => series[k] ?? Number.NaN)));
  }

  function readResponse(axis: number): ResponseBin[] {
    if (axis >= width) return [];
    const bins = createBins(columns[axis], RESPONSE_BINS);
    const gathered: number[][] = bins.list.map(() => []);
    for (const { point, outcome } of runs) gathered[bins.find(columns[axis][point])].push(outcome);
    return bins.list.map((bin, k) => ({ ...bin, band: findBand(gathered[k]) }));
  }

  function readHeat(across: number, up: number): Heat | null {
    if (across === up || across >= width || up >= width) return null;
    const [right, high] = [columns[across], columns[up]].map((column) => createBins(column, HEAT_BINS));
    const gathered: number[][] = Array.from({ length: right.list.length * high.list.length }, () => []);
    for (const { point, outcome } of runs) {
      const row = high.find(columns[up][point]);
      gathered[row * right.list.length + right.find(columns[across][point])].push(outcome);
    }
    const cells = Float64Array.from(gathered, (figures) => findBand(figures)?.median ?? Number.NaN);
    return { across: right.list, up: high.list, cells };
  }

  /** Means over the replicates that have a figure, point by point. */
  function averagePoints(): (number | null)[] {
    const count = points.length / width;
    const [sums, known] = [new Float64Array(count), new Uint32Array(count)];
    for (const { point, outcome } of runs) {
      if (!Number.isFinite(outcome)) continue;
      sums[point] += outcome;
      known[point]++;
    }
    return Array.from(sums, (sum, point) => (known[point] === 0 ? null : sum / known[point]));
  }

  function readSensitivity(): Sensitivity | null {
    if (analysis.kind === 'sobol') {
      const sobol = computeSobol({ samples: analysis.samples, dimensions: width }, averagePoints());
      return sobol.samples < LEAST_ROWS ? null : { kind: 'sobol', ...sobol };
    }
    if (analysis.kind !== 'morris') return null;
    const design = createMorrisDesign(analysis.trajectories, width, analysis.seed);
    const effects = computeMorris(design, averagePoints());
    return effects.every(({ effects: count }) => count < LEAST_ROWS) ? null : { kind: 'morris', effects };
  }

  function readPrecision(): Precision[] {
    if (analysis.kind !== 'replicates') return [];
    const known = runs.map(({ outcome }) => outcome).filter(Number.isFinite);
    return listCounts(known.length).map((count) => ({ count, ...estimateMean(known.slice(0, count)) }));
  }

  return {
    add: (more) => void runs.push(...more),
    summarise: ({ response, across, up }) => ({
      end: findBand(runs.map(({ outcome }) => outcome)),
      fan: readFan(),
      response: readResponse(response),
      heat: readHeat(across, up),
      sensitivity: readSensitivity(),
      precision: readPrecision(),
    }),
  };
}

function selectColumn(points: Float64Array, width: number, axis: number): Float64Array {
  return points.filter((_, k) => k % width === axis);
}

/** Numbers from 2 on that a curve is drawn through: all of few, some of many. */
function listCounts(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / 200));
  const counts = Array.from({ length: Math.max(0, Math.floor((most - 2) / step) + 1) }, (_, k) => 2 + k * step);
  return counts.at(-1) === most || most < 2 ? counts : [...counts, most];
}
