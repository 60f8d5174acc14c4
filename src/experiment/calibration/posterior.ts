import type { Text } from '../../core/text.ts';
import { LOSS_MOST, type Member, measureSpread, readPoint } from './acceptance.ts';
import type { CalibrationSettings, Fit, StructureFit } from './calibrate.ts';
import { averageRows } from './ensemble.ts';
import type { CalibrationTarget } from './loss.ts';
import { type FittedParameter, toValue } from './priors.ts';
import type { Generation } from './search.ts';

/** Version of the form of `public/data/posterior.json`. */
const POSTERIOR_FORMAT = 1;
/** Members of a structure that are kept: enough to carry its spread. */
const STRUCTURE_CLOUD_MOST = 12;
const DIGITS = 4;

/** A member as it is kept: values in the order of `parameters`, misses in tolerances in the order of `targets`. */
interface MemberEntry {
  readonly values: readonly number[];
  readonly loss: number;
  readonly misses: readonly number[];
}

interface ParameterEntry {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  /** At the mean over the cloud in standard normal coordinates. */
  readonly centre: number;
  /** Standard deviation of the cloud over that of the prior: near 1 the data say nothing. */
  readonly spread: number;
}

interface GenerationEntry {
  readonly temperature: number;
  readonly loss: number;
  readonly misses: readonly number[];
}

interface StructureEntry {
  readonly id: string;
  readonly title: Text;
  readonly set: Readonly<Record<string, number>>;
  readonly isAccepted: boolean;
  /** Members kept, of those looked at. */
  readonly kept: number;
  readonly candidates: number;
  readonly generations: readonly GenerationEntry[];
  /** The best fit first. */
  readonly members: readonly MemberEntry[];
}

/** `public/data/posterior.json`: what the data leave possible, and the member that is shipped. */
export interface Posterior {
  readonly formatVersion: number;
  readonly engineVersion: string;
  /** Of the model that was fitted, with all that is fitted in the middle of its prior. */
  readonly fingerprint: string;
  readonly scenario: string;
  readonly method: readonly string[];
  /** The line that computes it again. */
  readonly command: string;
  readonly settings: CalibrationSettings & { readonly agents: number; readonly lossMost: number };
  readonly targets: readonly (CalibrationTarget & { readonly seedSd: number })[];
  readonly parameters: readonly ParameterEntry[];
  readonly generations: readonly GenerationEntry[];
  readonly kept: number;
  readonly candidates: number;
  /** The first one’s values are the defaults of the model. */
  readonly members: readonly MemberEntry[];
  readonly structures: readonly StructureEntry[];
}

/** The papers that the method is from. */
const METHOD = [
  'Start: Latin hypercube (McKay, Beckman, Conover 1979, Technometrics 21, 239–245)',
  'Search: ensemble Kalman inversion (Iglesias, Law, Stuart 2013, Inverse Problems 29, 045001), tempered with the data misfit controller (Iglesias, Yang 2021, Inverse Problems 37, 025008)',
  'Acceptance on fresh seeds: approximate Bayesian computation (Pritchard et al. 1999, Molecular Biology and Evolution 16, 1791–1798; Sisson, Fan, Beaumont 2018, Handbook of Approximate Bayesian Computation)',
];

/** What the file says of how it came about. */
export type PosteriorHead = Pick<Posterior, 'engineVersion' | 'fingerprint' | 'scenario' | 'command'> & {
  readonly agents: number;
  readonly settings: CalibrationSettings;
};

export function describePosterior(
  { agents, settings, ...head }: PosteriorHead,
  fitted: readonly FittedParameter[],
  targets: readonly CalibrationTarget[],
  shipped: Fit,
  structures: readonly StructureFit[],
): Posterior {
  const describe = (member: Member) => describeMember(member, fitted);
  const { acceptance, cloud } = shipped;
  return {
    formatVersion: POSTERIOR_FORMAT,
    ...head,
    method: METHOD,
    settings: { ...settings, agents, lossMost: LOSS_MOST },
    targets: targets.map(({ id, value, tolerance, weight }, k) => ({
      id,
      value,
      tolerance,
      weight,
      seedSd: round(Math.sqrt(acceptance.seedVariance[k])),
    })),
    parameters: describeParameters(cloud, fitted),
    generations: shipped.generations.map(describeGeneration),
    kept: acceptance.members.length,
    candidates: acceptance.candidates,
    members: cloud.map(describe),
    structures: structures.map(({ structure, isAccepted, ...fit }) => ({
      ...structure,
      isAccepted,
      kept: fit.acceptance.members.length,
      candidates: fit.acceptance.candidates,
      generations: fit.generations.map(describeGeneration),
      members: fit.cloud.slice(0, STRUCTURE_CLOUD_MOST).map(describe),
    })),
  };
}

function describeMember({ values, loss, misses }: Member, fitted: readonly FittedParameter[]): MemberEntry {
  return { values: fitted.map(({ key }) => values[key]), loss: round(loss), misses: misses.map(round) };
}

function describeParameters(cloud: readonly Member[], fitted: readonly FittedParameter[]): ParameterEntry[] {
  const spreads = measureSpread(cloud, fitted);
  const centre = averageRows(cloud.map((member) => readPoint(member, fitted)));
  return fitted.map(({ key, prior }, d) => ({
    key,
    ...prior,
    centre: round(toValue(centre[d], prior)),
    spread: round(spreads[d]),
  }));
}

function describeGeneration({ temperature, loss, misses }: Generation): GenerationEntry {
  return { temperature: round(temperature), loss: round(loss), misses: misses.map(round) };
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** Reads a posterior that `calibrate` has written. @throws where it is of another form */
export function parsePosterior(text: string): Posterior {
  const posterior = JSON.parse(text) as Posterior;
  if (posterior.formatVersion !== POSTERIOR_FORMAT) throw new Error('The posterior is of another form.');
  return posterior;
}

/** The values of a member by parameter key, as in a scenario’s `set`. */
export function readMember(
  { parameters }: Pick<Posterior, 'parameters'>,
  { values }: MemberEntry,
): Record<string, number> {
  return Object.fromEntries(parameters.map(({ key }, k) => [key, values[k]]));
}
