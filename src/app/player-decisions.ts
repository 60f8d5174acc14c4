import type { Decision, Lever, ModelInputs } from '../model/inputs.ts';

/** A lever that the player set, from a month of the run on. `price` in bp, all others in CNY million a quarter. */
export interface PlayerDecision {
  /** Months completed when it takes effect: 0 is the start of the run. */
  readonly month: number;
  /** Id of the broker. */
  readonly broker: string;
  readonly lever: Lever;
  readonly value: number;
}

export type PlayerDecisions = readonly PlayerDecision[];

function isSameLever(
  a: Pick<PlayerDecision, 'broker' | 'lever'>,
  b: Pick<PlayerDecision, 'broker' | 'lever'>,
): boolean {
  return a.broker === b.broker && a.lever === b.lever;
}

/** Adds a decision, in place of one on the same lever in the same month. Sorted by month. */
export function setDecision(decisions: PlayerDecisions, decision: PlayerDecision): PlayerDecisions {
  const others = decisions.filter((other) => other.month !== decision.month || !isSameLever(other, decision));
  return [...others, decision].sort((a, b) => a.month - b.month);
}

/** The decision that holds a broker's lever in a month, or `undefined` where the broker does as in A. */
export function findDecision(
  decisions: PlayerDecisions,
  broker: string,
  lever: Lever,
  month: number,
): PlayerDecision | undefined {
  return decisions.findLast((decision) => decision.month <= month && isSameLever(decision, { broker, lever }));
}

export function removeDecision(decisions: PlayerDecisions, decision: PlayerDecision): PlayerDecisions {
  return decisions.filter((other) => other !== decision);
}

/** Gives a lever back to the broker's own plan, at every month. */
export function releaseLever(decisions: PlayerDecisions, broker: string, lever: Lever): PlayerDecisions {
  return decisions.filter((decision) => !isSameLever(decision, { broker, lever }));
}

/** First month in which B differs from A, or `null` while they are the same. */
export function findBranchMonth(decisions: PlayerDecisions): number | null {
  return decisions.length === 0 ? null : Math.min(...decisions.map((decision) => decision.month));
}

/** The inputs of B: those of A with the player's decisions after the scenario's own. Brokers that do not exist are left out. */
export function applyDecisions(inputs: ModelInputs, decisions: PlayerDecisions): ModelInputs {
  const mine = decisions.flatMap(({ month, broker, lever, value }): Decision[] => {
    const index = inputs.brokers.findIndex(({ id }) => id === broker);
    return index < 0 ? [] : [{ month: inputs.startMonth + month, broker: index, lever, mode: 'set', value }];
  });
  return { ...inputs, decisions: [...inputs.decisions, ...mine] };
}
