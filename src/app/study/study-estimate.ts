import { effect, signal } from '@preact/signals';
import { createInputs } from '../../experiment/model-inputs.ts';
import type { RunReport } from '../../experiment/run-order.ts';
import { predictDuration, type RunDuration } from '../../experiment/study/duration.ts';
import { getTabPool } from '../run-pool.ts';
import { draft, type LoadedDesign } from './study-design.ts';
import { status } from './study-state.ts';

/** What a run of the scenario took here, just now. */
export interface Measured extends RunDuration {
  /** Of which design it says something. */
  readonly key: string;
  readonly report: RunReport;
}

/** Before a measurement the builder must have been left alone for so long. */
const QUIET_MS = 500;

export const measured = signal<Measured | null>(null);

/** What decides how long a run takes: everything but the values of the swept parameters. */
function nameMeasurement({ design }: LoadedDesign): string {
  return JSON.stringify([design.scenario, design.readSeed(0), design.measures]);
}

/** Keeps the measurement in step with the design of the builder, while no study runs. Call the answer to stop. */
export function followDraft(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel = new AbortController();
  const stop = effect(() => {
    const design = draft.value;
    const isBusy = status.value === 'running' || status.value === 'pausing';
    clearTimeout(timer);
    if (isBusy || design === null || !design.ok) return cancel.abort();
    const key = nameMeasurement(design.value);
    if (measured.peek()?.key === key) return;
    cancel.abort();
    cancel = new AbortController();
    const { signal: given } = cancel;
    timer = setTimeout(() => void measure(design.value, key, given), QUIET_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
    cancel.abort();
  };
}

/**
 * Plays the scenario with nothing swept three times: once for its figures, since the first run of a worker is slow; once more
 * now that the history is there; and once with the history of another seed.
 */
async function measure({ design, path }: LoadedDesign, key: string, given: AbortSignal): Promise<void> {
  const inputs = createInputs(design.scenario, {}, path);
  if (!inputs.ok) return;
  const [seed, measures] = [design.readSeed(0), design.measures.map(({ measure }) => measure)];
  const pool = getTabPool().until(given);
  const time = async (runSeed: string) => {
    const began = performance.now();
    const report = await pool.play({ inputs: inputs.value, seed: runSeed, measures });
    return { report, milliseconds: performance.now() - began };
  };
  const { report } = await time(seed);
  const warm = await time(seed);
  const cold = await time(`${seed} once more`);
  if (given.aborted) return;
  measured.value = { key, coldMs: cold.milliseconds, warmMs: warm.milliseconds, report };
}

/** Milliseconds that a design takes on the workers of the tab; `null` until a run of it was measured. */
export function estimateTime(loaded: LoadedDesign, known: Measured | null): number | null {
  if (known === null || known.key !== nameMeasurement(loaded)) return null;
  return predictDuration(loaded.design, known, getTabPool().size);
}
