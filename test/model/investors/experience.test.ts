import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { judgeBrokers } from '../../../src/model/investors/experience.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

const AGENTS = 2000;
const PINNED: Partial<ParameterValues> = {
  'population.usersMillion': 340,
  'population.traditionalMillion': 0,
  ...NO_RULES,
  'experience.learning': 0.12,
  'experience.education': 0.6,
  'experience.forgetting': 0.06,
  'experience.satisfactionSpeed': 0.06,
  'experience.expectationSpeed': 0.04,
  'experience.returnWeight': 0.5,
  'experience.complaints': 0,
};

/** Users alike in all that this step reads, after one month of it. */
function judge(values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({ agents: AGENTS, values: { ...PINNED, ...values } });
  const { investors, brokers } = world;
  investors.status.fill(STATUS.active);
  investors.main.fill(0);
  investors.experience.fill(0.5);
  investors.satisfaction.fill(0.5);
  investors.expectation.fill(0.5);
  investors.return12.fill(0);
  investors.products.fill(0);
  investors.willing.fill(1);
  brokers.content.fill(0);
  brokers.service.fill(0.4);
  brokers.advice.fill(0);
  brokers.compliance.fill(0);
  brokers.shareAdvertising.fill(0);
  prepareOffers(world);
  change(world);
  judgeBrokers(world, 0, world.agents);
  return world;
}

describe('learning', () => {
  test('closes part of the gap to mastery each month awake, faster with content and education', () => {
    const gain = (content: number, educationFrom: number) =>
      judge({ 'regulator.educationFrom': educationFrom, 'regulator.education': 1 }, ({ brokers }) =>
        brokers.content.fill(content),
      ).investors.experience[0] - 0.5;
    // .12 / 12 × (1 + .6 × (content + education) / 2) × (1 − .5), kept in single precision.
    expect(gain(0, 2100)).toBeCloseTo(0.005, 6);
    expect(gain(0.5, 2100)).toBeCloseTo(0.005 * 1.15, 6);
    expect(gain(0, 2020)).toBeCloseTo(0.005 * 1.3, 6);
    expect(gain(1, 2020)).toBeCloseTo(0.005 * 1.6, 6);
  });

  test('goes by months, not by trades', () => {
    const experienceAfter = (trades: number) =>
      judge({}, ({ investors }) => investors.monthTrades.fill(trades)).investors.experience;
    expect(experienceAfter(200)).toEqual(experienceAfter(0));
  });

  test('turns into slow forgetting while asleep, and never leaves [0, 1]', () => {
    const asleep = judge({}, ({ investors }) => investors.status.fill(STATUS.dormant));
    expect(asleep.investors.experience[0]).toBeCloseTo(0.5 - 0.005 * 0.5, 6);
    const master = judge({ 'experience.learning': 2, 'experience.education': 5 }, ({ investors, brokers }) => {
      investors.experience.fill(0.99);
      brokers.content.fill(1);
    });
    expect(master.investors.experience[0]).toBeLessThanOrEqual(1);
  });
});

describe('satisfaction', () => {
  const satisfactionAfter = (change: (world: World) => void) => judge({}, change).investors.satisfaction[0];

  test('follows service received against expectation, by hand', () => {
    // Received .3 + .5 × .4 = .5, as expected: rests at .5. At service 1: .8; aim .5 + 1.5 × .3 = .95; .06 of the way.
    expect(satisfactionAfter(() => {})).toBeCloseTo(0.5, 7);
    expect(satisfactionAfter(({ brokers }) => brokers.service.fill(1))).toBeCloseTo(0.5 + 0.06 * 0.45, 6);
  });

  test('takes losses twice as hard as it takes gains', () => {
    const at = (r: number) => satisfactionAfter(({ investors }) => investors.return12.fill(r));
    expect(at(0.2)).toBeCloseTo(0.5 + 0.06 * 0.1, 6);
    expect(at(-0.2)).toBeCloseTo(0.5 - 0.06 * 0.2, 6);
  });

  test('stays within [0, 1] whatever happens', () => {
    expect(satisfactionAfter(({ investors }) => investors.return12.fill(-5))).toBeGreaterThanOrEqual(0);
    expect(satisfactionAfter(({ investors }) => investors.return12.fill(50))).toBeLessThanOrEqual(1);
  });

  test('counts AI advice for those who follow it', () => {
    const at = (advised: number) =>
      satisfactionAfter(({ investors, offers }) => {
        investors.advised.fill(advised);
        offers.adviceReceived.fill(0.5);
      });
    // Received .5 + .2 × .5 = .6: aim .5 + 1.5 × .1.
    expect(at(1) - at(0)).toBeCloseTo(0.06 * 0.15, 6);
  });

  test('is measured against an expectation that catches up slowly', () => {
    const { investors } = judge({}, ({ brokers }) => brokers.service.fill(1));
    expect(investors.expectation[0]).toBeCloseTo(0.5 + 0.04 * 0.3, 6);
  });
});

