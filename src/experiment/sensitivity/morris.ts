import { MORRIS_STEP, type MorrisDesign } from '../sampling/morris-design.ts';
import { bootstrap, type Estimate } from './bootstrap.ts';

/** What a step of ⅔ of a parameter’s range does to a figure, per whole range. */
export interface MorrisEffect {
  /** Mean of the elementary effects: the sign tells the direction. */
  readonly mu: Estimate;
  /** Mean of their sizes: how much the parameter matters (Campolongo et al. 2007). */
  readonly muStar: Estimate;
  /** Standard deviation: how much that depends on where, by curvature or other parameters. */
  readonly sigma: Estimate;
  /** Elementary effects that could be computed: less than the trajectories where runs have no figure. */
  readonly effects: number;
}

/**
 * Measures of Morris by parameter, with bootstrap intervals over trajectories.
 * @param outputs by point of the design; `null` or not a number where a run has no figure
 */
export function computeMorris(
  design: Pick<MorrisDesign, 'trajectories' | 'dimensions' | 'readStep'>,
  outputs: readonly (number | null)[],
  seed = 'morris',
): MorrisEffect[] {
  return listEffects(design, outputs).map((effects, axis) => {
    const known = effects.filter(Number.isFinite);
    const [mu, muStar, sigma] = bootstrap(known.length, (places) => summarise(known, places), `${seed} ${axis}`);
    return { mu, muStar, sigma, effects: known.length };
  });
}

/** Elementary effects by axis and trajectory; not a number where an end of the step has no figure. */
function listEffects(
  { trajectories, dimensions, readStep }: Pick<MorrisDesign, 'trajectories' | 'dimensions' | 'readStep'>,
  outputs: readonly (number | null)[],
): number[][] {
  const effects = Array.from({ length: dimensions }, () => new Array<number>(trajectories).fill(Number.NaN));
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    for (let step = 0; step < dimensions; step++) {
      const first = trajectory * (dimensions + 1) + step;
      const change = (outputs[first + 1] ?? Number.NaN) - (outputs[first] ?? Number.NaN);
      const { axis, isUp } = readStep(trajectory, step);
      effects[axis][trajectory] = change / (isUp ? MORRIS_STEP : -MORRIS_STEP);
    }
  }
  return effects;
}

/** Mean, mean size and standard deviation (of a sample) of the effects at some places. */
function summarise(effects: readonly number[], places: Int32Array): number[] {
  const n = places.length;
  let [sum, size, squares] = [0, 0, 0];
  for (const place of places) {
    sum += effects[place];
    size += Math.abs(effects[place]);
  }
  for (const place of places) {
    const apart = effects[place] - sum / n;
    squares += apart * apart;
  }
  return [sum / n, size / n, Math.sqrt(squares / (n - 1))];
}
