/** How a coast departs from a circle: amplitudes of the second, third and fifth harmonic, split into sine and cosine. */
export interface CoastShape {
  readonly sine: readonly [number, number, number];
  readonly cosine: readonly [number, number, number];
}

/** An island as the sea sees it: centre and mean radius in pixels. */
export interface Island {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shape: CoastShape;
}

/** The edge where everybody without an online broker stands. `depth` is its mean extent into the sea in pixels. */
export interface Shore {
  readonly side: 'left' | 'top';
  readonly depth: number;
}

const AMPLITUDES = [0.05, 0.035, 0.02] as const;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The shape of the island at a position of the broker list: always the same one, none like its neighbour's. */
export function createCoastShape(index: number): CoastShape {
  const angle = index * GOLDEN_ANGLE;
  const phases = [angle, 2 * angle, angle];
  return {
    sine: [0, 1, 2].map((k) => AMPLITUDES[k] * Math.cos(phases[k])) as [number, number, number],
    cosine: [0, 1, 2].map((k) => AMPLITUDES[k] * Math.sin(phases[k])) as [number, number, number],
  };
}

/**
 * Distance of the coast over the mean radius, in the direction of the unit vector (`cos`, `sin`).
 * Multiples of the angle come from products, so that a field of thousands of points needs no trigonometry.
 */
export function computeCoastFactor({ sine, cosine }: CoastShape, cos: number, sin: number): number {
  const cos2 = cos * cos - sin * sin;
  const sin2 = 2 * cos * sin;
  const cos3 = cos2 * cos - sin2 * sin;
  const sin3 = sin2 * cos + cos2 * sin;
  const cos5 = cos3 * cos2 - sin3 * sin2;
  const sin5 = sin3 * cos2 + cos3 * sin2;
  return 1 + sine[0] * sin2 + cosine[0] * cos2 + sine[1] * sin3 + cosine[1] * cos3 + sine[2] * sin5 + cosine[2] * cos5;
}

/** The outline of an island of mean radius 1 about the origin, as x, y pairs. */
export function traceCoast(shape: CoastShape, points: number): number[] {
  const outline: number[] = [];
  for (let k = 0; k < points; k++) {
    const angle = (2 * Math.PI * k) / points;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const factor = computeCoastFactor(shape, cos, sin);
    outline.push(cos * factor, sin * factor);
  }
  return outline;
}

/** How far the land reaches into the sea, at a place along the shore. */
export function computeShoreReach(shore: Shore, along: number): number {
  return shore.depth * (1 + 0.2 * Math.sin(along / 38) + 0.11 * Math.sin(along / 17 + 1));
}

/** Distance of a point from the shoreline: positive at sea, negative on land. */
export function measureOffshore(shore: Shore, x: number, y: number): number {
  return shore.side === 'left' ? x - computeShoreReach(shore, y) : y - computeShoreReach(shore, x);
}

/** The land of the shore as a closed outline of x, y pairs. It runs past the picture, for a camera at the edge. */
export function traceShore(shore: Shore, width: number, height: number): number[] {
  const length = shore.side === 'left' ? height : width;
  const margin = 40;
  const outline: number[] = [];
  for (let along = -margin; along <= length + margin; along += 4) {
    const reach = computeShoreReach(shore, along);
    if (shore.side === 'left') outline.push(reach, along);
    else outline.push(along, reach);
  }
  if (shore.side === 'left') outline.push(-margin, length + margin, -margin, -margin);
  else outline.push(length + margin, -margin, -margin, -margin);
  return outline;
}
