import type { ComponentChildren } from 'preact';
import type { Language } from '../../core/text.ts';
import type { ExploreView, ParentLine } from '../run-data.ts';
import type { ChartFailure } from './chart-frame.tsx';
import type { PictureRun } from './picture-run.ts';
import { writeProgress } from './sentences.ts';

/** What each of the four charts is given. */
export interface ChartProps {
  readonly view: ExploreView;
  /** B where there is one, else A. */
  readonly shown: PictureRun;
  /** A, where B is shown. */
  readonly baseline: PictureRun | null;
  /** The run that B was branched from, where a lever was moved in its past. */
  readonly parent: ParentLine | null;
  /** Months completed where B leaves A. */
  readonly branchMonth: number | null;
  readonly failure: ChartFailure | null;
  /** Buttons that lead to another chart in the same place. */
  readonly tools?: ComponentChildren;
}

/** The sentence while the run has not got beyond the month on show; `null` once it has. */
export function describeProgress({ run, computed }: PictureRun, playhead: number, language: Language): string | null {
  if (run.status !== 'running' || playhead < computed - 1) return null;
  return writeProgress(Math.min(computed, run.inputs.months), run.inputs.months, language);
}
