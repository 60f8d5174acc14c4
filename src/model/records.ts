import { CONTRIBUTION_COUNT } from './reasons.ts';

/** What a run hands out after a month: plain typed arrays, so that a worker can transfer them without copying. */
export interface MonthRecord {
  /** Months completed since the start, 0 for the initial state. */
  readonly month: number;
  /** One figure per entry of `MARKET_METRICS`. */
  readonly market: Float64Array;
  /** Row per broker, column per entry of `BROKER_METRICS`. */
  readonly brokers: Float64Array;
  /** Row per segment cell, column per entry of `SEGMENT_METRICS`. */
  readonly segments: Float64Array;
  /**
   * First accounts by opening quarter and broker. Row per quarter of the run (the last may be partial), then per broker:
   * accounts opened so far, accounts still funded and unclosed. Index ((quarter × brokers) + broker) × 2.
   */
  readonly cohorts: Float64Array;
  /** Everything that investors decided in the month, a row of `EVENT_WIDTH` numbers each, in order of investor. */
  readonly events: Float32Array;
  /** What adaptive, random and imitating brokers decided in the month and why: rows of `DECISION_COLUMNS`, by broker. */
  readonly decisions: Float32Array;
}

/**
 * Columns of a row of decisions. `decision` is a code of `DECISIONS`, `reason` of `DECISION_REASONS`. A focus and a
 * split have a code of `FOCUSES` for their subject: where all or most money lies, the part of it, and by how much the last
 * reward a quarter was better than usual. An imitation has the position of the broker copied, and the users that it and the
 * imitator gained in a year; an answer to a price has the position of the rival, and both prices then, in bp.
 * What is piloted, rolled out or stopped is a code of `PROGRAMMES`, with its yearly return and cost at full scale in CNY million.
 */
export const DECISION_COLUMNS = ['broker', 'decision', 'subject', 'reason', 'value', 'other'] as const;

/**
 * Columns of an event row. `from` and `to` are broker positions, or −1 for none; `move` is a code of `MOVES`,
 * `reason` a code of `REASONS`. `gap` is the utility gap in utils, or for falling asleep, waking and leaving the log
 * of the hazard over a neutral person’s. After the columns follows one contribution per reason but the last two (they add up to the gap; see
 * `REASONS`). All zero where a broker closed or a life ended.
 */
export const EVENT_COLUMNS = [
  'investor',
  'move',
  'from',
  'to',
  'reason',
  'ageYears',
  'experience',
  'riskTolerance',
  'tenureMonths',
  'gap',
  'shortHorizon',
  'tier',
] as const;

/** Position of the first contribution in an event row. */
export const EVENT_CONTRIBUTIONS = EVENT_COLUMNS.length;

/** Numbers in an event row. */
export const EVENT_WIDTH = EVENT_CONTRIBUTIONS + CONTRIBUTION_COUNT;

/** Columns of the picture of single investors, each a byte, one block of `count` bytes per column in this order. */
export const SNAPSHOT_COLUMNS = [
  /** Main broker, 255 for none. */
  'broker',
  /** Code of `STATUS`. */
  'status',
  'ageYears',
  /** Traits and satisfaction, scaled from [0, 1] to 0…255. */
  'experience',
  'riskTolerance',
  'satisfaction',
  /** Quarters with the main broker, at most 255. */
  'tenureQuarters',
] as const;

/** Investors at one moment. Slots are exchangeable, so the first `count` are a fair sample of all. */
export interface Snapshot {
  readonly month: number;
  readonly count: number;
  /** `SNAPSHOT_COLUMNS.length × count` bytes. */
  readonly bytes: Uint8Array;
}

/** What a person is to the online market. */
export const STATUS = {
  outside: 0,
  traditional: 1,
  unfunded: 2,
  active: 3,
  dormant: 4,
  left: 5,
} as const;
