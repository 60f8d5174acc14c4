import type { Design } from '../design/design.ts';
import { USUAL_SEED } from '../design/points.ts';
import { createMorrisDesign } from '../sampling/morris-design.ts';
import { createSobolDesign } from '../sampling/sobol-design.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { Estimate } from './bootstrap.ts';
import { computeMorris } from './morris.ts';
import { computeSobol } from './sobol.ts';
import type { StudyMethod } from './study.ts';

/** A figure with the ends of its interval of 95 %, as a study keeps it. */
export type Bounded = readonly [value: number | null, low: number | null, high: number | null];

/** What a study found of one figure; lists are by parameter. */
export interface FigureSensitivity {
  readonly name: string;
  readonly unit: string;
  /** Mean and standard deviation over the points that have the figure, each a mean over its seeds. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** Points without the figure: a run failed, or had none. */
  readonly missing: number;
  readonly measures: Readonly<Record<string, readonly Bounded[]>>;
}

/** What a study of sensitivity came to: plain data, to be kept and drawn. */
export interface Sensitivity {
  readonly method: StudyMethod;
  readonly scenario: string;
  readonly engineVersion: string;
  /** Hash of the design. */
  readonly design: string;
  readonly agents: number;
  readonly months: number;
  readonly size: number;
  readonly replicates: number;
  readonly runs: number;
  readonly failed: number;
  readonly parameters: readonly { readonly key: string; readonly low: number; readonly high: number }[];
  readonly figures: readonly FigureSensitivity[];
}

const DIGITS = 5;

/**
 * Figures of a study, from the runs of its design.
 * @param read the values of a run by measure, `null` where it failed
 */
export function analyseStudy(
  design: Design,
  read: (point: number, replicate: number) => readonly (readonly number[])[] | null,
): Sensitivity {
  const { sampling, parameters = [] } = design.file;
  const method: StudyMethod = sampling?.method === 'morris' ? 'morris' : 'sobol';
  const size = (method === 'morris' ? sampling?.trajectories : sampling?.samples) ?? 0;
  const replicates = design.stop.first;
  const analyse = createAnalysis(method, size, parameters.length, sampling?.seed ?? USUAL_SEED);
  const runs = Array.from({ length: design.points.count }, (_, point) =>
    Array.from({ length: replicates }, (__, replicate) => read(point, replicate)),
  );
  const figures = design.measures.flatMap(({ columns, unit }, measure) =>
    columns.map((name, k) => {
      const outputs = runs.map((ofPoint) => averageRuns(ofPoint.map((values) => values?.[measure][k] ?? Number.NaN)));
      return { name, unit, ...summarise(outputs), measures: analyse(outputs) };
    }),
  );
  return {
    method,
    scenario: design.scenario.id,
    engineVersion: ENGINE_VERSION,
    design: design.hash,
    agents: design.scenario.agents,
    months: design.scenario.months,
    size,
    replicates,
    runs: design.points.count * replicates,
    failed: runs.flat().filter((values) => values === null).length,
    parameters: parameters.map(({ key, min = Number.NaN, max = Number.NaN }) => ({ key, low: min, high: max })),
    figures,
  };
}

type Analysis = (outputs: readonly (number | null)[]) => Record<string, Bounded[]>;

function createAnalysis(method: StudyMethod, size: number, dimensions: number, seed: string): Analysis {
  if (method === 'morris') {
    const trajectories = createMorrisDesign(size, dimensions, seed);
    return (outputs) => {
      const effects = computeMorris(trajectories, outputs);
      return {
        mu: effects.map(({ mu }) => bound(mu)),
        muStar: effects.map(({ muStar }) => bound(muStar)),
        sigma: effects.map(({ sigma }) => bound(sigma)),
      };
    };
  }
  const blocks = createSobolDesign(size, dimensions, seed);
  return (outputs) => {
    const { indices } = computeSobol(blocks, outputs);
    return { first: indices.map(({ first }) => bound(first)), total: indices.map(({ total }) => bound(total)) };
  };
}

/** Mean over the seeds of a point; none when a seed has none, since points must have the same luck. */
function averageRuns(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isFinite(mean) ? mean : null;
}

function summarise(outputs: readonly (number | null)[]): Pick<FigureSensitivity, 'mean' | 'sd' | 'missing'> {
  const known = outputs.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return {
    mean: round(mean),
    sd: round(Math.sqrt(squares / (known.length - 1))),
    missing: outputs.length - known.length,
  };
}

function bound({ value, low, high }: Estimate): Bounded {
  return [round(value), round(low), round(high)];
}

function round(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
}
