import type { LiveMonth } from '../experiment/live-run.ts';
import { CONTRIBUTION_COUNT, MOVE, REASON, REASONS } from '../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_CONTRIBUTIONS, EVENT_WIDTH, type MonthRecord } from '../model/records.ts';
import { bandOf, SEGMENT_DIMENSIONS, type SegmentDimension } from '../model/segments.ts';

/** People of one band of one trait: `SEGMENT_DIMENSIONS[dimension].bands[band]`. */
export interface SegmentFilter {
  readonly dimension: number;
  readonly band: number;
}

/** Whose comings and goings are counted: one broker's, or with `null` those of all brokers together. */
export interface FlowQuestion {
  readonly broker: number | null;
  readonly segment: SegmentFilter | null;
  /** Months 1 to `lastMonth` of the run. */
  readonly lastMonth: number;
}

/** Investors of the run who came and went, counted as investors and not scaled to people. */
export interface Flows {
  readonly joined: number;
  readonly left: number;
  /** By code of the main reason. */
  readonly joinedBy: readonly number[];
  readonly leftBy: readonly number[];
}

/** Where an event row lies, to read it later without a copy. */
export interface EventPlace {
  readonly month: number;
  readonly row: number;
}

const COLUMN = Object.fromEntries(EVENT_COLUMNS.map((key, column) => [key, column])) as Record<
  (typeof EVENT_COLUMNS)[number],
  number
>;

/** Traits that an event carries, by position in `SEGMENT_DIMENSIONS`; the others cannot be told from it. */
const TRAIT_COLUMNS: Partial<Record<SegmentDimension['key'], number>> = {
  age: COLUMN.ageYears,
  experience: COLUMN.experience,
  riskTolerance: COLUMN.riskTolerance,
};

/** Dimensions by which flows can be narrowed down. */
export const FLOW_DIMENSIONS = SEGMENT_DIMENSIONS.flatMap((dimension, position) =>
  TRAIT_COLUMNS[dimension.key] === undefined ? [] : [{ dimension, position }],
);

function readBand(events: Float32Array, base: number, position: number): number {
  const dimension = SEGMENT_DIMENSIONS[position];
  return bandOf(dimension, events[base + TRAIT_COLUMNS[dimension.key]!]);
}

/** +1 for an investor who joined, −1 for one who left, 0 for an event that is neither. */
function readDirection(events: Float32Array, base: number, broker: number | null): -1 | 0 | 1 {
  const move = events[base + COLUMN.move];
  if (broker === null) return move === MOVE.join ? 1 : move === MOVE.leave ? -1 : 0;
  if (move !== MOVE.join && move !== MOVE.switch && move !== MOVE.leave) return 0;
  const from = events[base + COLUMN.from];
  const to = events[base + COLUMN.to];
  if (from === to) return 0;
  return to === broker ? 1 : from === broker ? -1 : 0;
}

/** Calls for everybody who came or went in a month, in the order of the record. */
function visitMonth(
  { events }: MonthRecord,
  { broker, segment }: FlowQuestion,
  visit: (base: number, direction: -1 | 1) => void,
): void {
  for (let base = 0; base < events.length; base += EVENT_WIDTH) {
    const direction = readDirection(events, base, broker);
    if (direction === 0) continue;
    if (segment && readBand(events, base, segment.dimension) !== segment.band) continue;
    visit(base, direction);
  }
}

const AGE = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'age');
const EXPERIENCE = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'experience');
const AGE_BANDS = SEGMENT_DIMENSIONS[AGE].bands.length;
const GROUPS = SEGMENT_DIMENSIONS[EXPERIENCE].bands.length * AGE_BANDS;

/** Counts by main reason, and by group: experience band × age band. */
interface Tally {
  readonly joinedBy: number[];
  readonly leftBy: number[];
  readonly joinedOf: number[];
  readonly leftOf: number[];
}

function createTally(): Tally {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const reasons = REASONS.length;
  return { joinedBy: zeros(reasons), leftBy: zeros(reasons), joinedOf: zeros(GROUPS), leftOf: zeros(GROUPS) };
}

/** A month's record never changes, so each is counted once per question, whatever the playhead does. */
const tallies = new WeakMap<MonthRecord, Map<string, Tally>>();

function tallyMonth(record: MonthRecord, question: FlowQuestion): Tally {
  const { broker, segment } = question;
  const key = `${broker} ${segment?.dimension} ${segment?.band}`;
  const known = tallies.get(record) ?? new Map<string, Tally>();
  tallies.set(record, known);
  let tally = known.get(key);
  if (!tally) {
    tally = countMonth(record, question);
    known.set(key, tally);
  }
  return tally;
}

function countMonth(record: MonthRecord, question: FlowQuestion): Tally {
  const { events } = record;
  const tally = createTally();
  visitMonth(record, question, (base, direction) => {
    const group = readBand(events, base, EXPERIENCE) * AGE_BANDS + readBand(events, base, AGE);
    const isJoin = direction > 0;
    (isJoin ? tally.joinedBy : tally.leftBy)[events[base + COLUMN.reason]]++;
    (isJoin ? tally.joinedOf : tally.leftOf)[group]++;
  });
  return tally;
}

