import { hashText } from '../../core/hash.ts';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import { MECHANISMS } from '../../model/mechanisms.ts';
import { parseJsonText } from '../json-text.ts';
import type { MarketPath } from '../market-path.ts';
import { createInputs, listSettable, overrideScenario } from '../model-inputs.ts';
import type { RunOrder } from '../run-order.ts';
import { SOBOL_AXES_MOST } from '../sampling/sobol-design.ts';
import { describeScenario, parseScenario, type Scenario } from '../scenario.ts';
import type { LoadShipped } from '../scenario-chain.ts';
import { formatGot } from '../scenario-schema.ts';
import { resolveAxes } from './axes.ts';
import { DESIGN_FORMAT, type DesignFile, readDesignFile, type SamplingEntry } from './design-file.ts';
import { type DesignMeasure, resolveMeasures } from './measures.ts';
import { checkSampling, createPoints, type PointList, readPoints } from './points.ts';
import { resolveStopRule, type StopRule } from './stop-rule.ts';

/** A design with everything resolved: points by seeds, ready to be run anywhere. */
export interface Design {
  readonly id: string;
  readonly title: Text | null;
  /** What every run has in common: agents, months, values and switches applied. */
  readonly scenario: Scenario;
  readonly points: PointList;
  readonly measures: readonly DesignMeasure[];
  readonly stop: StopRule;
  /** Seed of a replicate, the same for all points. */
  readSeed(replicate: number): string;
  /** The design by itself: it names no other file and leaves nothing to a default that a later version could change. */
  readonly file: DesignFile;
  /** Of all that changes a figure: two designs with the same hash have the same runs. */
  readonly hash: string;
}

/** Where the files that a design names come from. */
export interface DesignHost {
  readonly loadShipped: LoadShipped;
  /** Text of a file that the design names, `null` when there is none. Without it a design can name none. */
  readonly loadText?: (path: string) => string | null;
}

/** Runs that a design can have: more would not end. */
const RUNS_MOST = 100_000_000;
const GRID: SamplingEntry = { method: 'grid' };

/**
 * Reads a design.
 * @param source JSON text, or what was parsed from it
 * @returns the design, or every problem with its path; never throws, whatever `source` is
 */
export function parseDesign(source: unknown, host: DesignHost): Result<Design> {
  const json = typeof source === 'string' ? parseJsonText(source) : succeed(source);
  if (!json.ok) return json;
  const { file, problems: refused } = readDesignFile(json.value);
  const found: Problem[] = [];
  const scenario = resolveScenario(file, host, found);
  const design = scenario === null ? null : resolveDesign(file, scenario, host, found);
  // A part that the schema refused is missing now; that it is missing needs no second word.
  const problems = [...refused, ...found.filter((problem) => !isExplained(problem, refused))];
  return design === null || problems.length > 0 ? fail(problems) : succeed(design);
}

function isExplained({ path }: Problem, known: readonly Problem[]): boolean {
  return known.some(
    (problem) =>
      problem.path === '' ||
      path === problem.path ||
      path.startsWith(`${problem.path}.`) ||
      path.startsWith(`${problem.path}[`),
  );
}

/** The scenario of all runs. `null` when it cannot be had, which is told. */
function resolveScenario(file: Partial<DesignFile>, { loadShipped }: DesignHost, problems: Problem[]): Scenario | null {
  if (file.scenario === undefined) return null;
  const source = typeof file.scenario === 'string' ? loadShipped(file.scenario) : file.scenario;
  if (source === undefined) {
    const expected = { en: 'the name of a shipped scenario', 'zh-CN': '内置情景名' };
    problems.push({ path: 'scenario', expected, got: formatGot(file.scenario) });
    return null;
  }
  const scenario = parseScenario(source, { loadShipped });
  if (!scenario.ok) {
    problems.push(...scenario.problems.map((problem) => ({ ...problem, path: `scenario.${problem.path}` })));
    return null;
  }
  const { agents, months, set, mechanisms } = file;
  const overridden = overrideScenario(scenario.value, {
    ...(agents === undefined ? {} : { agents }),
    ...(months === undefined ? {} : { months }),
    ...(set === undefined ? {} : { set }),
    ...(mechanisms === undefined ? {} : { mechanisms }),
  });
  if (overridden.ok) return overridden.value;
  problems.push(...overridden.problems);
  // The rest is judged by the scenario as it was.
  return scenario.value;
}

