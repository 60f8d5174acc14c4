import { useRef } from 'preact/hooks';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { RunData } from '../run-data.ts';

/** A run as the charts draw it: what is computed and, while that grows, the last whole picture beyond it. */
export interface PictureRun {
  readonly run: RunData;
  readonly months: readonly LiveMonth[];
  /** Months computed of this very run; entries of `months` from here on are those of the picture before. */
  readonly computed: number;
}

/**
 * Keeps the last finished months of a run, so that a change of lever shows the old picture, faded, until the new one is
 * there, instead of an empty plot.
 */
export function usePictureRun(run: RunData | null): PictureRun | null {
  const last = useRef<RunData | null>(null);
  const picture = useRef<PictureRun | null>(null);
  if (!run) return null;
  if (picture.current?.run === run) return picture.current;
  if (run.status === 'done') last.current = run;
  else if (last.current && !hasSameShape(run, last.current)) last.current = null;
  picture.current = spliceRun(run, run.status === 'running' ? last.current : null);
  return picture.current;
}

export function spliceRun(run: RunData, last: RunData | null): PictureRun {
  const computed = run.months.length;
  if (!last || last.months.length <= computed) return { run, months: run.months, computed };
  return { run, months: [...run.months, ...last.months.slice(computed)], computed };
}

/** Whether two runs can stand in one plot: same brokers, same months. */
function hasSameShape({ inputs: a }: RunData, { inputs: b }: RunData): boolean {
  return (
    a.months === b.months &&
    a.startMonth === b.startMonth &&
    a.brokers.length === b.brokers.length &&
    a.brokers.every((broker, index) => broker.id === b.brokers[index].id)
  );
}
