import { FOCUSES, type ModelInputs } from '../../src/model/inputs.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  MARKET_METRIC,
  MARKET_METRICS,
  SEGMENT_METRICS,
} from '../../src/model/metrics.ts';
import { DECISION, DECISION_REASON, MOVE, REASON } from '../../src/model/reasons.ts';
import { EVENT_WIDTH } from '../../src/model/records.ts';
import { SEGMENT_CELLS } from '../../src/model/segments.ts';
import type { Simulation } from '../../src/model/simulation.ts';

/** Rows of `DECISION_COLUMNS`: broker 0 puts its money on service as the best so far, broker 1 copies broker 0. */
const DECISIONS_OF_THE_FIRST_MONTH = [
  [0, DECISION.focus, FOCUSES.indexOf('service'), DECISION_REASON.best, 0.5, 0.25],
  [1, DECISION.imitate, 0, DECISION_REASON.fastest, 2000, 1000],
];

/** Moves of every month of the fake: two switches 0 → 1 for price, one newcomer to 0 for content. */
const MOVES_A_MONTH = [
  [MOVE.switch, 0, 1, REASON.price],
  [MOVE.join, -1, 0, REASON.content],
  [MOVE.switch, 0, 1, REASON.price],
] as const;

/**
 * A market in which nothing happens but what a test can foresee: users grow by a million a month, broker b has the share
 * it started with, and `MOVES_A_MONTH` repeat. Its hash is made of seed, agents and month.
 */
export function createFakeSimulation(inputs: ModelInputs, seed: string): Simulation {
  let month = 0;
  const brokers = inputs.brokers.length;
  return {
    inputs,
    get month() {
      return month;
    },
    step() {
      month++;
    },
    readMetrics() {
      const market = new Float64Array(MARKET_METRICS.length);
      market[MARKET_METRIC.users] = 180e6 + month * 1e6;
      market[MARKET_METRIC.retention12] = Number.NaN;
      const figures = new Float64Array(brokers * BROKER_METRICS.length);
      inputs.brokers.forEach(({ share }, b) => {
        figures[b * BROKER_METRICS.length + BROKER_METRIC.share] = share;
      });
      const quarters = Math.ceil(month / 3);
      const events = new Float32Array(MOVES_A_MONTH.length * EVENT_WIDTH);
      MOVES_A_MONTH.forEach(([move, from, to, reason], row) => {
        events.set([row, move, from, to, reason], row * EVENT_WIDTH);
      });
      return {
        month,
        market,
        brokers: figures,
        segments: new Float64Array(SEGMENT_CELLS * SEGMENT_METRICS.length),
        cohorts: Float64Array.from({ length: quarters * brokers * 2 }, (_, at) => 100 - at),
        events,
        decisions: Float32Array.from(month === 1 ? DECISIONS_OF_THE_FIRST_MONTH.flat() : []),
      };
    },
    readSnapshot: (count) => ({ month, count, bytes: new Uint8Array(count * 7) }),
    stateHash() {
      const letters = `${seed}/${inputs.agents}/${month}/${inputs.brokers[0].commissionBp}`;
      return [...letters]
        .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
        .join('')
        .padEnd(64, '0')
        .slice(0, 64);
    },
    save: () => new ArrayBuffer(0),
    restore() {},
  };
}
