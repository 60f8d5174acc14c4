import { readMonth, type World } from '../world.ts';

/** A decision and why: the columns of `DECISION_COLUMNS` after the broker. */
export interface Rationale {
  readonly decision: number;
  readonly subject: number;
  readonly reason: number;
  readonly value: number;
  readonly other: number;
}

/** Keeps the decision as the broker’s last, in the state: a run that is continued from a saved one still knows why. */
export function recordDecision(world: World, broker: number, rationale: Rationale): void {
  const { strategies } = world;
  strategies.decidedMonth[broker] = readMonth(world);
  strategies.decision[broker] = rationale.decision;
  strategies.subject[broker] = rationale.subject;
  strategies.reason[broker] = rationale.reason;
  strategies.value[broker] = rationale.value;
  strategies.other[broker] = rationale.other;
}
