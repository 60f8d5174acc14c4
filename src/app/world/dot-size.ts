import type { Layout } from './layout.ts';

const SMALLEST = 1.2;
const LARGEST = 4.2;
/** Of the distance between seats. */
const FILLED = 0.6;
/** Sizes go in steps, so that dots do not grow and shrink by hairs from month to month. */
const STEPS = 20;

/** Pixels across a dot that fill the land about evenly, whatever the number of people. @param online people with a broker */
export function computeDotDiameter({ radiusScale }: Pick<Layout, 'radiusScale'>, online: number): number {
  const pitch = radiusScale * Math.sqrt(Math.PI / Math.max(1, online));
  return Math.min(LARGEST, Math.max(SMALLEST, Math.round(FILLED * pitch * STEPS) / STEPS));
}
