import { hashText } from '../../core/hash.ts';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { roundFigure } from '../answers.ts';
import type { MarketPath } from '../market-path.ts';
import { createInputs } from '../model-inputs.ts';
import { NULL_MODELS } from '../null-models.ts';
import type { RunOrder, RunReport } from '../run-order.ts';
import type { Scenario } from '../scenario.ts';
import type { Figures } from '../scoreboard.ts';
import { FULL_MODEL, type PatternFigures } from './pattern-rows.ts';
import { computePatterns, listPatternMeasures, PATTERNS } from './patterns.ts';

/** Agents of a run without another number: enough for a figure of the whole market. */
const AGENTS = 10_000;
/** Seeds at most: a pattern is a sign or a shape, not a digit. */
const SEEDS_MOST = 20;

/** Runs of the history, by the model itself and by every null model under the same seeds. */
export interface PatternTask {
  /** `PATTERN_SCENARIO`. */
  readonly scenario: Scenario;
  readonly path: MarketPath;
  readonly seeds: number;
  readonly agents: number | null;
}

export interface PatternRun {
  readonly order: RunOrder;
  /** `FULL_MODEL` or the id of a null model. */
  readonly model: string;
  readonly position: number;
}

/** Seed by seed, all models after each other. */
export function listPatternRuns({ scenario, path, seeds, agents }: PatternTask): Result<PatternRun[]> {
  const problems: Problem[] = [];
  const models = [{ id: FULL_MODEL, set: {} }, ...NULL_MODELS].flatMap(({ id, set }) => {
    const made = createInputs(scenario, { agents: agents ?? AGENTS, set }, path);
    if (made.ok) return [{ model: id, inputs: made.value, measures: listPatternMeasures(made.value.brokers) }];
    problems.push(...made.problems.map((problem) => ({ ...problem, path: `${id}.${problem.path}` })));
    return [];
  });
  if (problems.length > 0) return fail(problems);
  const positions = Array.from({ length: Math.min(seeds, SEEDS_MOST) }, (_, k) => k);
  return succeed(
    positions.flatMap((position) =>
      models.map(({ model, inputs, measures }) => ({
        order: { inputs, seed: `pattern ${position + 1}`, measures },
        model,
        position,
      })),
    ),
  );
}

/** Hash of which figures the patterns are read from and what the null models set. */
export function hashPatterns(brokers: Scenario['brokers']): string {
  return hashText(
    JSON.stringify([PATTERNS.map(({ id }) => id), listPatternMeasures(brokers), NULL_MODELS.map(({ set }) => set)]),
  );
}

/** Figures of the runs, whatever the order in which they end. A run that fails leaves none. */
export function gatherPatterns(task: PatternTask): {
  add(run: PatternRun, report: RunReport): void;
  collect(): PatternFigures;
} {
  const values: Record<string, Record<string, (number | null)[]>> = {};
  return {
    add({ order, model, position }, report) {
      values[model] ??= Object.fromEntries(PATTERNS.map(({ id }): [string, (number | null)[]] => [id, []]));
      const figures = report.ok ? computePatterns(report.values, order.inputs.brokers) : PATTERNS.map(() => Number.NaN);
      PATTERNS.forEach(({ id }, k) => {
        values[model][id][position] = roundFigure(figures[k]);
      });
    },
    collect: () => ({
      definition: hashPatterns(task.scenario.brokers),
      agents: task.agents ?? AGENTS,
      seeds: Math.min(task.seeds, SEEDS_MOST),
      values: values satisfies Record<string, Record<string, Figures>>,
    }),
  };
}
