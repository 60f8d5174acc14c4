import type { Problem } from '../core/result.ts';
import { SEEDS_RANGE } from '../experiment/experiment-file.ts';
import { AGENTS_RANGE } from '../experiment/scenario-schema.ts';
import { readWholeNumber } from './options.ts';

/** Options of `validate` as they were typed. */
export interface RawValidateOptions {
  readonly seeds?: string;
  readonly agents?: string;
  readonly workers?: string;
  readonly cloud?: true;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
  readonly quiet?: true;
}

interface ValidateOptions {
  readonly seeds: number;
  /** `null`: as many as the targets ask for. */
  readonly agents: number | null;
  /** `null`: every core. */
  readonly workers: number | null;
  readonly withCloud: boolean;
}

const SEEDS = 50;
const WORKERS_RANGE = { min: 1, max: 256 };

export function readValidateOptions(raw: RawValidateOptions): { options: ValidateOptions; problems: Problem[] } {
  const problems: Problem[] = [];
  const options = {
    seeds: readWholeNumber('--seeds', raw.seeds, SEEDS_RANGE, problems) ?? SEEDS,
    agents: readWholeNumber('--agents', raw.agents, AGENTS_RANGE, problems) ?? null,
    workers: readWholeNumber('--workers', raw.workers, WORKERS_RANGE, problems) ?? null,
    withCloud: raw.cloud === true,
  };
  return { options, problems };
}

/** The line that computes the same again; how many workers there are changes nothing. */
export function formatValidateCommand({ seeds, agents, withCloud }: ValidateOptions): string {
  const words = ['npm run -s sim -- validate', `--seeds ${seeds}`];
  if (agents !== null) words.push(`--agents ${agents}`);
  if (withCloud) words.push('--cloud');
  return words.join(' ');
}
