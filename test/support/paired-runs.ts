import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { ModelInputs } from '../../src/model/inputs.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  type BrokerMetric,
  MARKET_METRIC,
  type MarketMetric,
  SEGMENT_METRIC,
  SEGMENT_METRICS,
  type SegmentMetric,
} from '../../src/model/metrics.ts';
import type { MonthRecord } from '../../src/model/records.ts';
import { bandsOfCell, SEGMENT_CELLS } from '../../src/model/segments.ts';
import { createSimulation } from '../../src/model/simulation.ts';

/** A whole run, one record a month, the initial state first. */
export interface Run {
  readonly inputs: ModelInputs;
  readonly records: readonly MonthRecord[];
}

export function playRun(inputs: ModelInputs, seed: string): Run {
  const simulation = createSimulation(inputs, seed);
  const records = [simulation.readMetrics()];
  while (simulation.month < inputs.months) {
    simulation.step();
    records.push(simulation.readMetrics());
  }
  return { inputs, records };
}

export function readMarket(record: MonthRecord, metric: MarketMetric): number {
  return record.market[MARKET_METRIC[metric]];
}

export function readBroker(record: MonthRecord, broker: number, metric: BrokerMetric): number {
  return record.brokers[broker * BROKER_METRICS.length + BROKER_METRIC[metric]];
}

/** Sum over the cells whose bands satisfy the condition; bands come in the order of `SEGMENT_DIMENSIONS`. */
export function readSegments(
  record: MonthRecord,
  metric: SegmentMetric,
  accepts: (bands: number[]) => boolean,
): number {
  let sum = 0;
  for (let cell = 0; cell < SEGMENT_CELLS; cell++) {
    if (accepts(bandsOfCell(cell))) sum += record.segments[cell * SEGMENT_METRICS.length + SEGMENT_METRIC[metric]];
  }
  return sum;
}

/** Sum of a figure over the months of a run from `from` on, the initial state left out. */
export function sumMonths(run: Run, read: (record: MonthRecord) => number, from = 1): number {
  return run.records.slice(from).reduce((sum, record) => sum + read(record), 0);
}

/** A mean over seeds with its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
  /** Mean in standard errors. */
  readonly t: number;
}

export function estimate(values: readonly number[]): Estimate {
  const center = mean([...values]);
  const error = sampleStandardDeviation([...values]) / Math.sqrt(values.length);
  const t = error > 0 ? center / error : center === 0 ? 0 : Math.sign(center) * Number.POSITIVE_INFINITY;
  return { mean: center, error, t };
}

/** The same experiment under as many seeds: the same ones for every arm (common random numbers). */
export function playRuns(inputs: ModelInputs, seeds: number): Run[] {
  return Array.from({ length: seeds }, (_, k) => playRun(inputs, `pair ${k}`));
}

/** Mean difference treated − control of what is read off each run, pair by pair. */
export function compareRuns(control: readonly Run[], treated: readonly Run[], read: (run: Run) => number): Estimate {
  return estimate(treated.map((run, k) => read(run) - read(control[k])));
}
