import { normalQuantile } from '../../core/normal.ts';
import { createRunKey, Draws } from '../../core/random.ts';
import { sumOf } from '../../core/sum.ts';
import { factorise } from './cholesky.ts';

/** What is known of the data: the figures wanted, and the variance of what each can bear. */
export interface Observation {
  readonly wanted: readonly number[];
  readonly variance: readonly number[];
}

/** Half the sum of squared misses over their variances: Φ of the papers. */
export function computeMisfit(figures: readonly number[], { wanted, variance }: Observation): number {
  return sumOf(figures.map((figure, k) => ((figure - wanted[k]) * (figure - wanted[k])) / variance[k])) / 2;
}

/** The longest step: a linear picture of the model is drawn anew at least so often. */
const LONGEST_STEP = 0.3;

/**
 * How far along the way from prior (0) to posterior (1) the next step goes: the data misfit controller of M. Iglesias and Y. Yang,
 * "Adaptive regularisation for ensemble Kalman inversion", Inverse Problems 37 (2021) 025008, §3: with M figures,
 * max(M / 2⟨Φ⟩, √(M / 2 Var Φ)), here cut to `LONGEST_STEP`, and never beyond the end.
 * @param misfits by member; @param figures M; @param left of the way
 */
export function chooseStep(misfits: readonly number[], figures: number, left: number): number {
  const mean = sumOf(misfits) / misfits.length;
  const variance = sumOf(misfits.map((misfit) => (misfit - mean) * (misfit - mean))) / misfits.length;
  return Math.min(left, LONGEST_STEP, Math.max(figures / (2 * mean), Math.sqrt(figures / (2 * variance))));
}

/**
 * One step of ensemble Kalman inversion (M. A. Iglesias, K. J. H. Law, A. M. Stuart, "Ensemble Kalman methods for inverse problems",
 * Inverse Problems 29 (2013) 045001), tempered: every member moves by the gain times its own miss of data that are perturbed with
 * the observation error times √(1/step). Perturbations have mean 0 over the members.
 * @param points coordinates by member, standard normal before any data
 * @param figures what the model said at each, by member; all of them numbers
 * @param step part of the way, from `chooseStep`
 * @param seed of the perturbations
 */
export function moveEnsemble(
  points: readonly (readonly number[])[],
  figures: readonly (readonly number[])[],
  { wanted, variance }: Observation,
  step: number,
  seed: string,
): number[][] {
  const inflation = 1 / step;
  const [pointParts, figureParts] = [centre(points), centre(figures)];
  const spread = covary(figureParts, figureParts);
  const cross = covary(pointParts, figureParts);
  const solve = factorise(spread.map((row, k) => row.map((c, j) => (j === k ? c + inflation * variance[k] : c))));
  const noise = drawNoise(points.length, wanted.length, seed);
  return points.map((point, member) => {
    const miss = wanted.map(
      (value, k) => value + Math.sqrt(inflation * variance[k]) * noise[member][k] - figures[member][k],
    );
    const pull = solve(miss);
    return point.map((z, d) => z + sumOf(cross[d].map((c, k) => c * pull[k])));
  });
}

/** Rows less their mean. */
function centre(rows: readonly (readonly number[])[]): number[][] {
  const means = averageRows(rows);
  return rows.map((row) => row.map((value, k) => value - means[k]));
}

/** Mean of each column. */
export function averageRows(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, k) => sumOf(rows.map((row) => row[k])) / rows.length);
}

/** Covariances of the columns of two tables of centred rows. */
function covary(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a[0].map((_, i) => b[0].map((__, j) => sumOf(a.map((row, m) => row[i] * b[m][j])) / (a.length - 1)));
}

function drawNoise(members: number, figures: number, seed: string): number[][] {
  const draws = new Draws(createRunKey(`perturbation ${seed}`));
  const rows = Array.from({ length: members }, (_, member) =>
    Array.from({ length: figures }, (__, k) => {
      draws.atCounter(member, k);
      return normalQuantile(draws.u);
    }),
  );
  return centre(rows);
}
