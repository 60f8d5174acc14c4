import type { Problem } from '../../core/result.ts';
import type { AxisEntry, MeasureEntry } from '../../experiment/design/design-file.ts';
import type { MechanismSwitches } from '../../experiment/mechanism-switches.ts';
import type { Shard } from '../../experiment/sweep/shard.ts';
import { complain, parseNumber, type RawRunOptions, readMonths, readNumber, readSwitches } from '../options.ts';

/** Options of `sweep` as they were typed; `seed` comes from `run`, which is a sweep where a list is set. */
export interface RawSweepOptions extends Omit<RawRunOptions, 'threads'> {
  readonly seeds?: string;
  readonly measure?: readonly string[];
  readonly workers?: string;
  readonly resume?: true;
  readonly shard?: string;
  readonly queue?: string;
}

/** What the line changes of a design. */
export interface SweepChanges {
  /** Fields of the design itself. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, number>>;
  readonly parameters: readonly AxisEntry[];
  readonly mechanisms: MechanismSwitches;
}

interface SweepOptions {
  readonly changes: SweepChanges;
  /** `null` for as many as there are cores. */
  readonly workers: number | null;
  readonly shard: Shard | null;
  readonly queue: string | null;
}

const WORKERS_MOST = 1024;
const SHARDS_MOST = 100_000;

/** Whether a value of `--set` is a list or a range: `key=[.2,.4]`, `key=[0.2:0.6:5]`. */
export function isSwept(assignment: string): boolean {
  return /^[^=]+=\s*\[/.test(assignment);
}

/** Reads what was typed. Keys and values are judged with the design. */
export function readSweepOptions(raw: RawSweepOptions): { options: SweepOptions; problems: Problem[] } {
  const problems: Problem[] = [];
  const agents = readNumber('--agents', raw.agents, problems);
  const months = readMonths(raw.years, problems);
  const replicates = readNumber('--seeds', raw.seeds, problems);
  const measures = (raw.measure ?? [])
    .flatMap((text) => text.split(','))
    .map((text) => readMeasureText(text, problems));
  const { set, parameters } = readSets(raw.set ?? [], problems);
  const fields = {
    ...(agents === undefined ? {} : { agents }),
    ...(months === undefined ? {} : { months }),
    ...(replicates === undefined ? {} : { replicates }),
    ...(raw.seed === undefined ? {} : { seeds: [raw.seed] }),
    ...(measures.length === 0 ? {} : { measures }),
  };
  const changes = { fields, set, parameters, mechanisms: readSwitches(raw, problems) };
  const workers = readWorkers('--workers', raw.workers, problems);
  return { options: { changes, workers, shard: readShard(raw.shard, problems), queue: raw.queue ?? null }, problems };
}

export function readWorkers(path: string, text: string | undefined, problems: Problem[]): number | null {
  const workers = readNumber(path, text, problems);
  if (workers === undefined) return null;
  if (!Number.isInteger(workers) || workers < 1 || workers > WORKERS_MOST) {
    problems.push(complain(path, `a whole number, 1 to ${WORKERS_MOST}`, ` 1 至 ${WORKERS_MOST} 的整数`, text));
  }
  return workers;
}

/** `hhi`, `huatai.share`, `hhi:yearly`. */
function readMeasureText(text: string, problems: Problem[]): MeasureEntry {
  const match = /^\s*(?:([a-z][a-z0-9-]*)\.)?(\w+)(?::(window|final|yearly|monthly))?\s*$/.exec(text);
  if (match === null) {
    const en = 'a metric such as hhi, huatai.share or hhi:yearly';
    problems.push(complain('--measure', en, '形如 hhi、huatai.share 或 hhi:yearly 的指标', text));
    return { metric: text };
  }
  const [, broker, metric, reduction] = match;
  return {
    metric,
    ...(broker === undefined ? {} : { broker }),
    ...(reduction === undefined ? {} : { reduction: reduction as NonNullable<MeasureEntry['reduction']> }),
  };
}

function readSets(texts: readonly string[], problems: Problem[]) {
  const set: Record<string, number> = {};
  const parameters: AxisEntry[] = [];
  for (const text of texts) {
    const at = text.indexOf('=');
    const key = text.slice(0, Math.max(0, at)).trim();
    const value = text.slice(at + 1).trim();
    const axis = isSwept(text) ? readAxis(key, value) : null;
    const fixed = parseNumber(value);
    if (axis !== null) parameters.push(axis);
    else if (key !== '' && fixed !== null) set[key] = fixed;
    else {
      const en = 'key=value, key=[v1,v2,…] or key=[min:max:steps] with numbers';
      problems.push(complain('--set', en, '键=数值、键=[值1,值2,…] 或 键=[最小:最大:个数]', text));
    }
  }
  return { set, parameters };
}

function readAxis(key: string, value: string): AxisEntry | null {
  const inside = /^\[(.*)\]$/.exec(value)?.[1];
  if (inside === undefined) return null;
  const isRange = inside.includes(':');
  const numbers = inside.split(isRange ? ':' : ',').map(parseNumber);
  const known = numbers.filter((number) => number !== null);
  if (known.length < numbers.length) return null;
  if (!isRange) return { key, values: known };
  const [min, max, steps] = known;
  return known.length === 3 ? { key, min, max, steps } : null;
}

/** `2/8` is the second of eight. */
function readShard(text: string | undefined, problems: Problem[]): Shard | null {
  if (text === undefined) return null;
  const [, part, parts] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= parts && parts <= SHARDS_MOST) return { index: part - 1, count: parts };
  problems.push(
    complain('--shard', 'i/n, such as 1/8 for the first of eight', ' i/n，如 1/8 表示八份中的第一份', text),
  );
  return null;
}