function resolveDesign(file: Partial<DesignFile>, scenario: Scenario, host: DesignHost, problems: Problem[]): Design {
  const measures = resolveMeasures(file.measures ?? [], scenario, problems);
  const stop = resolveStopRule(file, measures, problems);
  const { sampling, points } = resolvePoints(file, scenario, host, problems);
  if (points.count * stop.most > RUNS_MOST) {
    const expected = { en: `at most ${RUNS_MOST} runs`, 'zh-CN': `至多 ${RUNS_MOST} 次运行` };
    problems.push({ path: 'parameters', expected, got: String(points.count * stop.most) });
  }
  const whole: DesignFile = {
    formatVersion: DESIGN_FORMAT,
    id: file.id ?? '',
    ...(file.title === undefined ? {} : { title: file.title }),
    scenario: describeScenario(scenario),
    ...(file.parameters === undefined ? {} : { parameters: file.parameters }),
    sampling,
    replicates: stop.first,
    ...(file.seeds === undefined ? {} : { seeds: file.seeds }),
    measures: file.measures ?? [],
    ...(stop.interval === null || file.stop === undefined
      ? {}
      : { stop: { ...file.stop, batch: stop.batch, most: stop.most } }),
  };
  const { id, title, ...said } = whole;
  return {
    id,
    title: title ?? null,
    scenario,
    points,
    measures,
    stop,
    readSeed: (replicate) => file.seeds?.[replicate] ?? String(replicate + 1),
    file: whole,
    hash: hashText(JSON.stringify(said)),
  };
}

const NO_POINTS: PointList = { keys: [], count: 0, read: () => [] };

function resolvePoints(
  file: Partial<DesignFile>,
  scenario: Scenario,
  host: DesignHost,
  problems: Problem[],
): { sampling: SamplingEntry; points: PointList } {
  const { sampling = GRID, parameters = [], mechanisms = {} } = file;
  const told = problems.length;
  const settable = listSettable(scenario.brokers);
  if (sampling.method === undefined) {
    // The method was refused; what is swept can be judged without it.
    resolveAxes(parameters, null, settable, problems);
    return { sampling, points: NO_POINTS };
  }
  checkSampling(sampling, problems);
  if (sampling.method === 'points') {
    if (parameters.length > 0) {
      const expected = { en: 'none: the header of the points names them', 'zh-CN': '无：由点表的表头给出' };
      problems.push({ path: 'parameters', expected, got: formatGot(parameters) });
    }
    const csv = readPointText(sampling, host, problems);
    const path = sampling.file === undefined ? 'sampling.csv' : sampling.file;
    const points = csv === null ? null : readPoints(csv, path, settable, problems);
    return { sampling: { method: 'points', csv: csv ?? '' }, points: points ?? NO_POINTS };
  }
  const axes = resolveAxes(parameters, sampling.method === 'grid', settable, problems);
  if (parameters.length === 0 && sampling.method !== 'grid') {
    const expected = { en: 'at least one parameter', 'zh-CN': '至少一个参数' };
    problems.push({ path: 'parameters', expected, got: formatGot(parameters) });
  }
  if (sampling.method === 'saltelli' && parameters.length > SOBOL_AXES_MOST) {
    const expected = { en: `at most ${SOBOL_AXES_MOST} parameters`, 'zh-CN': `至多 ${SOBOL_AXES_MOST} 个参数` };
    problems.push({ path: 'parameters', expected, got: formatGot(parameters) });
  }
  axes.forEach(({ key }, position) => {
    const switched = (MECHANISMS as readonly Mechanism[]).find(
      (mechanism) => key in mechanism.off && (mechanisms as Record<string, string>)[mechanism.key] !== undefined,
    );
    if (switched === undefined) return;
    const expected = {
      en: `a parameter that the switch ${switched.key} leaves alone`,
      'zh-CN': `不由开关 ${switched.key} 决定的参数`,
    };
    problems.push({ path: `parameters[${position}].key`, expected, got: formatGot(key) });
  });
  return { sampling, points: problems.length > told ? NO_POINTS : createPoints(sampling, axes) };
}

function readPointText({ csv, file }: SamplingEntry, host: DesignHost, problems: Problem[]): string | null {
  if ((csv === undefined) === (file === undefined)) {
    const expected = { en: 'either csv or file', 'zh-CN': 'csv 与 file 二者之一' };
    problems.push({ path: 'sampling.csv', expected, got: csv === undefined ? 'nothing' : 'both' });
    return null;
  }
  if (csv !== undefined) return csv;
  const text = host.loadText?.(file as string) ?? null;
  if (text === null) {
    const expected = { en: 'a file that can be read', 'zh-CN': '可读取的文件' };
    problems.push({ path: 'sampling.file', expected, got: formatGot(file) });
  }
  return text;
}

/** One run of a design. @param path the realised market, for scenarios whose returns are prescribed */
export function createDesignOrder(design: Design, path: MarketPath, point: number, replicate: number): RunOrder {
  const values = design.points.read(point);
  const set = Object.fromEntries(design.points.keys.map((key, k) => [key, values[k]]));
  const inputs = createInputs(design.scenario, { set }, path);
  // Every value was judged when the design was read.
  if (!inputs.ok) throw new Error(`point ${point + 1}: ${inputs.problems.map((problem) => problem.path).join(', ')}`);
  return {
    inputs: inputs.value,
    seed: design.readSeed(replicate),
    measures: design.measures.map(({ measure }) => measure),
  };
}
