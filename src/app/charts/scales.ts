/** A number line laid along pixels. */
export type Scale = (value: number) => number;

export function createScale(from: number, to: number, start: number, end: number): Scale {
  const factor = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * factor;
}

/** Round figures (1, 2 or 5 times a power of ten) from `low` to `high`, at most about `most` of them. */
export function chooseTicks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const ticks: number[] = [];
  // Adding zero turns the minus zero of `ceil` into a plain one.
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) ticks.push(k * step + 0);
  return ticks;
}

/** The range of figures that are numbers, or `null` when there is none. */
export function findRange(...series: readonly ArrayLike<number>[]): { low: number; high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
  }
  return low <= high ? { low, high } : null;
}
