import type { Design } from '../../experiment/design/design.ts';
import type { DesignFile } from '../../experiment/design/design-file.ts';
import type { FinishedRun, RunStore } from '../../experiment/sweep/finished-run.ts';
import { BYTE_ORDER_MARK, formatCsvRow, listRunCells, listRunColumns } from '../../experiment/sweep/runs-table.ts';
import { listSummaryColumns, listSummaryRows } from '../../experiment/sweep/summary-table.ts';
import { quoteWord } from '../command.ts';

/** The runs there are, as a store that the tables are made from. */
export type KnownRuns = Pick<RunStore, 'read'>;

/** Points in order, replicates in order. */
function* listKnown(design: Design, runs: KnownRuns): Generator<FinishedRun> {
  for (let point = 0; point < design.points.count; point++) {
    for (let replicate = 0; replicate < design.stop.most; replicate++) {
      const run = runs.read(point, replicate);
      if (run !== null) yield run;
    }
  }
}

/** The table of runs as the command line writes it, of the runs there are. */
export function createRunsCsv(design: Design, runs: KnownRuns): string[] {
  const rows = [BYTE_ORDER_MARK + formatCsvRow(listRunColumns(design).map(({ name }) => name))];
  for (const run of listKnown(design, runs)) rows.push(formatCsvRow(listRunCells(design, run)));
  return rows;
}

/** The same as Parquet. What writes it is fetched when it is first asked for. */
export async function createRunsParquetFile(design: Design, runs: KnownRuns): Promise<Uint8Array<ArrayBuffer>> {
  const [{ ByteWriter }, { createRunsParquet }] = await Promise.all([
    import('hyparquet-writer'),
    import('../../experiment/sweep/runs-parquet.ts'),
  ]);
  const writer = new ByteWriter();
  const table = createRunsParquet(design, writer);
  for (const run of listKnown(design, runs)) table.add(listRunCells(design, run));
  table.close();
  return writer.getBytes();
}

/** The summary as the command line writes it. @param runs all runs of the design */
export function createSummaryCsv(design: Design, runs: RunStore): string[] {
  const rows = [BYTE_ORDER_MARK + formatCsvRow(listSummaryColumns(design))];
  for (const row of listSummaryRows(design, runs)) rows.push(formatCsvRow(row));
  return rows;
}

export function formatDesign(file: DesignFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Writes the design and sweeps it: the same runs in a shell. */
export function formatSweepCommand(file: DesignFile): string {
  const name = `${file.id}.json`;
  return `cat > ${name} <<'END'\n${formatDesign(file)}END\nnpm run -s sim -- sweep ${name} --out ${file.id}`;
}

/**
 * The line that plays a run of a study again. A scenario that nobody ships has to be saved first.
 * @param told the design with its scenario by name, and with what holds in every run
 */
export function formatReplayLine(
  design: Design,
  told: DesignFile,
  run: Pick<FinishedRun, 'point' | 'replicate'>,
): string {
  const { agents, months, id } = design.scenario;
  const values = design.points.read(run.point);
  const swept = design.points.keys.map((key, k) => [key, values[k]] as const);
  const settings = [...Object.entries(told.set ?? {}), ...swept].flatMap(([key, value]) => [
    '--set',
    `${key}=${value}`,
  ]);
  const switches = Object.entries(told.mechanisms ?? {}).flatMap(([key, state]) => [
    state === 'on' ? '--with' : '--without',
    key,
  ]);
  const size = ['--agents', String(agents), '--years', String(months / 12)];
  const words = ['--seed', design.readSeed(run.replicate), ...size, ...switches, ...settings];
  const name = typeof told.scenario === 'string' ? told.scenario : `${id}.json`;
  return ['npm run -s sim -- run', ...[name, ...words].map(quoteWord)].join(' ');
}
