import type { World } from '../world.ts';
import { readProgramme } from './programmes.ts';

/** What a broker pays for an opening through advertising that is funded, CNY: the usual reward and what its promotion adds (M3). */
export function readPromotionCny({ programmes, values }: World, b: number): number {
  return values['accounts.promotionCny'] + programmes.promotion[b] * values['programmes.promotionCny'];
}

/**
 * Rise of the log odds that a promotion makes somebody met by advertising open an account. Money draws those who go wherever
 * it is paid: nothing at a restlessness of 0, the stated rise at 1, at most twice that. So those whom it wins stay less long.
 */
export function computePromotionPull(world: World, i: number, b: number): number {
  const restless = world.investors.restless[i];
  return (
    world.values['programmes.promotion'] * readProgramme(world, b, 'promotion') * ((2 * restless) / (1 + restless))
  );
}
