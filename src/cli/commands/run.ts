import { InvariantError } from '../../core/invariant.ts';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { createManifest, summariseRun } from '../../experiment/manifest.ts';
import { createInputs, overrideScenario } from '../../experiment/model-inputs.ts';
import { formatTables } from '../../experiment/result-files.ts';
import { countMonths, type RunResult, runScenario } from '../../experiment/run.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { formatCommand } from '../command-line.ts';
import { EXIT, type ExitCode, Interrupted } from '../exit-code.ts';
import {
  findDirectoryProblems,
  MANIFEST_FILE,
  openResultDirectory,
  type ResultDirectory,
} from '../files/result-directory.ts';
import { readMarketPath, readScenario } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { nameOptions, type RawRunOptions, readRunOptions } from '../options.ts';
import { CAN_SHARE_MEMORY } from '../pool/engine.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { formatSummary } from '../summary.ts';

/** Everything that was asked for, found to make sense. */
interface Task {
  readonly scenario: Scenario;
  readonly inputs: ModelInputs;
  readonly seed: string;
  readonly threads: number;
  readonly command: string;
  readonly directory: ResultDirectory | null;
}

/** `run <scenario>`: one run, told on stdout and written to `--out`. @param stray what the line holds beyond it */
export async function run(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawRunOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const task = prepare(host, nameOrPath, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const { scenario, inputs, seed, command, directory } = task.value;
  try {
    announce(host, task.value, raw);
    const result = await compute(host, task.value, raw.quiet === true);
    const manifest = createManifest(scenario, result, command);
    directory?.write({ ...formatTables(result), [MANIFEST_FILE]: `${JSON.stringify(manifest, null, 2)}\n` });
    const summary = summariseRun(scenario, result);
    host.writeOut(
      raw.json === true
        ? `${JSON.stringify(summary, null, 2)}\n`
        : formatSummary(summary, inputs, host.language, raw.quiet === true),
    );
    if (directory !== null && raw.quiet !== true) host.writeError(`→ ${directory.path}\n`);
    return EXIT.done;
  } catch (error) {
    // The simulation does not know how it was called; this line replays it as it was.
    if (error instanceof InvariantError) {
      const month = error.month ?? inputs.startMonth;
      throw new InvariantError(error.detail, { month, seed, replay: command }, { cause: error });
    }
    throw error;
  } finally {
    directory?.close();
  }
}

/** Looks for every problem before anything is computed or written. */
function prepare(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawRunOptions,
  stray: readonly Problem[],
): Result<Task> {
  const read = readRunOptions(raw);
  const problems = [...stray, ...read.problems];
  if (raw.out !== undefined) problems.push(...findDirectoryProblems(raw.out, raw.force === true));
  const { overrides, threads } = read.options;
  const seed = read.options.seed ?? host.pickSeed();
  const scenario = readNamedScenario(host, nameOrPath);
  if (!scenario.ok) return fail([...problems, ...scenario.problems]);
  const overridden = overrideScenario(scenario.value, overrides);
  if (!overridden.ok) return fail([...problems, ...nameOptions(overridden.problems)]);
  const inputs = createInputs(overridden.value, {}, readMarketPath(host.publicFolder));
  if (!inputs.ok) return fail([...problems, ...inputs.problems]);
  if (problems.length > 0) return fail(problems);
  // Last, when all else is well, because it leaves a trace on the disk.
  const directory = raw.out === undefined ? null : openResultDirectory(raw.out);
  if (directory !== null && !directory.ok) return directory;
  return succeed({
    scenario: overridden.value,
    inputs: inputs.value,
    seed,
    threads,
    command: formatCommand(nameOrPath ?? '', overridden.value, seed, overrides),
    directory: directory === null ? null : directory.value,
  });
}

function readNamedScenario(host: Host, nameOrPath: string | undefined): Result<Scenario> {
  if (nameOrPath !== undefined) return readScenario(host.publicFolder, nameOrPath);
  const expected = { en: 'a shipped name or a file', 'zh-CN': '内置情景名或文件' };
  return fail([{ path: '<scenario>', expected, got: 'nothing' }]);
}

/** Says the seed before the work, so that a run that is interrupted can be run again. */
function announce(host: Host, { scenario, inputs, seed, threads }: Task, raw: RawRunOptions): void {
  if (raw.quiet === true && raw.seed !== undefined) return;
  const isChosen = raw.seed === undefined;
  host.writeError(
    host.language === 'en'
      ? `${scenario.id} · seed ${seed}${isChosen ? ' (chosen)' : ''} · ${inputs.agents} agents · ${inputs.months} months\n`
      : `${scenario.id} · 种子 ${seed}${isChosen ? '（自动选取）' : ''} · ${inputs.agents} 智能体 · ${inputs.months} 个月\n`,
  );
  if (threads > 1 && !CAN_SHARE_MEMORY && raw.quiet !== true) {
    host.writeError(
      host.language === 'en'
        ? 'Threads cannot share memory here, so one computes; results are the same for any number.\n'
        : '此环境无法在线程间共享内存，改用单线程计算；结果与线程数无关。\n',
    );
  }
}

async function compute(host: Host, { inputs, seed, threads }: Task, isQuiet: boolean): Promise<RunResult> {
  const progress = createProgress(host, countMonths(inputs), isQuiet);
  try {
    return await runScenario(host.createEngine(threads), inputs, seed, (month) =>
      takeTurn(host, () => progress.show(month)),
    );
  } finally {
    progress.end();
  }
}

/** Lets signals in between two months. */
export async function takeTurn(host: Host, show: () => void): Promise<void> {
  show();
  await new Promise((resolve) => setImmediate(resolve));
  if (host.interruption.aborted) throw new Interrupted();
}
