import { sumOf } from '../../core/sum.ts';
import { averageRows } from './ensemble.ts';
import { averageOverSeeds, computeLoss, estimateSeedVariance, observe, readMisses } from './loss.ts';
import { type FittedParameter, toCoordinate, toRoundedSet } from './priors.ts';
import { type Fitting, listStageSeeds } from './search.ts';

/** Loss up to which a member is kept: on average no figure is further off than it can bear. */
export const LOSS_MOST = 1;

/** A point that was judged on seeds of its own. */
export interface Member {
  /** By parameter, as rounded. */
  readonly values: Readonly<Record<string, number>>;
  readonly loss: number;
  /** In tolerances, by target. */
  readonly misses: readonly number[];
}

export interface Acceptance {
  /** Members kept, the centre first if it is one. */
  readonly members: readonly Member[];
  /** Members looked at. */
  readonly candidates: number;
  /** Variance of a mean over the seeds, by target. */
  readonly seedVariance: readonly number[];
  /** The centre of the ensemble, which is judged like all others. */
  readonly centre: Member;
}

/**
 * Judges an ensemble and its centre on fresh seeds, values rounded first, and keeps whose loss is low enough: the acceptance step of
 * approximate Bayesian computation (J. K. Pritchard et al. 1999; S. A. Sisson, Y. Fan, M. A. Beaumont, Handbook of ABC, 2018).
 * @param points members in standard normal coordinates
 */
export async function acceptMembers(
  points: readonly (readonly number[])[],
  { fitted, targets, evaluate }: Fitting,
  seeds: number,
  stage: string,
): Promise<Acceptance> {
  const sets = [averageRows(points), ...points].map((point) => toRoundedSet(point, fitted));
  const figures = await evaluate(stage, sets, listStageSeeds(stage, seeds));
  const seedVariance = estimateSeedVariance(figures, targets.length);
  const observation = observe(targets, seedVariance);
  // Who has no figure at all for a target has no loss either, and is not kept.
  const judged = averageOverSeeds(figures).map(
    (row, k): Member => ({ values: sets[k], loss: computeLoss(row, observation), misses: readMisses(row, targets) }),
  );
  const members = judged.filter(({ loss }) => loss <= LOSS_MOST);
  return { members, candidates: judged.length, seedVariance, centre: judged[0] };
}

/** Position of the member whose distances to all others, in standard normal coordinates, add up to least. */
export function findMedoid(members: readonly Member[], fitted: readonly FittedParameter[]): number {
  const points = members.map((member) => readPoint(member, fitted));
  const sums = points.map((point) => sumOf(points.map((other) => measureDistance(point, other))));
  return sums.indexOf(Math.min(...sums));
}

export function readPoint({ values }: Member, fitted: readonly FittedParameter[]): number[] {
  return fitted.map(({ key, prior }) => toCoordinate(values[key], prior));
}

function measureDistance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(sumOf(a.map((z, d) => (z - b[d]) * (z - b[d]))));
}

/**
 * Standard deviation over members by parameter, in standard normal coordinates, where that of the prior is 1: near 1 the data say
 * nothing about it, near 0 they fix it.
 */
export function measureSpread(members: readonly Member[], fitted: readonly FittedParameter[]): number[] {
  const points = members.map((member) => readPoint(member, fitted));
  const means = averageRows(points);
  return means.map((mean, d) =>
    Math.sqrt(sumOf(points.map((point) => (point[d] - mean) * (point[d] - mean))) / Math.max(1, points.length - 1)),
  );
}
