/** Tolerances to either side of the target that the shared axis shows; what lies beyond stands at its edge. */
const SPAN = 4;

/** Tolerances that the head of the axis names. */
export const AXIS_TICKS = [-3, -2, -1, 0, 1, 2, 3] as const;

/** Place of a distance from the target, in per cent of the axis; distances beyond its ends are put on them. */
export function placeOnAxis(tolerances: number): number {
  const within = Math.max(-SPAN, Math.min(SPAN, tolerances));
  return ((within + SPAN) / (2 * SPAN)) * 100;
}

/** The end of the axis that a distance lies beyond. */
export function findOverflow(tolerances: number): 'low' | 'high' | null {
  if (tolerances < -SPAN) return 'low';
  return tolerances > SPAN ? 'high' : null;
}

/** The part of the axis on which a figure counts as a hit, in per cent: one tolerance to either side, or all beyond a bound. */
export function placeBand(bound: 'above' | 'below' | undefined): { readonly from: number; readonly to: number } {
  return {
    from: placeOnAxis(bound === 'above' ? 0 : bound === 'below' ? -SPAN : -1),
    to: placeOnAxis(bound === 'below' ? 0 : bound === 'above' ? SPAN : 1),
  };
}
