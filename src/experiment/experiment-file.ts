import * as v from 'valibot';
import type { Problem } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import { SEGMENT_DIMENSIONS } from '../model/segments.ts';
import type { Measure } from './measure.ts';
import type { ScenarioFile } from './scenario-file.ts';
import {
  AGENTS_RANGE,
  expecting,
  ID,
  list,
  MONTH,
  object,
  oneOf,
  optional,
  pattern,
  readFile,
  type Schema,
  text,
  texts,
  wholeNumber,
} from './scenario-schema.ts';

/** Version of the form of an experiment. It rises when a file of before would be read differently. */
const EXPERIMENT_FORMAT = 1;
const MOST_OUTCOMES = 6;
export const SEEDS_RANGE = { min: 2, max: 1000 };

/** What an arm changes of its scenario; each part as in a scenario file. */
const ARM_PARTS = ['extends', 'mechanisms', 'parameters', 'archetypes', 'brokers', 'decisions'] as const;

/** One of the runs that are compared: a scenario and what is changed of it. The first arm is the baseline. */
export interface ArmEntry extends Pick<ScenarioFile, (typeof ARM_PARTS)[number]> {
  readonly id: string;
  readonly title: Text;
}

/** A figure that the answer is given in: of the market, of one broker, or of the people in some bands; from `from` to the end of the run. */
export interface OutcomeEntry extends Pick<Measure, 'metric' | 'broker' | 'segment' | 'per' | 'from'> {
  readonly label?: Text;
}

/** What makes a short lesson of an experiment: what is predicted, what is published about it, and what the model leaves out. */
export interface LessonEntry {
  /** Position of the outcome that is predicted. */
  readonly asks: number;
  /** Which arm is asked for by it. */
  readonly wants: 'highest' | 'lowest';
  /** Ids of published figures and mechanisms: `S041`, `M14`, `E39`. */
  readonly evidence: readonly string[];
  readonly leavesOut: Text;
}

/** An experiment as it stands in a file: a question with the runs that answer it. */
export interface ExperimentFile {
  readonly $schema?: string;
  readonly formatVersion: number;
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  /** What to look at. */
  readonly lookAt: Text;
  /** The scenario that arms extend unless they say otherwise. */
  readonly scenario: string;
  /** The broker that is yours when it is opened. */
  readonly broker?: string;
  readonly arms: readonly ArmEntry[];
  readonly outcomes: readonly OutcomeEntry[];
  readonly seeds: number;
  readonly agents: number;
  readonly lesson?: LessonEntry;
}

const METRICS = [
  ...new Set([...MARKET_METRICS, ...BROKER_METRICS, ...SEGMENT_METRICS].map(({ key }) => key as string)),
];

/** Its parts are judged with the scenario that they make. */
const ARM: Schema = object({
  id: ID,
  title: texts(80),
  ...Object.fromEntries(ARM_PARTS.map((key) => [key, v.optional(v.unknown())])),
});

const OUTCOME: Schema = object({
  metric: oneOf(METRICS),
  broker: optional(ID),
  segment: optional(
    object(
      Object.fromEntries(SEGMENT_DIMENSIONS.map(({ key, bands }) => [key, optional(oneOf(bands.map((b) => b.key)))])),
    ),
  ),
  per: optional(oneOf(SEGMENT_METRICS.map(({ key }) => key))),
  label: optional(texts(80)),
  from: optional(MONTH),
});

const LESSON: Schema = object({
  asks: wholeNumber(0, MOST_OUTCOMES - 1),
  wants: oneOf(['highest', 'lowest']),
  evidence: list(pattern(/^[SME]\d+$/, 'an id of a source, such as S041', '来源编号，如 S041'), 12),
  leavesOut: texts(600),
});

/** The form of an experiment. */
const EXPERIMENT_SCHEMA: Schema = object({
  $schema: optional(text(500)),
  formatVersion: v.literal(EXPERIMENT_FORMAT, expecting(`${EXPERIMENT_FORMAT}`, ` ${EXPERIMENT_FORMAT}`)),
  id: ID,
  title: texts(120),
  question: texts(400),
  lookAt: texts(600),
  scenario: ID,
  broker: optional(ID),
  arms: list(ARM, 12),
  outcomes: list(OUTCOME, MOST_OUTCOMES),
  seeds: wholeNumber(SEEDS_RANGE.min, SEEDS_RANGE.max),
  agents: wholeNumber(AGENTS_RANGE.min, AGENTS_RANGE.max),
  lesson: optional(LESSON),
});

/** What of a value is an experiment, and every place where it is not. */
export function readExperimentFile(value: unknown): { file: Partial<ExperimentFile>; problems: Problem[] } {
  return readFile<ExperimentFile>(EXPERIMENT_SCHEMA, value);
}
