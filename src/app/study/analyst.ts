import { type Remote, wrap } from 'comlink';
import type { Analyst } from '../../../workers/browser/study.worker.ts';
import type { StudyFigures, StudyQuestion, StudyShape, StudySummary } from '../../experiment/study/summary.ts';

/** Least time between two pictures. */
const PICTURE_MS = 800;

/** Has pictures of a study made in a worker, one at a time and not too often. */
export interface AnalystClient {
  open(shape: StudyShape): void;
  add(runs: readonly StudyFigures[]): void;
  /** Asks for a picture of what is known by then. */
  ask(question: StudyQuestion): void;
}

/** @param onSummary told of every picture of the study that is open */
export function createAnalyst(onSummary: (summary: StudySummary) => void): AnalystClient {
  let worker: Remote<Analyst> | undefined;
  let study = 0;
  let asked: StudyQuestion | null = null;
  let isBusy = false;

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
      if (asked === null) await new Promise((resolve) => setTimeout(resolve, PICTURE_MS));
    }
    isBusy = false;
  }

  return {
    open(shape) {
      study++;
      void start().open(shape);
    },
    add: (runs) => void start().add(runs),
    ask(question) {
      asked = question;
      void answer();
    },
  };
}
