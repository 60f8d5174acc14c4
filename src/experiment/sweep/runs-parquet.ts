import { ParquetWriter, schemaFromColumnData, type Writer } from 'hyparquet-writer';
import type { Design } from '../design/design.ts';
import { listRunColumns } from './runs-table.ts';

const TYPES = { text: 'STRING', number: 'DOUBLE', count: 'INT32' } as const;
const GROUP_ROWS = 10_000;

/** The table of runs as Parquet, a group of rows at a time. */
export interface RunsParquet {
  /** @param cells of a row, as `listRunCells` gives them */
  add(cells: readonly (string | number | null)[]): void;
  close(): void;
}

/** @param writer where the bytes go: a file, or memory */
export function createRunsParquet(design: Design, writer: Writer): RunsParquet {
  const columns = listRunColumns(design).map(({ name, type }) => ({ name, type: TYPES[type] }));
  let group: (string | number | null)[][] = columns.map(() => []);
  const withData = () => columns.map((column, k) => ({ ...column, data: group[k], nullable: true }));
  const table = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: withData() }),
    createdBy: 'brokerscape',
  });
  function flush(): void {
    table.write({ columnData: withData(), rowGroupSize: GROUP_ROWS });
    group = columns.map(() => []);
  }
  return {
    add(cells) {
      for (const [k, cell] of cells.entries()) group[k].push(cell);
      if (group[0].length === GROUP_ROWS) flush();
    },
    close() {
      if (group[0].length > 0) flush();
      table.finish();
    },
  };
}
