import type { Problem } from '../core/result.ts';
import { SEEDS_RANGE } from '../experiment/experiment-file.ts';
import type { MechanismSwitches, SwitchState } from '../experiment/mechanism-switches.ts';
import type { Overrides } from '../experiment/model-inputs.ts';
import { AGENTS_RANGE, describeUnknown, formatGot, MONTHS_RANGE } from '../experiment/scenario-schema.ts';
import { MECHANISMS, type MechanismKey } from '../model/mechanisms.ts';

/** Options as they were typed; `set` collects every `--set`. */
export interface RawRunOptions {
  readonly seed?: string;
  readonly agents?: string;
  readonly years?: string;
  readonly set?: readonly string[];
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly threads?: string;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly force?: true;
}

/** Options of `experiment` as they were typed. */
export interface RawExperimentOptions {
  readonly seeds?: string;
  readonly agents?: string;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly force?: true;
}

export interface RunOptions {
  /** `null` when it is to be chosen. */
  readonly seed: string | null;
  readonly overrides: Overrides;
  readonly threads: number;
}

const THREADS_MOST = 256;

/** Reads what was typed. What makes no sense by itself is told here; ranges of the model are judged with the scenario. */
export function readRunOptions(raw: RawRunOptions): { options: RunOptions; problems: Problem[] } {
  const problems: Problem[] = [];
  if (raw.seed === '') problems.push(complain('--seed', 'at least one character', '至少一个字符', raw.seed));
  const agents = readNumber('--agents', raw.agents, problems);
  const months = readMonths(raw.years, problems);
  const threads = readNumber('--threads', raw.threads, problems) ?? 1;
  if (!Number.isInteger(threads) || threads < 1 || threads > THREADS_MOST) {
    problems.push(
      complain('--threads', `a whole number, 1 to ${THREADS_MOST}`, ` 1 至 ${THREADS_MOST} 的整数`, raw.threads),
    );
  }
  const overrides = {
    ...(agents === undefined ? {} : { agents }),
    ...(months === undefined ? {} : { months }),
    set: readAssignments(raw.set ?? [], problems),
    mechanisms: readSwitches(raw, problems),
  };
  return { options: { seed: raw.seed ?? null, overrides, threads }, problems };
}

/** Reads how many seeds and agents are asked for; without, the experiment says. */
export function readExperimentOptions(raw: RawExperimentOptions): {
  options: { readonly seeds?: number; readonly agents?: number };
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const seeds = readWholeNumber('--seeds', raw.seeds, SEEDS_RANGE, problems);
  const agents = readWholeNumber('--agents', raw.agents, AGENTS_RANGE, problems);
  return {
    options: { ...(seeds === undefined ? {} : { seeds }), ...(agents === undefined ? {} : { agents }) },
    problems,
  };
}

export function complain(path: string, en: string, zh: string, got: unknown): Problem {
  return { path, expected: { en, 'zh-CN': zh }, got: formatGot(got) };
}

export function parseNumber(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

export function readNumber(path: string, text: string | undefined, problems: Problem[]): number | undefined {
  if (text === undefined) return undefined;
  const value = parseNumber(text);
  if (value === null) problems.push(complain(path, 'a number', '一个数', text));
  return value ?? undefined;
}

/** A whole number in its range; `undefined` where none was typed, or with a problem where it is another. */
export function readWholeNumber(
  path: string,
  typed: string | undefined,
  { min, max }: { readonly min: number; readonly max: number },
  problems: Problem[],
): number | undefined {
  const value = readNumber(path, typed, problems);
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
  problems.push(complain(path, `a whole number, ${min} to ${max}`, ` ${min} 至 ${max} 的整数`, typed));
  return undefined;
}

/** Years may be parts of a year, as long as they are whole months. */
export function readMonths(text: string | undefined, problems: Problem[]): number | undefined {
  if (text === undefined) return undefined;
  const months = Math.round((parseNumber(text) ?? Number.NaN) * 12 * 1e6) / 1e6;
  if (Number.isInteger(months) && months >= MONTHS_RANGE.min && months <= MONTHS_RANGE.max) return months;
  const most = MONTHS_RANGE.max / 12;
  problems.push(complain('--years', `whole months up to ${most} years`, `整月数，至多 ${most} 年`, text));
  return undefined;
}

function readAssignments(texts: readonly string[], problems: Problem[]): Record<string, number> {
  const entries: [string, number][] = [];
  for (const text of texts) {
    const at = text.indexOf('=');
    const value = at <= 0 ? null : parseNumber(text.slice(at + 1));
    if (value !== null) entries.push([text.slice(0, at).trim(), value]);
    else problems.push(complain('--set', 'key=value with a number', '键=数值', text));
  }
  return Object.fromEntries(entries);
}

/** `--with a,b --without c`, each repeatable. */
export function readSwitches(
  { with: on = [], without: off = [] }: Pick<RawRunOptions, 'with' | 'without'>,
  problems: Problem[],
): MechanismSwitches {
  const known: readonly string[] = MECHANISMS.map(({ key }) => key);
  const switches: Partial<Record<MechanismKey, SwitchState>> = {};
  const listed = [
    ...on.map((text) => ['--with', 'on', text] as const),
    ...off.map((text) => ['--without', 'off', text] as const),
  ];
  for (const [option, state, text] of listed) {
    for (const word of text.split(',').map((part) => part.trim())) {
      const key = word as MechanismKey;
      if (!known.includes(key)) {
        const expected = describeUnknown(
          word,
          known,
          'mechanisms (see describe mechanisms)',
          '机制（见 describe mechanisms）',
        );
        problems.push({ path: option, expected, got: formatGot(word) });
      } else if (switches[key] !== undefined && switches[key] !== state) {
        problems.push(complain(option, 'a mechanism either with or without', '同一机制只能开或关', key));
      } else switches[key] = state;
    }
  }
  return switches;
}

/** What stands on the line and belongs to no command: options that do not exist, arguments too many. */
export function listStrayArguments(stray: readonly string[], knownOptions: readonly string[]): Problem[] {
  return stray.map((text) =>
    text.startsWith('-')
      ? {
          path: text,
          expected: describeUnknown(text, knownOptions, 'a known option', '已知的选项'),
          got: formatGot(text),
        }
      : complain(text, 'no further argument', '没有更多参数', text),
  );
}

/** Problems of overrides, by the options that brought them. */
export function nameOptions(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    if (problem.path.startsWith('set.')) return { ...problem, path: `--set ${problem.path.slice(4)}` };
    if (problem.path.startsWith('mechanisms.')) {
      return { ...problem, path: `${problem.got === 'on' ? '--with' : '--without'} ${problem.path.slice(11)}` };
    }
    return problem.path === 'agents' ? { ...problem, path: '--agents' } : problem;
  });
}
