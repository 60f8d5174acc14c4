import type { RunStore } from '../../experiment/sweep/finished-run.ts';
import { saveFile } from '../controls/saving.ts';
import type { LoadedDesign } from './study-design.ts';
import { createRunsCsv, createRunsParquetFile, createSummaryCsv, formatDesign } from './study-export.ts';
import { findRun, type Study } from './study-state.ts';

const CSV = 'text/csv;charset=utf-8';

/** Runs of the page are added by its work alone. */
const RUNS: RunStore = {
  has: (point, replicate) => findRun(point, replicate) !== null,
  read: findRun,
  append: () => {},
};

/** The design by itself, to be run anywhere. */
export function saveDesign({ design }: LoadedDesign): void {
  saveFile(new Blob([formatDesign(design.file)], { type: 'application/json' }), 'design.json');
}

export function saveRuns({ design }: Study): void {
  saveFile(new Blob(createRunsCsv(design, RUNS), { type: CSV }), 'runs.csv');
}

export async function saveRunsParquet({ design }: Study): Promise<void> {
  const bytes = await createRunsParquetFile(design, RUNS);
  saveFile(new Blob([bytes], { type: 'application/vnd.apache.parquet' }), 'runs.parquet');
}

/** Once every run is there. */
export function saveSummary({ design }: Study): void {
  saveFile(new Blob(createSummaryCsv(design, RUNS), { type: CSV }), 'summary.csv');
}
