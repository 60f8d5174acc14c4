import type { LiveMonth } from '../../experiment/live-run.ts';
import { MOVE, REASONS, type Reason } from '../../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH, type MonthRecord } from '../../model/records.ts';

/** Position in the list of brokers that stands for the shore: nobody's client. */
export const SHORE = -1;

/** People who went from one broker to another (or from the shore), and why most of them did. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** Simulated investors, not people. */
  readonly count: number;
  /** The reason that decided for the largest part of them. */
  readonly reason: Reason;
}

export interface Move {
  readonly investor: number;
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
}

const INVESTOR = EVENT_COLUMNS.indexOf('investor');
const KIND = EVENT_COLUMNS.indexOf('move');
const FROM = EVENT_COLUMNS.indexOf('from');
const TO = EVENT_COLUMNS.indexOf('to');
const REASON_CODE = EVENT_COLUMNS.indexOf('reason');

/** How many arcs are drawn (DESIGN.md: never more than ten). */
export interface ArcBudget {
  readonly all: number;
  /** Of these, how many may come from the shore while brokers win clients from each other: newcomers would fill all. */
  readonly shore: number;
}

export const WIDE_BUDGET: ArcBudget = { all: 10, shore: 3 };
export const NARROW_BUDGET: ArcBudget = { all: 5, shore: 1 };

/** Everybody who changed place in a month: newcomers, switchers and those who left, in order of investor. */
export function readMoves(record: MonthRecord): Move[] {
  const { events } = record;
  const moves: Move[] = [];
  for (let at = 0; at < events.length; at += EVENT_WIDTH) {
    const kind = events[at + KIND];
    if (kind !== MOVE.join && kind !== MOVE.switch && kind !== MOVE.leave) continue;
    const from = events[at + FROM];
    const to = kind === MOVE.leave ? SHORE : events[at + TO];
    if (from === to) continue;
    moves.push({ investor: events[at + INVESTOR], from, to, reason: REASONS[events[at + REASON_CODE]].key });
  }
  return moves;
}

const known = new WeakMap<MonthRecord, readonly Move[]>();

/** The same, read once for every month. */
export function readMovesOnce(record: MonthRecord): readonly Move[] {
  let moves = known.get(record);
  if (!moves) {
    moves = readMoves(record);
    known.set(record, moves);
  }
  return moves;
}

/** Months that arcs sum up. */
const ARC_MONTHS = 3;

/** The months that the arcs of a month sum up. @param last that month */
export function selectArcMonths(months: readonly LiveMonth[], last: number): readonly LiveMonth[] {
  return months.slice(Math.max(0, last - ARC_MONTHS + 1), last + 1);
}

/** Sums moves by origin and goal, the largest first; ties in order of goal and origin. Leavers make no flow. */
export function sumFlows(months: readonly (readonly Move[])[]): Flow[] {
  const sums = new Map<string, { from: number; to: number; count: number; reasons: Map<Reason, number> }>();
  for (const moves of months) {
    for (const { from, to, reason } of moves) {
      if (to === SHORE) continue;
      const key = `${from}>${to}`;
      let sum = sums.get(key);
      if (!sum) {
        sum = { from, to, count: 0, reasons: new Map() };
        sums.set(key, sum);
      }
      sum.count++;
      sum.reasons.set(reason, (sum.reasons.get(reason) ?? 0) + 1);
    }
  }
  return [...sums.values()]
    .map(({ from, to, count, reasons }) => ({ from, to, count, reason: findDominant(reasons) }))
    .sort((a, b) => b.count - a.count || a.to - b.to || a.from - b.from);
}

function findDominant(counts: ReadonlyMap<Reason, number>): Reason {
  let dominant: Reason = 'chance';
  let most = 0;
  for (const { key } of REASONS) {
    const count = counts.get(key) ?? 0;
    if (count > most) {
      most = count;
      dominant = key;
    }
  }
  return dominant;
}

/**
 * The flows to draw. Without a broker, the largest between brokers and the few largest from the shore;
 * with one (the island under the pointer), the largest that begin or end there.
 */
export function selectFlows(flows: readonly Flow[], broker: number | null, budget: ArcBudget): Flow[] {
  if (broker !== null) return flows.filter(({ from, to }) => from === broker || to === broker).slice(0, budget.all);
  const between = flows.filter(({ from }) => from !== SHORE);
  const fromShore = flows.filter(({ from }) => from === SHORE);
  const landed = fromShore.slice(0, Math.max(budget.shore, budget.all - between.length));
  return [...landed, ...between].slice(0, budget.all);
}
