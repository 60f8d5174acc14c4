import { expect, test } from 'vitest';
import { readRule } from '../../../src/model/regulator/rules.ts';
import { createStartedWorld, TEST_START, withValues } from '../../support/model-world.ts';

test('a rule has its strength from its month on, and none before', () => {
  // 2026.25 is April 2026: January to March are months 12 to 14 of the run.
  const world = withValues(createStartedWorld(), { 'regulator.education': 0.7, 'regulator.educationFrom': 2026.25 });
  const strengths = [0, 14, 15, 40].map((month) => {
    world.market.month[0] = TEST_START + month;
    return readRule(world, 'education');
  });
  expect(strengths).toEqual([0, 0, 0.7, 0.7]);
});

test('rules come into force each at its own date', () => {
  const world = withValues(createStartedWorld(), {
    'regulator.educationFrom': 2030,
    'regulator.suitabilityFrom': 2025,
  });
  expect(readRule(world, 'education')).toBe(0);
  expect(readRule(world, 'suitability')).toBeGreaterThan(0);
});
