/** What a coordinate of the unit cube stands for: a range from end to end, or one of some values. */
export type Axis =
  | { readonly min: number; readonly max: number; readonly integer?: true }
  | { readonly values: readonly number[] };

/** The value at a coordinate u on [0, 1]: whole numbers are rounded; of n values each has an equal part of the axis. */
export function scaleCoordinate(u: number, axis: Axis): number {
  if ('values' in axis) return axis.values[Math.min(axis.values.length - 1, Math.floor(u * axis.values.length))];
  const value = axis.min + u * (axis.max - axis.min);
  // Rounding may not leave the range by the last bit.
  return axis.integer === true ? Math.round(value) : Math.min(axis.max, value);
}

/** A point of the unit cube in the units of its axes. */
export function scalePoint(point: readonly number[], axes: readonly Axis[]): number[] {
  return point.map((u, k) => scaleCoordinate(u, axes[k]));
}
