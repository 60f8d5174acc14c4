import { expect, test } from 'vitest';
import { countExperience } from '../../../src/model/investors/learning.ts';
import { computeQuizToll, passQuiz } from '../../../src/model/regulator/quiz.ts';
import { createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

test('a quiz stands before the accounts of novices and teaches them, by the strength of education', () => {
  const world = createStartedWorld({ values: { ...NO_RULES, 'regulator.education': 0.5 } });
  const { investors, flow } = world;
  investors.experience.set([0.1, 0.5]);
  investors.riskPerception.set([0.4, 0.4]);
  // Half of .15 log odds, half of .033.
  expect(computeQuizToll(world, 0)).toBeCloseTo(0.075, 12);
  expect(computeQuizToll(world, 1)).toBe(0);
  passQuiz(world, 0);
  passQuiz(world, 1);
  expect(investors.experience[0]).toBeCloseTo(0.1165, 6);
  expect(investors.riskPerception[0]).toBeCloseTo(0.4165, 6);
  expect(investors.experience[1]).toBe(0.5);
  expect(flow.experienceByEducation[0]).toBe(
    countExperience(investors.experience[0]) - countExperience(Math.fround(0.1)),
  );
});
