import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Design } from '../../experiment/design/design.ts';
import { listRunColumns } from '../../experiment/sweep/runs-table.ts';

const TYPES = { text: 'STRING', number: 'DOUBLE', count: 'INT32' } as const;
const GROUP_ROWS = 10_000;

/** Writes the table of runs as Parquet, a group of rows at a time. */
export interface ParquetTable {
  add(cells: readonly (string | number | null)[]): void;
  close(): void;
}

export function createParquetTable(path: string, design: Design): ParquetTable {
  const columns = listRunColumns(design).map(({ name, type }) => ({ name, type: TYPES[type] }));
  let group: (string | number | null)[][] = columns.map(() => []);
  const withData = () => columns.map((column, k) => ({ ...column, data: group[k], nullable: true }));
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: withData() }),
    createdBy: 'brokerscape',
  });
  function flush(): void {
    writer.write({ columnData: withData(), rowGroupSize: GROUP_ROWS });
    group = columns.map(() => []);
  }
  return {
    add(cells) {
      for (const [k, cell] of cells.entries()) group[k].push(cell);
      if (group[0].length === GROUP_ROWS) flush();
    },
    close() {
      if (group[0].length > 0) flush();
      writer.finish();
    },
  };
}
