import * as v from 'valibot';
import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { BROKER_METRICS, MARKET_METRICS } from '../model/metrics.ts';
import type { MonthRecord } from '../model/records.ts';
import { parseJsonText } from './json-text.ts';
import type { RunResult } from './run.ts';
import { describeScenario, parseScenario, type Scenario } from './scenario.ts';
import type { ScenarioFile } from './scenario-file.ts';
import { formatGot } from './scenario-schema.ts';
import { ENGINE_VERSION } from './version.ts';

/** What fixes a run and what it came to. The scenario states every value, so a later default changes nothing. */
export interface Manifest {
  readonly scenario: ScenarioFile;
  readonly seed: string;
  readonly agents: number;
  readonly months: number;
  readonly engineVersion: string;
  /** The line that reproduces the run. */
  readonly command: string;
  readonly stateHash: string;
}

/** @param scenario as run, overrides applied */
export function createManifest(scenario: Scenario, result: RunResult, command: string): Manifest {
  return {
    scenario: describeScenario(scenario),
    seed: result.seed,
    agents: scenario.agents,
    months: scenario.months,
    engineVersion: ENGINE_VERSION,
    command,
    stateHash: result.stateHash,
  };
}

/** A manifest read back, its scenario ready to run again. */
export interface ReadManifest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly engineVersion: string;
  readonly stateHash: string;
}

const MANIFEST_SCHEMA = v.object({
  seed: v.pipe(v.string('text of at least one character'), v.minLength(1, 'text of at least one character')),
  engineVersion: v.string('a version'),
  stateHash: v.pipe(v.string('64 hexadecimal digits'), v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')),
  scenario: v.unknown(),
});

/** Reads the text of a `manifest.json`. Problems of its scenario have paths that begin with `scenario`. */
export function parseManifest(text: string): Result<ReadManifest> {
  const json = parseJsonText(text);
  if (!json.ok) return json;
  const read = v.safeParse(MANIFEST_SCHEMA, json.value);
  if (!read.success) return fail(read.issues.map(describeManifestIssue));
  const { seed, engineVersion, stateHash } = read.output;
  const scenario = parseScenario(read.output.scenario, { loadShipped: () => undefined });
  if (!scenario.ok) {
    return fail(scenario.problems.map((problem) => ({ ...problem, path: `scenario.${problem.path}` })));
  }
  return succeed({ scenario: scenario.value, seed, engineVersion, stateHash });
}

function describeManifestIssue(issue: v.BaseIssue<unknown>): Problem {
  const path = String(issue.path?.[0].key ?? '');
  const en = path === '' ? 'a manifest' : issue.message;
  return { path, expected: { en, 'zh-CN': en }, got: formatGot(issue.input) };
}

/** The end of a run in one object: what `run --json` prints. */
export interface RunSummary {
  readonly scenario: string;
  readonly seed: string;
  readonly agents: number;
  readonly months: number;
  readonly engineVersion: string;
  readonly stateHash: string;
  /** Market metrics of the last month, by key; `null` where a figure is undefined. */
  readonly final: Readonly<Record<string, number | null>>;
  /** By broker: id, English name, and its metrics by key. */
  readonly brokers: readonly ({ readonly id: string; readonly name: string } & Readonly<Record<string, unknown>>)[];
}

export function summariseRun(scenario: Scenario, { inputs, seed, months, stateHash }: RunResult): RunSummary {
  return {
    scenario: scenario.id,
    seed,
    agents: inputs.agents,
    months: inputs.months,
    engineVersion: ENGINE_VERSION,
    stateHash,
    ...summariseMonth(inputs, months[months.length - 1]),
  };
}

/** The figures of one month by key. */
export function summariseMonth(
  { brokers }: ModelInputs,
  record: Pick<MonthRecord, 'market' | 'brokers'>,
): Pick<RunSummary, 'final' | 'brokers'> {
  return {
    final: nameFigures(MARKET_METRICS, record.market, 0),
    brokers: brokers.map(({ id, name }, b) => ({
      id,
      name: name.en,
      ...nameFigures(BROKER_METRICS, record.brokers, b),
    })),
  };
}

function nameFigures(metrics: readonly { readonly key: string }[], table: Float64Array, row: number) {
  return Object.fromEntries(
    metrics.map(({ key }, column) => {
      const value = table[row * metrics.length + column];
      return [key, Number.isFinite(value) ? value : null];
    }),
  );
}
