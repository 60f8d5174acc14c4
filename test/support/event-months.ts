import type { LiveMonth } from '../../src/experiment/live-run.ts';
import { MOVE, type Move, REASON, type Reason } from '../../src/model/reasons.ts';
import { EVENT_COLUMNS, EVENT_CONTRIBUTIONS, EVENT_WIDTH } from '../../src/model/records.ts';

/** An event in words; what is left out is an ordinary investor of 30. */
export interface EventSketch {
  readonly investor?: number;
  readonly move: Move;
  readonly from?: number;
  readonly to?: number;
  readonly reason: Reason;
  readonly ageYears?: number;
  readonly experience?: number;
  readonly riskTolerance?: number;
  readonly tenureMonths?: number;
  readonly shortHorizon?: number;
  readonly tier?: number;
  readonly contributions?: Readonly<Partial<Record<Reason, number>>>;
}

function writeEvent(sketch: EventSketch): number[] {
  const { contributions = {} } = sketch;
  const values: Record<(typeof EVENT_COLUMNS)[number], number> = {
    investor: sketch.investor ?? 1,
    move: MOVE[sketch.move],
    from: sketch.from ?? -1,
    to: sketch.to ?? -1,
    reason: REASON[sketch.reason],
    ageYears: sketch.ageYears ?? 30,
    experience: sketch.experience ?? 0.5,
    riskTolerance: sketch.riskTolerance ?? 0.5,
    tenureMonths: sketch.tenureMonths ?? 12,
    shortHorizon: sketch.shortHorizon ?? 0,
    tier: sketch.tier ?? 1,
    gap: Object.values(contributions).reduce((sum, part) => sum + part, 0),
  };
  const row = new Array<number>(EVENT_WIDTH).fill(0);
  for (const [column, key] of EVENT_COLUMNS.entries()) row[column] = values[key];
  for (const [reason, part] of Object.entries(contributions))
    row[EVENT_CONTRIBUTIONS + REASON[reason as Reason]] = part;
  return row;
}

/** Months of a run of which only the events matter: one list of events a month, after the initial state. */
export function createEventMonths(...months: readonly (readonly EventSketch[])[]): LiveMonth[] {
  const none = new Float64Array();
  return [[], ...months].map((sketches, month) => ({
    record: {
      month,
      market: none,
      brokers: none,
      segments: none,
      cohorts: none,
      events: Float32Array.from(sketches.flatMap(writeEvent)),
      decisions: new Float32Array(0),
    },
    snapshot: { month, count: 0, bytes: new Uint8Array() },
  }));
}
