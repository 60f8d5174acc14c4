import { HISTORY_MONTHS, type HistoryColumn } from '../state.ts';
import { readMonth, type World } from '../world.ts';

/** Months of the run that are completed. */
export function countElapsed(world: World): number {
  return readMonth(world) - world.inputs.startMonth;
}

/** Sum of a figure of one broker over the last months, or as many as the run has. @param months at most 12 */
export function sumHistory(world: World, column: HistoryColumn, b: number, months = 12): number {
  const { history, brokerCount } = world;
  const now = readMonth(world);
  let sum = 0;
  for (let back = 1; back <= Math.min(months, countElapsed(world)); back++) {
    sum += history[column][((now - back) % HISTORY_MONTHS) * brokerCount + b];
  }
  return sum;
}

/** The same over all brokers. */
export function sumHistoryOfAll(world: World, column: HistoryColumn, months = 12): number {
  let sum = 0;
  for (let b = 0; b < world.brokerCount; b++) sum += sumHistory(world, column, b, months);
  return sum;
}

/** A figure of every broker as it stood a year before the end of the last month. Only when a year is over. */
export function readYearAgo(world: World, column: 'users' | 'accounts'): Float64Array {
  const { history, brokerCount } = world;
  const row = ((readMonth(world) - HISTORY_MONTHS) % HISTORY_MONTHS) * brokerCount;
  return history[column].slice(row, row + brokerCount);
}
