/** What one seed says of one outcome: a figure a month, of both runs, from the first month on. */
export interface SeedPair {
  readonly seed: string;
  /** By outcome and month. */
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
}

/** In how many seeds B lies above, below or level with A. */
export interface SeedCount {
  readonly above: number;
  readonly below: number;
  /** Seeds that have a figure in both runs. */
  readonly seeds: number;
}

/** B − A by seed, smallest first. @param month months completed, from 1 */
export function listDifferences(pairs: readonly SeedPair[], outcome: number, month: number): number[] {
  return pairs
    .map(({ a, b }) => (b[outcome][month - 1] ?? Number.NaN) - (a[outcome][month - 1] ?? Number.NaN))
    .filter(Number.isFinite)
    .sort((x, y) => x - y);
}

export function countSeeds(differences: readonly number[]): SeedCount {
  const above = differences.filter((difference) => difference > 0).length;
  const below = differences.filter((difference) => difference < 0).length;
  return { above, below, seeds: differences.length };
}

/** The value below which a part of sorted figures lies, between two of them by straight line (Hyndman and Fan 1996, type 7). */
export function readQuantile(sorted: readonly number[], part: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = part * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** The middle 90 % of seeds and their median, by month from 1 on. */
export interface SeedBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

export function computeBand(pairs: readonly SeedPair[], outcome: number, months: number): SeedBand {
  const byMonth = Array.from({ length: months }, (_, k) => listDifferences(pairs, outcome, k + 1));
  const at = (part: number) => byMonth.map((sorted) => readQuantile(sorted, part));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
