import { describe, expect, test } from 'vitest';
import { rememberMonth } from '../../../src/model/history.ts';
import { TENURE_BANDS } from '../../../src/model/investors/tenure.ts';
import {
  computeDiscountedMonths,
  computeHazardRatio,
  computeLifetimeValues,
} from '../../../src/model/observe/lifetime-value.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld, TEST_START } from '../../support/model-world.ts';

const DISCOUNT = Math.log(1.08) / 12;

describe('discounted months as a client', () => {
  test('with one hazard for all tenures are 1/(rate + discount): the mean life, shortened by impatience', () => {
    const hazards = new Array(TENURE_BANDS).fill(0.01);
    expect(computeDiscountedMonths(hazards)).toBeCloseTo(1 / (DISCOUNT - Math.log(0.99)), 9);
  });

  test('without any loss are worth 1/discount: 156 months', () => {
    expect(computeDiscountedMonths(new Array(TENURE_BANDS).fill(0))).toBeCloseTo(1 / DISCOUNT, 9);
  });

  test('follow the curve band by band', () => {
    // Everybody who reaches month 12 is lost at once: only the first year counts, without loss.
    const cliff = [0, 1, 1, 1, 1];
    expect(computeDiscountedMonths(cliff)).toBeCloseTo((1 - Math.exp(-12 * DISCOUNT)) / DISCOUNT, 9);
    // 5 % a month in the first year, then none: e^(−12·rate) of the clients stay for ever.
    const rate = DISCOUNT - Math.log(0.95);
    const first = (1 - Math.exp(-12 * rate)) / rate;
    const rest = Math.exp(-12 * rate) / DISCOUNT;
    expect(computeDiscountedMonths([0.05, 0, 0, 0, 0])).toBeCloseTo(first + rest, 9);
  });
});

test('the hazard ratio sets five years and more against the second year, over all brokers', () => {
  const world = createStartedWorld();
  world.tenure.lost.fill(0);
  world.tenure.stayed.fill(0);
  // Second year: 3 of 30 lost; five years and more: 1 of 40, at two brokers each.
  for (const row of [0, TENURE_BANDS]) {
    world.tenure.lost[row + 1] = 1.5;
    world.tenure.stayed[row + 1] = 13.5;
    world.tenure.lost[row + TENURE_BANDS - 1] = 0.5;
    world.tenure.stayed[row + TENURE_BANDS - 1] = 19.5;
  }
  expect(computeHazardRatio(world)).toBeCloseTo(1 / 40 / (3 / 30), 12);
});

describe('lifetime values', () => {
  /** Two brokers after one month: 300 and 200 users, each with a margin of 60 yuan a user and month. */
  function createBooks(): World {
    const world = createStartedWorld();
    world.history.users.fill(0);
    for (const [b, users] of [300, 200].entries()) {
      world.brokers.users[b] = users;
      world.tally.commissionCents[b] = users * 10_000;
      world.tally.costServiceCents[b] = users * 4_000;
      // Neither what wins clients nor what has to be paid anyhow belongs to a client.
      world.tally.costAdvertisingCents[b] = users * 5_000;
      world.tally.costFixedCents[b] = users * 7_000;
    }
    world.brokers.users[2] = 0;
    world.census.tenure.count.fill(0);
    rememberMonth(world);
    world.market.month[0] = TEST_START + 1;
    return world;
  }

  test('are margin times months, alike where nothing is known of one broker alone', () => {
    const world = createBooks();
    for (let band = 0; band < TENURE_BANDS; band++) {
      world.tenure.lost[band] = 1e-9;
      world.tenure.stayed[band] = 99e-9;
    }
    const { market, brokers } = computeLifetimeValues(world);
    const expected = 60 * computeDiscountedMonths(new Array(TENURE_BANDS).fill(0.01));
    expect(market).toBeCloseTo(expected, 6);
    expect(brokers[0]).toBeCloseTo(expected, 3);
    expect(brokers[1]).toBeCloseTo(expected, 3);
    expect(brokers[2]).toBeNaN();
  });

  test('of a broker lean on the market: 240 agent-months of its hazard are added to what was seen', () => {
    const world = createBooks();
    // Broker 0 lost 12 of 480 in every band, broker 1 none of 480: the market’s hazard is 12/960.
    for (let band = 0; band < TENURE_BANDS; band++) {
      world.tenure.lost[band] = 12;
      world.tenure.stayed[band] = 468;
      world.tenure.stayed[TENURE_BANDS + band] = 480;
    }
    const { brokers } = computeLifetimeValues(world);
    const market = 12 / 960;
    const months = (lost: number) =>
      computeDiscountedMonths(new Array(TENURE_BANDS).fill((lost + 240 * market) / (480 + 240)));
    expect(brokers[0]).toBeCloseTo(60 * months(12), 6);
    expect(brokers[1]).toBeCloseTo(60 * months(0), 6);
  });
});
