import { computeCoastFactor, computeShoreReach, type Island, measureOffshore, type Shore } from './coast.ts';

/**
 * How deep the sea is, on a coarse grid. Coasts blend like soap bubbles: the depth at a point is
 * −s ln Σ exp(−dᵢ / s) over the distances dᵢ to all coasts, s = `SOFTNESS` pixels. Kept is the sum.
 */
export interface DepthField {
  readonly step: number;
  readonly cols: number;
  readonly rows: number;
  readonly closeness: Float32Array;
}

/** One depth line as x, y pairs in pixels. */
export interface DepthLine {
  readonly points: number[];
  readonly closed: boolean;
}

const SOFTNESS = 11;
/** Beyond this many pixels a coast adds less than exp(−7). */
const REACH = 7 * SOFTNESS;
const NOTHING = 1e-9;

/** A field over a picture of `width` × `height`, with a margin so that lines leave the picture instead of ending in it. */
export function createDepthField(width: number, height: number, step: number): DepthField {
  const cols = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  return { step, cols, rows, closeness: new Float32Array(cols * rows) };
}

function clampCell(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** Adds one island to the sum. Islands are added one by one, so that a field can be built in slices. */
export function addIsland(field: DepthField, island: Island): void {
  const { step, cols, rows, closeness } = field;
  const reach = island.radius * 1.11 + REACH;
  const firstCol = clampCell(Math.ceil((island.x - reach) / step), cols);
  const lastCol = clampCell(Math.floor((island.x + reach) / step), cols);
  const firstRow = clampCell(Math.ceil((island.y - reach) / step), rows);
  const lastRow = clampCell(Math.floor((island.y + reach) / step), rows);
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = row * step - island.y;
    for (let col = firstCol; col <= lastCol; col++) {
      const dx = col * step - island.x;
      const distance = Math.sqrt(dx * dx + dy * dy) || NOTHING;
      const depth = distance - island.radius * computeCoastFactor(island.shape, dx / distance, dy / distance);
      if (depth < REACH) closeness[row * cols + col] += Math.exp(-Math.max(depth, -REACH) / SOFTNESS);
    }
  }
}

/** Adds the shore to the sum. */
export function addShore(field: DepthField, shore: Shore): void {
  const { step, cols, rows, closeness } = field;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const depth = measureOffshore(shore, col * step, row * step);
      if (depth < REACH) closeness[row * cols + col] += Math.exp(-Math.max(depth, -REACH) / SOFTNESS);
      else if (shore.side === 'left') break;
    }
    if (shore.side === 'top' && row * step - computeShoreReach(shore, 0) > 2 * REACH) break;
  }
}

/** Depth at a grid point, in pixels from the (blended) coast. */
export function readDepth(field: DepthField, col: number, row: number): number {
  return -SOFTNESS * Math.log(field.closeness[row * field.cols + col] + NOTHING);
}

const TOP = 0;
const RIGHT = 1;
const BOTTOM = 2;
const LEFT = 3;

/**
 * Marching squares: the edges of a cell that a line enters and leaves by, for each set of shallow corners
 * (1 upper left, 2 upper right, 4 lower right, 8 lower left), shallow water always on the left hand.
 */
const CROSSINGS: readonly (readonly number[])[] = [
  [],
  [LEFT, TOP],
  [TOP, RIGHT],
  [LEFT, RIGHT],
  [RIGHT, BOTTOM],
  [LEFT, TOP, RIGHT, BOTTOM],
  [TOP, BOTTOM],
  [LEFT, BOTTOM],
  [BOTTOM, LEFT],
  [BOTTOM, TOP],
  [TOP, RIGHT, BOTTOM, LEFT],
  [BOTTOM, RIGHT],
  [RIGHT, LEFT],
  [RIGHT, TOP],
  [TOP, LEFT],
  [],
];

/** Follows the line of one depth (pixels) through the whole field. */
export function traceDepthLines(field: DepthField, depth: number): DepthLine[] {
  const { cols, rows, closeness } = field;
  const threshold = Math.exp(-depth / SOFTNESS);
  const verticals = cols * rows;
  const next = new Int32Array(2 * verticals).fill(-1);
  const entered = new Uint8Array(2 * verticals);
  for (let row = 0; row < rows - 1; row++) {
    for (let col = 0; col < cols - 1; col++) {
      const at = row * cols + col;
      const corners =
        (closeness[at] > threshold ? 1 : 0) |
        (closeness[at + 1] > threshold ? 2 : 0) |
        (closeness[at + cols + 1] > threshold ? 4 : 0) |
        (closeness[at + cols] > threshold ? 8 : 0);
      const crossing = CROSSINGS[corners];
      if (crossing.length === 0) continue;
      const edges = [at, verticals + at + 1, at + cols, verticals + at];
      for (let k = 0; k < crossing.length; k += 2) {
        next[edges[crossing[k]]] = edges[crossing[k + 1]];
        entered[edges[crossing[k + 1]]] = 1;
      }
    }
  }
  return linkLines(field, depth, next, entered);
}

function linkLines(field: DepthField, depth: number, next: Int32Array, entered: Uint8Array): DepthLine[] {
  const lines: DepthLine[] = [];
  const follow = (start: number): void => {
    const points: number[] = [];
    let edge = start;
    while (edge >= 0) {
      pushCrossing(points, field, depth, edge);
      const following = next[edge];
      next[edge] = -1;
      if (following === start) {
        lines.push({ points: smoothLine(points, true), closed: true });
        return;
      }
      edge = following;
    }
    if (points.length > 2) lines.push({ points: smoothLine(points, false), closed: false });
  };
  for (let edge = 0; edge < next.length; edge++) if (next[edge] >= 0 && !entered[edge]) follow(edge);
  for (let edge = 0; edge < next.length; edge++) if (next[edge] >= 0) follow(edge);
  return lines;
}

/** Where the line crosses an edge of the grid, by linear interpolation of the depth. */
function pushCrossing(points: number[], field: DepthField, depth: number, edge: number): void {
  const { cols, rows, step } = field;
  const verticals = cols * rows;
  const vertical = edge >= verticals;
  const at = vertical ? edge - verticals : edge;
  const row = Math.floor(at / cols);
  const col = at - row * cols;
  const from = readDepth(field, col, row);
  const to = vertical ? readDepth(field, col, row + 1) : readDepth(field, col + 1, row);
  const part = Math.max(0, Math.min(1, (depth - from) / (to - from)));
  points.push((col + (vertical ? 0 : part)) * step, (row + (vertical ? part : 0)) * step);
}

/** Takes the grid out of a line: every point moves towards the middle of its neighbours, twice. Ends stay. */
function smoothLine(points: readonly number[], closed: boolean): number[] {
  let line = points.slice();
  const count = line.length / 2;
  for (let round = 0; round < 2; round++) {
    const before = line;
    line = before.slice();
    for (let k = closed ? 0 : 1; k < (closed ? count : count - 1); k++) {
      const previous = 2 * ((k + count - 1) % count);
      const next = 2 * ((k + 1) % count);
      line[2 * k] = 0.5 * before[2 * k] + 0.25 * (before[previous] + before[next]);
      line[2 * k + 1] = 0.5 * before[2 * k + 1] + 0.25 * (before[previous + 1] + before[next + 1]);
    }
  }
  return line;
}
