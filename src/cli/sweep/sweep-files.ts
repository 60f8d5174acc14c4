import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter } from 'hyparquet-writer';
import type { Design } from '../../experiment/design/design.ts';
import type { FinishedRun, RunStore } from '../../experiment/sweep/finished-run.ts';
import { countReplicates } from '../../experiment/sweep/replicates.ts';
import { createRunsParquet } from '../../experiment/sweep/runs-parquet.ts';
import { BYTE_ORDER_MARK, formatCsvRow, listRunCells, listRunColumns } from '../../experiment/sweep/runs-table.ts';
import { isInShard, type Shard } from '../../experiment/sweep/shard.ts';
import { listSummaryColumns, listSummaryRows } from '../../experiment/sweep/summary-table.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';

export const DESIGN_FILE = 'design.json';
export const SWEEP_MANIFEST = 'manifest.json';
/** What a finished sweep leaves beside its design and its log. */
export const SWEEP_TABLES = ['runs.csv', 'runs.parquet', 'timing.csv', 'summary.csv'] as const;

/** What a sweep came to. Times are not in it: two sweeps of one design have one manifest. */
export interface SweepManifest {
  readonly design: string;
  readonly id: string;
  readonly engineVersion: string;
  readonly shard: Shard | null;
  readonly points: number;
  readonly runs: number;
  readonly failed: number;
  /** SHA-256 of the files that do not vary. */
  readonly files: Readonly<Record<string, string>>;
}

export function writeDesignFile(folder: string, design: Design): void {
  const text = JSON.stringify(design.file, null, 2);
  writeWhole(join(folder, DESIGN_FILE), `${text}\n`);
}

/**
 * Writes the tables of a sweep from its log, in the order of points and replicates, a run at a time. They get their names when
 * all are whole, the manifest last: a folder that has one is complete.
 */
export function writeSweepFiles(folder: string, design: Design, store: RunStore, shard: Shard | null): SweepManifest {
  const partial = (name: string) => join(folder, `.${name}.partial`);
  rmSync(join(folder, SWEEP_MANIFEST), { force: true });
  const runs = createTable(partial('runs.csv'), BYTE_ORDER_MARK);
  const timing = createTable(partial('timing.csv'), '');
  const parquet = createRunsParquet(design, fileWriter(partial('runs.parquet')));
  runs.add(listRunColumns(design).map(({ name }) => name));
  timing.add(['point', 'replicate', 'milliseconds']);
  let count = 0;
  let failed = 0;
  for (const run of listRuns(design, store, shard)) {
    const cells = listRunCells(design, run);
    runs.add(cells);
    parquet.add(cells);
    timing.add([run.point + 1, run.replicate + 1, run.milliseconds]);
    count++;
    if (!run.report.ok) failed++;
  }
  parquet.close();
  const summary = createTable(partial('summary.csv'), BYTE_ORDER_MARK);
  summary.add(listSummaryColumns(design));
  // A part of the runs has no summary: the points would not be whole.
  if (shard === null) for (const row of listSummaryRows(design, store)) summary.add(row);
  const files = {
    'runs.csv': runs.close(),
    'runs.parquet': createHash('sha256')
      .update(readFileSync(partial('runs.parquet')))
      .digest('hex'),
    'summary.csv': summary.close(),
  };
  timing.close();
  for (const name of SWEEP_TABLES) renameSync(partial(name), join(folder, name));
  const manifest: SweepManifest = {
    design: design.hash,
    id: design.id,
    engineVersion: ENGINE_VERSION,
    shard,
    points: design.points.count,
    runs: count,
    failed,
    files,
  };
  writeWhole(join(folder, SWEEP_MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function* listRuns(design: Design, store: RunStore, shard: Shard | null): Generator<FinishedRun> {
  for (let point = 0; point < design.points.count; point++) {
    const isWhole = shard === null || (design.stop.interval !== null && isInShard(design, shard, point, 0));
    const count = isWhole ? countReplicates(design, store, point) : design.stop.first;
    for (let replicate = 0; replicate < count; replicate++) {
      if (shard !== null && !isInShard(design, shard, point, replicate)) continue;
      const run = store.read(point, replicate);
      if (run === null) throw new Error(`The log has lost the run of point ${point + 1}, replicate ${replicate + 1}.`);
      yield run;
    }
  }
}

/** A CSV on its way to the disk. @returns on `close` the SHA-256 of the file */
function createTable(path: string, head: string) {
  const file = openSync(path, 'w');
  const hash: Hash = createHash('sha256');
  function write(text: string): void {
    writeSync(file, text);
    hash.update(text);
  }
  write(head);
  return {
    add: (cells: readonly (string | number | null)[]) => write(formatCsvRow(cells)),
    close(): string {
      closeSync(file);
      return hash.digest('hex');
    },
  };
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
}
