import type { ModelInputs } from '../model/inputs.ts';
import { NONE } from '../model/purposes.ts';
import { bandOf, SEGMENT_DIMENSIONS } from '../model/segments.ts';
import { allocateState, type InvestorTable } from '../model/state.ts';

/** How many fare better in B than in A, worse, or no differently that could be noticed. */
export interface PeopleTally {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
}

/** One investor in both runs. Brokers are positions; returns are net of all cost, with a memory of twelve months. */
export interface PersonChange {
  readonly slot: number;
  readonly ageYears: number;
  /** Band of `SEGMENT_DIMENSIONS`. */
  readonly experience: number;
  readonly brokerA: number;
  readonly brokerB: number;
  readonly returnA: number;
  readonly returnB: number;
}

/** Two runs person by person: same seed, same month, same people. Counts are of simulated investors. */
export interface PeopleComparison {
  readonly month: number;
  /** Of all who are with an online broker in both runs. */
  readonly all: PeopleTally;
  /** Of these, whoever is the chosen broker’s client in A or in B. */
  readonly mine: PeopleTally;
  /** With an online broker in one of the runs only. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** By experience, then age: `groups[experience × age bands + age]`. */
  readonly groups: readonly PeopleTally[];
  /** Everybody whose main broker differs, by broker in A and in B, most first. */
  readonly moved: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Those who gain and who lose most, of the chosen broker’s clients. */
  readonly gainers: readonly PersonChange[];
  readonly losers: readonly PersonChange[];
}

/** Of return: a ten-thousandth of what one holds, a year. Less is no difference to a person. */
export const NOTICEABLE_RETURN = 0.0001;

const AGE = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'age');
const EXPERIENCE = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === 'experience');
const AGE_BANDS = SEGMENT_DIMENSIONS[AGE].bands.length;
const GROUPS = SEGMENT_DIMENSIONS[EXPERIENCE].bands.length * AGE_BANDS;

/** A run at one moment. */
export interface Moment {
  readonly inputs: ModelInputs;
  /** As `Simulation.save` gives it. */
  readonly state: ArrayBuffer;
}

/** The people of a saved state: views, not copies. */
export function readInvestors({ inputs, state }: Moment): InvestorTable {
  return allocateState(inputs, state).tables.investors;
}

/** Whether slot for slot the two runs are about the same people. */
export function canComparePeople(a: ModelInputs, b: ModelInputs): boolean {
  return a.agents === b.agents && a.startMonth === b.startMonth && a.brokers.length === b.brokers.length;
}

/**
 * Compares two runs of one seed down to the single investor. People whose place was taken over by somebody else in one of
 * the runs are left out.
 * @param month months completed, of both @param broker position of the chosen one @param most people listed on either side
 * @throws RangeError when the runs are not about the same people
 */
export function comparePeople(a: Moment, b: Moment, month: number, broker: number, most: number): PeopleComparison {
  if (!canComparePeople(a.inputs, b.inputs)) throw new RangeError('expected two runs of the same people');
  const [inA, inB] = [readInvestors(a), readInvestors(b)];
  const all = createTally();
  const mine = createTally();
  const groups = Array.from({ length: GROUPS }, createTally);
  const pairs = new Map<number, number>();
  const changes: PersonChange[] = [];
  let [onlyA, onlyB] = [0, 0];
  const now = a.inputs.startMonth + month;
  for (let slot = 0; slot < a.inputs.agents; slot++) {
    if (inA.generation[slot] !== inB.generation[slot]) continue;
    const [brokerA, brokerB] = [inA.main[slot], inB.main[slot]];
    onlyA += brokerA !== NONE && brokerB === NONE ? 1 : 0;
    onlyB += brokerA === NONE && brokerB !== NONE ? 1 : 0;
    if (brokerA === NONE || brokerB === NONE) continue;
    if (brokerA !== brokerB) {
      const pair = brokerA * a.inputs.brokers.length + brokerB;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    const [returnA, returnB] = [inA.return12[slot], inB.return12[slot]];
    const side = judge(returnB - returnA);
    const ageYears = Math.floor((now - inA.birthMonth[slot]) / 12);
    const experience = bandOf(SEGMENT_DIMENSIONS[EXPERIENCE], inA.experience[slot]);
    all[side]++;
    groups[experience * AGE_BANDS + bandOf(SEGMENT_DIMENSIONS[AGE], ageYears)][side]++;
    if (brokerA !== broker && brokerB !== broker) continue;
    mine[side]++;
    if (side !== 'same') changes.push({ slot, ageYears, experience, brokerA, brokerB, returnA, returnB });
  }
  const sorted = changes.sort((x, y) => gainOf(y) - gainOf(x) || x.slot - y.slot);
  const count = a.inputs.brokers.length;
  return {
    month,
    all,
    mine,
    onlyA,
    onlyB,
    groups,
    moved: [...pairs]
      .map(([pair, people]) => ({ from: Math.floor(pair / count), to: pair % count, count: people }))
      .sort((x, y) => y.count - x.count || x.from - y.from || x.to - y.to),
    gainers: sorted.filter((change) => gainOf(change) > 0).slice(0, most),
    losers: sorted
      .filter((change) => gainOf(change) < 0)
      .reverse()
      .slice(0, most),
  };
}

function createTally(): { better: number; worse: number; same: number } {
  return { better: 0, worse: 0, same: 0 };
}

function judge(gain: number): keyof PeopleTally {
  if (gain > NOTICEABLE_RETURN) return 'better';
  return gain < -NOTICEABLE_RETURN ? 'worse' : 'same';
}

function gainOf({ returnA, returnB }: PersonChange): number {
  return returnB - returnA;
}
