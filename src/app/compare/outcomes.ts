import { formatMonth } from '../../core/calendar.ts';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { Measure } from '../../experiment/measure.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  type BrokerMetric,
  MARKET_METRIC,
  MARKET_METRICS,
  type MarketMetric,
} from '../../model/metrics.ts';
import { readBroker, readMarket } from '../readings.ts';

/** A figure in which A and B are compared: the chosen broker’s, or the whole market’s. */
export type Outcome =
  | { readonly scope: 'broker'; readonly metric: BrokerMetric; readonly sense: Sense }
  | { readonly scope: 'market'; readonly metric: MarketMetric; readonly sense: Sense };

/** Whether more is better (1), less is better (−1), or neither can be said. */
type Sense = 1 | 0 | -1;

export const OUTCOMES: readonly Outcome[] = [
  { scope: 'broker', metric: 'share', sense: 1 },
  { scope: 'broker', metric: 'retention12', sense: 1 },
  { scope: 'broker', metric: 'users', sense: 1 },
  { scope: 'broker', metric: 'monthlyActive', sense: 1 },
  { scope: 'broker', metric: 'revenue', sense: 1 },
  { scope: 'broker', metric: 'cost', sense: -1 },
  { scope: 'broker', metric: 'profit', sense: 1 },
  { scope: 'broker', metric: 'commissionBp', sense: -1 },
  { scope: 'broker', metric: 'satisfaction', sense: 1 },
  { scope: 'broker', metric: 'complaintRate12', sense: -1 },
  { scope: 'broker', metric: 'netReturn12', sense: 1 },
  { scope: 'broker', metric: 'losing12', sense: -1 },
  { scope: 'market', metric: 'hhi', sense: 0 },
  { scope: 'market', metric: 'cr10', sense: 0 },
  { scope: 'market', metric: 'switches', sense: 0 },
  { scope: 'market', metric: 'netReturn12', sense: 1 },
  { scope: 'market', metric: 'losing12', sense: -1 },
  { scope: 'market', metric: 'complaintRate12', sense: -1 },
];

export function describeOutcome({ scope, metric }: Outcome): MetricDeclaration {
  return scope === 'broker' ? BROKER_METRICS[BROKER_METRIC[metric]] : MARKET_METRICS[MARKET_METRIC[metric]];
}

/** @param broker position of the chosen one */
export function readOutcome(month: LiveMonth, outcome: Outcome, broker: number): number {
  return outcome.scope === 'broker' ? readBroker(month, broker, outcome.metric) : readMarket(month, outcome.metric);
}

/** What the runs of other seeds are asked for: every month, so that any of them can be looked at. */
export function createMeasure({ scope, metric }: Outcome, broker: string, { startMonth }: ModelInputs): Measure {
  const whole = { metric, from: formatMonth(startMonth), series: 'month' } as const;
  return scope === 'broker' ? { ...whole, broker } : whole;
}

export function nameOutcome(outcome: Outcome, language: Language): string {
  return describeOutcome(outcome).label[language];
}
