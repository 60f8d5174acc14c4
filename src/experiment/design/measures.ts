import { formatMonth } from '../../core/calendar.ts';
import type { Problem } from '../../core/result.ts';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Text } from '../../core/text.ts';
import { findMetric, listCatalogue, listLabels, type Measure } from '../measure.ts';
import type { Scenario } from '../scenario.ts';
import { describeUnknown, formatGot } from '../scenario-schema.ts';
import type { MeasureEntry } from './design-file.ts';

/** A figure of every run, and the names of its columns: one, or one a year or month. */
export interface DesignMeasure {
  readonly name: string;
  readonly measure: Measure;
  readonly columns: readonly string[];
  readonly unit: string;
  readonly label: Text;
}

/** What the measures of a design read from a run of its scenario. Every problem is told; a measure with one is left out. */
export function resolveMeasures(
  entries: readonly MeasureEntry[],
  scenario: Scenario,
  problems: Problem[],
): DesignMeasure[] {
  if (entries.length === 0) {
    const expected = { en: 'at least one measure', 'zh-CN': '至少一个指标' };
    problems.push({ path: 'measures', expected, got: formatGot(entries) });
  }
  const names: string[] = [];
  return entries.flatMap((entry, position): DesignMeasure[] => {
    const told = problems.length;
    const path = `measures[${position}]`;
    checkMeasure(entry, path, scenario, problems);
    if (entry.metric === undefined) return [];
    const name = entry.name ?? nameMeasure(entry);
    if (names.includes(name)) {
      const expected = { en: 'a name of its own', 'zh-CN': '不与其他指标重复的名称' };
      problems.push({ path: `${path}.name`, expected, got: formatGot(name) });
    }
    names.push(name);
    if (problems.length > told) return [];
    const measure = createMeasure(entry, scenario);
    const { unit, label } = findMetric(measure);
    const labels = listLabels(measure, scenario);
    const columns = labels.map((when) => (when === '' ? name : `${name}_${when}`));
    return [{ name, measure, columns, unit: entry.per === undefined ? unit : 'ratio', label }];
  });
}

function checkMeasure(entry: MeasureEntry, path: string, scenario: Scenario, problems: Problem[]): void {
  const { metric, broker, segment, per, from, to, reduction } = entry;
  const complain = (name: string, expected: Text, got: unknown) =>
    problems.push({ path: `${path}.${name}`, expected, got: formatGot(got) });
  if (broker !== undefined && segment !== undefined) {
    complain('segment', { en: 'either broker or segment', 'zh-CN': 'broker 与 segment 二者之一' }, segment);
  }
  const catalogue: readonly MetricDeclaration[] = listCatalogue(entry);
  if (metric !== undefined && !catalogue.some(({ key }) => key === metric)) {
    const of =
      broker !== undefined
        ? ['a broker', '券商']
        : segment !== undefined
          ? ['a segment', '人群']
          : ['the market', '市场'];
    const keys = catalogue.map(({ key }) => key);
    complain('metric', describeUnknown(metric, keys, `a figure of ${of[0]}`, `${of[1]}的指标`), metric);
  }
  const ids = scenario.brokers.map(({ id }) => id);
  if (broker !== undefined && !ids.includes(broker)) {
    complain('broker', describeUnknown(broker, ids, 'the id of a broker of the scenario', '情景中券商的标识'), broker);
  }
  if (per !== undefined && segment === undefined) {
    complain('per', { en: 'a segment that it is divided in', 'zh-CN': '同时给出 segment' }, per);
  }
  const span = [scenario.startMonth, scenario.startMonth + scenario.months - 1].map(formatMonth);
  const month = { en: `a month of the run, ${span.join(' to ')}`, 'zh-CN': `运行期内的月份，${span.join(' 至 ')}` };
  for (const name of ['from', 'to'] as const) {
    const value = entry[name];
    if (value !== undefined && (value < span[0] || value > span[1])) complain(name, month, value);
    if (value !== undefined && reduction === 'final') {
      complain(name, { en: 'none: final is the last month', 'zh-CN': '无：final 即末月' }, value);
    }
  }
  if (from !== undefined && to !== undefined && from > to) {
    complain('to', { en: `a month from ${from} on`, 'zh-CN': `不早于 ${from} 的月份` }, to);
  }
}

/** `hhi`, `huatai.share`, `novice.complaints/users`, `hhi_final`. */
function nameMeasure({ metric, broker, segment = {}, per, reduction }: MeasureEntry): string {
  const bands = Object.values(segment);
  const of = broker ?? bands.join('+');
  const divided = per === undefined ? metric : `${metric}/${per}`;
  return `${of === '' ? '' : `${of}.`}${divided}${reduction === 'final' ? '_final' : ''}`;
}

/** Yearly and monthly figures are of the whole run where no months are named. */
function createMeasure(
  { metric, broker, segment, per, from, to, reduction }: MeasureEntry,
  scenario: Scenario,
): Measure {
  const of = {
    metric,
    ...(broker === undefined ? {} : { broker }),
    ...(segment === undefined ? {} : { segment }),
    ...(per === undefined ? {} : { per }),
  };
  const first = formatMonth(scenario.startMonth);
  const last = formatMonth(scenario.startMonth + scenario.months - 1);
  const until = to === undefined ? {} : { to };
  switch (reduction) {
    case 'final':
      return { ...of, from: last, to: last };
    case 'yearly':
      return { ...of, ...until, from: from ?? first, series: 'year' };
    case 'monthly':
      return { ...of, ...until, from: from ?? first, series: 'month' };
    default:
      return { ...of, ...until, ...(from === undefined ? {} : { from }) };
  }
}
