import type { Design } from '../../experiment/design/design.ts';
import type { DesignFile } from '../../experiment/design/design-file.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';
import { BYTE_ORDER_MARK, formatCsvRow, listRunCells, listRunColumns } from '../../experiment/sweep/runs-table.ts';
import { quoteWord } from '../command.ts';

/** The table of runs as the command line writes it, of the runs there are: points in order, replicates in order. */
export function createRunsCsv(
  design: Design,
  find: (point: number, replicate: number) => FinishedRun | null,
): string[] {
  const rows = [BYTE_ORDER_MARK + formatCsvRow(listRunColumns(design).map(({ name }) => name))];
  for (let point = 0; point < design.points.count; point++) {
    for (let replicate = 0; replicate < design.stop.most; replicate++) {
      const run = find(point, replicate);
      if (run !== null) rows.push(formatCsvRow(listRunCells(design, run)));
    }
  }
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
