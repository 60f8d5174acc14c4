/** NaN where there is nothing to divide by: such a figure is absent, not zero. */
export function divide(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}
