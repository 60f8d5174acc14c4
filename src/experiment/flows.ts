import type { ModelInputs } from '../model/inputs.ts';
import { MOVES, REASONS } from '../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH, type MonthRecord } from '../model/records.ts';

/** People who made the same move between the same brokers for the same reason in one month. */
export interface Flow {
  /** Positions of brokers, −1 for none. */
  readonly from: number;
  readonly to: number;
  readonly move: number;
  readonly reason: number;
  readonly people: number;
}

const MOVE_AT = EVENT_COLUMNS.indexOf('move');
const FROM_AT = EVENT_COLUMNS.indexOf('from');
const TO_AT = EVENT_COLUMNS.indexOf('to');
const REASON_AT = EVENT_COLUMNS.indexOf('reason');

/** People that one agent stands for. */
export function computePeoplePerAgent({ agents, values }: ModelInputs): number {
  return (values['population.adultsMillion'] * 1e6) / agents;
}

/** Counts the moves of a month, ordered by move, from, to and reason. */
export function countFlows(events: MonthRecord['events'], inputs: ModelInputs): Flow[] {
  const places = inputs.brokers.length + 1;
  const counts = new Map<number, number>();
  for (let row = 0; row < events.length; row += EVENT_WIDTH) {
    const place = (events[row + MOVE_AT] * places + events[row + FROM_AT] + 1) * places + events[row + TO_AT] + 1;
    const code = place * REASONS.length + events[row + REASON_AT];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const peoplePerAgent = computePeoplePerAgent(inputs);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, agents]) => {
      const place = Math.floor(code / REASONS.length);
      return {
        from: (Math.floor(place / places) % places) - 1,
        to: (place % places) - 1,
        move: Math.floor(place / (places * places)) % MOVES.length,
        reason: code % REASONS.length,
        people: agents * peoplePerAgent,
      };
    });
}
