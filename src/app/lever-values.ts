import type { LiveMonth } from '../experiment/live-run.ts';
import type { Lever } from '../model/inputs.ts';
import type { BrokerMetric } from '../model/metrics.ts';
import { readBroker } from './readings.ts';

/** Where each lever can be read in the figures of a broker: the commission, or the money of a month. */
const METRICS: Readonly<Record<Lever, BrokerMetric>> = {
  price: 'commissionBp',
  content: 'costContent',
  community: 'costCommunity',
  advice: 'spendAdvice',
  service: 'spendService',
  compliance: 'costCompliance',
  advertising: 'costAdvertising',
};

export const CENTS_PER_MILLION = 1e8;
const MONTHS_PER_QUARTER = 3;

/**
 * Where a broker's lever stands after a month: bp, or CNY million a quarter at the month's pace. Spending is that of the
 * month which follows, because a decision takes effect there; of the last month where none follows.
 */
export function readLever(months: readonly LiveMonth[], broker: number, lever: Lever, month: number): number {
  if (lever === 'price') return readBroker(months[Math.min(month, months.length - 1)], broker, METRICS.price);
  const spent = months[Math.min(month + 1, months.length - 1)];
  return (readBroker(spent, broker, METRICS[lever]) * MONTHS_PER_QUARTER) / CENTS_PER_MILLION;
}

/** What a slider offers. */
export interface LeverRange {
  readonly max: number;
  readonly step: number;
}

const PRICE_RANGE: LeverRange = { max: 5, step: 0.05 };
const STEPS = 200;

/** 1, 2, 3 or 5 times a power of ten, not below `value`. */
function roundUp(value: number): number {
  let scale = 0.1;
  while (scale * 10 < value) scale *= 10;
  return [1, 2, 3, 5, 10].map((factor) => factor * scale).find((candidate) => candidate >= value) ?? value;
}

/** The range of a lever for a broker that stands at `start` when the run begins: room to treble the spending. */
export function chooseLeverRange(lever: Lever, start: number): LeverRange {
  if (lever === 'price') return start * 1.5 > PRICE_RANGE.max ? { max: roundUp(start * 1.5), step: 0.05 } : PRICE_RANGE;
  const max = roundUp(Math.max(start * 3, 0.5));
  return { max, step: max / STEPS };
}
