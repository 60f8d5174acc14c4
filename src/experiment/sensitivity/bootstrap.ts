import { quantileSorted } from 'simple-statistics';
import { createRunKey, Draws } from '../../core/random.ts';

/** A figure with its bootstrap interval of 95 %: the percentiles of its values under resampling. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;
const [LOW, HIGH] = [0.025, 0.975];

/**
 * Percentile bootstrap (B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13) of several figures of the
 * same rows.
 * @param rows how many there are to draw from
 * @param compute figures of rows, given by their places; a place may come several times
 */
export function bootstrap(rows: number, compute: (places: Int32Array) => number[], seed: string): Estimate[] {
  const draws = new Draws(createRunKey(`bootstrap ${seed}`));
  const places = Int32Array.from({ length: rows }, (_, k) => k);
  const values = compute(places);
  const resampled = values.map(() => new Float64Array(RESAMPLES));
  for (let resample = 0; resample < RESAMPLES; resample++) {
    for (let k = 0; k < rows; k++) {
      draws.atCounter(k, resample);
      places[k] = Math.floor(draws.u * rows);
    }
    compute(places).forEach((value, figure) => {
      resampled[figure][resample] = value;
    });
  }
  return values.map((value, figure) => {
    const known = Array.from(resampled[figure].filter(Number.isFinite).sort());
    if (known.length === 0) return { value, low: Number.NaN, high: Number.NaN };
    return { value, low: quantileSorted(known, LOW), high: quantileSorted(known, HIGH) };
  });
}
