import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { computeFingerprint } from '../../experiment/answers.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import { computePatternRows } from '../../experiment/patterns/pattern-rows.ts';
import {
  gatherPatterns,
  listPatternRuns,
  type PatternRun,
  type PatternTask,
} from '../../experiment/patterns/pattern-runs.ts';
import { PATTERN_SCENARIO } from '../../experiment/patterns/patterns.ts';
import type { RunOrder, RunReport } from '../../experiment/run-order.ts';
import { playOrders } from '../../experiment/run-pool.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import { computeScoreboard } from '../../experiment/scoreboard.ts';
import {
  chooseAgents,
  gatherFigures,
  hashCloud,
  hashFigures,
  listValidationRuns,
  readCloud,
  type ScoreboardFile,
  type ValidationRun,
  type ValidationTask,
} from '../../experiment/validation.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { createSimulation } from '../../model/simulation.ts';
import { EXIT, type ExitCode, Interrupted } from '../exit-code.ts';
import { readMarketPath, readScenario, readShippedPosterior, readShippedTargets } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { describePattern, formatPatterns } from '../pattern-text.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { describeRow, formatScoreboard } from '../scoreboard-text.ts';
import { formatValidateCommand, type RawValidateOptions, readValidateOptions } from '../validate-options.ts';

interface Task {
  readonly validation: ValidationTask;
  readonly runs: readonly ValidationRun[];
  readonly patterns: PatternTask;
  readonly patternRuns: readonly PatternRun[];
  readonly workers: number;
  readonly command: string;
}

/** `validate`: every target beside what comes out, over many seeds. */
export async function validate(host: Host, raw: RawValidateOptions, stray: readonly Problem[]): Promise<ExitCode> {
  const task = prepare(host, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const file = await compute(host, task.value, raw.quiet === true);
  if (raw.out !== undefined) writeWhole(raw.out, `${JSON.stringify(file)}\n`);
  const rows = computeScoreboard(task.value.validation.targets, file);
  const patterns = computePatternRows(file.patterns);
  host.writeOut(
    raw.json === true
      ? `${JSON.stringify({ targets: rows.map(describeRow), patterns: patterns.map(describePattern) }, null, 2)}\n`
      : `${formatScoreboard(rows, host.language)}\n${formatPatterns(patterns, host.language)}`,
  );
  return EXIT.done;
}

/** Looks for every problem before anything is computed. */
function prepare(host: Host, raw: RawValidateOptions, stray: readonly Problem[]): Result<Task> {
  const { options, problems: wrong } = readValidateOptions(raw);
  const problems = [...stray, ...wrong];
  if (raw.out !== undefined && raw.force !== true && existsSync(raw.out)) {
    const expected = { en: 'a file that is not there yet, or --force', 'zh-CN': '尚不存在的文件，或加 --force' };
    problems.push({ path: '--out', expected, got: raw.out });
  }
  const cloud = options.withCloud ? readShippedCloud(host) : succeed(null);
  if (problems.length > 0 || !cloud.ok) return fail([...problems, ...(cloud.ok ? [] : cloud.problems)]);
  const { seeds, agents } = options;
  const targets = readShippedTargets(host.publicFolder);
  const scenarios = readScenarios(host, [...new Set(targets.map(({ scenario }) => scenario))]);
  const path = readMarketPath(host.publicFolder);
  const validation: ValidationTask = { targets, scenarios, path, seeds, agents, cloud: cloud.value };
  const patterns: PatternTask = { scenario: scenarios.get(PATTERN_SCENARIO) as Scenario, path, seeds, agents };
  const [runs, patternRuns] = [listValidationRuns(validation), listPatternRuns(patterns)];
  if (!runs.ok) return runs;
  if (!patternRuns.ok) return patternRuns;
  return succeed({
    validation,
    runs: runs.value,
    patterns,
    patternRuns: patternRuns.value,
    workers: options.workers ?? host.cores,
    command: formatValidateCommand(options),
  });
}

/** What the shipped calibration leaves possible. */
function readShippedCloud({ publicFolder }: Host): Result<ValidationTask['cloud']> {
  const posterior = readShippedPosterior(publicFolder);
  return succeed(readCloud(posterior));
}

function readScenarios({ publicFolder }: Host, ids: readonly string[]): Map<string, Scenario> {
  return new Map(
    ids.map((id) => {
      const read = readScenario(publicFolder, id);
      if (!read.ok) throw new Error(`The shipped scenario ${id} is damaged.`);
      return [id, read.value];
    }),
  );
}

/** A run and where its report goes. */
interface Job {
  readonly order: RunOrder;
  readonly name: string;
  readonly add: (report: RunReport) => void;
}

/** @throws Error when a run fails, with its cause and what it was of */
async function compute(host: Host, task: Task, isQuiet: boolean): Promise<ScoreboardFile> {
  const { validation, command } = task;
  const [figures, patterns] = [gatherFigures(validation), gatherPatterns(task.patterns)];
  const jobs = [
    ...task.runs.map((run): Job => ({ order: run.order, name: run.group, add: (report) => figures.add(run, report) })),
    ...task.patternRuns.map(
      (run): Job => ({ order: run.order, name: run.model, add: (report) => patterns.add(run, report) }),
    ),
  ];
  await playAll(host, jobs, task.workers, isQuiet);
  const { scenarios, seeds, targets } = validation;
  return {
    engineVersion: ENGINE_VERSION,
    fingerprint: readFingerprint(validation),
    definition: hashFigures(targets),
    cloudDefinition: hashCloud(validation.cloud),
    command,
    seeds,
    agents: Object.fromEntries([...scenarios.keys()].map((id) => [id, chooseAgents(validation, id)])),
    ...figures.collect(),
    patterns: patterns.collect(),
  };
}

async function playAll(host: Host, jobs: readonly Job[], workers: number, isQuiet: boolean): Promise<void> {
  const pool = host.createPool(workers);
  const progress = createProgress(host, jobs.length, isQuiet);
  let done = 0;
  let failure: string | null = null;
  const receive = (k: number, report: RunReport) => {
    if (!report.ok) failure ??= `${jobs[k].name}, seed ${jobs[k].order.seed}: ${report.error}`;
    jobs[k].add(report);
    progress.show(++done);
  };
  const isOver = () => host.interruption.aborted || failure !== null;
  try {
    await playOrders(pool, jobs.length, (k) => jobs[k].order, receive, isOver);
  } finally {
    progress.end();
    await pool.close();
  }
  if (host.interruption.aborted) throw new Interrupted();
  if (failure !== null) throw new Error(failure);
}

/** The same run as for the answers. */
function readFingerprint({ scenarios, path }: ValidationTask): string {
  const inputs = createInputs(scenarios.get('projection-neutral') as Scenario, {}, path);
  if (!inputs.ok) throw new Error('The shipped scenario projection-neutral is damaged.');
  return computeFingerprint(createSimulation, inputs.value);
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}
