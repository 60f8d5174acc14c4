import { hashText } from '../core/hash.ts';
import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import { roundFigure } from './answers.ts';
import { LOSS_MOST } from './calibration/acceptance.ts';
import { type Posterior, readMember } from './calibration/posterior.ts';
import { STRUCTURES } from './calibration/structures.ts';
import type { MarketPath } from './market-path.ts';
import { createInputs } from './model-inputs.ts';
import type { PatternFigures } from './patterns/pattern-rows.ts';
import type { RunOrder, RunReport } from './run-order.ts';
import type { Scenario } from './scenario.ts';
import { changeChain } from './scenario-values.ts';
import { type FiguresByTarget, measureSpread, type ScoreboardFigures, type StructureFigures } from './scoreboard.ts';
import { computeLoss, computeTargetValues, listTargetMeasures, type Target } from './target.ts';

/** Agents of runs whose targets ask for fewer: all of them moved less than a tolerance from 5,000 on (trial.md §3 no. 13). */
const AGENTS = 10_000;
/** The same for runs over the cloud and of other structures, of which there are many. */
const CLOUD_AGENTS = 5000;
/** Runs over the cloud at most, one a member. */
const CLOUD_RUNS = 50;
/** Seeds of a structure that was not fitted. */
const STRUCTURE_RUNS = 12;

/** `public/data/scoreboard.json`: figures run by run, from which every verdict is made. */
export interface ScoreboardFile extends ScoreboardFigures {
  readonly engineVersion: string;
  /** State hash of a small run of the model that was compared: `computeFingerprint`. */
  readonly fingerprint: string;
  /** Hash of how the figures are read, so that figures of other targets are found out. */
  readonly definition: string;
  /** Hash of the members that the cloud and the structures were computed with; `null` without them. */
  readonly cloudDefinition: string | null;
  /** The line that computes it again. */
  readonly command: string;
  readonly seeds: number;
  /** By scenario. */
  readonly agents: Readonly<Record<string, number>>;
  readonly patterns: PatternFigures;
}

type Values = Readonly<Record<string, number>>;

/** What the targets leave possible: values of parameters that stand for the model as well as the shipped ones. */
interface Cloud {
  readonly members: readonly Values[];
  readonly structures: readonly CloudStructure[];
}

interface CloudStructure extends Pick<StructureFigures, 'id' | 'title'> {
  /** As its fit found; `null` where it was not fitted, so that its runs decide. */
  readonly isAccepted: boolean | null;
  readonly members: readonly Values[];
}

/** What a validation is of. */
export interface ValidationTask {
  readonly targets: readonly Target[];
  /** By id; every scenario that a target names. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly path: MarketPath;
  readonly seeds: number;
  /** In all runs; without it, what the targets of a scenario ask for. */
  readonly agents: number | null;
  readonly cloud: Cloud | null;
}

/** A run of a validation, and where its figures belong. */
export interface ValidationRun {
  readonly order: RunOrder;
  /** `SHIPPED`, `CLOUD` or the id of a structure. */
  readonly group: string;
  /** Position among the runs of its group and scenario. */
  readonly position: number;
  readonly targets: readonly Target[];
}

const SHIPPED = 'shipped';
const CLOUD = 'cloud';

/** Hash of what decides which figures a run gives for the targets; values, tolerances and texts do not. */
export function hashFigures(targets: readonly Target[]): string {
  return hashText(JSON.stringify(targets.map(({ id, scenario, figure, agents }) => [id, scenario, figure, agents])));
}

/** Hash of what the targets leave possible. */
export function hashCloud(cloud: Cloud | null): string | null {
  return cloud === null ? null : hashText(JSON.stringify(cloud));
}

/**
 * What a calibration leaves possible: the cloud of the shipped structure, and other structures, each with its own cloud where it
 * was fitted, with the shipped values where not.
 */
export function readCloud(posterior: Posterior): Cloud {
  const fitted = posterior.structures.map(
    ({ set, members, ...structure }): CloudStructure => ({
      id: structure.id,
      title: structure.title,
      isAccepted: structure.isAccepted,
      members: members.map((member) => ({ ...readMember(posterior, member), ...set })),
    }),
  );
  const others = STRUCTURES.filter((known) => fitted.every(({ id }) => id !== known.id)).map(
    ({ id, title, set }): CloudStructure => ({
      id,
      title,
      isAccepted: null,
      members: new Array<Values>(STRUCTURE_RUNS).fill(set),
    }),
  );
  return {
    members: posterior.members.map((member) => readMember(posterior, member)),
    structures: [...fitted, ...others],
  };
}

/** Seeds of the runs: none that a calibration has seen. */
function nameSeed(position: number): string {
  return `validate ${position + 1}`;
}

/** Agents of the runs of the shipped model in a scenario. */
export function chooseAgents({ targets, agents }: ValidationTask, scenario: string): number {
  const asked = targets.filter((target) => target.scenario === scenario).map((target) => target.agents);
  return agents ?? Math.max(AGENTS, ...asked);
}

