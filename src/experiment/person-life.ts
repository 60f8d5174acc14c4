import type { ModelInputs } from '../model/inputs.ts';
import { allocateState } from '../model/state.ts';

/** One person in one month. Brokers are positions, `NONE` for none; scores and experience are on [0, 1]. */
export interface PersonMonth {
  /** Months of the run completed. */
  readonly month: number;
  /** Counts who has had this place: another number is another person. */
  readonly generation: number;
  readonly ageYears: number;
  readonly shortHorizon: boolean;
  readonly riskTolerance: number;
  readonly tier: number;
  /** Code of `STATUS`. */
  readonly status: number;
  readonly main: number;
  readonly assetsCents: number;
  readonly experience: number;
  readonly satisfaction: number;
  /** Net return with a memory of twelve months. */
  readonly return12: number;
  readonly trades: number;
  readonly complained: boolean;
  /** Main broker of each friend. */
  readonly friends: readonly number[];
}

/** Reads one person from a saved state. @param month months completed */
export function readPersonMonth(inputs: ModelInputs, state: ArrayBuffer, month: number, slot: number): PersonMonth {
  const { investors, ties } = allocateState(inputs, state).tables;
  const friends = inputs.values['network.friends'];
  return {
    month,
    generation: investors.generation[slot],
    ageYears: Math.floor((inputs.startMonth + month - investors.birthMonth[slot]) / 12),
    shortHorizon: investors.shortHorizon[slot] === 1,
    riskTolerance: investors.risk[slot],
    tier: investors.tier[slot],
    status: investors.status[slot],
    main: investors.main[slot],
    assetsCents: investors.assetsCents[slot],
    experience: investors.experience[slot],
    satisfaction: investors.satisfaction[slot],
    return12: investors.return12[slot],
    trades: investors.monthTrades[slot],
    complained: investors.complained[slot] === 1,
    friends: Array.from(ties.friend.subarray(slot * friends, (slot + 1) * friends), (slotOf) => investors.main[slotOf]),
  };
}
