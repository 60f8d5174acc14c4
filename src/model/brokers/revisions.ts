import { pow } from '../../core/math.ts';
import { readMonth, type World } from '../world.ts';

/** Months for which speeds and steps of decisions are stated. */
const QUARTER_MONTHS = 3;

/** Whether a broker re-plans this month: each `revisionMonths` of it, counted from January of the year 0, so that quarters are quarters. */
export function isRevisionDue(world: World, broker: number): boolean {
  return readMonth(world) % world.inputs.brokers[broker].revisionMonths === 0;
}

/** Quarters between two revisions of a broker. */
export function readRevisionQuarters({ inputs }: World, broker: number): number {
  return inputs.brokers[broker].revisionMonths / QUARTER_MONTHS;
}

/** The part that is gone after so many quarters when `part` of what is left goes each quarter. */
export function compoundQuarters(part: number, quarters: number): number {
  return quarters === 1 ? part : 1 - pow(1 - part, quarters);
}
