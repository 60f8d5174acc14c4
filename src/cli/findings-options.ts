import type { Problem } from '../core/result.ts';
import type { WorldCounts } from '../experiment/findings/worlds.ts';
import { AGENTS_RANGE } from '../experiment/scenario-schema.ts';
import { readWholeNumber } from './options.ts';

/** Options of `findings` as they were typed. */
export interface RawFindingsOptions {
  readonly seeds?: string;
  readonly members?: string;
  readonly agents?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
  readonly quiet?: true;
}

export interface FindingsOptions extends WorldCounts {
  readonly agents: number;
  /** `null` for as many as there are cores. */
  readonly workers: number | null;
}

const SEEDS_RANGE = { min: 2, max: 1000 };
const MEMBERS_RANGE = { min: 1, max: 100 };
const WORKERS_RANGE = { min: 1, max: 1024 };
const USUAL = { seeds: 16, members: 12, agents: 6000 };
const SEEDS_EACH = 2;
/** A structure gets a third of the members of the cloud. */
const STRUCTURE_PART = 3;

export function readFindingsOptions(raw: RawFindingsOptions): { options: FindingsOptions; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = (path: string, typed: string | undefined, range: { readonly min: number; readonly max: number }) =>
    readWholeNumber(path, typed, range, problems);
  const members = read('--members', raw.members, MEMBERS_RANGE) ?? USUAL.members;
  return {
    options: {
      shippedSeeds: read('--seeds', raw.seeds, SEEDS_RANGE) ?? USUAL.seeds,
      members,
      structureMembers: Math.ceil(members / STRUCTURE_PART),
      tastePoints: members,
      seedsEach: SEEDS_EACH,
      agents: read('--agents', raw.agents, AGENTS_RANGE) ?? USUAL.agents,
      workers: read('--workers', raw.workers, WORKERS_RANGE) ?? null,
    },
    problems,
  };
}

/** The line that computes the same figures again. */
export function formatFindingsCommand({ shippedSeeds, members, agents }: FindingsOptions): string {
  return `npm run -s sim -- findings --seeds ${shippedSeeds} --members ${members} --agents ${agents}`;
}
