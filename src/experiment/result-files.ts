import { formatMonth } from '../core/calendar.ts';
import type { MetricDeclaration } from '../core/schema.ts';
import { FOCUSES, PROGRAMMES } from '../model/inputs.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import { DECISION, DECISION_REASONS, DECISIONS, MOVES, REASONS } from '../model/reasons.ts';
import { DECISION_COLUMNS } from '../model/records.ts';
import { bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../model/segments.ts';
import type { MonthResult, RunResult } from './run.ts';

/** The tables of a result, in the order in which they are written; the manifest comes last of all. */
export const TABLE_FILES = [
  'metrics.csv',
  'brokers.csv',
  'flows.csv',
  'cohorts.csv',
  'segments.csv',
  'decisions.csv',
] as const;
export type TableFile = (typeof TABLE_FILES)[number];

type Cell = string | number;
type Row = readonly Cell[];

const QUARTER_MONTHS = 3;

/**
 * The tables of a run as CSV: comma-separated, one header line, line feeds, no byte-order mark. Columns after the keys
 * are the metrics in the order of their catalogue; units stand there (money in cents). An undefined figure is empty.
 */
export function formatTables(result: RunResult): Record<TableFile, string> {
  return {
    'metrics.csv': formatCsv(['month', ...listKeys(MARKET_METRICS)], result, listMetricRows),
    'brokers.csv': formatCsv(['month', 'broker', ...listKeys(BROKER_METRICS)], result, listBrokerRows),
    'flows.csv': formatCsv(['month', 'from', 'to', 'reason', 'count', 'move'], result, listFlowRows),
    'cohorts.csv': formatCsv(['month', 'cohort', 'broker', 'opened', 'retained'], result, listCohortRows),
    'segments.csv': formatCsv(
      ['month', ...listKeys(SEGMENT_DIMENSIONS), ...listKeys(SEGMENT_METRICS)],
      result,
      listSegmentRows,
    ),
    'decisions.csv': formatCsv(['month', ...DECISION_COLUMNS], result, listDecisionRows),
  };
}

function listKeys(declarations: readonly { readonly key: string }[]): string[] {
  return declarations.map(({ key }) => key);
}

function formatCsv(
  header: readonly string[],
  result: RunResult,
  list: (m: MonthResult, r: RunResult) => Row[],
): string {
  const rows = result.months.flatMap((month) => list(month, result));
  return `${[header, ...rows].map((row) => row.map(formatCell).join(',')).join('\n')}\n`;
}

/** Ids and keys hold no comma or quote, so cells need no quoting. */
function formatCell(cell: Cell): string {
  return typeof cell === 'number' && !Number.isFinite(cell) ? '' : String(cell);
}

function readCalendarMonth({ month }: MonthResult, { inputs }: RunResult): string {
  return formatMonth(inputs.startMonth + month - 1);
}

/** Columns of one row of a figure table. */
function sliceRow(table: Float64Array, row: number, metrics: readonly MetricDeclaration[]): Cell[] {
  return [...table.subarray(row * metrics.length, (row + 1) * metrics.length)];
}

function listMetricRows(month: MonthResult, result: RunResult): Row[] {
  return [[readCalendarMonth(month, result), ...month.market]];
}

function listBrokerRows(month: MonthResult, result: RunResult): Row[] {
  const when = readCalendarMonth(month, result);
  return result.inputs.brokers.map(({ id }, b) => [when, id, ...sliceRow(month.brokers, b, BROKER_METRICS)]);
}

/** People by move, broker left, broker taken and reason. No broker is an empty cell. */
function listFlowRows(month: MonthResult, result: RunResult): Row[] {
  const when = readCalendarMonth(month, result);
  const nameBroker = (position: number) => (position < 0 ? '' : result.inputs.brokers[position].id);
  return month.flows.map(({ from, to, reason, people, move }) => [
    when,
    nameBroker(from),
    nameBroker(to),
    REASONS[reason].key,
    people,
    MOVES[move].key,
  ]);
}

/** The cohort triangle at the end of each quarter of the run: first accounts by the first month of their quarter. */
function listCohortRows(month: MonthResult, result: RunResult): Row[] {
  const { brokers, startMonth, months } = result.inputs;
  if (month.month % QUARTER_MONTHS !== 0 && month.month !== months) return [];
  const when = readCalendarMonth(month, result);
  const quarters = Math.ceil(month.month / QUARTER_MONTHS);
  return Array.from({ length: quarters * brokers.length }, (_, row) => {
    const cohort = formatMonth(startMonth + Math.floor(row / brokers.length) * QUARTER_MONTHS);
    return [when, cohort, brokers[row % brokers.length].id, month.cohorts[row * 2], month.cohorts[row * 2 + 1]];
  });
}

function listSegmentRows(month: MonthResult, result: RunResult): Row[] {
  const when = readCalendarMonth(month, result);
  return Array.from({ length: SEGMENT_CELLS }, (_, cell) => {
    const bands = bandsOfCell(cell).map((band, d) => SEGMENT_DIMENSIONS[d].bands[band].key);
    return [when, ...bands, ...sliceRow(month.segments, cell, SEGMENT_METRICS)];
  });
}

/** What brokers decided and why: the subject is a lever, a programme, or the broker copied. */
function listDecisionRows(month: MonthResult, result: RunResult): Row[] {
  const when = readCalendarMonth(month, result);
  const { brokers } = result.inputs;
  const width = DECISION_COLUMNS.length;
  return Array.from({ length: month.decisions.length / width }, (_, row) => {
    const [broker, decision, subject, reason, ...figures] = month.decisions.subarray(row * width, (row + 1) * width);
    const isAboutBroker = decision === DECISION.imitate || decision === DECISION.follow;
    const isAboutProgramme = decision >= DECISION.pilot && decision <= DECISION.stop;
    const lever = isAboutProgramme ? PROGRAMMES[subject] : FOCUSES[subject];
    const name = isAboutBroker ? brokers[subject].id : lever;
    return [when, brokers[broker].id, DECISIONS[decision].key, name, DECISION_REASONS[reason].key, ...figures];
  });
}
