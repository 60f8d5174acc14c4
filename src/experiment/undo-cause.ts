import type { ModelInputs } from '../model/inputs.ts';
import type { ParameterKey } from '../model/parameters.ts';
import type { Reason } from '../model/reasons.ts';
import { readInvestors } from './people.ts';

/**
 * What “undo this cause” sets: values at which a reason weighs nothing in anybody’s decision to move or to leave. Everything
 * else, chance included, stays. Reasons that are missing act through no parameter, so they can’t be undone: chance is the
 * draw itself, habit and sleep are what everybody starts from, closure and the life course leave no choice.
 */
const NEUTRAL_VALUES: Readonly<Partial<Record<Reason, Readonly<Partial<Record<ParameterKey, number>>>>>> = {
  price: { 'tastes.price': 0 },
  content: { 'tastes.content': 0 },
  community: { 'tastes.community': 0, 'tastes.friends': 0, 'tastes.family': 0 },
  advice: { 'tastes.advice': 0 },
  service: { 'tastes.service': 0, 'programmes.careMost': 0, 'programmes.careBackfire': 0 },
  trust: { 'tastes.trust': 0 },
  niche: { 'tastes.niche': 0 },
  prominence: { 'choice.home': 0 },
  losses: { 'dormancy.returns': 0, 'dormancy.leaveReturns': 0 },
  dissatisfaction: { 'dormancy.satisfaction': 0 },
  engagement: { 'dormancy.engagement': 0, 'dormancy.leaveEngagement': 0 },
  friends: { 'dormancy.leaveFriends': 0, 'dormancy.leaveFamily': 0 },
};

/** Parameters that undoing a reason sets, with their values; `null` when it can’t be undone. */
export function findNeutralValues(reason: Reason): Readonly<Partial<Record<ParameterKey, number>>> | null {
  return NEUTRAL_VALUES[reason] ?? null;
}

/** The same run in which a reason weighs nothing. @throws RangeError when the reason can’t be undone */
export function neutraliseReason(inputs: ModelInputs, reason: Reason): ModelInputs {
  const neutral = findNeutralValues(reason);
  if (neutral === null) throw new RangeError(`${reason} acts through no parameter`);
  return { ...inputs, values: { ...inputs.values, ...neutral } };
}

/** Clients of one broker over some months, with and without a cause, under the same seed. Counts are of investors. */
export interface UndoneCause {
  /** Months that were replayed. */
  readonly months: number;
  /** Whether the person left the broker in the run as it was, and in the replay. */
  readonly leaves: boolean;
  readonly leavesWithout: boolean;
  /** Other clients who left in the run as it was; of these, who stay in the replay; and who leave in the replay only. */
  readonly others: number;
  readonly othersStay: number;
  readonly othersLeave: number;
}

/** Marks, month after month, who has left a broker since. */
export interface LeaverWatch {
  /** @param state after one more month */
  look(state: ArrayBuffer): void;
  /** 1 for a client at the start who has not been one at the end of some month since, by slot. */
  readonly left: Uint8Array;
}

/** @param state at the start */
export function watchLeavers(inputs: ModelInputs, state: ArrayBuffer, broker: number): LeaverWatch {
  const { main, generation } = readInvestors({ inputs, state });
  const clients = Array.from(main.keys()).filter((slot) => main[slot] === broker);
  const were = clients.map((slot) => generation[slot]);
  const left = new Uint8Array(inputs.agents);
  return {
    left,
    look(now) {
      const people = readInvestors({ inputs, state: now });
      clients.forEach((slot, k) => {
        if (people.main[slot] !== broker || people.generation[slot] !== were[k]) left[slot] = 1;
      });
    },
  };
}

/** Compares who left with and without the cause. @param slot the person whose cause it was */
export function compareLeavers(slot: number, months: number, before: Uint8Array, after: Uint8Array): UndoneCause {
  let [others, othersStay, othersLeave] = [0, 0, 0];
  for (let k = 0; k < before.length; k++) {
    if (k === slot) continue;
    others += before[k];
    othersStay += before[k] & (1 - after[k]);
    othersLeave += after[k] & (1 - before[k]);
  }
  return {
    months,
    leaves: before[slot] === 1,
    leavesWithout: after[slot] === 1,
    others,
    othersStay,
    othersLeave,
  };
}
