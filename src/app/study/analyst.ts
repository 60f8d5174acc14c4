import { type Remote, wrap } from 'comlink';
import type { Analyst } from '../../../workers/browser/study.worker.ts';
import type { StudyFigures, StudyQuestion, StudyShape, StudySummary } from '../../experiment/study/summary.ts';

/** Between the first two pictures of a study, and between later ones, which differ less: each of them costs the page frames. */
const [FIRST_PAUSE_MS, PAUSE_MS] = [500, 2000];

/** Has pictures of a study made in a worker, one at a time and ever less often. */
export interface AnalystClient {
  open(shape: StudyShape): void;
  add(runs: readonly StudyFigures[]): void;
  /** Asks for a picture of what is known by then: at its time, or at once because somebody waits for it. */
  ask(question: StudyQuestion, isAwaited: boolean): void;
}

/** @param onSummary told of every picture of the study that is open */
export function createAnalyst(onSummary: (summary: StudySummary) => void): AnalystClient {
  let worker: Remote<Analyst> | undefined;
  let study = 0;
  let asked: StudyQuestion | null = null;
  let isBusy = false;
  let pauseMs = FIRST_PAUSE_MS;
  let endPause = () => {};

  function start(): Remote<Analyst> {
    worker ??= wrap<Analyst>(
      new Worker(new URL('../../../workers/browser/study.worker.ts', import.meta.url), { type: 'module' }),
    );
    return worker;
  }

  async function answer(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (asked !== null) {
      const [question, number] = [asked, study];
      asked = null;
      const summary = await start().summarise(question);
      if (number === study) onSummary(summary);
      if (asked === null) await pause();
    }
    isBusy = false;
  }

  function pause(): Promise<void> {
    const time = pauseMs;
    pauseMs = Math.min(2 * pauseMs, PAUSE_MS);
    return new Promise((resolve) => {
      endPause = resolve;
      setTimeout(resolve, time);
    });
  }

  return {
    open(shape) {
      study++;
      pauseMs = FIRST_PAUSE_MS;
      endPause();
      void start().open(shape);
    },
    add: (runs) => void start().add(runs),
    ask(question, isAwaited) {
      asked = question;
      if (isAwaited) endPause();
      void answer();
    },
  };
}
