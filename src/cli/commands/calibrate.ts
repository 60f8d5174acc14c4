import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../core/hash.ts';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { computeFingerprint } from '../../experiment/answers.ts';
import { type CalibrationSettings, calibrate, countRunsMost } from '../../experiment/calibration/calibrate.ts';
import { describePosterior, type Posterior } from '../../experiment/calibration/posterior.ts';
import { type FittedParameter, listFitted, toRoundedSet } from '../../experiment/calibration/priors.ts';
import type { Evaluate } from '../../experiment/calibration/search.ts';
import { STRUCTURES, type Structure } from '../../experiment/calibration/structures.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import { playOrders, type RunPool } from '../../experiment/run-pool.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import { computeTargetValues, listTargetMeasures, type Target } from '../../experiment/target.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { createSimulation } from '../../model/simulation.ts';
import { formatCalibrateCommand, type RawCalibrateOptions, readCalibrateOptions } from '../calibrate-options.ts';
import { formatGeneration, formatPosterior } from '../calibration-text.ts';
import { EXIT, type ExitCode, Interrupted } from '../exit-code.ts';
import { openRunLog, type RunLog, readLogTask } from '../files/run-log.ts';
import { readMarketPath, readScenario, readShippedTargets } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { createProgress, type Progress } from '../progress.ts';

const SCENARIO = 'history-2019-2024';
const LOG_FILE = 'runs.jsonl';
const POSTERIOR_FILE = 'posterior.json';

/** Everything that a calibration depends on. */
interface Task {
  readonly scenario: Scenario;
  readonly targets: readonly Target[];
  readonly fitted: readonly FittedParameter[];
  readonly structures: readonly Structure[];
  readonly settings: CalibrationSettings;
  readonly agents: number;
  readonly workers: number;
  readonly fingerprint: string;
  readonly command: string;
  readonly folder: string;
  /** Hash of all that a run’s figures depend on beside its key. */
  readonly key: string;
}

