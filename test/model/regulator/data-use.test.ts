import { describe, expect, test } from 'vitest';
import { computeTargeting } from '../../../src/model/investors/channels.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { prepareDataUse, readReach } from '../../../src/model/regulator/data-use.ts';
import { createStartedWorld, findSlots } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

function createRuled(values: Partial<ParameterValues>) {
  const world = createStartedWorld({ agents: 4000, values: { ...NO_RULES, ...values } });
  prepareDataUse(world);
  return world;
}

test('78 in 100 people consent, by no trait that brokers see', () => {
  const world = createStartedWorld({ agents: 20_000 });
  const share = (slots: number[]) => slots.filter((slot) => world.investors.consent[slot] === 1).length / slots.length;
  // Standard error √(.78 × .22 / 20000) = .003; within half of the people .004, of the willing .005.
  expect(Math.abs(share(findSlots(world, () => true)) - 0.78)).toBeLessThan(0.012);
  for (const has of [
    (slot: number) => world.investors.experience[slot] < 0.3,
    (slot: number) => world.investors.willing[slot] === 1,
  ]) {
    expect(Math.abs(share(findSlots(world, has)) - 0.78)).toBeLessThan(0.025);
  }
});

describe('reach', () => {
  test.each([
    [{}, 1, 1],
    [{ 'regulator.consent': 1 }, 0, 1],
    [{ 'regulator.consent': 0.4 }, 0.6, 1],
    [{ 'regulator.consent': 1, 'regulator.minimumData': 1 }, 0, 0.95],
  ])('under %o is %d without and %d with consent', (rules, without, withConsent) => {
    const world = createRuled(rules);
    const [no] = findSlots(world, (slot) => world.investors.consent[slot] === 0);
    const [yes] = findSlots(world, (slot) => world.investors.consent[slot] === 1);
    expect(readReach(world, no)).toBeCloseTo(without, 12);
    expect(readReach(world, yes)).toBeCloseTo(withConsent, 12);
  });
});

describe('advertising of a niche', () => {
  const target = (rules: Partial<ParameterValues>, consent: number, experience: number) => {
    const world = createRuled({ ...rules, 'brokers.nicheTargeting': 8 });
    world.investors.consent[0] = consent;
    world.investors.experience[0] = experience;
    return computeTargeting(world, 0, 'novice');
  };

  test('without rules goes to those whom it is made for, and to one in five of the others', () => {
    expect(target({}, 0, 0.1)).toBe(1);
    expect(target({}, 0, 0.6)).toBeCloseTo(0.2, 12);
  });

  test('meets who does not consent like anybody, whoever they are: an eighth as often as those it knows', () => {
    const rules = { 'regulator.consent': 1 };
    expect(target(rules, 0, 0.1)).toBeCloseTo(1 / 8, 12);
    expect(target(rules, 0, 0.6)).toBeCloseTo(1 / 8, 12);
    expect(target(rules, 1, 0.1)).toBe(1);
  });

  test('with the minimum of data errs a little less, and reaches a little fewer', () => {
    const rules = { 'regulator.minimumData': 1 };
    // Accuracy .8 × 1.05 = .84, reach .95, beside that an eighth: .95 × 1 + .05 / 8 and .95 × .16 + .05 / 8.
    expect(target(rules, 1, 0.1)).toBeCloseTo(0.95625, 12);
    expect(target(rules, 1, 0.6)).toBeCloseTo(0.15825, 12);
  });
});
