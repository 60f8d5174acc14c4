import type { Language } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../model/metrics.ts';
import {
  formatBp,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPeople,
  formatPoints,
  formatShare,
} from '../format.ts';
import type { BrokerLook } from '../run-data.ts';
import type { DataTable } from './data-table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** Codes of the broker metric `status`. */
const NOT_OPEN = 0;
const OPERATING = 1;
const TAKEN_OVER = 2;

/** Columns in the order of `BROKER_COLUMNS`; the broker's position in `inputs.brokers` is its row before sorting. */
export const BROKER_COLUMNS = [
  'broker',
  'rank',
  'share',
  'change',
  'users',
  'active',
  'retention',
  'commission',
  'revenue',
  'profit',
  'cash',
  'satisfaction',
  'status',
] as const;

/** Brokers × figures of one month; money of the last twelve months up to it; against A where B is shown. */
export function createBrokerTable(
  months: readonly LiveMonth[],
  baseline: readonly LiveMonth[] | null,
  month: number,
  looks: readonly BrokerLook[],
  startMonth: number,
  language: Language,
): DataTable {
  const read = (m: number, broker: number, metric: BrokerMetric) => readFigure(months[m], broker, metric);
  const ranks = rankBrokers(looks.map(({ index }) => read(month, index, 'share')));
  const share = (value: number) => formatShare(value, language);
  const money = (cents: number) => formatMoney(cents, language);
  const formats: Record<(typeof BROKER_COLUMNS)[number], ((value: number) => string) | null> = {
    broker: null,
    rank: (value) => formatNumber(value, language),
    share,
    change: (value) => formatPoints(value, language, { tight: true }),
    users: (value) => formatPeople(value, language),
    active: (value) => formatPeople(value, language),
    retention: share,
    commission: (value) => formatBp(value, language),
    revenue: money,
    profit: money,
    cash: money,
    satisfaction: (value) => formatNumber(value, language, 2),
    status: null,
  };
  const rows = looks.map(({ index, name }) => {
    const before = baseline && month < baseline.length ? readFigure(baseline[month], index, 'share') : Number.NaN;
    const own = read(month, index, 'share');
    return [
      name[language],
      ranks[index],
      own,
      own - before,
      read(month, index, 'users'),
      read(month, index, 'activeUsers'),
      read(month, index, 'retention12'),
      read(month, index, 'commissionBp'),
      sumYear(months, month, index, 'revenue'),
      sumYear(months, month, index, 'profit'),
      read(month, index, 'cash'),
      read(month, index, 'satisfaction'),
      describeStatus(months, month, index, startMonth, language),
    ];
  });
  return {
    caption: TABLE_TEXTS.brokers[language],
    columns: BROKER_COLUMNS.map((key) => {
      const label = TABLE_TEXTS[key][language];
      const format = formats[key];
      if (!format) return { label };
      return format === money ? { label, format, unit: TABLE_TEXTS.cents[language] } : { label, format };
    }),
    rows,
  };
}

function readFigure({ record }: LiveMonth, broker: number, metric: BrokerMetric): number {
  return record.brokers[broker * BROKER_METRICS.length + BROKER_METRIC[metric]];
}

/** Place of each broker by share, from 1; brokers without clients have none. */
function rankBrokers(shares: readonly number[]): number[] {
  return shares.map((own) => (own > 0 ? 1 + shares.filter((share) => share > own).length : Number.NaN));
}

function sumYear(months: readonly LiveMonth[], month: number, broker: number, metric: BrokerMetric): number {
  if (month === 0) return Number.NaN;
  let sum = 0;
  for (let m = Math.max(1, month - 11); m <= month; m++) sum += readFigure(months[m], broker, metric);
  return sum;
}

/** Open, or what became of it and when. */
function describeStatus(
  months: readonly LiveMonth[],
  month: number,
  broker: number,
  startMonth: number,
  language: Language,
): string {
  const status = readFigure(months[month], broker, 'status');
  if (status === OPERATING) return TABLE_TEXTS.operating[language];
  if (status === NOT_OPEN) return TABLE_TEXTS.notOpen[language];
  const end = months.findIndex((entry) => readFigure(entry, broker, 'status') === status);
  const word = status === TAKEN_OVER ? TABLE_TEXTS.takenOver : TABLE_TEXTS.closed;
  return `${word[language]} ${formatMonth(startMonth + end - 1, language)}`;
}