function tallyMonths(months: readonly LiveMonth[], question: FlowQuestion): Tally {
  const total = createTally();
  for (let month = 1; month <= question.lastMonth && month < months.length; month++) {
    const tally = tallyMonth(months[month].record, question);
    for (const part of ['joinedBy', 'leftBy', 'joinedOf', 'leftOf'] as const) {
      for (let k = 0; k < total[part].length; k++) total[part][k] += tally[part][k];
    }
  }
  return total;
}

/** Counts who joined and who left, by main reason, up to a month. */
export function countFlows(months: readonly LiveMonth[], question: FlowQuestion): Flows {
  const { joinedBy, leftBy } = tallyMonths(months, question);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return { joined: sum(joinedBy), left: sum(leftBy), joinedBy, leftBy };
}

/** People of one experience and one age band, and how many of them came and went. */
export interface GroupFlow {
  readonly experience: number;
  readonly age: number;
  readonly joined: number;
  readonly left: number;
}

/** The groups (experience × age) that lost most investors, largest first. */
export function rankLeavers(months: readonly LiveMonth[], question: FlowQuestion, most: number): GroupFlow[] {
  const { joinedOf, leftOf } = tallyMonths(months, question);
  return leftOf
    .map((left, group) => ({
      experience: Math.floor(group / AGE_BANDS),
      age: group % AGE_BANDS,
      joined: joinedOf[group],
      left,
    }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
    .slice(0, most);
}

/** The newest leavers, newest first. */
export function findLeavers(months: readonly LiveMonth[], question: FlowQuestion, most: number): EventPlace[] {
  const places: EventPlace[] = [];
  for (let month = Math.min(question.lastMonth, months.length - 1); month >= 1 && places.length < most; month--) {
    const rows: EventPlace[] = [];
    visitMonth(months[month].record, question, (base, direction) => {
      if (direction < 0) rows.push({ month, row: base / EVENT_WIDTH });
    });
    places.push(...rows.reverse());
  }
  return places.slice(0, most);
}

/** One cause of a recorded choice and its part in whole per cent. */
export interface CausePart {
  readonly reason: number;
  readonly percent: number;
}

/** What the record says about one investor who left. */
export interface Interview {
  readonly investor: number;
  readonly month: number;
  readonly from: number;
  /** −1 where the investor left for no other broker. */
  readonly to: number;
  readonly reason: number;
  readonly ageYears: number;
  /** Bands of `SEGMENT_DIMENSIONS`. */
  readonly experience: number;
  readonly riskTolerance: number;
  readonly tenureMonths: number;
  /** What spoke for the move; adds up to 100, or is empty where nothing was weighed. */
  readonly causes: readonly CausePart[];
  /** The strongest component that spoke against the move, or `null`. */
  readonly against: number | null;
}

const RISK = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'riskTolerance');

/** Reads an event row as an exit interview. */
export function readInterview(months: readonly LiveMonth[], { month, row }: EventPlace): Interview {
  const { events } = months[month].record;
  const base = row * EVENT_WIDTH;
  const contributions = Array.from(
    { length: CONTRIBUTION_COUNT },
    (_, reason) => events[base + EVENT_CONTRIBUTIONS + reason],
  );
  const reason = events[base + COLUMN.reason];
  const strongest = Math.min(...contributions);
  return {
    investor: events[base + COLUMN.investor],
    month,
    from: events[base + COLUMN.from],
    to: events[base + COLUMN.to],
    reason,
    ageYears: Math.floor(events[base + COLUMN.ageYears]),
    experience: readBand(events, base, EXPERIENCE),
    riskTolerance: readBand(events, base, RISK),
    tenureMonths: events[base + COLUMN.tenureMonths],
    causes: splitCauses(contributions),
    against: strongest < 0 ? contributions.indexOf(strongest) : null,
  };
}

/**
 * Parts of the contributions that spoke for the move, in whole per cent that add up to 100 (largest remainders), largest
 * first with chance last. Empty for a move that nothing spoke for: a broker closed, a life ended, or somebody left of no cause.
 */
export function splitCauses(contributions: readonly number[]): CausePart[] {
  const total = contributions.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (!(total > 0)) return [];
  const parts = contributions.map((value, code) => ({ code, exact: (Math.max(0, value) / total) * 100 }));
  const missing = 100 - parts.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  const raised = new Set(
    [...parts]
      .sort((a, b) => (b.exact % 1) - (a.exact % 1))
      .slice(0, missing)
      .map(({ code }) => code),
  );
  return parts
    .map(({ code, exact }) => ({ reason: code, percent: Math.floor(exact) + (raised.has(code) ? 1 : 0) }))
    .filter(({ percent }) => percent > 0)
    .sort((a, b) => Number(a.reason === REASON.chance) - Number(b.reason === REASON.chance) || b.percent - a.percent);
}
