import type { Lever } from '../inputs.ts';
import type { World } from '../world.ts';

/** What a strategy puts money into that has to be carried out, with the share of revenue planned for it and the level reached. */
const CARRIED_OUT = [
  { share: 'shareContent', part: 'content', level: 'content' },
  { share: 'shareCommunity', part: 'community', level: 'community' },
  { share: 'shareAdvice', part: 'advice', level: 'advice' },
  { share: 'shareService', part: 'service', level: 'service' },
] as const satisfies readonly { share: string; part: Lever; level: string }[];

/**
 * Fit of a broker to another’s strategy on [0, 1] (M55): 1 less the distance between what the strategy rests on and what the broker
 * has of it. It rests on people who carry it out (talent) and on what is there to build on (levels of capabilities, by where the
 * strategy’s money goes), in equal parts; only what is missing counts. `brokers.imitationMisfit` scales the distance: 0 makes everything fit.
 * @param model the position of the broker whose strategy it is
 */
export function computeFit(world: World, broker: number, model: number): number {
  const { brokers, strategies, values } = world;
  const missing = (column: 'talent' | (typeof CARRIED_OUT)[number]['level']) =>
    Math.max(0, brokers[column][model] - brokers[column][broker]);
  let money = 0;
  let distance = 0;
  for (const { share, part, level } of CARRIED_OUT) {
    const planned = brokers[share][model] + values['brokers.emphasis'] * strategies[part][model];
    money += planned;
    distance += planned * missing(level);
  }
  const levels = money > 0 ? distance / money : 0;
  return Math.max(0, 1 - values['brokers.imitationMisfit'] * 0.5 * (missing('talent') + levels));
}
