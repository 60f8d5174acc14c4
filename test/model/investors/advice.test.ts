import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { measureUndiversified } from '../../../src/model/investors/advice.ts';
import { judgeBrokers } from '../../../src/model/investors/experience.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld } from '../../support/model-world.ts';

const AGENTS = 2000;

/** Users alike in all that matters to advice, after one month of step 6. */
function judge(values: Partial<ParameterValues>, change: (world: World) => void): World {
  const world = createStartedWorld({
    agents: AGENTS,
    values: {
      'population.usersMillion': 340,
      'population.traditionalMillion': 0,
      'experience.complaints': 0,
      'experience.satisfactionSpeed': 0,
      ...values,
    },
  });
  const { investors, brokers } = world;
  investors.status.fill(STATUS.active);
  investors.main.fill(0);
  investors.satisfaction.fill(0.5);
  investors.return12.fill(0);
  investors.willing.fill(1);
  investors.assetsCents.fill(1e6);
  brokers.advice.fill(0);
  change(world);
  prepareOffers(world);
  judgeBrokers(world, 0, world.agents);
  return world;
}

const countFollowers = (values: Partial<ParameterValues>, change: (world: World) => void) =>
  sumOf(judge(values, change).investors.advised);

test('what is left to diversify falls with experience and products to nothing', () => {
  expect(measureUndiversified(0, 0, 0.8)).toBe(1);
  expect(measureUndiversified(0.4, 0, 0.8)).toBeCloseTo(0.5, 12);
  expect(measureUndiversified(0.4, 1, 0.8)).toBeCloseTo(0.375, 12);
  expect(measureUndiversified(0.8, 0, 0.8)).toBe(0);
  expect(measureUndiversified(1, 0, 0.8)).toBe(0);
  expect(measureUndiversified(0, 4, 0.8)).toBe(0);
});

describe('AI advice', () => {
  test('is taken up at a hazard proportional to the capability, by the willing only', () => {
    const adopt = (advice: number, willing: number) =>
      countFollowers({ 'experience.adoption': 0.6 }, ({ investors, brokers }) => {
        brokers.advice.fill(advice);
        investors.willing.fill(willing);
      });
    // .6 × .8 / 12 = .04 of 2,000: 80, standard error 9.
    expect(Math.abs(adopt(0.8, 1) - 80)).toBeLessThan(36);
    expect(adopt(0.4, 1)).toBeLessThan(adopt(0.8, 1));
    expect(adopt(0.8, 0)).toBe(0);
    expect(adopt(0, 1)).toBe(0);
  });

  test('is given up now and then, more often where cases wait, and by everybody after bad losses', () => {
    const keep = (r: number, answered = 1) =>
      countFollowers({ 'advice.waitDropped': 3 }, ({ investors, advisory }) => {
        investors.advised.fill(1);
        investors.return12.fill(r);
        advisory.answered.fill(answered);
      });
    // 15 % a year: 25 of 2,000 in a month, standard error 5; four times as many where no case is answered.
    expect(Math.abs(AGENTS - keep(0) - 25)).toBeLessThan(20);
    expect(Math.abs(AGENTS - keep(0, 0) - 100)).toBeLessThan(40);
    expect(keep(-0.24)).toBe(keep(0));
    expect(keep(-0.26)).toBe(0);
  });
});

describe('errors of the AI', () => {
  const hit = judge({ 'advice.errorLoss': 0.03, 'advice.giveUp': 0.5 }, ({ investors, advisory }) => {
    investors.advised.fill(1);
    advisory.errorHazard.fill(0.2);
  });
  const losers = Array.from({ length: AGENTS }, (_, i) => i).filter((i) => hit.investors.assetsCents[i] < 1e6);

  test('hit followers at their hazard and are counted', () => {
    // .2 of 2,000: 400, standard error 18.
    expect(Math.abs(losers.length - 400)).toBeLessThan(72);
    expect(sumOf(hit.tally.adviceErrors)).toBe(losers.length);
  });

  test('cost a stated share of assets, booked as a loss, and satisfaction', () => {
    expect(losers.every((i) => hit.investors.assetsCents[i] === 970_000)).toBe(true);
    expect(hit.flow.gainCents[0]).toBe(-30_000 * losers.length);
    expect(hit.investors.return12[losers[0]]).toBeCloseTo(-0.03, 6);
    expect(hit.investors.satisfaction[losers[0]]).toBeCloseTo(0.4, 6);
  });

  test('make some of those hit give advice up', () => {
    // Half of some 400, standard error 10; now and then somebody gives it up anyway.
    const gone = losers.filter((i) => hit.investors.advised[i] === 0).length;
    expect(Math.abs(gone / losers.length - 0.5)).toBeLessThan(0.12);
  });

  test('spare who does not follow advice, and who sleeps', () => {
    for (const change of [
      ({ investors }: World) => investors.advised.fill(0),
      ({ investors }: World) => investors.status.fill(STATUS.dormant),
    ]) {
      const { tally } = judge({ 'experience.adoption': 0 }, (world) => {
        world.investors.advised.fill(1);
        world.advisory.errorHazard.fill(0.2);
        change(world);
      });
      expect(sumOf(tally.adviceErrors)).toBe(0);
    }
  });
});
