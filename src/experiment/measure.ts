import { formatMonth, parseMonth } from '../core/calendar.ts';
import { indexByKey, type MetricDeclaration, type YearReduction } from '../core/schema.ts';
import type { Archetype, ModelInputs } from '../model/inputs.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import type { MonthRecord } from '../model/records.ts';
import { bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../model/segments.ts';

const YEAR = 12;

/** How a measure is laid out over time: one number for its window, one a calendar year, or one a month. */
type MeasureSeries = 'window' | 'year' | 'month';

type Segment = Readonly<Record<string, string>>;

/** A figure that is read from a run: of the market, of one broker or all of a kind, or of the people in some bands, over a window of months. */
export interface Measure {
  readonly metric: string;
  readonly broker?: string;
  /** The figure of each broker of this kind, added up. */
  readonly archetype?: Archetype;
  /** Bands by dimension: `{ "experience": "novice" }`. */
  readonly segment?: Segment;
  /** The segment figure that it is divided by. */
  readonly per?: string;
  /** First month that counts, `2025-01`; without it the twelve months before the end of the window do. */
  readonly from?: string;
  /** Last month that counts; without it the end of the run. */
  readonly to?: string;
  /** `window` without it. */
  readonly series?: MeasureSeries;
  /** How months become one figure; as the catalogue says without it. */
  readonly reduce?: YearReduction;
}

const PLACES = {
  market: indexByKey<string>(MARKET_METRICS),
  broker: indexByKey<string>(BROKER_METRICS),
  segment: indexByKey<string>(SEGMENT_METRICS),
};

/** Which catalogue a measure is read from. */
export function listCatalogue({
  broker,
  archetype,
  segment,
}: Pick<Measure, 'broker' | 'archetype' | 'segment'>): readonly MetricDeclaration[] {
  if (broker !== undefined || archetype !== undefined) return BROKER_METRICS;
  return segment === undefined ? MARKET_METRICS : SEGMENT_METRICS;
}

/** What the catalogue says of a measure’s figure. */
export function findMetric(measure: Measure): MetricDeclaration {
  return listCatalogue(measure).find(({ key }) => key === measure.metric) as MetricDeclaration;
}

type RunMonths = Pick<ModelInputs, 'startMonth' | 'months'>;

/** First and last month of a run, from 1, that count for a measure; a window beyond the run shrinks to its ends. */
export function findWindow(measure: Measure, { startMonth, months }: RunMonths): { first: number; last: number } {
  const read = (month: string | undefined) => (month === undefined ? null : parseMonth(month));
  const clamp = (month: number) => Math.min(months, Math.max(1, month));
  const [from, to] = [read(measure.from), read(measure.to)];
  const last = to === null ? months : clamp(to - startMonth + 1);
  const first = from === null ? clamp(last - YEAR + 1) : Math.min(last, clamp(from - startMonth + 1));
  return { first, last };
}

/** Labels of the numbers of a measure, in order: `2025-01` for months, `2025` for years, none for a window. */
export function listLabels(measure: Measure, inputs: RunMonths): string[] {
  const { first, last } = findWindow(measure, inputs);
  const months = Array.from({ length: last - first + 1 }, (_, k) => formatMonth(inputs.startMonth + first - 1 + k));
  if (measure.series === 'month') return months;
  return measure.series === 'year' ? [...new Set(months.map((month) => month.slice(0, 4)))] : [''];
}

/** The figure of one month. Not a number where there is none. */
export function readMeasure(record: MonthRecord, measure: Measure, inputs: ModelInputs): number {
  const { metric, broker, archetype, segment, per } = measure;
  const readBroker = (position: number) => record.brokers[position * BROKER_METRICS.length + PLACES.broker[metric]];
  if (broker !== undefined) return readBroker(inputs.brokers.findIndex(({ id }) => id === broker));
  if (archetype !== undefined) {
    return inputs.brokers.reduce((sum, { archetype: its }, b) => (its === archetype ? sum + readBroker(b) : sum), 0);
  }
  if (segment === undefined) return record.market[PLACES.market[metric]];
  const sum = sumCells(record, metric, segment);
  return per === undefined ? sum : sum / sumCells(record, per, segment);
}

function sumCells(record: MonthRecord, metric: string, segment: Segment): number {
  let sum = 0;
  for (const cell of listCells(segment)) sum += record.segments[cell * SEGMENT_METRICS.length + PLACES.segment[metric]];
  return sum;
}

/** Cells of the bands asked for, found once a measure. */
const CELLS = new WeakMap<Segment, readonly number[]>();

function listCells(segment: Segment): readonly number[] {
  const known = CELLS.get(segment);
  if (known !== undefined) return known;
  const wanted = SEGMENT_DIMENSIONS.map(({ key, bands }) =>
    segment[key] === undefined ? null : bands.findIndex((band) => band.key === segment[key]),
  );
  const cells = Array.from({ length: SEGMENT_CELLS }, (_, cell) => cell).filter((cell) => {
    const bands = bandsOfCell(cell);
    return wanted.every((band, dimension) => band === null || bands[dimension] === band);
  });
  CELLS.set(segment, cells);
  return cells;
}

/** The figures of all months of its window to the numbers that a measure asks for. @param firstMonth calendar month of the first */
export function reduceMeasure(measure: Measure, values: readonly number[], firstMonth: number): number[] {
  const reduce = measure.reduce ?? findMetric(measure).reduce;
  if (measure.series === 'month') return [...values];
  if (measure.series !== 'year') return [reduceMonths(values, reduce)];
  const years: number[][] = [];
  values.forEach((value, k) => {
    if (k === 0 || (firstMonth + k) % YEAR === 0) years.push([]);
    years[years.length - 1].push(value);
  });
  return years.map((year) => reduceMonths(year, reduce));
}

/** Months to one figure; months without a figure are left out of a mean. */
function reduceMonths(values: readonly number[], reduce: YearReduction): number {
  if (reduce === 'last') return values[values.length - 1];
  const known = values.filter((value) => !Number.isNaN(value));
  const sum = known.reduce((total, value) => total + value, 0);
  return reduce === 'sum' ? sum : sum / known.length;
}
