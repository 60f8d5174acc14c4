import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import { composeAnswer } from '../../experiment/answer-text.ts';
import {
  type Answer,
  type AnswerFile,
  computeFingerprint,
  hashDefinition,
  listSeeds,
  roundFigure,
} from '../../experiment/answers.ts';
import type { Experiment } from '../../experiment/experiments.ts';
import { createInputs } from '../../experiment/model-inputs.ts';
import { createOrderPlayer } from '../../experiment/run-order.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { createSimulation } from '../../model/simulation.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { listShippedExperiments, readExperiment, readMarketPath, readScenario } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { type RawExperimentOptions, readExperimentOptions } from '../options.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { takeTurn } from './run.ts';

/** An experiment with all that its runs need. */
interface Task {
  readonly experiment: Experiment;
  /** By arm. */
  readonly inputs: readonly ModelInputs[];
  readonly agents: number;
  readonly seeds: number;
}

const ALL = 'all';

/** `experiment <id|all>`: every arm under the same seeds, and what the paired differences say. */
export async function experiment(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawExperimentOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const tasks = prepare(host, nameOrPath, raw, stray);
  if (!tasks.ok) return reportProblems(host, tasks.problems);
  const answers = await compute(host, tasks.value, raw.quiet === true);
  const file: AnswerFile = { engineVersion: ENGINE_VERSION, fingerprint: readFingerprint(host), answers };
  const text = `${JSON.stringify(file)}\n`;
  if (raw.out !== undefined) writeWhole(raw.out, text);
  host.writeOut(raw.json === true ? text : formatAnswers(tasks.value, answers, host));
  return EXIT.done;
}

/** Looks for every problem before anything is computed. */
function prepare(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawExperimentOptions,
  stray: readonly Problem[],
): Result<Task[]> {
  const { options, problems: wrong } = readExperimentOptions(raw);
  const problems = [...stray, ...wrong];
  if (raw.out !== undefined && raw.force !== true && existsSync(raw.out)) {
    const expected = { en: 'a file that is not there yet, or --force', 'zh-CN': '尚不存在的文件，或加 --force' };
    problems.push({ path: '--out', expected, got: raw.out });
  }
  const path = readMarketPath(host.publicFolder);
  const names = nameOrPath === ALL ? listShippedExperiments(host.publicFolder) : (nameOrPath ?? '').split(',');
  const tasks = names.flatMap((name): Task[] => {
    const read = readExperiment(host.publicFolder, name);
    if (!read.ok) {
      problems.push(...read.problems);
      return [];
    }
    const agents = options.agents ?? read.value.file.agents;
    const inputs = read.value.scenarios.map((scenario) => createInputs(scenario, { agents }, path));
    problems.push(...inputs.flatMap((made) => (made.ok ? [] : made.problems)));
    const whole = inputs.flatMap((made) => (made.ok ? [made.value] : []));
    return [{ experiment: read.value, inputs: whole, agents, seeds: options.seeds ?? read.value.file.seeds }];
  });
  return problems.length > 0 ? fail(problems) : succeed(tasks);
}

/** Seed by seed, so that the history of a seed is played once for all arms of all experiments. */
async function compute(host: Host, tasks: readonly Task[], isQuiet: boolean): Promise<Answer[]> {
  const play = createOrderPlayer(createSimulation);
  const seeds = listSeeds(Math.max(...tasks.map((task) => task.seeds)));
  const values = tasks.map(({ experiment: { file }, inputs }) =>
    file.outcomes.map(() => inputs.map((): (number | null)[] => [])),
  );
  const progress = createProgress(
    host,
    tasks.reduce((sum, { inputs, seeds: n }) => sum + inputs.length * n, 0),
    isQuiet,
  );
  let done = 0;
  try {
    for (const [k, seed] of seeds.entries()) {
      for (const [
        t,
        {
          experiment: { file },
          inputs,
          seeds: wanted,
        },
      ] of tasks.entries()) {
        if (k >= wanted) continue;
        for (const [arm, made] of inputs.entries()) {
          const report = play({ inputs: made, seed, measures: file.outcomes });
          if (!report.ok) throw new Error(report.error);
          report.values.forEach(([figure], outcome) => {
            values[t][outcome][arm].push(roundFigure(figure));
          });
          await takeTurn(host, () => progress.show(++done));
        }
      }
    }
  } finally {
    progress.end();
  }
  return tasks.map((task, t) => createAnswer(task, values[t]));
}

function createAnswer({ experiment, agents, seeds }: Task, values: Answer['values']): Answer {
  const { id } = experiment.file;
  const command = `npm run -s sim -- experiment ${id} --seeds ${seeds} --agents ${agents}`;
  return { id, definition: hashDefinition(experiment), agents, seeds, command, values };
}

function readFingerprint(host: Host): string {
  const neutral = readScenario(host.publicFolder, 'projection-neutral');
  const inputs = neutral.ok ? createInputs(neutral.value, {}, readMarketPath(host.publicFolder)) : neutral;
  if (!inputs.ok) throw new Error('The shipped scenario projection-neutral is damaged.');
  return computeFingerprint(createSimulation, inputs.value);
}

function formatAnswers(tasks: readonly Task[], answers: readonly Answer[], { language }: Host): string {
  const blocks = tasks.map(({ experiment: { file }, inputs }, k) => {
    const names = new Map<string, Text>(inputs[0].brokers.map(({ id, name }) => [id, name]));
    return [
      `${file.id} · ${file.question[language]}`,
      composeAnswer(file, answers[k], names, language),
      answers[k].command,
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}
