import { sumOf } from '../../core/sum.ts';
import { BLOCK_SLOTS, takeUsersInOrder } from '../investors/block.ts';
import type { World } from '../world.ts';
import { BINS, findBin } from './bins.ts';
import { divide } from './divide.ts';

const TENURED_MONTHS = 12;
const FIFTH = 0.2;

/**
 * What part of last year’s turnover over assets the most active fifth did; the bin in which the fifth begins counts as a whole.
 */
export function computeTopFifth(world: World): number {
  const counts = new Float64Array(BINS);
  const sums = new Float64Array(BINS);
  visitTenured(world, (slot) => {
    const turnover = world.investors.lastYearTurnover[slot];
    const bin = findBin(turnover);
    counts[bin]++;
    sums[bin] += turnover;
  });
  const [, eager] = findEnds(counts);
  return divide(sumOf(sums.subarray(eager)), sumOf(sums));
}

/**
 * What the least active fifth earned in the month more than the most active one (trial.md §3 no. 10). The bin in which a
 * fifth ends counts as a whole; without a year before, or when both ends are one bin, there is no gap.
 */
export function computeReturnGap(world: World): { readonly returnGapGross: number; readonly returnGapNet: number } {
  const counts = new Float64Array(BINS);
  visitTenured(world, (slot) => {
    counts[findBin(world.investors.lastYearTurnover[slot])]++;
  });
  const [lazy, eager] = findEnds(counts);
  const sums = { lazy: 0, eager: 0, lazyGross: 0, eagerGross: 0, lazyNet: 0, eagerNet: 0 };
  visitTenured(world, (slot) => {
    const { lastYearTurnover, monthGross, monthNet } = world.investors;
    const bin = findBin(lastYearTurnover[slot]);
    if (bin <= lazy) {
      sums.lazy++;
      sums.lazyGross += monthGross[slot];
      sums.lazyNet += monthNet[slot];
    } else if (bin >= eager) {
      sums.eager++;
      sums.eagerGross += monthGross[slot];
      sums.eagerNet += monthNet[slot];
    }
  });
  return {
    returnGapGross: divide(sums.lazyGross, sums.lazy) - divide(sums.eagerGross, sums.eager),
    returnGapNet: divide(sums.lazyNet, sums.lazy) - divide(sums.eagerNet, sums.eager),
  };
}

/** Users of at least twelve months, in order of slot. */
function visitTenured(world: World, visit: (slot: number) => void): void {
  const { investors, agents, market, block } = world;
  const newest = market.month[0] - TENURED_MONTHS;
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    for (let k = 0; k < block.count; k++) {
      if (investors.userSince[block.slots[k]] <= newest) visit(block.slots[k]);
    }
  }
}

/** Bins in which the lowest fifth ends and the highest begins. */
export function findEnds(counts: ArrayLike<number>): readonly [low: number, high: number] {
  let total = 0;
  for (let bin = 0; bin < counts.length; bin++) total += counts[bin];
  let low = 0;
  for (let below = counts[0]; low < counts.length - 1 && below < FIFTH * total; below += counts[++low]);
  let high = counts.length - 1;
  for (let above = counts[high]; high > 0 && above < FIFTH * total; above += counts[--high]);
  return [low, high];
}
