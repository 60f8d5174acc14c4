import type { World } from '../world.ts';
import { readRule } from './rules.ts';

/** Data brokers do without cost them this much of their reach at full strength (87 fields become 32, S209–S210). */
const REACH_LOST = 0.05;
/** What is left predicts better by this much at full strength: a third of the 15 % claimed (S211). */
const ACCURACY_GAINED = 0.05;

/**
 * What marketing may use of people’s data this month, in `offers`: `reach` by consent, and `accuracy`. Everybody is within
 * reach while no rule asks for consent.
 */
export function prepareDataUse(world: World): void {
  const { offers } = world;
  const minimum = readRule(world, 'minimumData');
  const kept = 1 - REACH_LOST * minimum;
  offers.reach[0] = kept * (1 - readRule(world, 'consent'));
  offers.reach[1] = kept;
  offers.spared = 1 - readRule(world, 'coolingOff');
  offers.accuracy = 1 + ACCURACY_GAINED * minimum;
}

/**
 * Probability that marketing by personal data reaches the person in a slot: niche advertising, automation, churn
 * prediction, wake-up calls. A factor on what they do, on [0, 1]. Nothing is pushed in a cooling-off.
 */
export function readReach({ offers, investors }: World, slot: number): number {
  return offers.reach[investors.consent[slot]] * (investors.cooling[slot] > 0 ? offers.spared : 1);
}
