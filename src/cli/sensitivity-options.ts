import type { Problem } from '../core/result.ts';
import type { ParameterDeclaration } from '../core/schema.ts';
import type { MeasureEntry } from '../experiment/design/design-file.ts';
import { USUAL_SEED } from '../experiment/design/points.ts';
import { AGENTS_RANGE, describeUnknown } from '../experiment/scenario-schema.ts';
import { listUsualRanges, type ParameterRange, readRange } from '../experiment/sensitivity/ranges.ts';
import { STUDY_METHODS, type StudyMethod, USUAL_MEASURES, USUAL_SIZE } from '../experiment/sensitivity/study.ts';
import { PARAMETERS } from '../model/parameters.ts';
import { complain, readWholeNumber } from './options.ts';

/** Options of `sensitivity` as they were typed. */
export interface RawSensitivityOptions {
  readonly method?: string;
  readonly parameters?: string;
  readonly metrics?: string;
  readonly trajectories?: string;
  readonly samples?: string;
  readonly replicates?: string;
  readonly agents?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly resume?: true;
  readonly force?: true;
  readonly json?: true;
  readonly quiet?: true;
}

export interface SensitivityOptions {
  readonly method: StudyMethod;
  readonly parameters: readonly ParameterRange[];
  readonly measures: readonly MeasureEntry[];
  readonly size: number;
  readonly replicates: number;
  readonly agents: number | undefined;
  readonly seed: string;
  /** `null` for as many as there are cores. */
  readonly workers: number | null;
}

const SIZE_RANGE = { min: 2, max: 100_000 };
const TRAJECTORIES_RANGE = { min: 2, max: 100 };
const REPLICATES_RANGE = { min: 1, max: 1000 };
const WORKERS_RANGE = { min: 1, max: 1024 };
const USUAL_REPLICATES = 2;

/** Reads what was typed. Metrics, agents and the scenario are judged with the design. */
export function readSensitivityOptions(raw: RawSensitivityOptions): {
  options: SensitivityOptions;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const method = readMethod(raw.method, problems);
  const read = (path: string, typed: string | undefined, range: { readonly min: number; readonly max: number }) =>
    readWholeNumber(path, typed, range, problems);
  const trajectories = read('--trajectories', raw.trajectories, TRAJECTORIES_RANGE);
  const samples = read('--samples', raw.samples, SIZE_RANGE);
  const [own, other] = method === 'morris' ? [trajectories, '--samples'] : [samples, '--trajectories'];
  if ((method === 'morris' ? raw.samples : raw.trajectories) !== undefined) {
    problems.push(complain(other, `none: ${method} does not use it`, `无：${method} 不使用此项`, 'given'));
  }
  return {
    options: {
      method,
      parameters: raw.parameters === undefined ? listUsualRanges() : readParameters(raw.parameters, problems),
      measures: raw.metrics === undefined ? USUAL_MEASURES : raw.metrics.split(',').map(readMeasureEntry),
      size: own ?? USUAL_SIZE[method],
      replicates: read('--replicates', raw.replicates, REPLICATES_RANGE) ?? USUAL_REPLICATES,
      agents: read('--agents', raw.agents, AGENTS_RANGE),
      seed: raw.seed ?? USUAL_SEED,
      workers: read('--workers', raw.workers, WORKERS_RANGE) ?? null,
    },
    problems,
  };
}

function readMethod(text: string | undefined, problems: Problem[]): StudyMethod {
  const known: readonly string[] = STUDY_METHODS;
  if (text === undefined) return 'morris';
  if (known.includes(text)) return text as StudyMethod;
  problems.push(complain('--method', `one of ${known.join(', ')}`, `以下之一：${known.join('、')}`, text));
  return 'morris';
}

const DECLARATIONS: readonly ParameterDeclaration[] = PARAMETERS;

/** `tastes.price,choice.considered=2..5`: with a range of its own, or the one that evidence leaves open. */
function readParameters(text: string, problems: Problem[]): ParameterRange[] {
  return text.split(',').flatMap((word): ParameterRange[] => {
    const [key, range] = word.split('=').map((part) => part.trim());
    const declaration = DECLARATIONS.find((known) => known.key === key);
    if (declaration === undefined) {
      const keys = DECLARATIONS.map((known) => known.key);
      const expected = describeUnknown(
        key,
        keys,
        'a parameter (see describe parameters)',
        '参数（见 describe parameters）',
      );
      problems.push({ path: '--parameters', expected, got: key });
      return [];
    }
    if (range === undefined) return [readRange(declaration)];
    const [low, high] = range.split('..').map(Number);
    if (low < high) return [{ key, low, high, source: 'assumption' }];
    problems.push(complain(`--parameters ${key}`, 'a range such as 0.2..0.6', '形如 0.2..0.6 的范围', range));
    return [];
  });
}

/** `hhi`, or `huatai.share` of a broker. */
function readMeasureEntry(text: string): MeasureEntry {
  const [metric, broker] = text.trim().split('.').reverse();
  return broker === undefined ? { metric } : { metric, broker };
}
