import type { World } from '../world.ts';
import { readRule } from './rules.ts';

/** Months for which trading is held to the grade after a retest. */
const RETEST_MONTHS = 6;
/** Tolerated turnover of the lowest grade, as a part of that at middling risk tolerance; it rises in proportion to this plus r. */
const GRADE_FLOOR = 0.5;
/** A gain in the month after which half of the turnover is enough to count as chasing. */
const CHASED_GAIN = 0.05;
/** Trading falls by this much in a cooling-off at full strength, a third of it: the rest would have happened later anyway. */
const COOLING_CALM = 0.3;

/** How clients are watched this month, and what comes of it. */
export interface Conduct {
  /** Probability that a mismatch is found, and whether there is a rule on that at all. */
  readonly reassessment: number;
  readonly isReassessed: boolean;
  /** Strength of the rule on cooling-off. */
  readonly coolingOff: number;
  /** Factor on trades in a cooling-off. */
  readonly calm: number;
}

export function readConduct(world: World): Conduct {
  const reassessment = readRule(world, 'reassessment');
  const coolingOff = readRule(world, 'coolingOff');
  return {
    reassessment,
    isReassessed: reassessment > 0,
    coolingOff,
    calm: 1 - COOLING_CALM * coolingOff,
  };
}

/** Turnover a month over assets that suits a risk tolerance. @param middling at a tolerance of 0.5 */
export function computeToleratedTurnover(middling: number, risk: number): number {
  return middling * (GRADE_FLOOR + risk);
}

/**
 * Looks at everybody’s month. Who traded beyond their grade is retested, if found, by the far end of the number that
 * decides on complaints (M40). Who trades a great deal, or half of it after a gain, cools off (M41).
 */
export function watchConduct({ investors, values, block }: World, conduct: Conduct): void {
  const { isReassessed, coolingOff, reassessment } = conduct;
  if (!isReassessed && coolingOff === 0) return;
  const suited = values['regulator.toleratedTurnover'];
  const erratic = values['regulator.coolingTurnover'];
  const months = values['regulator.coolingMonths'];
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const assets = investors.assetsCents[i];
    const turnover = investors.monthTurnoverCents[i];
    const isBeyond = turnover > computeToleratedTurnover(suited, investors.risk[i]) * assets;
    const isFound = isBeyond && block.u[k] > 1 - reassessment;
    investors.retested[i] = isFound ? RETEST_MONTHS : Math.max(0, investors.retested[i] - 1);
    const isChasing = investors.monthGross[i] > CHASED_GAIN;
    const isErratic = coolingOff > 0 && turnover > (isChasing ? erratic / 2 : erratic) * assets;
    investors.cooling[i] = isErratic ? months : Math.max(0, investors.cooling[i] - 1);
  }
}
