import type { World } from '../world.ts';
import { adaptFocuses } from './adaptation.ts';
import { moveAdvertising } from './advertising.ts';
import { imitateRivals } from './imitation.ts';
import { movePrices } from './prices.ts';

/** Step 2: whoever has a revision due copies or learns what to stress, then moves price and advertising. */
export function planQuarter(world: World): void {
  imitateRivals(world);
  adaptFocuses(world);
  movePrices(world);
  moveAdvertising(world);
}
