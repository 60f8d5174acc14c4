import { hashText } from '../core/hash.ts';
import type { ModelInputs } from '../model/inputs.ts';
import type { createSimulation } from '../model/simulation.ts';
import type { Experiment } from './experiments.ts';
import { describeScenario, type Scenario } from './scenario.ts';

/** What an experiment came to: figures seed by seed, from which every sentence is made. */
export interface Answer {
  readonly id: string;
  /** Hash of what the arms are, so that an answer to another question is found out. */
  readonly definition: string;
  readonly agents: number;
  readonly seeds: number;
  /** The line that computes it again. */
  readonly command: string;
  /** Figures by outcome, arm and seed; `null` where a run has none. */
  readonly values: readonly (readonly (readonly (number | null)[])[])[];
}

/** `public/data/answers.json`. */
export interface AnswerFile {
  readonly engineVersion: string;
  /** State hash of a small run of the model that the answers were computed with: `computeFingerprint`. */
  readonly fingerprint: string;
  readonly answers: readonly Answer[];
}

/** Names of the seeds, the same for every arm and experiment: common random numbers. */
export function listSeeds(count: number): string[] {
  return Array.from({ length: count }, (_, k) => `answer ${k + 1}`);
}

/** Hash of all that the arms and outcomes say, every value of their scenarios included. */
export function hashDefinition({ file, scenarios }: Experiment): string {
  const said = { arms: scenarios.map(describeForHash), outcomes: file.outcomes };
  return hashText(JSON.stringify(said));
}

/** Texts and the number of agents change no answer but in its noise. */
function describeForHash(scenario: Scenario): object {
  const { title, summary, question, agents, ...rest } = describeScenario(scenario);
  return rest;
}

const FINGERPRINT_MONTHS = 6;
const FINGERPRINT_AGENTS = 300;

export const FINGERPRINT_SEED = 'fingerprint';

/** Inputs of the small run, with its history, whose state hash tells one model from another. @param inputs of the neutral projection */
export function createFingerprintInputs(inputs: ModelInputs): ModelInputs {
  const prologue = inputs.prologue === null ? null : { ...inputs.prologue, agents: FINGERPRINT_AGENTS };
  return { ...inputs, prologue, agents: FINGERPRINT_AGENTS, months: FINGERPRINT_MONTHS };
}

/** State hash of the small run: another model gives another one. @param inputs of the neutral projection */
export function computeFingerprint(create: typeof createSimulation, inputs: ModelInputs): string {
  const small = createFingerprintInputs(inputs);
  const simulation = create(small, FINGERPRINT_SEED);
  while (simulation.month < small.months) simulation.step();
  return simulation.stateHash();
}

/** A figure as it is kept: six digits are more than seeds agree on. */
export function roundFigure(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}
