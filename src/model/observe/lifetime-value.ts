import { exp, ln } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { TENURE_BANDS, TENURE_BOUNDS } from '../investors/tenure.ts';
import type { World } from '../world.ts';
import { divide } from './divide.ts';
import { countElapsed, sumHistory } from './year-sums.ts';

/** Money a year later is worth this much less: about the cost of equity of a broker. */
const DISCOUNT = 0.08;
/** Agent-months at the market’s hazard that are added to what a broker itself has seen: twenty clients for a year. */
const SHRINKAGE_MONTHS = 240;

/** Band of tenure from 12 to 24 months. */
const SECOND_YEAR = 1;

export interface LifetimeValues {
  readonly market: number;
  readonly brokers: Float64Array;
}

/**
 * Customer lifetime value, CNY: margin a client and month times the expected discounted months as a client (see the
 * metric). NaN where nobody has been a client.
 */
export function computeLifetimeValues(world: World): LifetimeValues {
  const { tenure, brokerCount } = world;
  const lost = sumByBand(tenure.lost, brokerCount);
  const stayed = sumByBand(tenure.stayed, brokerCount);
  const overall = divide(sumOf(lost), sumOf(lost) + sumOf(stayed));
  const market = lost.map((count, band) => (count + stayed[band] > 0 ? count / (count + stayed[band]) : overall));
  const books = { margin: 0, months: 0 };
  const brokers = new Float64Array(brokerCount);
  for (let b = 0; b < brokerCount; b++) {
    const margin = sumMargin(world, b);
    const months = countElapsed(world) > 0 ? sumHistory(world, 'users', b) : 0;
    books.margin += margin;
    books.months += months;
    const hazards = market.map((hazard, band) => shrinkHazard(world, b * TENURE_BANDS + band, hazard));
    brokers[b] = (divide(margin, months) / 100) * computeDiscountedMonths(hazards);
  }
  return { market: (divide(books.margin, books.months) / 100) * computeDiscountedMonths(market), brokers };
}

/** Probability of being lost in a month with five years and more at the broker, over that in the second year. */
export function computeHazardRatio({ tenure, brokerCount }: World): number {
  const lost = sumByBand(tenure.lost, brokerCount);
  const stayed = sumByBand(tenure.stayed, brokerCount);
  const hazard = (band: number) => divide(lost[band], lost[band] + stayed[band]);
  return divide(hazard(TENURE_BANDS - 1), hazard(SECOND_YEAR));
}

/** Revenue of the last 12 months less what it costs to serve clients, agent cents: acquisition and fixed cost apart. */
function sumMargin(world: World, b: number): number {
  const of = (column: Parameters<typeof sumHistory>[1]) => sumHistory(world, column, b);
  return of('revenueCents') - (of('costCents') - of('acquisitionCents') - of('fixedCents'));
}

function shrinkHazard({ tenure }: World, row: number, market: number): number {
  return (tenure.lost[row] + SHRINKAGE_MONTHS * market) / (tenure.lost[row] + tenure.stayed[row] + SHRINKAGE_MONTHS);
}

/**
 * Expected months as a client, each discounted: ∫ S(t)·e^(−δt) dt with S piecewise exponential.
 * @param hazards probability of being lost in a month by band of tenure, below 1; the last band has no end
 */
export function computeDiscountedMonths(hazards: ArrayLike<number>): number {
  const discount = ln(1 + DISCOUNT) / 12;
  let months = 0;
  let weight = 1;
  for (let band = 0; band < TENURE_BANDS; band++) {
    const rate = discount - ln(1 - hazards[band]);
    const length = (TENURE_BOUNDS[band] ?? Number.POSITIVE_INFINITY) - (TENURE_BOUNDS[band - 1] ?? 0);
    const after = weight * exp(-rate * length);
    months += (weight - after) / rate;
    weight = after;
  }
  return months;
}

function sumByBand(column: Float64Array, brokerCount: number): Float64Array {
  const sums = new Float64Array(TENURE_BANDS);
  for (let row = 0; row < brokerCount * TENURE_BANDS; row++) sums[row % TENURE_BANDS] += column[row];
  return sums;
}
