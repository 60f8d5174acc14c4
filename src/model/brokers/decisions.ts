import { isQuarterStart } from '../../core/calendar.ts';
import { readMonth, type World } from '../world.ts';
import { moveAdvertising } from './advertising.ts';
import { movePrices } from './prices.ts';

/** Step 2, first month of a quarter: every broker moves its price and its advertising budget, and spends from revenue. */
export function planQuarter(world: World): void {
  if (!isQuarterStart(readMonth(world))) return;
  movePrices(world);
  moveAdvertising(world);
}