test('engagement follows the community, more for the young, and fades while asleep', () => {
  const engagement = (ageYears: number, status: number) =>
    judge({}, ({ investors, brokers, market }) => {
      investors.engagement.fill(0.2);
      investors.birthMonth.fill(market.month[0] - ageYears * 12);
      investors.status.fill(status);
      brokers.community.fill(0.5);
    }).investors.engagement[0];
  // Drawn to (1.25 − .016 × 25) × .5 = .425 at 25 and .145 at 60; six per cent of the way a month.
  expect(engagement(25, STATUS.active)).toBeCloseTo(0.2 + 0.06 * 0.225, 6);
  expect(engagement(60, STATUS.active)).toBeCloseTo(0.2 - 0.06 * 0.055, 6);
  expect(engagement(25, STATUS.dormant)).toBeCloseTo(0.2 - 0.06 * 0.2, 6);
});

describe('complaints', () => {
  const complaintsOf = (change: (world: World) => void = () => {}) =>
    sumOf(judge({ 'experience.complaints': 0.6, 'experience.complaintsNovice': 0.9 }, change).tally.complaints);

  test('come at the stated hazard', () => {
    // .6 × (1.3 − .9 × .5) / 12 = .0425 of 2,000: 85, standard error 9.
    expect(Math.abs(complaintsOf() - 85)).toBeLessThan(36);
  });

  test('of the inexperienced are fewer where suitability is checked', () => {
    const rules = { 'experience.complaints': 0.6 };
    const novices = ({ investors }: World) => investors.experience.fill(0.1);
    const checked = judge({ ...rules, 'regulator.suitability': 1 }, novices).tally.complaints;
    const unchecked = judge({ ...rules, 'regulator.suitability': 0 }, novices).tally.complaints;
    // The same luck: 18 % of (1 − .1) × .2 fewer, of about 121.
    expect(sumOf(checked)).toBeLessThan(sumOf(unchecked));
  });

  test('come more from novices, losers and clients of pushy brokers; less where compliance is strong and from the dormant', () => {
    const base = complaintsOf();
    expect(complaintsOf(({ investors }) => investors.experience.fill(0.1))).toBeGreaterThan(base);
    expect(complaintsOf(({ investors }) => investors.return12.fill(-0.3))).toBeGreaterThan(base);
    expect(
      complaintsOf(({ investors }) => investors.return12.fill(0.3)),
      'gains do not silence',
    ).toBe(base);
    expect(complaintsOf(({ offers }) => offers.pushiness.fill(0.15))).toBeGreaterThan(base);
    expect(complaintsOf(({ brokers }) => brokers.compliance.fill(1))).toBeLessThan(base);
    expect(complaintsOf(({ investors }) => investors.status.fill(STATUS.dormant))).toBeLessThan(base);
  });

  test('cost satisfaction, and are marked for the month', () => {
    const { investors, tally } = judge({ 'experience.complaints': 0.6 });
    const complained = Array.from(investors.satisfaction).filter((_, i) => investors.complained[i] === 1);
    expect(complained).toHaveLength(sumOf(tally.complaints));
    expect(complained.every((s) => Math.abs(s - 0.4) < 1e-6)).toBe(true);
  });
});

describe('products', () => {
  test('come along a trend that is over by 2024, and go in proportion to those held: none below 0 or above 4', () => {
    const change = (year: number, held: number, dropped = 0.3) => {
      const { investors } = judge({ 'experience.products': 0.8, 'experience.productsDropped': dropped }, (world) => {
        world.market.month[0] = year * 12;
        world.investors.products.fill(held);
      });
      const up = investors.products.filter((count) => count > held).length;
      const down = investors.products.filter((count) => count < held).length;
      return { up, down };
    };
    // .8 / 12 of 2,000 = 133 a month long after the trend, standard error 11.
    expect(Math.abs(change(2030, 0).up - 133)).toBeLessThan(44);
    expect(change(2015, 0).up).toBeLessThan(change(2021.5, 0).up);
    expect(change(2021.5, 0).up).toBeLessThan(change(2030, 0).up);
    expect(change(2030, 0).down).toBe(0);
    // .3 × 2 / 12 of 2,000 = 100, standard error 10.
    expect(Math.abs(change(2030, 2).down - 100)).toBeLessThan(40);
    expect(change(2030, 4)).toMatchObject({ up: 0 });
  });
});
