import { type Acceptance, acceptMembers, type Member } from './acceptance.ts';
import { averageRows } from './ensemble.ts';
import {
  drawPrior,
  type Ensemble,
  type Evaluate,
  type Fitting,
  type FurtherStep,
  type Generation,
  type SearchSettings,
  searchBestFit,
  searchPosterior,
} from './search.ts';
import type { Structure } from './structures.ts';

export interface CalibrationSettings extends SearchSettings {
  /** Members of the ensemble. */
  readonly members: number;
}

/** Members of a cloud at most: enough for its quantiles, few enough to run them all. */
const CLOUD_MOST = 100;
/** Part of the members that a structure is fitted with, from where the shipped structure stood at this part of the way at most. */
const STRUCTURE_MEMBERS = 1 / 3;
const WARM_TEMPERATURE = 0.25;
const STRUCTURE_GENERATIONS = 3;
/** A structure stands where so many of the members looked at are kept. */
const STRUCTURE_KEPT = 0.1;
const ACCEPTANCE_SEEDS = 2;
/**
 * How the ensemble goes on from the posterior (1): to 2, 4 and 8. At the last step markets are large enough for the figures of a single
 * small broker, what clients cost an entrant say, which chance and a bias of ratios blur before.
 */
const BEYOND: readonly FurtherStep[] = [
  { step: 1, scale: 1 },
  { step: 2, scale: 1 },
  { step: 4, scale: 4 },
];

/** What came of the fit of one structure. */
export interface Fit {
  readonly generations: readonly Generation[];
  readonly acceptance: Acceptance;
  /** Members kept, the best fit first; where it is not kept itself, it is there all the same, and its loss says so. */
  readonly cloud: readonly Member[];
}

export interface StructureFit extends Fit {
  readonly structure: Structure;
  readonly isAccepted: boolean;
}

/** Told of every generation as it ends. @param stage which fit it belongs to */
export type OnGeneration = (stage: string, generation: Generation) => void;

const SHIPPED = 'shipped';

/**
 * The whole procedure: Latin hypercube in the priors, tempered ensemble Kalman inversion, acceptance on fresh seeds; then the same for
 * other structures, from where the first search stood early on. The result depends on its arguments only.
 */
export async function calibrate(
  fitting: Fitting,
  settings: CalibrationSettings,
  structures: readonly Structure[],
  onGeneration: OnGeneration,
): Promise<{ readonly shipped: Fit; readonly structures: readonly StructureFit[] }> {
  const prior = { points: drawPrior(settings.members, fitting.fitted.length), temperature: 0 };
  const shipped = await fitStructure(prior, fitting, settings, SHIPPED, BEYOND, onGeneration);
  const start = chooseWarmStart(shipped.generations, settings.members);
  const others: StructureFit[] = [];
  for (const structure of structures) {
    const changed = { ...fitting, evaluate: changeStructure(fitting.evaluate, structure) };
    const few = { ...settings, generations: STRUCTURE_GENERATIONS };
    const found = await fitStructure(start, changed, few, structure.id, [], onGeneration);
    const { members, candidates } = found.acceptance;
    others.push({ ...found, structure, isAccepted: members.length >= STRUCTURE_KEPT * candidates });
  }
  return { shipped, structures: others };
}

/** Runs at most, of all stages together. */
export function countRunsMost({ members, seeds, generations }: CalibrationSettings, structures: number): number {
  const few = countWarm(members);
  const judge = ACCEPTANCE_SEEDS * seeds;
  const own = members * seeds * (generations + BEYOND.length) + (members + 2) * judge;
  return own + structures * (few * seeds * STRUCTURE_GENERATIONS + (few + 1) * judge);
}

async function fitStructure(
  start: Ensemble,
  fitting: Fitting,
  settings: CalibrationSettings,
  stage: string,
  further: readonly FurtherStep[],
  onGeneration: OnGeneration,
): Promise<Fit> {
  const told = (generation: Generation) => onGeneration(stage, generation);
  const { generations, end } = await searchPosterior(start, fitting, settings, stage, told);
  const beyond = await searchBestFit(end, fitting, settings, stage, further, told);
  const centres = further.length === 0 ? [end] : [beyond.end, end];
  const candidates = [...centres.map(({ points }) => averageRows(points)), ...end.points];
  const acceptance = await acceptMembers(candidates, fitting, ACCEPTANCE_SEEDS * settings.seeds, `${stage} acceptance`);
  const others = acceptance.members.filter((member) => member !== acceptance.first);
  const cloud = [acceptance.first, ...others].slice(0, CLOUD_MOST);
  return { generations: [...generations, ...beyond.generations], acceptance, cloud };
}

function countWarm(members: number): number {
  return Math.ceil(members * STRUCTURE_MEMBERS);
}

function chooseWarmStart(generations: readonly Generation[], members: number): Ensemble {
  const early = generations.filter(({ temperature }) => temperature <= WARM_TEMPERATURE);
  const { points, temperature } = early[early.length - 1];
  return { points: points.slice(0, countWarm(members)), temperature };
}

function changeStructure(evaluate: Evaluate, { set }: Structure): Evaluate {
  return (stage, sets, seeds, scale) =>
    evaluate(
      stage,
      sets.map((values) => ({ ...values, ...set })),
      seeds,
      scale,
    );
}
