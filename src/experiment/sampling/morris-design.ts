import { createRunKey, Draws } from '../../core/random.ts';
import type { Sample } from './sample.ts';
import { shufflePlaces } from './shuffle.ts';

/** Levels of an axis, 0, ⅓, ⅔ and 1, and the step of an elementary effect, ⅔: p = 4 and Δ = p / (2 (p − 1)) as Morris advises. */
const LEVELS = 4;
const STEP_LEVELS = LEVELS / 2;
export const MORRIS_STEP = STEP_LEVELS / (LEVELS - 1);

/** Candidates drawn for each trajectory that is kept. */
const CANDIDATES = 8;

/** A design for elementary effects: trajectories of `dimensions + 1` points, in each of which every axis makes one step. */
export interface MorrisDesign extends Sample {
  readonly trajectories: number;
  /** The axis that steps between points `step` and `step + 1` of a trajectory, and whether it goes up. */
  readonly readStep: (trajectory: number, step: number) => { readonly axis: number; readonly isUp: boolean };
}

/** Levels at the start, and the axes in the order in which they step; an axis can step only one way. */
interface Trajectory {
  readonly start: Uint8Array;
  readonly order: Uint32Array;
}

/**
 * Trajectories (M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991)
 * 161–174), far apart from each other: of many candidates those are kept whose distances sum to most (F. Campolongo, J. Cariboni,
 * A. Saltelli, "An effective screening design for sensitivity analysis of large models", Environ. Model. Softw. 22 (2007)
 * 1509–1518), one added at a time (M. V. Ruano, J. Ribes, A. Seco, J. Ferrer, Environ. Model. Softw. 37 (2012) 103–109), since
 * all combinations are too many to look through.
 */
export function createMorrisDesign(trajectories: number, dimensions: number, seed: string): MorrisDesign {
  const draws = new Draws(createRunKey(`morris ${seed}`));
  const candidates = Array.from({ length: trajectories * CANDIDATES }, (_, k) => drawTrajectory(dimensions, draws, k));
  const kept = chooseFarApart(candidates, trajectories);
  const size = dimensions + 1;
  function readPoint(k: number): number[] {
    const { start, order } = kept[Math.floor(k / size)];
    const levels = start.slice();
    for (let step = 0; step < k % size; step++) levels[order[step]] = stepLevel(levels[order[step]]);
    return Array.from(levels, (level) => level / (LEVELS - 1));
  }
  function readStep(trajectory: number, step: number) {
    const { start, order } = kept[trajectory];
    return { axis: order[step], isUp: start[order[step]] < STEP_LEVELS };
  }
  return { trajectories, count: trajectories * size, dimensions, readPoint, readStep };
}

function drawTrajectory(dimensions: number, draws: Draws, candidate: number): Trajectory {
  const order = shufflePlaces(dimensions, draws, 2 * candidate);
  const start = Uint8Array.from({ length: dimensions }, (_, axis) => {
    draws.atCounter(axis, 2 * candidate + 1);
    return Math.floor(draws.u * LEVELS);
  });
  return { start, order };
}

function stepLevel(level: number): number {
  return level < STEP_LEVELS ? level + STEP_LEVELS : level - STEP_LEVELS;
}

/** The two farthest apart, then always the one farthest from all that are kept; the first of equals. */
function chooseFarApart(candidates: readonly Trajectory[], wanted: number): Trajectory[] {
  const n = candidates.length;
  const distances = Array.from({ length: n }, () => new Float64Array(n));
  let [from, to] = [0, Math.min(1, n - 1)];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      distances[a][b] = distances[b][a] = measureDistance(candidates[a], candidates[b]);
      if (distances[a][b] > distances[from][to]) [from, to] = [a, b];
    }
  }
  const chosen = wanted === 1 ? [from] : [from, to];
  const sums = distances.map((row) => chosen.reduce((sum, other) => sum + row[other], 0));
  while (chosen.length < wanted) {
    let best = -1;
    for (let k = 0; k < n; k++) {
      if (!chosen.includes(k) && (best < 0 || sums[k] > sums[best])) best = k;
    }
    chosen.push(best);
    for (let k = 0; k < n; k++) sums[k] += distances[k][best];
  }
  return chosen.map((k) => candidates[k]);
}

/**
 * Sum of the distances of all points of one from all points of the other (Campolongo et al. 2007, (3)), in levels. One step
 * changes one coordinate, so that each squared distance, a whole number, follows exactly from the one before.
 */
function measureDistance(one: Trajectory, other: Trajectory): number {
  const dimensions = one.start.length;
  const levels = one.start.slice();
  let sum = 0;
  for (let step = 0; step <= dimensions; step++) {
    if (step > 0) levels[one.order[step - 1]] = stepLevel(levels[one.order[step - 1]]);
    let square = 0;
    for (let axis = 0; axis < dimensions; axis++) {
      const apart = levels[axis] - other.start[axis];
      square += apart * apart;
    }
    sum += Math.sqrt(square);
    for (const axis of other.order) {
      const before = levels[axis] - other.start[axis];
      const after = levels[axis] - stepLevel(other.start[axis]);
      square += after * after - before * before;
      sum += Math.sqrt(square);
    }
  }
  return sum;
}
