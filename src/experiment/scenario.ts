import { formatMonth } from '../core/calendar.ts';
import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import type { BrokerInput, Decision } from '../model/inputs.ts';
import type { ParameterValues } from '../model/parameters.ts';
import { type LoadShipped, readMergedScenario } from './scenario-chain.ts';
import type { DecisionEntry, Returns, ScenarioFile } from './scenario-file.ts';
import { type ReadWhole, readHistory } from './scenario-history.ts';
import { resolveScenario } from './scenario-resolve.ts';
import { SCENARIO_FORMAT } from './scenario-schema.ts';

/** A scenario with everything resolved: nothing is left to a default, an archetype or another file. */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  /** What an experiment asks; `null` elsewhere. */
  readonly question: Text | null;
  readonly startMonth: number;
  /** The scenario from whose end it starts; `null` where people and brokers are made from its own values. */
  readonly startsFrom: Scenario | null;
  readonly months: number;
  readonly agents: number;
  readonly returns: Returns;
  readonly values: ParameterValues;
  readonly brokers: readonly BrokerInput[];
  readonly decisions: readonly Decision[];
}

/**
 * Reads a scenario file.
 * @param source JSON text, or what was parsed from it
 * @param host where the scenarios that files extend come from
 * @returns the scenario, or every problem with its path; never throws, whatever `source` is
 */
export function parseScenario(source: unknown, host: { readonly loadShipped: LoadShipped }): Result<Scenario> {
  const { scenario, problems } = readWhole(source, host.loadShipped, []);
  return scenario === null ? fail(problems) : succeed(scenario);
}

/** @param above ids of the scenarios that start from this one */
function readWhole(
  source: unknown,
  loadShipped: LoadShipped,
  above: readonly string[],
): { scenario: Scenario | null; problems: Problem[] } {
  const read = readMergedScenario(source, loadShipped);
  const readNext: ReadWhole = (next, line) => readWhole(next, loadShipped, line);
  const past = readHistory(read.merged, loadShipped, readNext, [...above, read.merged.id ?? '']);
  const resolved = resolveScenario(read.merged, past.history);
  const found = [...read.problems, ...past.problems.filter((later) => !isExplained(later, read.problems))];
  const problems = [...found, ...resolved.problems.filter((later) => !isExplained(later, found))];
  return { scenario: problems.length > 0 ? null : resolved.scenario, problems };
}

/** Whether something missing is missing because it, or what holds it, was already found to be wrong. */
function isExplained({ path }: Problem, known: readonly Problem[]): boolean {
  return known.some(
    (problem) =>
      problem.path === path ||
      problem.path === '' ||
      problem.path.startsWith('line ') ||
      path.startsWith(`${problem.path}.`) ||
      path.startsWith(`${problem.path}[`) ||
      (path === 'brokers' && /^brokers\[\d+\]\.id$/.test(problem.path)),
  );
}

/** Months that a scenario takes, those of the scenarios that it starts from included. */
export function countScenarioMonths({ months, startsFrom }: Scenario): number {
  return months + (startsFrom === null ? 0 : countScenarioMonths(startsFrom));
}

/** The file that says all of a scenario by itself: it extends nothing and leaves no value to a default. */
export function describeScenario(scenario: Scenario): ScenarioFile {
  const { id, title, summary, question, startMonth, startsFrom, months, agents } = scenario;
  const { returns, values, brokers, decisions } = scenario;
  return {
    formatVersion: SCENARIO_FORMAT,
    id,
    title,
    summary,
    ...(question === null ? {} : { question }),
    start: formatMonth(startMonth),
    ...(startsFrom === null ? {} : { startsFrom: { file: describeScenario(startsFrom) } }),
    months,
    agents,
    returns,
    parameters: values,
    brokers: brokers.map((broker) => ({ ...broker, entryMonth: formatMonth(broker.entryMonth) })),
    decisions: decisions.map((decision) => describeDecision(decision, brokers)),
  };
}

function describeDecision(
  { month, broker, lever, mode, value }: Decision,
  brokers: readonly BrokerInput[],
): DecisionEntry {
  return { from: formatMonth(month), broker: brokers[broker].id, lever, [mode]: value };
}
