import { hashText } from '../../core/hash.ts';
import { roundFigure } from '../answers.ts';
import type { Experiment } from '../experiments.ts';
import type { MarketPath } from '../market-path.ts';
import type { Measure } from '../measure.ts';
import { createInputs } from '../model-inputs.ts';
import type { RunOrder, RunReport } from '../run-order.ts';
import { changeChain } from '../scenario-values.ts';
import { SHIPPED, type World } from './worlds.ts';

/** What a lever is judged by, for the broker that turns it. */
export const LEVER_OUTCOMES = [
  { key: 'share', measure: { metric: 'share' } },
  { key: 'retention12', measure: { metric: 'retention12' } },
  { key: 'profit', measure: { metric: 'profit', from: '2025-01' } },
  { key: 'netReturn12', measure: { metric: 'netReturn12' } },
] as const satisfies readonly { readonly key: string; readonly measure: Measure }[];

/** Experiments that put the same money on one lever after the other, by the size of the broker that does. */
export const LEVER_EXPERIMENTS = { large: 'same-budget-large', small: 'same-budget-small' } as const;
export type BrokerSize = keyof typeof LEVER_EXPERIMENTS;

/**
 * In the shipped model a small broker is looked at in a market so many times larger: of a few thousand agents it has a handful, whose
 * figures say nothing.
 */
const SMALL_SCALE = 10;

/** The same money on each lever, in many models. */
export interface LeverTask {
  /** By size of the broker. */
  readonly experiments: readonly Experiment[];
  readonly worlds: readonly World[];
  readonly agents: number;
  readonly path: MarketPath;
}

/** Figures by world, experiment, outcome, arm and seed; `null` where a run failed or has none. */
export type LeverFigures = (number | null)[][][][][];

interface LeverRun {
  readonly world: number;
  readonly experiment: number;
  readonly arm: number;
  readonly seed: number;
}

/** All runs, those that start from the same history after each other. */
export function listLeverRuns({ experiments, worlds }: LeverTask): LeverRun[] {
  return worlds.flatMap(({ seeds }, world) =>
    seeds.flatMap((_, seed) =>
      experiments.flatMap(({ scenarios }, experiment) =>
        scenarios.map((__, arm) => ({ world, experiment, arm, seed })),
      ),
    ),
  );
}

/** A model that differs, differs in the past as well: its history is its own. */
export function createLeverOrder({ experiments, worlds, agents, path }: LeverTask, run: LeverRun): RunOrder {
  const { file, scenarios } = experiments[run.experiment];
  const { set, seeds, group } = worlds[run.world];
  const scenario = changeChain(scenarios[run.arm], set);
  const inputs = scenario.ok
    ? createInputs(scenario.value, { agents: countAgents(agents, group, file.id) }, path)
    : scenario;
  if (!inputs.ok) throw new Error(`${file.id}: ${inputs.problems.map((problem) => problem.path).join(', ')}`);
  const broker = file.broker as string;
  return {
    inputs: inputs.value,
    seed: seeds[run.seed],
    measures: LEVER_OUTCOMES.map(({ measure }) => ({ ...measure, broker })),
  };
}

/** How many agents the runs of an experiment have in the models of a group. */
export function countAgents(agents: number, group: string, experiment: string): number {
  return group === SHIPPED && experiment === LEVER_EXPERIMENTS.small ? SMALL_SCALE * agents : agents;
}

/** Where the figures go as they come in, in any order. */
export function createLeverFigures({ experiments, worlds }: LeverTask): LeverFigures {
  return worlds.map(({ seeds }) =>
    experiments.map(({ scenarios }) =>
      LEVER_OUTCOMES.map(() => scenarios.map(() => new Array<number | null>(seeds.length).fill(null))),
    ),
  );
}

export function keepLeverReport(figures: LeverFigures, run: LeverRun, report: RunReport): void {
  if (!report.ok) return;
  report.values.forEach(([value], outcome) => {
    figures[run.world][run.experiment][outcome][run.arm][run.seed] = roundFigure(value);
  });
}

/** Hash of what is asked: of the arms and outcomes, in which models. */
export function hashLeverTask({ experiments, worlds }: Pick<LeverTask, 'experiments' | 'worlds'>): string {
  const arms = experiments.map(({ file }) => [file.id, file.scenario, file.broker, file.arms]);
  return hashText(JSON.stringify([arms, LEVER_OUTCOMES, worlds, SMALL_SCALE]));
}
