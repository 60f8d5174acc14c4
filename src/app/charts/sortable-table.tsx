import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import { downloadCsv } from './chart-export.ts';
import { createTabbedText, type DataTable, formatCell, type SortDirection, sortRows } from './data-table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

interface SortableTableProps {
  readonly id: string;
  readonly table: DataTable;
  /** Column and direction at first. */
  readonly sortedBy: number;
  readonly direction: SortDirection;
  readonly language: Language;
  /** Class of a row, by the first cell. */
  readonly markRow?: ((first: string) => string | undefined) | undefined;
}

/** A table that sorts by any column and goes to a spreadsheet as it stands. */
export function SortableTable({ id, table, sortedBy, direction, language, markRow }: SortableTableProps) {
  const sort = useSignal({ column: sortedBy, direction });
  const note = useSignal('');
  const { column, direction: sense } = sort.value;
  const rows = useMemo(() => sortRows(table.rows, column, sense, language), [table, column, sense, language]);
  const sorted = { ...table, rows };
  const choose = (position: number) => {
    const flipped = sense === 'ascending' ? 'descending' : 'ascending';
    const first = table.columns[position].format ? 'descending' : 'ascending';
    sort.value = { column: position, direction: position === column ? flipped : first };
  };
  const copy = () => {
    navigator.clipboard.writeText(createTabbedText(sorted)).then(
      () => {
        note.value = TABLE_TEXTS.copied[language];
      },
      () => {
        note.value = TABLE_TEXTS.notCopied[language];
      },
    );
  };
  return (
    <section class="sortable" aria-labelledby={`${id}-title`} data-testid={id}>
      <header class="row">
        <h3 class="title grow" id={`${id}-title`}>
          {table.caption}
        </h3>
        <span class="faint" role="status">
          {note}
        </span>
        <button type="button" class="btn" onClick={copy}>
          {TABLE_TEXTS.copy[language]}
        </button>
        <button type="button" class="btn" onClick={() => downloadCsv(sorted, `brokerscape-${id}`)}>
          {TABLE_TEXTS.download[language]}
        </button>
      </header>
      <table>
        <thead>
          <tr>
            {table.columns.map((head, position) => (
              <th
                key={head.label}
                scope="col"
                class={head.format ? 'r' : undefined}
                aria-sort={position === column ? sense : undefined}
              >
                <button type="button" onClick={() => choose(position)}>
                  {head.label}
                  <span aria-hidden="true">{position === column ? (sense === 'ascending' ? ' ↑' : ' ↓') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 3).join(' ')} class={markRow?.(String(row[0]))}>
              {row.map((value, position) => {
                const head = table.columns[position];
                const text = formatCell(head, value);
                return position === 0 ? (
                  <th key={head.label} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={head.label} class={head.format ? 'r' : undefined}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
