import { countExperience } from '../investors/learning.ts';
import type { World } from '../world.ts';
import { readRule } from './rules.ts';

/** Experience below which somebody who opens an account has a quiz on risk to pass. */
const NOVICE = 0.3;
/** The quiz takes away this much of the log odds of conversion at full strength … */
const QUIZ_TOLL = 0.15;
/** … and leaves this much experience and accuracy: .15 standard deviations, once (E56). */
const QUIZ_LEARNED = 0.033;

/** What the quiz takes from the log odds that the person in a slot opens an account (M45). */
export function computeQuizToll(world: World, slot: number): number {
  return world.investors.experience[slot] < NOVICE ? QUIZ_TOLL * readRule(world, 'education') : 0;
}

/** A novice has passed the quiz and knows a little more: learned by education, not by doing. Call once they count among users. */
export function passQuiz(world: World, slot: number): void {
  const { investors, flow } = world;
  const before = investors.experience[slot];
  if (before >= NOVICE) return;
  const learned = QUIZ_LEARNED * readRule(world, 'education');
  investors.experience[slot] = before + learned;
  investors.riskPerception[slot] = Math.min(1, investors.riskPerception[slot] + learned);
  flow.experienceByEducation[0] += countExperience(investors.experience[slot]) - countExperience(before);
}
