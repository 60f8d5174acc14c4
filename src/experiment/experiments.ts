import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import { type ArmEntry, type ExperimentFile, readExperimentFile } from './experiment-file.ts';
import { parseJsonText } from './json-text.ts';
import { listCatalogue } from './measure.ts';
import { parseScenario, type Scenario } from './scenario.ts';
import type { LoadShipped } from './scenario-chain.ts';
import type { ScenarioFile } from './scenario-file.ts';
import { formatGot, SCENARIO_FORMAT } from './scenario-schema.ts';

/** An experiment read, its arms ready to run. */
export interface Experiment {
  readonly file: ExperimentFile;
  /** By arm, in the order of the file. */
  readonly scenarios: readonly Scenario[];
}

/** The scenario file that an arm stands for: the page and the command line read it as any other. */
export function createArmFile(experiment: Pick<ExperimentFile, 'id' | 'scenario'>, arm: ArmEntry): ScenarioFile {
  const { id, title, ...parts } = arm;
  return {
    formatVersion: SCENARIO_FORMAT,
    extends: experiment.scenario,
    ...parts,
    id: `${experiment.id}-${id}`,
    title,
  };
}

/**
 * Reads an experiment with all of its arms.
 * @param source JSON text, or what was parsed from it
 * @returns the experiment, or every problem with its path
 */
export function parseExperiment(source: unknown, host: { readonly loadShipped: LoadShipped }): Result<Experiment> {
  const file = parseExperimentFile(source);
  if (!file.ok) return file;
  const problems: Problem[] = [];
  const scenarios = file.value.arms.flatMap((entry, position) => {
    const scenario = parseScenario(createArmFile(file.value, entry), host);
    if (scenario.ok) return [scenario.value];
    problems.push(...scenario.problems.map((problem) => ({ ...problem, path: `arms[${position}].${problem.path}` })));
    return [];
  });
  const experiment: Experiment = { file: file.value, scenarios };
  if (problems.length === 0) problems.push(...findOutcomeProblems(experiment));
  return problems.length > 0 ? fail(problems) : succeed(experiment);
}

/** Reads the file alone: enough to show what is asked. */
export function parseExperimentFile(source: unknown): Result<ExperimentFile> {
  const json = typeof source === 'string' ? parseJsonText(source) : succeed(source);
  if (!json.ok) return json;
  const { file, problems } = readExperimentFile(json.value);
  if (problems.length > 0) return fail(problems);
  const whole = file as ExperimentFile;
  const { lesson, outcomes } = whole;
  if (lesson !== undefined && lesson.asks >= outcomes.length) {
    const expected = { en: 'the position of an outcome, from 0', 'zh-CN': '结果的序号（从 0 起）' };
    return fail([{ path: 'lesson.asks', expected, got: formatGot(lesson.asks) }]);
  }
  if (whole.arms.length >= 2 && outcomes.length >= 1) return succeed(whole);
  const expected = { en: 'a baseline, another arm, and an outcome', 'zh-CN': '一个基线、至少另一组与一项结果' };
  return fail([{ path: 'arms', expected, got: formatGot(whole.arms) }]);
}

function findOutcomeProblems({ file: { outcomes }, scenarios }: Experiment): Problem[] {
  return outcomes.flatMap((outcome, position) => {
    const { metric, broker } = outcome;
    const problems: Problem[] = [];
    if (!listCatalogue(outcome).some(({ key }) => key === metric)) {
      const expected = { en: 'a figure of what it is of', 'zh-CN': '该对象的指标' };
      problems.push({ path: `outcomes[${position}].metric`, expected, got: formatGot(metric) });
    }
    if (broker !== undefined && scenarios.some(({ brokers }) => brokers.every(({ id }) => id !== broker))) {
      const expected = { en: 'a broker of every arm', 'zh-CN': '各组均有的券商' };
      problems.push({ path: `outcomes[${position}].broker`, expected, got: formatGot(broker) });
    }
    return problems;
  });
}
