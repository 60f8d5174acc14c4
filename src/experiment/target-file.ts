import * as v from 'valibot';
import { parseMonth } from '../core/calendar.ts';
import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import { ARCHETYPES } from '../model/inputs.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import { SEGMENT_DIMENSIONS } from '../model/segments.ts';
import { parseJsonText } from './json-text.ts';
import { listCatalogue, type Measure } from './measure.ts';
import {
  AGENTS_RANGE,
  expecting,
  formatGot,
  ID,
  list,
  MONTH,
  number,
  object,
  oneOf,
  optional,
  pattern,
  readFile,
  type Schema,
  text,
  texts,
  wholeNumber,
} from './scenario-schema.ts';
import { type Quotient, TARGET_UNITS, TARGET_USES, type Target } from './target.ts';

/** Version of the form of the targets. It rises when a file of before would be read differently. */
const TARGETS_FORMAT = 1;
const MOST = 1e9;

interface TargetFile {
  readonly $schema?: string;
  readonly formatVersion: number;
  readonly targets: readonly Target[];
}

const METRICS = [
  ...new Set([...MARKET_METRICS, ...BROKER_METRICS, ...SEGMENT_METRICS].map(({ key }) => key as string)),
];

const MEASURE: Schema = object({
  metric: oneOf(METRICS),
  broker: optional(ID, 'Of this broker.', '该券商的指标。'),
  archetype: optional(oneOf(ARCHETYPES), 'Of all brokers of this kind, added up.', '该类型全部券商之和。'),
  segment: optional(
    object(
      Object.fromEntries(SEGMENT_DIMENSIONS.map(({ key, bands }) => [key, optional(oneOf(bands.map((b) => b.key)))])),
    ),
    'Of the users in these bands.',
    '这些人群的用户。',
  ),
  from: optional(MONTH, 'First month that counts; that of the period without it.', '首月；缺省为该时期首月。'),
  to: optional(MONTH, 'Last month that counts; that of the period without it.', '末月；缺省为该时期末月。'),
  reduce: optional(
    oneOf(['last', 'sum', 'mean']),
    'How months become one figure; as the catalogue says without it.',
    '各月如何合为一个数值；缺省按指标目录。',
  ),
});

const QUOTIENT = {
  sum: list(MEASURE, 12),
  over: optional(list(MEASURE, 12), 'What the sum is divided by.', '除数。'),
};

const FIGURE: Schema = object({
  ...QUOTIENT,
  against: optional(object(QUOTIENT), 'Another figure that it is divided by.', '所对照的另一数值。'),
  each: optional(oneOf(['year']), 'Each calendar year by itself; the mean counts.', '逐年计算后取平均。'),
  growth: optional(v.literal(true, expecting('true', 'true')), 'Growth from year to year.', '逐年增速。'),
  scale: optional(number(-MOST, MOST), 'Factor, 1 without it.', '倍数，缺省为 1。'),
  shift: optional(number(-MOST, MOST), 'Added at the end, 0 without it.', '最后加上的数，缺省为 0。'),
});

const SOURCE = pattern(/^[SME]\d{1,3}$/, 'a row of the data such as S042', '形如 S042 的数据行');
const CONTRADICTION = pattern(/^C\d{1,2}$/, 'a contradiction such as C3', '形如 C3 的矛盾编号');

const TARGET: Schema = object({
  id: ID,
  label: texts(80),
  unit: oneOf(Object.keys(TARGET_UNITS)),
  scenario: ID,
  period: object({ from: MONTH, to: MONTH }),
  figure: FIGURE,
  value: number(-MOST, MOST),
  tolerance: number(1e-6, MOST),
  bound: optional(
    oneOf(['above', 'below']),
    'The value is a bound; beyond it there is no miss.',
    '该值为界限，越过即视为相符。',
  ),
  weight: number(0, 100),
  use: oneOf(TARGET_USES),
  sources: list(SOURCE, 8),
  contradictions: list(CONTRADICTION, 8),
  reading: texts(600),
  agents: wholeNumber(AGENTS_RANGE.min, AGENTS_RANGE.max),
  causes: object({ high: texts(300), low: texts(300) }),
});

/** The form of the targets. */
export const TARGETS_SCHEMA: Schema = object({
  $schema: optional(text(500)),
  formatVersion: v.literal(TARGETS_FORMAT, expecting(`${TARGETS_FORMAT}`, ` ${TARGETS_FORMAT}`)),
  targets: list(TARGET, 200),
});

/**
 * Reads targets.
 * @param source JSON text, or what was parsed from it
 * @returns them, each measure with its window, or every problem with its path
 */
export function readTargets(source: unknown): Result<readonly Target[]> {
  const json = typeof source === 'string' ? parseJsonText(source) : succeed(source);
  if (!json.ok) return json;
  const { file, problems } = readFile<TargetFile>(TARGETS_SCHEMA, json.value);
  if (problems.length > 0) return fail(problems);
  const { targets } = file as TargetFile;
  const wrong = targets.flatMap((target, k) => findProblems(target, `targets[${k}]`, targets.slice(0, k)));
  return wrong.length > 0 ? fail(wrong) : succeed(targets.map(placeMeasures));
}

function findProblems(target: Target, path: string, before: readonly Target[]): Problem[] {
  const problems: Problem[] = [];
  const complain = (place: string, en: string, zh: string, got: unknown) =>
    problems.push({ path: `${path}.${place}`, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
  if (before.some(({ id }) => id === target.id)) complain('id', 'an id of its own', '不重复的标识', target.id);
  const { period, figure, sources } = target;
  if (isBefore(period.to, period.from)) {
    complain('period.to', `a month from ${period.from} on`, `不早于 ${period.from} 的月份`, period.to);
  }
  if (sources.length === 0) complain('sources', 'at least one', '至少一项', sources);
  for (const [place, quotient] of [
    ['figure', figure],
    ['figure.against', figure.against],
  ] as const) {
    for (const { at, measure } of quotient === undefined ? [] : listPlaced(quotient)) {
      if (listCatalogue(measure).every(({ key }) => key !== measure.metric)) {
        complain(`${place}.${at}.metric`, 'a figure of what it is of', '该对象的指标', measure.metric);
      }
    }
    for (const part of ['sum', 'over'] as const) {
      if (quotient?.[part]?.length === 0) complain(`${place}.${part}`, 'at least one measure', '至少一项', []);
    }
  }
  return problems;
}

function listPlaced({ sum, over = [] }: Quotient): { at: string; measure: Measure }[] {
  return [
    ...sum.map((measure, k) => ({ at: `sum[${k}]`, measure })),
    ...over.map((measure, k) => ({ at: `over[${k}]`, measure })),
  ];
}

function isBefore(month: string, other: string): boolean {
  return (parseMonth(month) as number) < (parseMonth(other) as number);
}

/** Gives every measure the window of its target where it has none. */
function placeMeasures(target: Target): Target {
  const { period, figure } = target;
  const place = (measures: readonly Measure[]) => measures.map((measure) => ({ ...period, ...measure }));
  const placeQuotient = ({ sum, over }: Quotient): Quotient => ({
    sum: place(sum),
    ...(over === undefined ? {} : { over: place(over) }),
  });
  const against = figure.against === undefined ? {} : { against: placeQuotient(figure.against) };
  return { ...target, figure: { ...figure, ...placeQuotient(figure), ...against } };
}