/**
 * All runs, those of the shipped model first, and within a group seed by seed, so that one history serves several projections.
 * Problems of a scenario with a member’s values carry its id.
 */
export function listValidationRuns(task: ValidationTask): Result<ValidationRun[]> {
  const problems: Problem[] = [];
  const runs = listVariants(task).flatMap(({ group, sets, agents }) => {
    const plans = listScenarios(task).map((id) => planScenario(task, id, agents ?? chooseAgents(task, id)));
    return sets.flatMap((set, position) =>
      plans.flatMap(({ id, agents: count, targets, measures, inputs }): ValidationRun[] => {
        const made = inputs.get(set) ?? makeInputs(task, id, set, count, problems);
        if (made === null) return [];
        inputs.set(set, made);
        return [{ order: { inputs: made, seed: nameSeed(position), measures }, group, position, targets }];
      }),
    );
  });
  return problems.length > 0 ? fail(problems) : succeed(runs);
}

/** What is the same for all runs of a group in a scenario. Inputs are made once for all runs that set the same. */
function planScenario(task: ValidationTask, id: string, agents: number) {
  const targets = task.targets.filter((target) => target.scenario === id && target.agents <= agents);
  return { id, agents, targets, measures: listTargetMeasures(targets), inputs: new Map<object, RunOrder['inputs']>() };
}

function listScenarios({ targets }: ValidationTask): string[] {
  return [...new Set(targets.map(({ scenario }) => scenario))];
}

interface Variant {
  readonly group: string;
  /** What is set in each run. */
  readonly sets: readonly Values[];
  readonly agents: number | null;
}

function listVariants({ seeds, agents, cloud }: ValidationTask): Variant[] {
  const shipped: Variant = { group: SHIPPED, sets: new Array(seeds).fill({}), agents: null };
  if (cloud === null) return [shipped];
  const few = agents ?? CLOUD_AGENTS;
  const structures = cloud.structures.map(({ id, members }) => ({ group: id, sets: members, agents: few }));
  return [shipped, { group: CLOUD, sets: spread(cloud.members, CLOUD_RUNS), agents: few }, ...structures];
}

/** At most so many of a list, evenly over it. */
function spread<T>(list: readonly T[], most: number): T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, k) => list[Math.floor((k * list.length) / count)]);
}

function makeInputs(
  { scenarios, path }: ValidationTask,
  id: string,
  set: Values,
  agents: number,
  problems: Problem[],
): RunOrder['inputs'] | null {
  const scenario = changeChain(scenarios.get(id) as Scenario, set);
  const made = scenario.ok ? createInputs(scenario.value, { agents }, path) : scenario;
  if (made.ok) return made.value;
  problems.push(...made.problems.map((problem) => ({ ...problem, path: `${id}.${problem.path}` })));
  return null;
}

/** Figures of the runs as they come in, in any order. */
export interface ValidationFigures {
  add(run: ValidationRun, report: RunReport): void;
  /** Runs that failed, with their causes. */
  readonly failures: readonly { readonly run: ValidationRun; readonly error: string }[];
  collect(): ScoreboardFigures;
}

export function gatherFigures({ targets, cloud }: ValidationTask): ValidationFigures {
  const groups = new Map<string, Record<string, (number | null)[]>>();
  const failures: { run: ValidationRun; error: string }[] = [];
  const open = (group: string) => {
    const known = groups.get(group);
    if (known !== undefined) return known;
    const fresh = Object.fromEntries(targets.map(({ id }): [string, (number | null)[]] => [id, []]));
    groups.set(group, fresh);
    return fresh;
  };
  return {
    failures,
    add(run, report) {
      if (!report.ok) failures.push({ run, error: report.error });
      const values = report.ok ? computeTargetValues(run.targets, report.values) : run.targets.map(() => Number.NaN);
      const figures = open(run.group);
      run.targets.forEach(({ id }, k) => {
        figures[id][run.position] = roundFigure(values[k]);
      });
    },
    collect: () => ({
      values: open(SHIPPED),
      cloud: cloud === null ? null : open(CLOUD),
      structures: (cloud?.structures ?? []).map(({ id, title, isAccepted }) => ({
        id,
        title,
        isAccepted: isAccepted ?? isAcceptable(targets, open(id)),
        values: open(id),
      })),
    }),
  };
}

/** Whether medians are as near to the targets that calibrate as a member of the cloud has to be: no further off on average than they can bear. */
function isAcceptable(targets: readonly Target[], values: FiguresByTarget): boolean {
  const fitting = targets.filter(({ use }) => use === 'calibrate');
  const medians = fitting.map(({ id }) => measureSpread(values[id])?.median ?? Number.NaN);
  return computeLoss(fitting, medians) / fitting.length <= LOSS_MOST;
}
