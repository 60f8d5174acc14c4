import type { Text } from '../../core/text.ts';
import { type CompositeIndex, type Part, RISKS, SIDES, scorePart } from '../../model/evaluation.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  type BrokerMetric,
  MARKET_METRIC,
  MARKET_METRICS,
  type MarketMetric,
} from '../../model/metrics.ts';
import type { MonthFigures } from '../run-data.ts';

/** The three sides of the market, those of the chosen broker, or the early warnings. */
export const EVALUATION_VIEWS = ['market', 'broker', 'warnings'] as const;
export type EvaluationView = (typeof EVALUATION_VIEWS)[number];

/** One measurable part of an index, month by month. */
interface PartSeries {
  readonly label: Text;
  readonly unit: string;
  readonly values: Float64Array;
  /** 0 to 100. */
  readonly scores: Float64Array;
}

/** One index, month by month, with what it is made of. Entry 0, before the first month, is NaN. */
interface IndexSeries {
  readonly key: CompositeIndex['key'];
  readonly label: Text;
  readonly values: Float64Array;
  readonly parts: readonly PartSeries[];
}

export interface EvaluationSeries {
  readonly months: number;
  readonly indexes: readonly IndexSeries[];
}

const WIDTH = BROKER_METRICS.length;

/** @param broker position of the chosen broker */
export function computeEvaluationSeries(
  months: readonly MonthFigures[],
  show: EvaluationView,
  broker: number,
): EvaluationSeries {
  const readMarket = (metric: MarketMetric) => readMonths(months, ({ market }) => market[MARKET_METRIC[metric]]);
  const readBroker = (metric: BrokerMetric) =>
    readMonths(months, ({ brokers }) => brokers[broker * WIDTH + BROKER_METRIC[metric]]);
  const indexes = (show === 'warnings' ? RISKS : SIDES).filter((index) => show !== 'broker' || index.broker.length > 0);
  return {
    months: months.length,
    indexes: indexes.map(({ key, label, market, broker: ofBroker }) =>
      show === 'broker'
        ? {
            key,
            label,
            values: readBroker(key as BrokerMetric),
            parts: ofBroker.map((part) => scoreMonths(part, BROKER_METRICS[BROKER_METRIC[part.metric]], readBroker)),
          }
        : {
            key,
            label,
            values: readMarket(key),
            parts: market.map((part) => scoreMonths(part, MARKET_METRICS[MARKET_METRIC[part.metric]], readMarket)),
          },
    ),
  };
}

function readMonths(months: readonly MonthFigures[], read: (record: MonthFigures['record']) => number): Float64Array {
  return Float64Array.from(months, ({ record }, m) => (m === 0 ? Number.NaN : read(record)));
}

function scoreMonths<Key extends string>(
  part: Part<Key>,
  { label, unit }: { readonly label: Text; readonly unit: string },
  read: (metric: Key) => Float64Array,
): PartSeries {
  const values = read(part.metric);
  return { label, unit, values, scores: values.map((value) => scorePart(part, value)) };
}
