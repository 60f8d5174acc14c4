import { normalQuantile } from '../../core/normal.ts';
import { sumOf } from '../../core/sum.ts';
import { createLatinHypercube } from '../sampling/latin-hypercube.ts';
import { averageRows, chooseStep, computeMisfit, moveEnsemble } from './ensemble.ts';
import {
  averageOverSeeds,
  type CalibrationTarget,
  computeLoss,
  estimateSeedVariance,
  fillHoles,
  observe,
  readMisses,
} from './loss.ts';
import { type FittedParameter, toSet } from './priors.ts';

/** Values by parameter key, as in a scenario’s `set`. */
type ParameterSet = Readonly<Record<string, number>>;

/**
 * Figures of the model, by set, seed and target; not a number where there is none.
 * @param stage tells the runs of one call from those of all others
 * @param scale times as many agents as usual
 */
export type Evaluate = (
  stage: string,
  sets: readonly ParameterSet[],
  seeds: readonly string[],
  scale: number,
) => Promise<readonly (readonly (readonly number[])[])[]>;

/** What a search is about. */
export interface Fitting {
  readonly fitted: readonly FittedParameter[];
  readonly targets: readonly CalibrationTarget[];
  readonly evaluate: Evaluate;
}

/** Points in standard normal coordinates, by member, and the part of the way from prior to posterior that they have gone. */
export interface Ensemble {
  readonly points: readonly (readonly number[])[];
  readonly temperature: number;
}

/** An ensemble and what the model said at its members. */
export interface Generation extends Ensemble {
  /** Mean over members. */
  readonly loss: number;
  /** Of the mean over members, in tolerances, by target. */
  readonly misses: readonly number[];
}

export interface SearchSettings {
  /** Seeds a member and generation. */
  readonly seeds: number;
  /** Steps at most; the last goes the whole rest of the way. */
  readonly generations: number;
}

/** Members that fill the prior evenly. */
export function drawPrior(members: number, dimensions: number): number[][] {
  const sample = createLatinHypercube(members, dimensions, 'calibration');
  return Array.from({ length: members }, (_, k) => sample.readPoint(k).map(normalQuantile));
}

/**
 * Moves an ensemble to the posterior by tempered ensemble Kalman inversion. All members of a generation meet the same seeds, and
 * each generation new ones, so that the search cannot fit the chance of a few.
 * @param start members and how far they are already
 * @param stage prefix of the stages and seeds
 */
export async function searchPosterior(
  start: Ensemble,
  fitting: Fitting,
  settings: SearchSettings,
  stage: string,
  onGeneration: (generation: Generation) => void,
): Promise<{ readonly generations: readonly Generation[]; readonly end: Ensemble }> {
  const generations: Generation[] = [];
  let end = start;
  while (end.temperature < 1) {
    const left = 1 - end.temperature;
    const isLast = generations.length + 1 >= settings.generations;
    const decide = (misfits: readonly number[]) => (isLast ? left : chooseStep(misfits, fitting.targets.length, left));
    const moved = await moveOnce(end, fitting, settings.seeds, `${stage} ${generations.length + 1}`, decide);
    generations.push(moved.generation);
    onGeneration(moved.generation);
    // Sums of steps may miss the end by the last bit.
    end = moved.step === left ? { ...moved.end, temperature: 1 } : moved.end;
  }
  return { generations, end };
}

/** A step beyond the posterior. */
export interface FurtherStep {
  /** Part of the way. */
  readonly step: number;
  /** Times as many agents as usual. */
  readonly scale: number;
}

/**
 * Moves on from the posterior as if each figure could bear less and less: what is left of the prior’s pull goes, and the centre of the
 * ensemble nears the best fit.
 * @param steps one a generation
 */
export async function searchBestFit(
  posterior: Ensemble,
  fitting: Fitting,
  settings: SearchSettings,
  stage: string,
  steps: readonly FurtherStep[],
  onGeneration: (generation: Generation) => void,
): Promise<{ readonly generations: readonly Generation[]; readonly end: Ensemble }> {
  const generations: Generation[] = [];
  let end = posterior;
  for (const [k, { step, scale }] of steps.entries()) {
    const moved = await moveOnce(end, fitting, settings.seeds, `${stage} beyond ${k + 1}`, () => step, scale);
    generations.push(moved.generation);
    onGeneration(moved.generation);
    end = moved.end;
  }
  return { generations, end };
}

/** Looks at all members, decides on a step and takes it. */
async function moveOnce(
  { points, temperature }: Ensemble,
  { fitted, targets, evaluate }: Fitting,
  seedCount: number,
  name: string,
  decide: (misfits: readonly number[]) => number,
  scale = 1,
): Promise<{ readonly generation: Generation; readonly step: number; readonly end: Ensemble }> {
  const sets = points.map((point) => toSet(point, fitted));
  const figures = await evaluate(name, sets, listStageSeeds(name, seedCount), scale);
  const observation = observe(targets, estimateSeedVariance(figures, targets.length));
  const rows = fillHoles(averageOverSeeds(figures), observation.wanted);
  const losses = rows.map((row) => computeLoss(row, observation));
  const misses = readMisses(averageRows(rows), targets);
  const generation = { temperature, loss: sumOf(losses) / losses.length, misses, points };
  const step = decide(rows.map((row) => computeMisfit(row, observation)));
  const moved = moveEnsemble(points, rows, observation, step, name);
  return { generation, step, end: { points: moved, temperature: temperature + step } };
}

/** Names of the seeds of a stage: common to all its members. */
export function listStageSeeds(stage: string, count: number): string[] {
  return Array.from({ length: count }, (_, k) => `calibration ${stage}.${k + 1}`);
}
