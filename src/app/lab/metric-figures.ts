import type { MetricDeclaration, YearReduction } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { MARKET_METRIC, MARKET_METRICS, type MarketMetric } from '../../model/metrics.ts';
import {
  formatBp,
  formatMoney,
  formatNumber,
  formatPeople,
  formatPoints,
  formatShare,
  formatSigned,
} from '../format.ts';

/** What the Lab's table shows first: concentration, retention, money and what investors get. */
export const HEADLINE_METRICS: readonly MarketMetric[] = [
  'users',
  'hhi',
  'cr10',
  'retention12',
  'monthlyActive',
  'switches',
  'dormancies',
  'commissionBp',
  'revenue',
  'profit',
  'acquisitionCost',
  'netReturn',
  'losingShare',
  'complaints',
];

export function getMetric(key: MarketMetric): MetricDeclaration<MarketMetric> {
  return MARKET_METRICS[MARKET_METRIC[key]];
}

/** One figure a month, from the initial state on; nothing has flowed there yet, so what counts a month's flow is NaN. */
export function readSeries(months: readonly LiveMonth[], key: MarketMetric): number[] {
  const isFlow = getMetric(key).reduce !== 'last';
  return months.map(({ record }, month) => (isFlow && month === 0 ? Number.NaN : record.market[MARKET_METRIC[key]]));
}

/** The year that ends after `month` months, as one figure; NaN while a month of it is not known. A first year may be short. */
export function reduceYear(series: readonly number[], month: number, how: YearReduction): number {
  if (month >= series.length || month < 1) return Number.NaN;
  if (how === 'last') return series[month];
  const year = series.slice(Math.max(1, month - 11), month + 1);
  const sum = year.reduce((total, value) => total + value, 0);
  return how === 'sum' ? sum : sum / year.length;
}

/** A figure with its unit. */
export function formatFigure({ unit }: MetricDeclaration, value: number, language: Language): string {
  switch (unit) {
    case 'share':
    case 'return':
    case 'per year':
      return formatShare(value, language);
    case 'cents':
      return formatMoney(value, language);
    case 'cny':
    case 'cny/year':
      return formatMoney(value * 100, language);
    case 'people':
    case 'count':
      return Math.abs(value) < 100 ? formatNumber(value, language, 2) : formatPeople(value, language);
    case 'bp':
      return formatBp(value, language);
    default:
      return formatNumber(value, language, chooseDecimals(value));
  }
}

/** B − A with its sign: points for shares, else as the figures themselves. */
export function formatDifference(metric: MetricDeclaration, a: number, b: number, language: Language): string {
  const difference = b - a;
  switch (metric.unit) {
    case 'share':
    case 'return':
    case 'per year':
      return formatPoints(difference, language);
    case 'cents':
    case 'cny':
    case 'cny/year':
    case 'people':
    case 'count': {
      const text = formatFigure(metric, difference, language);
      return difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    }
    default:
      return formatSigned(difference, language, chooseDecimals(Math.max(Math.abs(a), Math.abs(b))));
  }
}

function chooseDecimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
