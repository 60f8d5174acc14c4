import { NONE } from '../purposes.ts';
import type { World } from '../world.ts';

/*
 * Joint accounts (M12), cheaply: some people hold theirs jointly with the first of their friends. They stay where that friend
 * is, and follow them when they move. The friend need not do so in turn.
 */

/** The broker that the other holder showed last month; NONE for people without a joint account, or whose partner has none. */
export function readFamilyBroker({ investors, ties, values }: World, slot: number): number {
  if (investors.family[slot] === 0) return NONE;
  return investors.shown[ties.friend[slot * values['network.friends']]];
}
