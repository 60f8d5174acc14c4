import * as v from 'valibot';
import type { Problem } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../../model/metrics.ts';
import { SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import type { Measure } from '../measure.ts';
import type { MechanismSwitches } from '../mechanism-switches.ts';
import type { ScenarioFile } from '../scenario-file.ts';
import {
  AGENTS_RANGE,
  expecting,
  ID,
  list,
  MONTH,
  MONTHS_RANGE,
  number,
  object,
  oneOf,
  optional,
  pattern,
  readFile,
  type Schema,
  switches,
  text,
  texts,
  wholeNumber,
} from '../scenario-schema.ts';

/** Version of the form of a design. It rises when a file of before would be read differently. */
export const DESIGN_FORMAT = 1;

const SAMPLING_METHODS = ['grid', 'latin-hypercube', 'sobol-sequence', 'morris', 'saltelli', 'points'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

const REDUCTIONS = ['window', 'final', 'yearly', 'monthly'] as const;
/** How the months of a run become figures: over a window, the last month, one a year, one a month. */
type Reduction = (typeof REDUCTIONS)[number];

const STOP_RULES = ['fixed', 'interval'] as const;

/** Parameters that one design can sweep. */
const AXES_MOST = 256;
const VALUES_MOST = 10_000;
/** Points that are drawn or listed; below 2²⁰, (n − 1 + u) / n stays below 1 in a double. A grid may have more. */
export const POINTS_MOST = 1_000_000;
/** Each is one of eight candidates, and candidates are compared pair by pair. */
const TRAJECTORIES_MOST = 100;
const REPLICATES_MOST = 10_000;
const MEASURES_MOST = 64;
const CSV_MOST = 64 * 1024 * 1024;

/** A parameter that is swept: over values, over a range in steps, or (in a sampled design) over a range as it is drawn. */
export interface AxisEntry {
  /** `tastes.price`, or `brokers.<id>.<field>`. */
  readonly key: string;
  readonly values?: readonly number[];
  readonly min?: number;
  readonly max?: number;
  /** Values of a grid from `min` to `max`, ends included. */
  readonly steps?: number;
}

/** How points are chosen. What a method does not use may not be given. */
export interface SamplingEntry {
  readonly method: SamplingMethod;
  /** Latin hypercube and Sobol sequence: how many. */
  readonly points?: number;
  /** Of sampled designs: any text; the same text draws the same points. A Sobol sequence without it is not scrambled. */
  readonly seed?: string;
  /** Morris: elementary effects of each parameter. */
  readonly trajectories?: number;
  /** Saltelli: blocks of two points more than there are parameters, from which Sobol indices are estimated. */
  readonly samples?: number;
  /** Points given: the text of a CSV with a header of parameter keys, or the file that holds it. Exactly one of the two. */
  readonly csv?: string;
  readonly file?: string;
}

/** A figure that every run reports. */
export interface MeasureEntry extends Pick<Measure, 'metric' | 'broker' | 'segment' | 'per' | 'from' | 'to'> {
  /** Heads its columns; made of the metric without it. */
  readonly name?: string;
  /** `window` without it. */
  readonly reduction?: Reduction;
}

/**
 * When a point has replicates enough: `fixed`, or as soon as the 95 % interval of the mean of a measure is narrow. It is
 * judged after whole batches only, so that the runs of a design do not depend on who computes them.
 */
export interface StopEntry {
  readonly rule: (typeof STOP_RULES)[number];
  /** Name of a measure with one figure. */
  readonly measure?: string;
  /** In units of the measure, or as a share of its mean. Exactly one of the two. */
  readonly halfWidth?: number;
  readonly relativeHalfWidth?: number;
  /** Replicates added at a time. */
  readonly batch?: number;
  /** Replicates of a point at most. */
  readonly most?: number;
}

/** A design as it stands in a file (docs/sweeps.md). */
export interface DesignFile {
  readonly $schema?: string;
  readonly formatVersion: number;
  readonly id: string;
  readonly title?: Text;
  /** A shipped scenario by name, or a scenario file in place. */
  readonly scenario: string | ScenarioFile;
  readonly agents?: number;
  readonly months?: number;
  /** Values that hold in every run. */
  readonly set?: Readonly<Record<string, number>>;
  readonly mechanisms?: MechanismSwitches;
  readonly parameters?: readonly AxisEntry[];
  /** A full grid without it. */
  readonly sampling?: SamplingEntry;
  /** Runs of each point, all points with the same seeds: `1`, `2`, … unless `seeds` names them. With an interval rule, the first batch. */
  readonly replicates?: number;
  readonly seeds?: readonly string[];
  readonly measures: readonly MeasureEntry[];
  readonly stop?: StopEntry;
}

const METRIC_KEYS = [
  ...new Set([...MARKET_METRICS, ...BROKER_METRICS, ...SEGMENT_METRICS].map(({ key }) => key as string)),
];

const ANY_NUMBER = v.pipe(v.number(expecting('a number', '一个数')), v.finite(expecting('a number', '一个数')));

const AXIS: Schema = object({
  key: text(100),
  values: optional(list(ANY_NUMBER, VALUES_MOST), 'The values themselves.', '取值列表。'),
  min: optional(ANY_NUMBER),
  max: optional(ANY_NUMBER),
  steps: optional(
    wholeNumber(2, VALUES_MOST),
    'Values of a grid from min to max, ends included.',
    '网格取值个数，含两端。',
  ),
});

const SAMPLING: Schema = object({
  method: oneOf(SAMPLING_METHODS),
  points: optional(wholeNumber(1, POINTS_MOST), 'How many points are drawn.', '抽取的点数。'),
  seed: optional(
    text(200),
    'Draws the points; another text draws others. A Sobol sequence is not scrambled without it.',
    '决定抽取的点；不同文字得不同点。Sobol 序列缺省时不加扰。',
  ),
  trajectories: optional(
    wholeNumber(1, TRAJECTORIES_MOST),
    'Elementary effects of each parameter.',
    '每个参数的基本效应数。',
  ),
  samples: optional(
    wholeNumber(1, POINTS_MOST),
    'Saltelli: blocks for the estimates of Sobol indices, best a power of two.',
    'Saltelli：估计 Sobol 指数的样本块数，宜为 2 的幂。',
  ),
  csv: optional(text(CSV_MOST), 'A CSV with a header of parameter keys.', '以参数键为表头的 CSV。'),
  file: optional(text(1000), 'A file with such a CSV.', '含此 CSV 的文件。'),
});

const MEASURE: Schema = object({
  name: optional(
    pattern(/^[A-Za-z][\w.+/-]{0,99}$/, 'a name such as hhi_2030, letters first', '形如 hhi_2030 的名称，以字母开头'),
  ),
  metric: oneOf(METRIC_KEYS),
  broker: optional(ID),
  segment: optional(
    object(
      Object.fromEntries(SEGMENT_DIMENSIONS.map(({ key, bands }) => [key, optional(oneOf(bands.map((b) => b.key)))])),
    ),
  ),
  per: optional(oneOf(SEGMENT_METRICS.map(({ key }) => key))),
  from: optional(MONTH),
  to: optional(MONTH),
  reduction: optional(
    oneOf(REDUCTIONS),
    'Over a window (the last twelve months without from), the last month, one a year, one a month.',
    '窗口（缺省为最后十二个月）、末月、每年一个或每月一个。',
  ),
});

const STOP: Schema = object({
  rule: oneOf(STOP_RULES),
  measure: optional(text(100), 'Name of a measure with one figure.', '单一数值指标的名称。'),
  halfWidth: optional(number(0, Number.MAX_VALUE), 'In units of the measure.', '以指标单位计。'),
  relativeHalfWidth: optional(number(0, 1), 'As a share of the mean.', '占均值的比例。'),
  batch: optional(wholeNumber(1, 1000)),
  most: optional(wholeNumber(2, REPLICATES_MOST)),
});

/** The form of a design. */
export const DESIGN_SCHEMA: Schema = object({
  $schema: optional(text(500)),
  formatVersion: v.literal(DESIGN_FORMAT, expecting(`${DESIGN_FORMAT}`, ` ${DESIGN_FORMAT}`)),
  id: ID,
  title: optional(texts(120)),
  scenario: v.union(
    [ID, v.looseObject({})],
    expecting('the name of a shipped scenario, or a scenario', '内置情景名，或情景本身'),
  ),
  agents: optional(wholeNumber(AGENTS_RANGE.min, AGENTS_RANGE.max), 'Investor agents.', '投资者智能体数。'),
  months: optional(wholeNumber(MONTHS_RANGE.min, MONTHS_RANGE.max), 'Months to run.', '运行月数。'),
  set: optional(
    v.record(v.string(), ANY_NUMBER, expecting('an object', '对象')),
    'Values that hold in every run.',
    '各次运行共用的取值。',
  ),
  mechanisms: optional(switches(), 'Mechanisms switched on or off in every run.', '各次运行共用的机制开关。'),
  parameters: optional(list(AXIS, AXES_MOST), 'What is swept.', '所扫描的参数。'),
  sampling: optional(SAMPLING, 'How points are chosen; a full grid without it.', '取点方法；缺省为全网格。'),
  replicates: optional(wholeNumber(1, REPLICATES_MOST), 'Runs of each point.', '每点的运行次数。'),
  seeds: optional(
    list(text(200), REPLICATES_MOST),
    'Names of the seeds, the same for all points.',
    '种子名称，各点相同。',
  ),
  measures: list(MEASURE, MEASURES_MOST),
  stop: optional(STOP, 'When a point has replicates enough.', '何时停止增加重复。'),
});

/** What of a value is a design, and every place where it is not. */
export function readDesignFile(value: unknown): { file: Partial<DesignFile>; problems: Problem[] } {
  return readFile<DesignFile>(DESIGN_SCHEMA, value);
}
