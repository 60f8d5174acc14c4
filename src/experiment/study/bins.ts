/** A stretch of a parameter's range, both ends included; of a parameter with few values each is a bin by itself. */
export interface Bin {
  readonly from: number;
  readonly to: number;
}

/** The bins of a parameter, in order. */
export interface Bins {
  readonly list: readonly Bin[];
  /** Position of the bin that holds a value. */
  find(value: number): number;
}

/** So many values at most stand each by itself. */
const VALUES_MOST = 12;

/**
 * Few values as they are, more of them in stretches of equal length.
 * @param values that the parameter takes, each any number of times
 * @param most stretches
 */
export function createBins(values: ArrayLike<number>, most: number): Bins {
  const distinct = new Set<number>();
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < values.length; k++) {
    if (distinct.size <= VALUES_MOST) distinct.add(values[k]);
    if (values[k] < low) low = values[k];
    if (values[k] > high) high = values[k];
  }
  if (distinct.size <= VALUES_MOST) {
    const list = [...distinct].sort((a, b) => a - b).map((value) => ({ from: value, to: value }));
    const positions = new Map(list.map(({ from }, position) => [from, position]));
    return { list, find: (value) => positions.get(value) ?? -1 };
  }
  const width = (high - low) / most;
  const list = Array.from({ length: most }, (_, k) => ({ from: low + k * width, to: low + (k + 1) * width }));
  return { list, find: (value) => Math.min(most - 1, Math.floor((value - low) / width)) };
}

/** Position of the bin that a value lies in or, between single values, of the nearest; `null` beyond all of them. */
export function findNearestBin(list: readonly Bin[], value: number): number | null {
  if (list.length === 0 || !(value >= list[0].from && value <= list[list.length - 1].to)) return null;
  const distances = list.map(({ from, to }) => Math.max(from - value, value - to, 0));
  return distances.indexOf(Math.min(...distances));
}