/** `calibrate`: the defaults and what else the targets leave possible, in a folder with a log from which it can go on. */
export async function calibrateModel(
  host: Host,
  raw: RawCalibrateOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const task = prepare(host, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const posterior = await computeOrKeep(host, task.value, raw.quiet === true);
  if (posterior === null) return EXIT.interrupted;
  const path = join(task.value.folder, POSTERIOR_FILE);
  const text = `${JSON.stringify(posterior)}\n`;
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
  host.writeOut(raw.json === true ? text : formatPosterior(posterior, host.language));
  if (raw.quiet !== true) host.writeError(`→ ${path}\n`);
  return EXIT.done;
}

/** Looks for every problem before anything is computed. */
function prepare(host: Host, raw: RawCalibrateOptions, stray: readonly Problem[]): Result<Task> {
  const { options, problems: wrong } = readCalibrateOptions(raw);
  const scenario = readScenario(host.publicFolder, SCENARIO);
  if (!scenario.ok) return fail([...stray, ...wrong, ...scenario.problems]);
  const targets = readShippedTargets(host.publicFolder).filter(({ use }) => use === 'calibrate');
  const fitted = listFitted(PARAMETERS);
  const { settings, agents, out: folder } = options;
  const structures = options.withStructures ? STRUCTURES : [];
  const middle = toRoundedSet(
    fitted.map(() => 0),
    fitted,
  );
  const inputs = makeInputs(host, scenario.value, middle, agents);
  const fingerprint = computeFingerprint(createSimulation, inputs);
  // Runs of one structure do not depend on which others are fitted.
  const about = { ENGINE_VERSION, fingerprint, targets, fitted, all: STRUCTURES, settings, agents };
  const key = hashText(JSON.stringify(about));
  const problems = [...stray, ...wrong, ...findFolderProblems(folder, key, raw)];
  if (problems.length > 0) return fail(problems);
  const workers = options.workers ?? host.cores;
  const command = formatCalibrateCommand(options);
  return succeed({
    scenario: scenario.value,
    targets,
    fitted,
    structures,
    settings,
    agents,
    workers,
    fingerprint,
    command,
    folder,
    key,
  });
}

/** A folder with a log is gone on with, or replaced, never by chance. */
function findFolderProblems(folder: string, key: string, { resume, force }: RawCalibrateOptions): Problem[] {
  const complain = (path: string, en: string, zh: string, got: string): Problem[] => [
    { path, expected: { en, 'zh-CN': zh }, got },
  ];
  if (resume === true && force === true) {
    return complain('--resume', 'either --resume or --force', '--resume 与 --force 二选一', '--resume --force');
  }
  const log = join(folder, LOG_FILE);
  if (!existsSync(log) || force === true) return [];
  if (resume !== true) {
    return complain(
      '--out',
      'a folder without finished runs, or --resume to go on, or --force to begin anew',
      '没有已完成运行的文件夹；或用 --resume 续跑，或用 --force 重新开始',
      log,
    );
  }
  const known = readLogTask(log);
  if (known === null || known === key) return [];
  return complain(
    '--resume',
    'runs of this model with these targets and options',
    '同一模型、同样目标与选项的运行',
    `others in ${log}`,
  );
}

function makeInputs(
  host: Host,
  scenario: Scenario,
  set: Readonly<Record<string, number>>,
  agents: number,
): ModelInputs {
  const inputs = createInputs(scenario, { agents, set }, readMarketPath(host.publicFolder));
  if (!inputs.ok) throw new Error(`A prior leaves the range of its parameter: ${JSON.stringify(inputs.problems)}`);
  return inputs.value;
}

/** @returns `null` when the person has interrupted; finished runs are in the log */
async function computeOrKeep(host: Host, task: Task, isQuiet: boolean): Promise<Posterior | null> {
  try {
    return await compute(host, task, isQuiet);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    host.writeError(
      host.language === 'en'
        ? 'Interrupted; finished runs are kept: go on with --resume.\n'
        : '已中断；已完成的运行已保留，可用 --resume 继续。\n',
    );
    return null;
  }
}

async function compute(host: Host, task: Task, isQuiet: boolean): Promise<Posterior> {
  const { folder, key, settings, structures, fitted, targets, agents, fingerprint, command } = task;
  mkdirSync(folder, { recursive: true });
  if (readLogTask(join(folder, LOG_FILE)) !== key) rmSync(join(folder, LOG_FILE), { force: true });
  const log = openRunLog(join(folder, LOG_FILE), key);
  const progress = createProgress(host, countRunsMost(settings, structures.length) - log.size, isQuiet);
  const pool = host.createPool(task.workers);
  try {
    const evaluate = createEvaluator(host, task, pool, log, progress);
    const tell = (text: string) => {
      progress.end();
      if (!isQuiet) host.writeError(text);
    };
    const found = await calibrate({ fitted, targets, evaluate }, settings, structures, (stage, generation) =>
      tell(formatGeneration(stage, generation, targets, host.language)),
    );
    const head = { engineVersion: ENGINE_VERSION, fingerprint, scenario: SCENARIO, command, agents, settings };
    return describePosterior(head, fitted, targets, found.shipped, found.structures);
  } finally {
    progress.end();
    await pool.close();
  }
}

/** Plays what the log does not know, and writes it there run by run. */
function createEvaluator(host: Host, task: Task, pool: RunPool, log: RunLog, progress: Progress): Evaluate {
  const measures = listTargetMeasures(task.targets);
  let played = 0;
  return async (stage, sets, seeds, scale) => {
    const wanted = sets.flatMap((set, member) =>
      seeds.map((seed) => ({ set, seed, run: `${stage}/${member}/${seed}` })),
    );
    const missing = wanted.filter(({ run }) => log.read(run) === undefined);
    await playOrders(
      pool,
      missing.length,
      (k) => ({
        inputs: makeInputs(host, task.scenario, missing[k].set, scale * task.agents),
        seed: missing[k].seed,
        measures,
      }),
      (k, report) => {
        // A run that fails has no figures; the search goes on without it.
        const none = task.targets.map(() => Number.NaN);
        if (host.interruption.aborted) return;
        log.add(missing[k].run, report.ok ? computeTargetValues(task.targets, report.values) : none);
        progress.show(++played);
      },
      () => host.interruption.aborted,
    );
    if (host.interruption.aborted) throw new Interrupted();
    return sets.map((_, member) => seeds.map((seed) => log.read(`${stage}/${member}/${seed}`) as readonly number[]));
  };
}
