import { expose } from 'comlink';
import {
  createStudySummariser,
  type StudyFigures,
  type StudyQuestion,
  type StudyShape,
  type StudySummariser,
  type StudySummary,
} from '../../src/experiment/study/summary.ts';

/** Keeps the figures of a study's runs and makes pictures of them, so that the page has nothing to compute. */
export interface Analyst {
  /** Forgets what it knows and begins a study. */
  open(shape: StudyShape): void;
  add(runs: readonly StudyFigures[]): void;
  summarise(question: StudyQuestion): StudySummary;
}

let summariser: StudySummariser;

const analyst: Analyst = {
  open(shape) {
    summariser = createStudySummariser(shape);
  },
  add: (runs) => summariser.add(runs),
  summarise: (question) => summariser.summarise(question),
};

expose(analyst);
