import type { Problem } from '../core/result.ts';
import type { CalibrationSettings } from '../experiment/calibration/calibrate.ts';
import { AGENTS_RANGE } from '../experiment/scenario-schema.ts';
import { readWholeNumber } from './options.ts';

/** Options of `calibrate` as they were typed. */
export interface RawCalibrateOptions {
  readonly out?: string;
  readonly seeds?: string;
  readonly agents?: string;
  readonly members?: string;
  readonly generations?: string;
  readonly workers?: string;
  readonly short?: true;
  /** False with `--no-structures`. */
  readonly structures?: boolean;
  readonly resume?: true;
  readonly force?: true;
  readonly json?: true;
  readonly quiet?: true;
}

interface CalibrateOptions {
  readonly settings: CalibrationSettings;
  readonly agents: number;
  /** `null`: every core. */
  readonly workers: number | null;
  /** Whether other structures are fitted too. */
  readonly withStructures: boolean;
  readonly isShort: boolean;
  readonly out: string;
}

/** What ships the defaults, and what shows in seconds that the command works. */
const FULL = { members: 130, seeds: 2, generations: 10, agents: 5000 };
const SHORT = { members: 12, seeds: 2, generations: 2, agents: 300 };

const RANGES = {
  members: { min: 4, max: 2000 },
  seeds: { min: 2, max: 50 },
  generations: { min: 1, max: 50 },
  agents: AGENTS_RANGE,
  workers: { min: 1, max: 256 },
};

const OUT = 'calibration';

export function readCalibrateOptions(raw: RawCalibrateOptions): { options: CalibrateOptions; problems: Problem[] } {
  const problems: Problem[] = [];
  const usual = raw.short === true ? SHORT : FULL;
  const read = (name: keyof typeof RANGES) => readWholeNumber(`--${name}`, raw[name], RANGES[name], problems);
  const options = {
    settings: {
      members: read('members') ?? usual.members,
      seeds: read('seeds') ?? usual.seeds,
      generations: read('generations') ?? usual.generations,
    },
    agents: read('agents') ?? usual.agents,
    workers: read('workers') ?? null,
    withStructures: raw.structures !== false && raw.short !== true,
    isShort: raw.short === true,
    out: raw.out ?? OUT,
  };
  return { options, problems };
}

/** The line that computes the same again; how many workers there are changes nothing. */
export function formatCalibrateCommand({ settings, agents, withStructures, isShort }: CalibrateOptions): string {
  const usual = isShort ? SHORT : FULL;
  const typed = { ...settings, agents };
  const words = (['members', 'seeds', 'generations', 'agents'] as const).flatMap((name) =>
    typed[name] === usual[name] ? [] : [`--${name}`, String(typed[name])],
  );
  const less = isShort ? ['--short'] : withStructures ? [] : ['--no-structures'];
  return ['npm run -s sim -- calibrate', ...less, ...words].join(' ');
}
