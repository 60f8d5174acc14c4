import type { ReadonlySignal, Signal } from '@preact/signals';

/** A place that the cursor can stand on: a column along the arrow keys left and right, a row along up and down. */
export interface ChartCell {
  readonly column: number;
  readonly row: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands at a cell, in words. */
export interface Reading {
  readonly heading: string;
  readonly entries: readonly { readonly label: string; readonly value: string }[];
}

/** How a chart is read: by pointer through `locate`, by keys through rows and columns. */
export interface ChartGrid {
  readonly columns: number;
  readonly rows: number;
  /** Where the cursor starts. */
  readonly home: ChartCell;
  /** `null` where there is nothing to read. */
  read(cell: ChartCell): Reading | null;
  place(cell: ChartCell): Point;
  locate(point: Point): ChartCell | null;
}

export type CursorSignal = Signal<ChartCell | null>;
export type ReadonlyCursor = ReadonlySignal<ChartCell | null>;

/** The cell that a key leads to from `cell` (from nowhere: the home cell); `null` when the key is not one of the cursor's. */
export function moveCursor(grid: ChartGrid, cell: ChartCell | null, key: string): ChartCell | null {
  const step = STEPS[key];
  if (!step) return null;
  if (!cell) return grid.home;
  const { column, row } = step(cell, grid);
  const next = {
    column: Math.max(0, Math.min(grid.columns - 1, column)),
    row: Math.max(0, Math.min(grid.rows - 1, row)),
  };
  return grid.read(next) ? next : cell;
}

const STEPS: Readonly<Record<string, (cell: ChartCell, grid: ChartGrid) => ChartCell>> = {
  ArrowLeft: ({ column, row }) => ({ column: column - 1, row }),
  ArrowRight: ({ column, row }) => ({ column: column + 1, row }),
  ArrowUp: ({ column, row }) => ({ column, row: row - 1 }),
  ArrowDown: ({ column, row }) => ({ column, row: row + 1 }),
  Home: ({ row }, grid) => findEnd(grid, row, 0, 1),
  End: ({ row }, grid) => findEnd(grid, row, grid.columns - 1, -1),
};

/** The outermost readable column of a row. */
function findEnd(grid: ChartGrid, row: number, start: number, step: 1 | -1): ChartCell {
  for (let column = start; column >= 0 && column < grid.columns; column += step) {
    if (grid.read({ column, row })) return { column, row };
  }
  return { column: start, row };
}

/** One line for the live region. */
export function writeReading({ heading, entries }: Reading): string {
  return [heading, ...entries.map(({ label, value }) => `${label} ${value}`)].join(', ');
}
