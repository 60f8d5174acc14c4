/** Sum in order of position. Whole numbers below 2⁵³ add up exactly in any order; others only in this one. */
export function sumOf(column: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < column.length; k++) total += column[k];
  return total;
}
