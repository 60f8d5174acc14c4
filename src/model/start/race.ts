import { ln } from '../../core/math.ts';
import { readPerson, type World } from '../world.ts';

/** People who wait for something, each with the log of when it comes. */
export interface Race {
  readonly slots: number[];
  readonly turns: number[];
}

export function createRace(): Race {
  return { slots: [], turns: [] };
}

/**
 * Enters a person. The waiting time for an event of constant hazard h is −ln(u)/h: taking those whose turn comes first is what
 * more time under the same hazards would do.
 * @param u uniform draw @param logHazard log of the hazard, in any unit that all share
 */
export function enlist({ slots, turns }: Race, slot: number, u: number, logHazard: number): void {
  slots.push(slot);
  turns.push(ln(-ln(u)) - logHazard);
}

/** Slots of the first so many, in order of slot. Equal turns go by number of the person. */
export function pickFirst(world: World, { slots, turns }: Race, places: number): number[] {
  if (places <= 0) return [];
  if (places >= slots.length) return slots;
  const last = Float64Array.from(turns).sort()[places - 1];
  const level = slots.filter((_, k) => turns[k] === last).sort((a, b) => readPerson(world, a) - readPerson(world, b));
  const before = turns.reduce((count, turn) => count + (turn < last ? 1 : 0), 0);
  const lucky = new Set(level.slice(0, places - before));
  return slots.filter((slot, k) => turns[k] < last || (turns[k] === last && lucky.has(slot)));
}
