import type { Problem } from '../../core/result.ts';
import { describeUnknown, formatGot } from '../scenario-schema.ts';
import type { DesignFile, StopEntry } from './design-file.ts';
import type { DesignMeasure } from './measures.ts';

/** How many replicates a point gets: the first batch, and more while the rule says so. */
export interface StopRule {
  readonly first: number;
  /** Replicates added at a time. */
  readonly batch: number;
  readonly most: number;
  /** What has to be narrow; `null` where the number is fixed. */
  readonly interval: IntervalRule | null;
}

interface IntervalRule {
  /** Position of the measure among those of the design. */
  readonly measure: number;
  readonly halfWidth: number;
  /** Whether the half-width is a share of the mean. */
  readonly isRelative: boolean;
}

/** Two figures are the least that have an interval. */
const LEAST_FIRST = 2;
const USUAL_BATCH = 5;
const USUAL_MOST = 100;

/** Replicates and the rule by which they end. @param file without what its schema refused */
export function resolveStopRule(
  file: Partial<DesignFile>,
  measures: readonly DesignMeasure[],
  problems: Problem[],
): StopRule {
  const { seeds, replicates, stop } = file;
  const complain = (path: string, en: string, zh: string, got: unknown) =>
    problems.push({ path, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
  seeds?.forEach((seed, k) => {
    if (seeds.indexOf(seed) !== k) complain(`seeds[${k}]`, 'each seed once', '每个种子只出现一次', seed);
  });
  if (seeds !== undefined && seeds.length === 0) complain('seeds', 'at least one seed', '至少一个种子', seeds);
  const isInterval = stop?.rule === 'interval';
  const wanted = replicates ?? (isInterval ? USUAL_BATCH : (seeds?.length ?? 1));
  const most = isInterval ? (stop?.most ?? seeds?.length ?? USUAL_MOST) : wanted;
  if (seeds !== undefined && seeds.length > 0 && seeds.length < most) {
    const path = replicates === undefined || isInterval ? 'seeds' : 'replicates';
    complain(path, `seeds for ${most} replicates`, `足够 ${most} 次重复的种子`, path === 'seeds' ? seeds : replicates);
  }
  if (stop === undefined || !isInterval) {
    for (const name of ['measure', 'halfWidth', 'relativeHalfWidth', 'batch', 'most'] as const) {
      if (stop?.[name] !== undefined) {
        complain(`stop.${name}`, 'none: only the rule interval uses it', '无：仅 interval 规则使用此项', stop[name]);
      }
    }
    return { first: wanted, batch: 0, most: wanted, interval: null };
  }
  if (wanted < LEAST_FIRST) complain('replicates', `at least ${LEAST_FIRST}`, `至少 ${LEAST_FIRST}`, replicates);
  if (most < wanted) complain('stop.most', `at least the first ${wanted}`, `不少于首批 ${wanted}`, stop.most);
  return { first: wanted, batch: stop.batch ?? USUAL_BATCH, most, interval: resolveInterval(stop, measures, complain) };
}

function resolveInterval(
  { measure, halfWidth, relativeHalfWidth }: StopEntry,
  measures: readonly DesignMeasure[],
  complain: (path: string, en: string, zh: string, got: unknown) => void,
): IntervalRule | null {
  const single = measures.filter(({ columns }) => columns.length === 1).map(({ name }) => name);
  const position = measures.findIndex(({ name }) => name === measure);
  if (measure === undefined || !single.includes(measure)) {
    const expected = describeUnknown(
      measure ?? '',
      single,
      'the name of a measure with one figure',
      '单一数值指标的名称',
    );
    complain('stop.measure', expected.en, expected['zh-CN'], measure);
  }
  if ((halfWidth === undefined) === (relativeHalfWidth === undefined)) {
    const got = halfWidth === undefined ? undefined : 'both';
    complain('stop.halfWidth', 'either halfWidth or relativeHalfWidth', 'halfWidth 与 relativeHalfWidth 二者之一', got);
  }
  return { measure: position, halfWidth: halfWidth ?? relativeHalfWidth ?? 0, isRelative: halfWidth === undefined };
}
