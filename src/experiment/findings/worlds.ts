import { PARAMETERS } from '../../model/parameters.ts';
import { type Posterior, readMember } from '../calibration/posterior.ts';
import { createLatinHypercube } from '../sampling/latin-hypercube.ts';
import { LEVER_TASTES, readRange } from '../sensitivity/ranges.ts';

type Values = Readonly<Record<string, number>>;

/** A model that the data leave possible as well as the shipped one. */
export interface World {
  /** `shipped`, `cloud`, `tastes`, or the id of a structure. */
  readonly group: string;
  /** What it sets of the shipped values. */
  readonly set: Values;
  /** Seeds of its runs, the same for all arms. */
  readonly seeds: readonly string[];
}

/** What a calibration left possible. */
interface Cloud {
  readonly members: readonly Values[];
  /** Other structures that were accepted, with members of their own. */
  readonly structures: readonly { readonly id: string; readonly members: readonly Values[] }[];
}

/** What the shipped calibration left possible; nothing where none ships. */
export function readCloud(posterior: Posterior | null): Cloud {
  if (posterior === null) return { members: [], structures: [] };
  const accepted = posterior.structures.filter(({ isAccepted }) => isAccepted);
  return {
    members: posterior.members.map((member) => readMember(posterior, member)),
    structures: accepted.map(({ id, set, members }) => ({
      id,
      members: members.map((member) => ({ ...readMember(posterior, member), ...set })),
    })),
  };
}

/** How many models of each group are looked at, and how many seeds each gets. */
export interface WorldCounts {
  readonly shippedSeeds: number;
  readonly members: number;
  readonly structureMembers: number;
  readonly tastePoints: number;
  readonly seedsEach: number;
}

export const SHIPPED = 'shipped';
export const CLOUD = 'cloud';
export const TASTES = 'tastes';

/**
 * The shipped model, members of the posterior cloud and of other structures, and points of the range of lever tastes (a Latin
 * hypercube). Every world but the first has the same few seeds, so that worlds differ by what they are.
 */
export function listWorlds(cloud: Cloud, counts: WorldCounts): World[] {
  const seeds = nameSeeds(counts.seedsEach);
  const spread = (group: string, members: readonly Values[], most: number) =>
    chooseEvenly(members, most).map((set) => ({ group, set, seeds }));
  return [
    { group: SHIPPED, set: {}, seeds: nameSeeds(counts.shippedSeeds) },
    ...spread(CLOUD, cloud.members, counts.members),
    ...cloud.structures.flatMap(({ id, members }) => spread(id, members, counts.structureMembers)),
    ...listTastePoints(counts.tastePoints).map((set) => ({ group: TASTES, set, seeds })),
  ];
}

function nameSeeds(count: number): string[] {
  return Array.from({ length: count }, (_, k) => `finding ${k + 1}`);
}

/** At most so many of a list, evenly over it. */
function chooseEvenly<T>(list: readonly T[], most: number): T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, k) => list[Math.floor((k * list.length) / count)]);
}

/** Points of the box in which the tastes for levers may lie. */
export function listTastePoints(count: number): Values[] {
  const ranges = PARAMETERS.filter(({ key }) => (LEVER_TASTES as readonly string[]).includes(key)).map(readRange);
  const { readPoint } = createLatinHypercube(count, ranges.length, 'lever tastes');
  return Array.from({ length: count }, (_, k) =>
    Object.fromEntries(readPoint(k).map((u, axis) => [ranges[axis].key, placeWithin(u, ranges[axis])])),
  );
}

const DIGITS = 3;

function placeWithin(u: number, { low, high }: { readonly low: number; readonly high: number }): number {
  return Number((low + u * (high - low)).toPrecision(DIGITS));
}
