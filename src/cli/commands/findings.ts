import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { computeFingerprint } from '../../experiment/answers.ts';
import { type FindingsFile, hashQuestions } from '../../experiment/findings/findings-file.ts';
import {
  createLeverFigures,
  createLeverOrder,
  hashLeverTask,
  keepLeverReport,
  LEVER_EXPERIMENTS,
  type LeverFigures,
  type LeverTask,
  listLeverRuns,
} from '../../experiment/findings/lever-runs.ts';
import {
  computeResponses,
  playLeverTrials,
  RESPONSE_QUESTIONS,
  type Responses,
} from '../../experiment/findings/segment-responses.ts';
import { listTastePoints, listWorlds, readCloud } from '../../experiment/findings/worlds.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import type { LeverTrial } from '../../experiment/responses.ts';
import { playOrders, type RunPool } from '../../experiment/run-pool.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { createSimulation } from '../../model/simulation.ts';
import { EXIT, type ExitCode, Interrupted } from '../exit-code.ts';
import { readExperiment, readMarketPath, readScenario, readShippedPosterior } from '../files/shipped-files.ts';
import {
  type FindingsOptions,
  formatFindingsCommand,
  type RawFindingsOptions,
  readFindingsOptions,
} from '../findings-options.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { takeTurn } from './run.ts';

interface Task {
  readonly levers: LeverTask;
  readonly responseInputs: ModelInputs;
  readonly options: FindingsOptions;
}

/** `findings`: the same money on each lever in the shipped model and in others, and who answers to what; figures to `--out`. */
export async function findings(host: Host, raw: RawFindingsOptions, stray: readonly Problem[]): Promise<ExitCode> {
  const task = prepare(host, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const pool = host.createPool(task.value.options.workers ?? host.cores);
  try {
    const { figures, failures } = await playLevers(host, task.value, pool, raw.quiet === true);
    for (const failure of failures) host.writeError(`${failure}\n`);
    const responses = await askPeople(host, task.value);
    const text = `${JSON.stringify(describeFile(host, task.value, figures, failures.length, responses))}\n`;
    if (raw.out !== undefined) writeWhole(raw.out, text);
    if (raw.json === true) host.writeOut(text);
    return EXIT.done;
  } finally {
    await pool.close();
  }
}

/** Looks for every problem before anything is computed. */
function prepare(host: Host, raw: RawFindingsOptions, stray: readonly Problem[]): Result<Task> {
  const { options, problems: wrong } = readFindingsOptions(raw);
  const problems = [...stray, ...wrong];
  if (raw.out !== undefined && raw.force !== true && existsSync(raw.out)) {
    const expected = { en: 'a file that is not there yet, or --force', 'zh-CN': '尚不存在的文件，或加 --force' };
    problems.push({ path: '--out', expected, got: raw.out });
  }
  if (problems.length > 0) return fail(problems);
  const experiments = Object.values(LEVER_EXPERIMENTS).map((id) => {
    const read = readExperiment(host.publicFolder, id);
    if (!read.ok) throw new Error(`The shipped experiment ${id} is damaged.`);
    return read.value;
  });
  const path = readMarketPath(host.publicFolder);
  const worlds = listWorlds(readCloud(readShippedPosterior(host.publicFolder)), options);
  const levers = { experiments, worlds, agents: options.agents, path };
  return succeed({ levers, responseInputs: readResponseInputs(host), options });
}

/** People are asked where nobody has a past: traits alone are to decide. */
function readResponseInputs(host: Host): ModelInputs {
  const { scenario, agents, months } = RESPONSE_QUESTIONS;
  const read = readScenario(host.publicFolder, scenario);
  const path = readMarketPath(host.publicFolder);
  const inputs = read.ok ? createInputs({ ...read.value, startsFrom: null }, { agents, months }, path) : read;
  if (!inputs.ok) throw new Error(`The shipped scenario ${scenario} is damaged.`);
  return inputs.value;
}

async function playLevers(host: Host, { levers }: Task, pool: RunPool, isQuiet: boolean) {
  const runs = listLeverRuns(levers);
  const figures = createLeverFigures(levers);
  const failures: string[] = [];
  const progress = createProgress(host, runs.length, isQuiet);
  let done = 0;
  const played = playOrders(
    pool,
    runs.length,
    (k) => createLeverOrder(levers, runs[k]),
    (k, report) => {
      const { world, arm, seed } = runs[k];
      keepLeverReport(figures, runs[k], report);
      if (!report.ok) failures.push(`world ${world + 1}, arm ${arm + 1}, seed ${seed + 1}: ${report.error}`);
      progress.show(++done);
    },
    () => host.interruption.aborted,
  );
  await Promise.race([played, waitForInterruption(host)]).finally(() => progress.end());
  return { figures, failures };
}

function waitForInterruption({ interruption }: Host): Promise<never> {
  return new Promise((_, reject) => {
    if (interruption.aborted) reject(new Interrupted());
    interruption.addEventListener('abort', () => reject(new Interrupted()), { once: true });
  });
}

async function askPeople(host: Host, { levers, responseInputs }: Task): Promise<FindingsFile['responses']> {
  const { agents, months, seeds, tastePoints } = RESPONSE_QUESTIONS;
  const points = listTastePoints(tastePoints);
  const shipped: Responses[][] = [];
  const tastes: Responses[][] = [];
  for (const { file } of levers.experiments) {
    const broker = responseInputs.brokers.findIndex(({ id }) => id === file.broker);
    const ofSeeds: LeverTrial[][] = [];
    for (let seed = 0; seed < seeds; seed++) {
      ofSeeds.push(playLeverTrials(responseInputs, `response ${seed + 1}`, broker));
      await takeTurn(host, () => {});
    }
    shipped.push(ofSeeds.map((trials) => computeResponses(trials, {})));
    tastes.push(points.map((set) => computeResponses(ofSeeds[0], set)));
  }
  return { agents, months, seeds, shipped, tastes, points };
}

function describeFile(
  host: Host,
  { levers, options }: Task,
  figures: LeverFigures,
  failed: number,
  responses: FindingsFile['responses'],
): FindingsFile {
  return {
    engineVersion: ENGINE_VERSION,
    fingerprint: readFingerprint(host),
    definition: hashQuestions(hashLeverTask(levers), RESPONSE_QUESTIONS),
    command: formatFindingsCommand(options),
    agents: options.agents,
    worlds: levers.worlds,
    levers: figures,
    failed,
    responses,
  };
}

function readFingerprint(host: Host): string {
  const neutral = readScenario(host.publicFolder, 'projection-neutral');
  const inputs = neutral.ok ? createInputs(neutral.value, {}, readMarketPath(host.publicFolder)) : neutral;
  if (!inputs.ok) throw new Error('The shipped scenario projection-neutral is damaged.');
  return computeFingerprint(createSimulation, inputs.value);
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}
