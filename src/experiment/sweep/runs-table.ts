import type { Design } from '../design/design.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { FinishedRun } from './finished-run.ts';

/** Tells Excel that the text is UTF-8; pandas, R and DuckDB pass it over. */
export const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | null;

/** A column of the table of runs. */
interface RunColumn {
  readonly name: string;
  readonly type: 'text' | 'number' | 'count';
}

/** Columns: which run, the value of every swept parameter, every figure, and what became of the run. Numbers count from 1. */
export function listRunColumns({ points, measures }: Design): RunColumn[] {
  const numbers = [...points.keys, ...measures.flatMap(({ columns }) => columns)];
  return [
    { name: 'point', type: 'count' },
    { name: 'replicate', type: 'count' },
    { name: 'seed', type: 'text' },
    ...numbers.map((name) => ({ name, type: 'number' as const })),
    { name: 'status', type: 'text' },
    { name: 'error', type: 'text' },
    { name: 'engineVersion', type: 'text' },
    { name: 'stateHash', type: 'text' },
  ];
}

/** The row of a run, cell by cell. A figure that there is not is `null`. */
export function listRunCells(design: Design, { point, replicate, report }: FinishedRun): Cell[] {
  const figures = report.ok ? report.values.flat() : design.measures.flatMap(({ columns }) => columns.map(() => null));
  return [
    point + 1,
    replicate + 1,
    design.readSeed(replicate),
    ...design.points.read(point),
    ...figures.map((figure) => (figure === null || !Number.isFinite(figure) ? null : figure)),
    report.ok ? 'done' : 'failed',
    report.ok ? '' : report.error,
    ENGINE_VERSION,
    report.ok ? report.stateHash : '',
  ];
}

/** A line of CSV (RFC 4180, but for the line feed alone at its end). */
export function formatCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\n`;
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
