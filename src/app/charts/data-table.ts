import type { Language } from '../../core/text.ts';

/** A figure as it stands in a table; text only in columns without a format. */
export type TableValue = number | string;

export interface TableColumn {
  readonly label: string;
  /** Figures as people read them; without it the column holds text. */
  readonly format?: (value: number) => string;
  /** Of the plain figure, for heads of files where the format does not travel along. */
  readonly unit?: string;
}

/** The numbers behind a chart: what the frame shows as a table is what the file holds. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
}

export function formatCell(column: TableColumn, value: TableValue): string {
  if (typeof value === 'string') return value;
  return column.format ? column.format(value) : String(value);
}

/** Comma-separated with a byte-order mark, so that Excel shows Chinese; full precision, empty where there is no figure. */
export function createCsv({ columns, rows }: DataTable): string {
  const lines = [columns.map(nameColumn), ...rows].map((row) => row.map(quoteCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Tab-separated, as a spreadsheet takes it from the clipboard. */
export function createTabbedText({ columns, rows }: DataTable): string {
  return [columns.map(nameColumn), ...rows]
    .map((row) => row.map((value) => writePlain(value).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

function nameColumn({ label, unit }: TableColumn): string {
  return unit ? `${label} (${unit})` : label;
}

function writePlain(value: TableValue): string {
  if (typeof value === 'string') return value;
  return Number.isFinite(value) ? String(value) : '';
}

function quoteCell(value: TableValue): string {
  const text = writePlain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type SortDirection = 'ascending' | 'descending';

/** Rows in the order of one column; what has no figure stands last either way, and equals keep their order. */
export function sortRows(
  rows: DataTable['rows'],
  column: number,
  direction: SortDirection,
  language: Language,
): DataTable['rows'] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(language);
  return [...rows].sort((a, b) => {
    const left = a[column];
    const right = b[column];
    if (typeof left === 'string' || typeof right === 'string') {
      return sign * collator.compare(String(left), String(right));
    }
    if (!Number.isFinite(left) || !Number.isFinite(right))
      return Number(Number.isFinite(right)) - Number(Number.isFinite(left));
    return sign * (left - right);
  });
}
