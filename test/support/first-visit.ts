import {
  chooseAnswers,
  createQuestionOrder,
  type FirstQuestion,
  type FirstRun,
  readQuestionShares,
  recordFirstRun,
} from '../../src/experiment/first-visit.ts';
import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from './shipped-inputs.ts';

const SCENARIO = 'projection-neutral';
const SEED = '42';
/** Investors drawn: enough for thirty islands, little enough for a poor line. */
const PEOPLE = 2400;
const QUESTION = { cut: { broker: 'comet', value: 0.1 }, months: 60, agents: 3000 } as const;

/** The default run as it is computed now. */
export function computeFirstRun(): FirstRun {
  return recordFirstRun(createSimulation, loadShippedInputs(SCENARIO), {
    scenario: SCENARIO,
    seed: SEED,
    people: PEOPLE,
  });
}

/** What each of these seeds (by place, from 0) says to the question. */
export function computeQuestion(places: readonly number[]): FirstQuestion {
  const inputs = loadShippedInputs(SCENARIO);
  const play = createOrderPlayer(createSimulation);
  const shares = places.map((k) => readQuestionShares(play(createQuestionOrder(inputs, QUESTION, `market ${k + 1}`))));
  return { ...QUESTION, answers: chooseAnswers(inputs, QUESTION.cut.broker), shares };
}
