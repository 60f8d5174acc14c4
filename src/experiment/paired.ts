/** A mean difference between two arms under the same seeds. */
export interface PairedDifference {
  readonly mean: number;
  /** Interval of 95 %: Student’s t on the differences seed by seed. */
  readonly low: number;
  readonly high: number;
  /** Seeds in which the difference has the sign of the mean. */
  readonly agreeing: number;
  /** Seeds in which it is above 0: the treated beats the control. */
  readonly above: number;
  readonly seeds: number;
  /** Whether the interval leaves 0 out. */
  readonly isClear: boolean;
}

/** Quantile .975 of Student’s t by degrees of freedom, from 1 (any table of the distribution). */
const T_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Beyond the table t nears the normal quantile as 1/ν (Cornish and Fisher): right to three digits from ν = 31 on. */
function readQuantile(freedom: number): number {
  return T_975[freedom - 1] ?? 1.96 + 2.372 / freedom + 2.82 / (freedom * freedom);
}

/** Treated − control, seed by seed. Seeds in which one of the two has no figure are left out. */
export function comparePaired(
  control: readonly (number | null)[],
  treated: readonly (number | null)[],
): PairedDifference {
  const differences = treated.flatMap((value, seed) => {
    const other = control[seed];
    return value === null || other === null ? [] : [value - other];
  });
  const { mean, low, high } = estimateMean(differences);
  const agreeing = differences.filter((value) => value * mean > 0).length;
  const above = differences.filter((value) => value > 0).length;
  return { mean, low, high, agreeing, above, seeds: differences.length, isClear: low > 0 || high < 0 };
}

/** Mean with its interval of 95 % (Student’s t); the interval of fewer than two figures has no end. */
export function estimateMean(figures: readonly number[]): { mean: number; low: number; high: number } {
  const n = figures.length;
  const mean = figures.reduce((sum, value) => sum + value, 0) / n;
  const squares = figures.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = n > 1 ? readQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n) : Number.POSITIVE_INFINITY;
  return { mean, low: mean - half, high: mean + half };
}

/** Mean over the seeds that have a figure; `null` when none has. */
export function averageSeeds(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
