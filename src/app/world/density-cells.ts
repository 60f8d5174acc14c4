import type { Island } from './coast.ts';
import { type CrowdArrangement, seatIsland } from './crowd.ts';

/** People who stand together on one patch of an island. Places in world pixels. */
export interface DensityCell {
  readonly x: number;
  readonly y: number;
  readonly people: number;
  readonly dormant: number;
  /** Mean step of the colour ramp, 0 to 4. */
  readonly step: number;
}

/** Side of a cell's hexagon, centre to corner, in world pixels: about nine across, so that its colour can be read. */
export const CELL_RADIUS = 5.2;
const ROW = CELL_RADIUS * 1.5;
const COLUMN = CELL_RADIUS * Math.sqrt(3);
/** Cells are found by row and column from the centre of their island, each below this many either way. */
const REACH = 128;

export const CELL_AREA = COLUMN * ROW;

/** The row and column of the hexagon that holds a point, packed into one number. */
function findCell(dx: number, dy: number): number {
  const near = Math.round(dy / ROW);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let row = near - 1; row <= near + 1; row++) {
    const shift = row & 1 ? 0.5 : 0;
    const column = Math.round(dx / COLUMN - shift);
    const distance = (dx - (column + shift) * COLUMN) ** 2 + (dy - row * ROW) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = (row + REACH) * 2 * REACH + column + REACH;
  }
  return best;
}

/** The cells of one island that hold anybody: who sits where is decided as for dots, so both show the same people in a place. */
export function sumCells(
  island: Island,
  seats: readonly number[],
  arrangement: Pick<CrowdArrangement, 'spiral' | 'diameter' | 'paint'>,
): DensityCell[] {
  const { paint } = arrangement;
  const sums = new Map<number, { people: number; dormant: number; steps: number }>();
  seatIsland(island, seats, arrangement, (investor, x, y) => {
    const cell = findCell(x - island.x, y - island.y);
    let sum = sums.get(cell);
    if (!sum) {
      sum = { people: 0, dormant: 0, steps: 0 };
      sums.set(cell, sum);
    }
    sum.people++;
    sum.steps += paint.readStep(investor);
    if (paint.isDormant(investor)) sum.dormant++;
  });
  return [...sums].map(([cell, { people, dormant, steps }]) => {
    const row = Math.floor(cell / (2 * REACH)) - REACH;
    const column = (cell % (2 * REACH)) - REACH + (row & 1 ? 0.5 : 0);
    return { x: island.x + column * COLUMN, y: island.y + row * ROW, people, dormant, step: steps / people };
  });
}
