import { isQuarterStart } from '../../core/calendar.ts';
import { readMonth, type World } from '../world.ts';
import { adaptFocuses } from './adaptation.ts';
import { moveAdvertising } from './advertising.ts';
import { imitateRivals } from './imitation.ts';
import { movePrices } from './prices.ts';

/** Step 2, first month of a quarter: those who learn or copy choose what to stress, then all move price and advertising. */
export function planQuarter(world: World): void {
  if (!isQuarterStart(readMonth(world))) return;
  imitateRivals(world);
  adaptFocuses(world);
  movePrices(world);
  moveAdvertising(world);
}
