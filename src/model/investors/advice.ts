import { clipNegative } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import type { World } from '../world.ts';

/** AI advice is given up at this rate a year, and at once after bad losses (E49). */
const DROPPED = 0.15;
const VISIBLE_FAILURE = -0.25;
/** An error costs as much satisfaction as a complaint. */
const ERROR_HURT = 0.1;

/** Kinds of products beyond stocks that a person holds at most; with all of them nothing is left to diversify. */
export const MOST_PRODUCTS = 4;

/**
 * How much there is to diversify, on [0, 1]: 1 for a novice with nothing but stocks, 0 for who holds enough by experience or
 * in other products. Advice does what it does in proportion to this (E47: much below five stocks, nothing above ten).
 * @param experience on [0, 1] @param products 0 to `MOST_PRODUCTS`
 */
export function measureUndiversified(experience: number, products: number, diversifiedAt: number): number {
  return clipNegative(1 - experience / diversifiedAt) * (1 - products / MOST_PRODUCTS);
}

/** Step 6: the willing begin to follow advice, and followers give it up: by the way, for waiting, or after bad losses. Takes the low end of `v`. */
export function followAdvice({ investors, offers, block }: World): void {
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    if (investors.advised[i] === 1) {
      const gone = block.v[k] < offers.adviceDropping[b] || investors.return12[i] < VISIBLE_FAILURE;
      if (gone) investors.advised[i] = 0;
    } else if (investors.willing[i] === 1 && block.v[k] < offers.adviceUptake[b]) {
      investors.advised[i] = 1;
    }
  }
}

/** Probability of a month that advice is given up at a broker that answers this share of cases. */
export function computeDropping(answered: number, waitDropped: number): number {
  return (DROPPED / 12) * (1 + waitDropped * (1 - answered));
}

/**
 * Step 6: errors of the AI hit some of those who follow it: they lose money and satisfaction, and some give advice up for
 * it. Takes the high end of `u`, of which complaints take the low one: nobody has both in a month.
 */
export function sufferErrors({ investors, advisory, tally, flow, values, block }: World): void {
  const part = values['advice.errorLoss'];
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const b = investors.main[i];
    const hazard = investors.advised[i] * advisory.errorHazard[b];
    if (1 - block.u[k] >= hazard) continue;
    const assets = investors.assetsCents[i];
    const loss = roundCents(part * assets);
    flow.gainCents[0] -= loss;
    tally.adviceErrors[b]++;
    investors.assetsCents[i] = assets - loss;
    for (const column of REMEMBERED_RETURNS) investors[column][i] -= part;
    investors.satisfaction[i] = Math.max(0, investors.satisfaction[i] - ERROR_HURT);
    if (1 - block.u[k] < values['advice.giveUp'] * hazard) investors.advised[i] = 0;
  }
}

const REMEMBERED_RETURNS = ['monthGross', 'monthNet', 'return12', 'yearNet'] as const;
