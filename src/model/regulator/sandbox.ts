import { PURPOSE } from '../purposes.ts';
import { readMonth, type World } from '../world.ts';
import { readRule } from './rules.ts';

/** Under supervision and without fear of fines, clients take up what is new this much faster: half as fast again (S238, shrunk). */
const FASTER = 1.5;

/** Whether the broker is in the regulatory sandbox: a lottery each January, of which the rule’s strength is the odds (M48). */
export function isInSandbox(world: World, b: number): boolean {
  const odds = readRule(world, 'sandbox');
  if (odds === 0) return false;
  const january = readMonth(world) - (readMonth(world) % 12);
  world.draws.at(b, january, PURPOSE.sandbox);
  return world.draws.u < odds;
}

/** Factor on how fast a broker’s clients take up AI advice. */
export function computeAdoptionFactor(world: World, b: number): number {
  return isInSandbox(world, b) ? FASTER : 1;
}
