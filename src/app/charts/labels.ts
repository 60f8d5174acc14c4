/** Where the uppermost label may stand, in pixels. */
const TOP = 10;

/** Room that text takes, estimated: measuring it would force a layout in every update. */
export function estimateWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += character > '\u2E80' ? 1 : /[il.,:;'| ]/.test(character) ? 0.3 : 0.61;
  return ems * size;
}

/** A label that wants to stand at a height. */
interface WeighedLabel {
  readonly height: number;
  /** The least goes first where room is short. */
  readonly weight: number;
}

/** Drops the least labels until the rest can stand apart between 10 and `bottom` pixels, and sets those from above. */
export function fitLabels<Label extends WeighedLabel>(labels: readonly Label[], bottom: number, gap: number): Label[] {
  const most = Math.floor((bottom - TOP) / gap) + 1;
  const kept = [...labels].sort((a, b) => b.weight - a.weight).slice(0, Math.max(1, most));
  kept.sort((a, b) => a.height - b.height);
  const heights = spreadLabels(
    kept.map(({ height }) => height),
    gap,
    TOP,
    bottom,
  );
  return kept.map((label, position) => ({ ...label, height: heights[position] }));
}

/**
 * Heights of labels that want to stand at `wanted` (pixels, ascending), pushed apart to `gap` and kept within
 * `top`…`bottom`. Where they do not all fit they are set as close as the room allows.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const step = Math.min(gap, wanted.length > 1 ? (bottom - top) / (wanted.length - 1) : gap);
  const heights: number[] = [];
  let free = top;
  for (const height of wanted) {
    heights.push(Math.max(height, free));
    free = heights[heights.length - 1] + step;
  }
  let ceiling = bottom;
  for (let i = heights.length - 1; i >= 0; i--) {
    heights[i] = Math.min(heights[i], ceiling);
    ceiling = heights[i] - step;
  }
  return heights;
}
