import type { LiveMonth } from '../experiment/live-run.ts';
import { CONTRIBUTION_COUNT, MOVE, MOVES, type Move, REASON, REASONS } from '../model/reasons.ts';
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

/** Column of an event that carries each trait. */
const TRAIT_COLUMNS: Record<SegmentDimension['key'], number> = {
  age: COLUMN.ageYears,
  experience: COLUMN.experience,
  riskTolerance: COLUMN.riskTolerance,
  horizon: COLUMN.shortHorizon,
  tier: COLUMN.tier,
};

function readBand(events: Float32Array, base: number, position: number): number {
  const dimension = SEGMENT_DIMENSIONS[position];
  return bandOf(dimension, events[base + TRAIT_COLUMNS[dimension.key]]);
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
  /** Joined by group and main reason: group × reasons + code. */
  readonly joinedOfBy: number[];
}

function createTally(): Tally {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const reasons = REASONS.length;
  return {
    joinedBy: zeros(reasons),
    leftBy: zeros(reasons),
    joinedOf: zeros(GROUPS),
    leftOf: zeros(GROUPS),
    joinedOfBy: zeros(GROUPS * reasons),
  };
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
    if (isJoin) tally.joinedOfBy[group * REASONS.length + events[base + COLUMN.reason]]++;
  });
  return tally;
}

function tallyMonths(months: readonly LiveMonth[], question: FlowQuestion): Tally {
  const total = createTally();
  for (let month = 1; month <= question.lastMonth && month < months.length; month++) {
    const tally = tallyMonth(months[month].record, question);
    for (const part of ['joinedBy', 'leftBy', 'joinedOf', 'leftOf', 'joinedOfBy'] as const) {
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

/** Every group (experience × age), in order of its number, with what its joiners came for. */
export function countGroups(
  months: readonly LiveMonth[],
  question: FlowQuestion,
): (GroupFlow & { readonly joinedBy: readonly number[] })[] {
  const { joinedOf, leftOf, joinedOfBy } = tallyMonths(months, question);
  return leftOf.map((left, group) => ({
    experience: Math.floor(group / AGE_BANDS),
    age: group % AGE_BANDS,
    joined: joinedOf[group],
    left,
    joinedBy: joinedOfBy.slice(group * REASONS.length, (group + 1) * REASONS.length),
  }));
}

/** The groups that lost most investors, largest first. */
export function rankLeavers(months: readonly LiveMonth[], question: FlowQuestion, most: number): GroupFlow[] {
  return countGroups(months, question)
    .map(({ joinedBy, ...group }) => group)
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
    .slice(0, most);
}

/**
 * Whom to ask why they left: a sample stratified by main reason. Seats go to reasons by their size (largest remainders), and
 * within a reason to leavers spread evenly over the months, so that neither the commonest cause nor the last month speaks for
 * all. The reason with most leavers comes first. Nobody is asked whose life ended.
 */
export function chooseInterviews(months: readonly LiveMonth[], question: FlowQuestion, seats: number): EventPlace[] {
  const strata = new Map<number, EventPlace[]>();
  for (let month = 1; month <= question.lastMonth && month < months.length; month++) {
    const { record } = months[month];
    visitMonth(record, question, (base, direction) => {
      const reason = record.events[base + COLUMN.reason];
      if (direction > 0 || reason === REASON.lifecycle) return;
      const places = strata.get(reason) ?? [];
      places.push({ month, row: base / EVENT_WIDTH });
      strata.set(reason, places);
    });
  }
  const sorted = [...strata].sort(([a, those], [b, others]) => others.length - those.length || a - b);
  const shares = splitSeats(
    sorted.map(([, places]) => places.length),
    seats,
  );
  return sorted.flatMap(([, places], k) =>
    Array.from({ length: shares[k] }, (_, seat) => places[Math.floor(((seat + 0.5) * places.length) / shares[k])]),
  );
}

/** Whole seats in proportion to counts, none with more seats than its count. */
function splitSeats(counts: readonly number[], seats: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const given = Math.min(seats, total);
  const exact = counts.map((count) => (total === 0 ? 0 : (count / total) * given));
  const shares = exact.map(Math.floor);
  const order = exact.map((_, k) => k).sort((a, b) => (exact[b] % 1) - (exact[a] % 1) || a - b);
  const missing = given - shares.reduce((sum, share) => sum + share, 0);
  for (const k of order.slice(0, missing)) shares[k]++;
  return shares;
}

/** One cause of a recorded choice and its part in whole per cent. */
export interface CausePart {
  readonly reason: number;
  readonly percent: number;
}

/** What the record says about one investor who left. */
export interface Interview {
  readonly investor: number;
  readonly kind: Move;
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
  /** By reason, as recorded: they add up to the gap. */
  readonly contributions: readonly number[];
  readonly gap: number;
  /** What spoke for the move; adds up to 100, or is empty where nothing was weighed. */
  readonly causes: readonly CausePart[];
  /** The strongest component that spoke against the move, or `null`. */
  readonly against: number | null;
}

const RISK = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'riskTolerance');

/** Two causes this close are named together: the smaller is at least nine tenths of the larger. */
const ABOUT_EQUAL = 0.9;

/** Whether neither of two amounts may be named without the other. */
export function areAboutEqual(first: number, second: number): boolean {
  return second > 0 && second >= ABOUT_EQUAL * first;
}

/** Everything but chance that spoke for the move, to be named together: one cause, or all within a tenth of the largest. */
export function findMainCauses(causes: readonly CausePart[]): readonly CausePart[] {
  const named = causes.filter(({ reason }) => reason !== REASON.chance);
  return named.filter(({ percent }) => areAboutEqual(named[0].percent, percent));
}

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
    kind: MOVES[events[base + COLUMN.move]].key,
    month,
    from: events[base + COLUMN.from],
    to: events[base + COLUMN.to],
    reason,
    ageYears: Math.floor(events[base + COLUMN.ageYears]),
    experience: readBand(events, base, EXPERIENCE),
    riskTolerance: readBand(events, base, RISK),
    tenureMonths: events[base + COLUMN.tenureMonths],
    contributions,
    gap: events[base + COLUMN.gap],
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
