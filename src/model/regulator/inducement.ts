import type { World } from '../world.ts';
import { readRule } from './rules.ts';

/** Advertising over revenue at which people are pushed as often as in the trials. */
const FULL_PUSH = 0.15;

/**
 * Factor by which what a broker pushes makes its clients trade more (E33), as far as the ban on inducing over-trading lets it.
 * What else a broker does to that end belongs in here.
 */
export function computeInducement(world: World, b: number): number {
  const pushed = world.values['trading.pushed'] * Math.min(1, world.offers.pushiness[b] / FULL_PUSH);
  return 1 + pushed * (1 - readRule(world, 'overtradingBan'));
}
