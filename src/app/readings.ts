import type { LiveMonth } from '../experiment/live-run.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  type BrokerMetric,
  MARKET_METRIC,
  type MarketMetric,
} from '../model/metrics.ts';

/** A figure of the whole market in a month. */
export function readMarket({ record }: LiveMonth, metric: MarketMetric): number {
  return record.market[MARKET_METRIC[metric]];
}

/** A figure of one broker in a month. */
export function readBroker({ record }: LiveMonth, broker: number, metric: BrokerMetric): number {
  return record.brokers[broker * BROKER_METRICS.length + BROKER_METRIC[metric]];
}

/** Codes of the broker metric `status`. */
export const BROKER_STATUS = { notOpen: 0, operating: 1, takenOver: 2, closed: 3 } as const;

/** Place of a broker by share of users, from 1. */
export function rankBroker(month: LiveMonth, brokers: number, broker: number): number {
  const share = readBroker(month, broker, 'share');
  let rank = 1;
  for (let other = 0; other < brokers; other++) if (readBroker(month, other, 'share') > share) rank++;
  return rank;
}

/** First month in which a broker no longer operates, or `null`. */
export function findEndMonth(months: readonly LiveMonth[], broker: number): number | null {
  const month = months.findIndex((entry) => readBroker(entry, broker, 'status') >= BROKER_STATUS.takenOver);
  return month < 0 ? null : month;
}
