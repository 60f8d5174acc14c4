import type { Language } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { MOVE, REASONS } from '../../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../../model/records.ts';
import { formatPeople } from '../format.ts';
import type { BrokerLook } from '../run-data.ts';
import type { DataTable } from './data-table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** People who changed their main broker in one way for one main reason. −1 stands for no online broker. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** Code of `REASONS`. */
  readonly reason: number;
  /** Simulated investors. */
  readonly agents: number;
}

const MOVE_COLUMN = EVENT_COLUMNS.indexOf('move');
const FROM_COLUMN = EVENT_COLUMNS.indexOf('from');
const TO_COLUMN = EVENT_COLUMNS.indexOf('to');
const REASON_COLUMN = EVENT_COLUMNS.indexOf('reason');
const MAIN_MOVES: ReadonlySet<number> = new Set([MOVE.join, MOVE.switch, MOVE.leave]);
const WINDOW = 12;

/** Joins, switches and exits of the twelve months up to `month`, largest first. */
export function countFlows(months: readonly LiveMonth[], month: number): Flow[] {
  const counts = new Map<string, Flow>();
  for (let m = Math.max(1, month - WINDOW + 1); m <= month; m++) {
    const { events } = months[m].record;
    for (let row = 0; row < events.length; row += EVENT_WIDTH) {
      if (!MAIN_MOVES.has(events[row + MOVE_COLUMN])) continue;
      const from = events[row + FROM_COLUMN];
      const to = events[row + TO_COLUMN];
      const reason = events[row + REASON_COLUMN];
      const key = `${from} ${to} ${reason}`;
      const known = counts.get(key);
      counts.set(key, { from, to, reason, agents: (known?.agents ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.agents - a.agents || a.from - b.from || a.to - b.to);
}

/** From, to, main reason, people; people as the agents stand for them. */
export function createFlowTable(
  flows: readonly Flow[],
  peoplePerAgent: number,
  looks: readonly BrokerLook[],
  language: Language,
): DataTable {
  const name = (broker: number) => (broker < 0 ? TABLE_TEXTS.outside[language] : looks[broker].name[language]);
  return {
    caption: TABLE_TEXTS.flows[language],
    columns: [
      { label: TABLE_TEXTS.from[language] },
      { label: TABLE_TEXTS.to[language] },
      { label: TABLE_TEXTS.reason[language] },
      { label: TABLE_TEXTS.people[language], format: (value) => formatPeople(value, language) },
    ],
    rows: flows.map(({ from, to, reason, agents }) => [
      name(from),
      name(to),
      REASONS[reason].label[language],
      agents * peoplePerAgent,
    ]),
  };
}
