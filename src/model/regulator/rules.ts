import { yearFraction } from '../../core/calendar.ts';
import { readMonth, type World } from '../world.ts';
import type { Rule } from './parameters.ts';

/** Strength of a rule this month, on [0, 1]: what `regulator.<rule>` says from its date on, and nothing before. */
export function readRule(world: World, rule: Rule): number {
  const { values } = world;
  return yearFraction(readMonth(world)) >= values[`regulator.${rule}From`] ? values[`regulator.${rule}`] : 0;
}
