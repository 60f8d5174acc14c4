import { type DataTable, formatCell } from './data-table.ts';

/** The numbers of a chart as a real table, scrolling inside the frame. */
export function NumbersTable({ table }: { readonly table: DataTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="numbers" tabIndex={0} aria-label={table.caption}>
      <table>
        <caption class="vh">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" class={column.format ? 'r' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.slice(0, 2).join(' ')}>
              {row.map((value, position) => {
                const column = table.columns[position];
                const text = formatCell(column, value);
                return position === 0 ? (
                  <th key={column.label} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column.label} class={column.format ? 'r' : undefined}>
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
