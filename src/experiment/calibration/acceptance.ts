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
  /** Candidates kept, in their order. */
  readonly members: readonly Member[];
  /** Members looked at. */
  readonly candidates: number;
  /** Variance of a mean over the seeds, by target. */
  readonly seedVariance: readonly number[];
  /** The first candidate, judged like all others. */
  readonly first: Member;
}

/**
 * Judges candidates on fresh seeds, values rounded first, and keeps whose loss is low enough: the acceptance step of
 * approximate Bayesian computation (J. K. Pritchard et al. 1999; S. A. Sisson, Y. Fan, M. A. Beaumont, Handbook of ABC, 2018).
 * @param points candidates in standard normal coordinates
 */
export async function acceptMembers(
  points: readonly (readonly number[])[],
  { fitted, targets, evaluate }: Fitting,
  seeds: number,
  stage: string,
): Promise<Acceptance> {
  const sets = points.map((point) => toRoundedSet(point, fitted));
  const figures = await evaluate(stage, sets, listStageSeeds(stage, seeds), 1);
  const seedVariance = estimateSeedVariance(figures, targets.length);
  const observation = observe(targets, seedVariance);
  // Who has no figure at all for a target has no loss either, and is not kept.
  const judged = averageOverSeeds(figures).map(
    (row, k): Member => ({ values: sets[k], loss: computeLoss(row, observation), misses: readMisses(row, targets) }),
  );
  const members = judged.filter(({ loss }) => loss <= LOSS_MOST);
  return { members, candidates: judged.length, seedVariance, first: judged[0] };
}

/** Coordinates of a member. */
export function readPoint({ values }: Member, fitted: readonly FittedParameter[]): number[] {
  return fitted.map(({ key, prior }) => toCoordinate(values[key], prior));
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
