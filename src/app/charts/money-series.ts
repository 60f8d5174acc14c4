import type { Text } from '../../core/text.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../model/metrics.ts';
import type { MonthFigures } from '../run-data.ts';

const WIDTH = BROKER_METRICS.length;

/** Kinds of revenue and cost, in the order of the stack. A kind that a lever turns has the colour of the lever. */
export const REVENUE_KINDS = [
  { metric: 'revenueCommission', colour: '--r-price' },
  { metric: 'revenueMargin', colour: '--tail-1' },
  { metric: 'revenueFunds', colour: '--tail-2' },
  { metric: 'revenueAdvice', colour: '--r-advice' },
  { metric: 'revenueCrossBorder', colour: '--tail-3' },
] as const satisfies readonly MoneyKind[];

export const COST_KINDS = [
  { metric: 'costFixed', colour: '--tail-1' },
  { metric: 'costService', colour: '--tail-2' },
  { metric: 'costContent', colour: '--r-content' },
  { metric: 'costCommunity', colour: '--r-community' },
  { metric: 'costAdvice', colour: '--r-advice' },
  { metric: 'costAdvertising', colour: '--tail-3' },
  { metric: 'costPromotion', colour: '--tail-2' },
  { metric: 'costCompliance', colour: '--tail-3' },
  { metric: 'costProgrammes', colour: '--tail-2' },
  { metric: 'costFines', colour: '--tail-1' },
] as const satisfies readonly MoneyKind[];

export interface MoneyKind {
  readonly metric: BrokerMetric;
  readonly colour: string;
}

/** What a kind is called beside its stack: the label of the metric without "Revenue:" or "Cost:". */
export function readKindLabel(kind: MoneyKind): Text {
  const { label } = BROKER_METRICS[BROKER_METRIC[kind.metric]];
  const en = label.en.slice(label.en.indexOf(': ') + 2);
  return {
    en: en.charAt(0).toUpperCase() + en.slice(1),
    'zh-CN': label['zh-CN'].slice(label['zh-CN'].indexOf('：') + 1),
  };
}

/** Accounts of one broker in cents a month. Entry 0, before the first month, is NaN. */
export interface MoneySeries {
  readonly months: number;
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly profit: Float64Array;
  /** One array per entry of `REVENUE_KINDS`. */
  readonly revenueKinds: readonly Float64Array[];
  /** One array per entry of `COST_KINDS`. */
  readonly costKinds: readonly Float64Array[];
}

export function computeMoneySeries(months: readonly MonthFigures[], broker: number): MoneySeries {
  const read = (metric: BrokerMetric) =>
    Float64Array.from(months, ({ record }, m) =>
      m === 0 ? Number.NaN : record.brokers[broker * WIDTH + BROKER_METRIC[metric]],
    );
  return {
    months: months.length,
    revenue: read('revenue'),
    cost: read('cost'),
    profit: read('profit'),
    revenueKinds: REVENUE_KINDS.map((kind) => read(kind.metric)),
    costKinds: COST_KINDS.map((kind) => read(kind.metric)),
  };
}

/** Sum over the last twelve months up to `month` (fewer at the start), with the number of months summed. */
export function sumTrailing(series: Float64Array, month: number): { readonly sum: number; readonly months: number } {
  const first = Math.max(1, month - 11);
  let sum = 0;
  for (let m = first; m <= month; m++) sum += series[m];
  return { sum, months: Math.max(0, month - first + 1) };
}
