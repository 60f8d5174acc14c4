import { saveFile } from '../controls/saving.ts';
import type { LoadedDesign } from './study-design.ts';
import { createRunsCsv, formatDesign } from './study-export.ts';
import { findRun, type Study } from './study-state.ts';

/** The runs there are, as the command line writes them. */
export function saveRuns({ design }: Study): void {
  saveFile(new Blob(createRunsCsv(design, findRun), { type: 'text/csv;charset=utf-8' }), 'runs.csv');
}

/** The design by itself, to be run anywhere. */
export function saveDesign({ design }: LoadedDesign): void {
  saveFile(new Blob([formatDesign(design.file)], { type: 'application/json' }), 'design.json');
}
