import { yearFraction } from '../../core/calendar.ts';
import type { World } from '../world.ts';

/**
 * Whether a broker may take new clients this month. From `regulator.crossBorderBanFrom` on, brokers made for cross-border
 * clients may not: everybody here lives on the mainland (E8). They keep those they have, who may pay in nothing more.
 */
export function takesNewClients({ niches, values, market }: World, broker: number): boolean {
  return niches[broker] !== 'crossBorder' || yearFraction(market.month[0]) < values['regulator.crossBorderBanFrom'];
}

/** In the month in which the ban begins, the brokers that it meets lose reputation as after a fine (E50). */
export function imposeCrossBorderBan(world: World): void {
  const { niches, values, market, brokers, brokerCount } = world;
  const from = values['regulator.crossBorderBanFrom'];
  if (yearFraction(market.month[0]) < from || yearFraction(market.month[0] - 1) >= from) return;
  for (let b = 0; b < brokerCount; b++) {
    if (niches[b] !== 'crossBorder') continue;
    brokers.reputation[b] = Math.max(0, brokers.reputation[b] - values['regulator.trustShock']);
  }
}
