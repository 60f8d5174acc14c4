import { parseMonth } from '../core/calendar.ts';
import { indexByKey, type MetricDeclaration } from '../core/schema.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import type { MonthRecord } from '../model/records.ts';
import { bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../model/segments.ts';
import type { createSimulation } from '../model/simulation.ts';
import type { OutcomeEntry } from './experiment-file.ts';
import { listCatalogue } from './experiments.ts';
import type { HistoryStore } from './histories.ts';

const YEAR = 12;

const PLACES = {
  market: indexByKey<string>(MARKET_METRICS),
  broker: indexByKey<string>(BROKER_METRICS),
  segment: indexByKey<string>(SEGMENT_METRICS),
};

/** First month of a run, from 1, that counts for an outcome. */
function findFirstMonth({ from }: OutcomeEntry, { startMonth, months }: ModelInputs): number {
  const asked = from === undefined ? null : parseMonth(from);
  return asked === null ? Math.max(1, months - YEAR + 1) : Math.min(months, Math.max(1, asked - startMonth + 1));
}

/**
 * Plays an arm and reads its outcomes. Only months that count are observed; observing changes nothing.
 * @returns one figure an outcome, not a number where there is none
 */
export function playArm(
  create: typeof createSimulation,
  histories: HistoryStore,
  inputs: ModelInputs,
  seed: string,
  outcomes: readonly OutcomeEntry[],
): number[] {
  const simulation = create(inputs, seed, undefined, undefined, histories.readEnd);
  const firsts = outcomes.map((outcome) => findFirstMonth(outcome, inputs));
  const series: number[][] = outcomes.map(() => []);
  const first = Math.min(...firsts);
  while (simulation.month < inputs.months) {
    simulation.step();
    if (simulation.month < first) continue;
    const record = simulation.readMetrics();
    outcomes.forEach((outcome, k) => {
      if (simulation.month >= firsts[k]) series[k].push(readOutcome(record, outcome, inputs));
    });
  }
  return outcomes.map((outcome, k) => reduceMonths(series[k], findMetric(outcome)));
}

/** What the catalogue says of an outcome’s figure. */
export function findMetric(outcome: OutcomeEntry): MetricDeclaration {
  const catalogue: readonly MetricDeclaration[] = listCatalogue(outcome);
  return catalogue.find(({ key }) => key === outcome.metric) as MetricDeclaration;
}

function readOutcome(record: MonthRecord, { metric, broker, segment, per }: OutcomeEntry, inputs: ModelInputs): number {
  if (broker !== undefined) {
    const position = inputs.brokers.findIndex(({ id }) => id === broker);
    return record.brokers[position * BROKER_METRICS.length + PLACES.broker[metric]];
  }
  if (segment === undefined) return record.market[PLACES.market[metric]];
  const sum = sumCells(record, metric, segment);
  return per === undefined ? sum : sum / sumCells(record, per, segment);
}

function sumCells(record: MonthRecord, metric: string, segment: Readonly<Record<string, string>>): number {
  const wanted = SEGMENT_DIMENSIONS.map(({ key, bands }) =>
    segment[key] === undefined ? null : bands.findIndex((band) => band.key === segment[key]),
  );
  let sum = 0;
  for (let cell = 0; cell < SEGMENT_CELLS; cell++) {
    const bands = bandsOfCell(cell);
    if (wanted.some((band, dimension) => band !== null && bands[dimension] !== band)) continue;
    sum += record.segments[cell * SEGMENT_METRICS.length + PLACES.segment[metric]];
  }
  return sum;
}

/** Months to one figure as the catalogue says; months without a figure are left out of a mean. */
function reduceMonths(values: readonly number[], { reduce }: MetricDeclaration): number {
  if (reduce === 'last') return values[values.length - 1];
  const known = values.filter((value) => !Number.isNaN(value));
  const sum = known.reduce((total, value) => total + value, 0);
  return reduce === 'sum' ? sum : sum / known.length;
}
