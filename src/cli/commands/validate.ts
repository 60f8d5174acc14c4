import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { computeFingerprint } from '../../experiment/answers.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import { playOrders } from '../../experiment/run-pool.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import { computeScoreboard } from '../../experiment/scoreboard.ts';
import {
  chooseAgents,
  gatherFigures,
  hashFigures,
  listValidationRuns,
  type ScoreboardFile,
  type ValidationRun,
  type ValidationTask,
} from '../../experiment/validation.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { createSimulation } from '../../model/simulation.ts';
import { EXIT, type ExitCode, Interrupted } from '../exit-code.ts';
import { readMarketPath, readScenario, readShippedTargets } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { describeRow, formatScoreboard } from '../scoreboard-text.ts';
import { formatValidateCommand, type RawValidateOptions, readValidateOptions } from '../validate-options.ts';

interface Task {
  readonly validation: ValidationTask;
  readonly runs: readonly ValidationRun[];
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
  host.writeOut(
    raw.json === true
      ? `${JSON.stringify({ targets: rows.map(describeRow) }, null, 2)}\n`
      : formatScoreboard(rows, host.language),
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
  if (problems.length > 0) return fail(problems);
  const targets = readShippedTargets(host.publicFolder);
  const validation: ValidationTask = {
    targets,
    scenarios: readScenarios(host, [...new Set(targets.map(({ scenario }) => scenario))]),
    path: readMarketPath(host.publicFolder),
    seeds: options.seeds,
    agents: options.agents,
    cloud: null,
  };
  const runs = listValidationRuns(validation);
  if (!runs.ok) return runs;
  const workers = options.workers ?? host.cores;
  return succeed({ validation, runs: runs.value, workers, command: formatValidateCommand(options) });
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

/** @throws Error when a run fails, with its cause and what it was of */
async function compute(
  host: Host,
  { validation, runs, workers, command }: Task,
  isQuiet: boolean,
): Promise<ScoreboardFile> {
  const gathered = gatherFigures(validation);
  const pool = host.createPool(workers);
  const progress = createProgress(host, runs.length, isQuiet);
  let done = 0;
  try {
    await playOrders(
      pool,
      runs.length,
      (k) => runs[k].order,
      (k, report) => {
        gathered.add(runs[k], report);
        progress.show(++done);
      },
      () => host.interruption.aborted || gathered.failures.length > 0,
    );
  } finally {
    progress.end();
    await pool.close();
  }
  if (host.interruption.aborted) throw new Interrupted();
  for (const { run, error } of gathered.failures) throw new Error(`${run.group}, seed ${run.order.seed}: ${error}`);
  const { scenarios, seeds, targets } = validation;
  return {
    engineVersion: ENGINE_VERSION,
    fingerprint: readFingerprint(validation),
    definition: hashFigures(targets),
    command,
    seeds,
    agents: Object.fromEntries([...scenarios.keys()].map((id) => [id, chooseAgents(validation, id)])),
    ...gathered.collect(),
  };
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
