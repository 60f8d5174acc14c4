import type { Language } from '../../core/text.ts';
import { countFlows } from '../../experiment/flows.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { MOVE, REASONS } from '../../model/reasons.ts';
import { formatPeople } from '../format.ts';
import type { BrokerLook } from '../run-data.ts';
import type { DataTable } from './data-table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** People who changed their main broker in one way for one main reason. −1 stands for no online broker. */
export interface YearFlow {
  readonly from: number;
  readonly to: number;
  /** Code of `REASONS`. */
  readonly reason: number;
  readonly people: number;
}

const MAIN_MOVES: ReadonlySet<number> = new Set([MOVE.join, MOVE.switch, MOVE.leave]);
const WINDOW = 12;

/** Joins, switches and exits of the twelve months up to `month`, largest first. */
export function sumFlows(months: readonly LiveMonth[], month: number, inputs: ModelInputs): YearFlow[] {
  const sums = new Map<string, YearFlow>();
  for (let m = Math.max(1, month - WINDOW + 1); m <= month; m++) {
    for (const { from, to, move, reason, people } of countFlows(months[m].record.events, inputs)) {
      if (!MAIN_MOVES.has(move)) continue;
      const key = `${from} ${to} ${reason}`;
      sums.set(key, { from, to, reason, people: (sums.get(key)?.people ?? 0) + people });
    }
  }
  return [...sums.values()].sort((a, b) => b.people - a.people || a.from - b.from || a.to - b.to);
}

/** From, to, main reason, people. */
export function createFlowTable(
  flows: readonly YearFlow[],
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
    rows: flows.map(({ from, to, reason, people }) => [name(from), name(to), REASONS[reason].label[language], people]),
  };
}
