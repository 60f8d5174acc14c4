import { describe, expect, test } from 'vitest';
import { takeUsers } from '../../../src/model/investors/block.ts';
import { computeMisjudgement, perceiveRisk, readPerceptionMonth } from '../../../src/model/investors/perception.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import { createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

/** Accuracy after a month of somebody awake with experience .5 and accuracy .5. */
function perceive(values: Partial<ParameterValues>, monthNet = 0, status: number = STATUS.active): number {
  const world = createStartedWorld({
    agents: 100,
    values: { ...NO_RULES, 'experience.perceptionSpeed': 1.2, 'regulator.disclosureLift': 0.2, ...values },
  });
  const { investors } = world;
  investors.status.fill(status);
  investors.experience.fill(0.5);
  investors.riskPerception.fill(0.5);
  investors.monthNet.fill(monthNet);
  takeUsers(world, 0, 100);
  perceiveRisk(world, readPerceptionMonth(world));
  return investors.riskPerception[0];
}

describe('risk perception', () => {
  // Experience .5 goes with .35 + .4 × .5 = .55; speed 1.2 a year is a tenth of the way a month.
  test('goes towards what experience makes of it; text adds 8 % of what dynamic labels add', () => {
    expect(perceive({})).toBeCloseTo(0.5 + 0.1 * (0.55 * 1.016 - 0.5), 6);
    expect(perceive({ 'regulator.disclosure': 1 })).toBeCloseTo(0.5 + 0.1 * (0.55 * 1.2 - 0.5), 6);
  });

  test('is taught, and learned from an own loss but not from a gain', () => {
    expect(perceive({ 'regulator.education': 1 }) - perceive({})).toBeCloseTo(0.1 * 0.03, 6);
    const seen = perceive({});
    // A loss of a fifth closes 2 % of what is missing.
    expect(perceive({}, -0.2)).toBeCloseTo(seen + 0.1 * 0.2 * (1 - seen), 6);
    expect(perceive({}, 0.2)).toBeCloseTo(seen, 6);
  });

  test('of the dormant stays as it is', () => {
    expect(perceive({}, -0.2, STATUS.dormant)).toBe(0.5);
  });

  test('that is low means more risk than meant, that is high less', () => {
    expect(computeMisjudgement(0.2, 0.5)).toBe(1);
    expect(computeMisjudgement(0.2, 0)).toBeCloseTo(1.1, 12);
    expect(computeMisjudgement(0.2, 1)).toBeCloseTo(0.9, 12);
    expect(computeMisjudgement(0, 0)).toBe(1);
  });
});
