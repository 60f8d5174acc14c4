import { yearFraction } from '../../core/calendar.ts';
import type { World } from '../world.ts';

/** Years from the first tools to content made by AI throughout. */
const ADOPTION_YEARS = 2;

/**
 * How much more content money makes than by hand (M15): from `brokers.contentAiYear` on the cost of a piece falls evenly, within two
 * years, to `brokers.contentAiCost` of what it was, for everybody.
 */
export function computeContentYield({ values, market }: World): number {
  const years = yearFraction(market.month[0]) - values['brokers.contentAiYear'];
  const adopted = Math.min(1, Math.max(0, years / ADOPTION_YEARS));
  return 1 / (1 - adopted * (1 - values['brokers.contentAiCost']));
}

/**
 * Attention that a piece of content finds, on (0, 1]: people have only so much. Where supply, the mean level that users see,
 * exceeds `brokers.contentAttention`, each piece finds less of it; with `brokers.contentCongestion` at 1 all share a fixed sum, with 0 nobody
 * stands in another’s way.
 */
export function computeContentAttention({ brokers, values, brokerCount }: World): number {
  let users = 0;
  let supply = 0;
  for (let b = 0; b < brokerCount; b++) {
    users += brokers.users[b];
    supply += brokers.users[b] * brokers.content[b];
  }
  if (users === 0 || supply === 0) return 1;
  const share = Math.min(1, (values['brokers.contentAttention'] * users) / supply);
  return 1 - values['brokers.contentCongestion'] * (1 - share);
}
