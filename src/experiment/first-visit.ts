import { formatMonth } from '../core/calendar.ts';
import type { Text } from '../core/text.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { BROKER_METRIC, BROKER_METRICS } from '../model/metrics.ts';
import { SNAPSHOT_COLUMNS, type Snapshot } from '../model/records.ts';
import type { createSimulation } from '../model/simulation.ts';
import type { Measure } from './measure.ts';
import type { RunOrder, RunReport } from './run-order.ts';

/** The run that the page opens with, as a picture: who is where, month by month. */
export interface FirstRun {
  readonly scenario: string;
  readonly seed: string;
  readonly agents: number;
  /** Calendar month of month 0. */
  readonly startMonth: number;
  readonly months: number;
  /** Of the whole run: the engine gives the same, or the picture is of another model. */
  readonly stateHash: string;
  readonly brokers: readonly { readonly id: string; readonly name: Text }[];
  /** Share of clients in ten-thousandths, by month from 0 on and broker. */
  readonly shares: readonly (readonly number[])[];
  /** The first investors of the run in month 0: main broker (255 for none), experience and tenure as in a snapshot. */
  readonly people: {
    readonly broker: readonly number[];
    readonly experience: readonly number[];
    readonly tenure: readonly number[];
  };
  /** By month from 1 on: investor and new broker, one after the other. */
  readonly moves: readonly (readonly number[])[];
}

/** The question of the first visit, with what the seeds say. */
export interface FirstQuestion {
  /** The commission, in bp, that its broker holds from the first month on. */
  readonly cut: { readonly broker: string; readonly value: number };
  /** The brokers to choose from: the one that cuts, the one with the best content, the largest. */
  readonly answers: readonly [string, string, string];
  /** Months until it is decided. */
  readonly months: number;
  readonly agents: number;
  /** Share of clients after those months in ten-thousandths, by seed and broker. */
  readonly shares: readonly (readonly number[])[];
}

/** `public/data/first-visit.json`. */
export interface FirstVisit {
  readonly engineVersion: string;
  readonly run: FirstRun;
  readonly question: FirstQuestion;
}

const TEN_THOUSAND = 10_000;

/** Plays a run and keeps its picture. @param people investors drawn */
export function recordFirstRun(
  create: typeof createSimulation,
  inputs: ModelInputs,
  { scenario, seed, people }: { readonly scenario: string; readonly seed: string; readonly people: number },
): FirstRun {
  const simulation = create(inputs, seed);
  const shares = [readShares(simulation.readMetrics().brokers)];
  const first = simulation.readSnapshot(people);
  const moves: number[][] = [];
  let known = readColumn(first, 'broker');
  while (simulation.month < inputs.months) {
    simulation.step();
    shares.push(readShares(simulation.readMetrics().brokers));
    const next = readColumn(simulation.readSnapshot(people), 'broker');
    moves.push(next.flatMap((broker, person) => (broker === known[person] ? [] : [person, broker])));
    known = next;
  }
  return {
    scenario,
    seed,
    agents: inputs.agents,
    startMonth: inputs.startMonth,
    months: inputs.months,
    stateHash: simulation.stateHash(),
    brokers: inputs.brokers.map(({ id, name }) => ({ id, name })),
    shares,
    people: {
      broker: readColumn(first, 'broker'),
      experience: readColumn(first, 'experience'),
      tenure: readColumn(first, 'tenureQuarters'),
    },
    moves,
  };
}

function readShares(figures: Float64Array): number[] {
  const brokers = figures.length / BROKER_METRICS.length;
  return Array.from({ length: brokers }, (_, broker) =>
    Math.round(figures[broker * BROKER_METRICS.length + BROKER_METRIC.share] * TEN_THOUSAND),
  );
}

function readColumn({ bytes, count }: Snapshot, column: (typeof SNAPSHOT_COLUMNS)[number]): number[] {
  const start = SNAPSHOT_COLUMNS.indexOf(column) * count;
  return [...bytes.subarray(start, start + count)];
}

/** The brokers that the question offers. @param cutter id of the one that cuts its price */
export function chooseAnswers({ brokers }: ModelInputs, cutter: string): FirstQuestion['answers'] {
  const others = brokers.filter(({ id, share }) => id !== cutter && share > 0);
  const findMost = (read: (broker: (typeof brokers)[number]) => number, among: typeof brokers) =>
    among.reduce((most, broker) => (read(broker) > read(most) ? broker : most)).id;
  const largest = findMost(({ share }) => share, others);
  const content = findMost(
    ({ content: level }) => level,
    others.filter(({ id }) => id !== largest),
  );
  return [cutter, content, largest];
}

/** One seed of the question: the default scenario with the cut, as long as it takes to be decided. */
export function createQuestionOrder(
  inputs: ModelInputs,
  question: Pick<FirstQuestion, 'cut' | 'months' | 'agents'>,
  seed: string,
): RunOrder {
  const { cut, months, agents } = question;
  const broker = inputs.brokers.findIndex(({ id }) => id === cut.broker);
  const decision = { month: inputs.startMonth, broker, lever: 'price', mode: 'set', value: cut.value } as const;
  const prologue = inputs.prologue === null ? null : { ...inputs.prologue, agents };
  const end = formatMonth(inputs.startMonth + months - 1);
  return {
    inputs: { ...inputs, agents, months, prologue, decisions: [...inputs.decisions, decision] },
    seed,
    measures: inputs.brokers.map(({ id }): Measure => ({ metric: 'share', broker: id, from: end, to: end })),
  };
}

/** The shares of one seed. A run that failed is a fault of the model: it throws with its cause. */
export function readQuestionShares(report: RunReport): number[] {
  if (!report.ok) throw new Error(report.error);
  return report.values.map(([share]) => Math.round(share * TEN_THOUSAND));
}
