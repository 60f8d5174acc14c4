import { describe, expect, test } from 'vitest';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { computeOpeningEase, drawBroker, prepareOffers } from '../../../src/model/investors/offers.ts';
import { createBroker, createStartedWorld, withValues } from '../../support/model-world.ts';

describe('the cost of a trade', () => {
  const tradeFactor = (commissionBp: number, elasticity: number) => {
    const world = createStartedWorld({ values: { 'trading.costElasticity': elasticity } });
    world.brokers.commissionBp.fill(commissionBp);
    prepareOffers(world);
    return world.offers.tradeFactor[0];
  };

  test('acts with the stated elasticity in the total cost: commission and ten points of duty and spread', () => {
    expect(tradeFactor(3.5, 0.8)).toBe(1);
    for (const elasticity of [0.3, 0.8, 1.5]) {
      const slope = Math.log(tradeFactor(5, elasticity) / tradeFactor(2, elasticity)) / Math.log(15 / 12);
      expect(slope).toBeCloseTo(-elasticity, 10);
    }
  });

  test('does not explode as the commission goes to zero', () => {
    expect(tradeFactor(0, 0.8)).toBeCloseTo((10 / 13.5) ** -0.8, 12);
    expect(tradeFactor(0, 0.8) / tradeFactor(0.1, 0.8)).toBeLessThan(1.01);
    // Even with the steepest elasticity that may be set.
    expect(tradeFactor(0, 3)).toBeLessThan(2.5);
  });

  test('without elasticity does nothing', () => {
    expect(tradeFactor(0, 0)).toBe(1);
    expect(tradeFactor(30, 0)).toBe(1);
  });
});

describe('ease of opening', () => {
  test('is a logistic trend: half of the way in the middle year, by hand a year later', () => {
    const world = createStartedWorld({ values: { 'entry.easeMidYear': 2020.5, 'entry.easeScaleYears': 1.1 } });
    world.market.month[0] = 2020.5 * 12;
    expect(computeOpeningEase(world)).toBe(0.5);
    world.market.month[0] += 12;
    expect(computeOpeningEase(world)).toBeCloseTo(1 / (1 + Math.exp(-1 / 1.1)), 12);
  });

  test('of a broker grows with its service', () => {
    const world = withValues(createStartedWorld(), { 'entry.easeMidYear': 2000 });
    world.brokers.service.set([0, 0.5, 1]);
    prepareOffers(world);
    // Ease is 1 by 2025: .5, .5 + .6 × .5, .5 + .6.
    [0.5, 0.8, 1.1].forEach((expected, b) => {
      expect(world.offers.ease[b]).toBeCloseTo(expected, 6);
    });
  });
});

describe('which broker a channel brings', () => {
  const brokers = ['a', 'b', 'c', 'd'].map((id) => createBroker(id));

  test('by weight: each holds its part of the unit interval, the closed none', () => {
    const world = withValues(createStartedWorld({ brokers }), { 'choice.goodwillExponent': 0.5 });
    world.brokers.status[1] = BROKER_STATUS.closed;
    world.brokers.goodwill.set([0.01, 0.9, 0.04, 0.09]);
    prepareOffers(world);
    const { offers } = world;
    // Square roots .1, .2, .3 of the three that are open.
    const found = [0.1, 0.16, 0.17, 0.49, 0.51, 0.99].map((u) => drawBroker(offers, offers.goodwill, u));
    expect(found).toEqual([0, 0, 2, 2, 3, 3]);
  });

  test('none where nobody has any weight', () => {
    const world = createStartedWorld({ brokers });
    world.brokers.spendAdvertising.fill(0);
    prepareOffers(world);
    expect(drawBroker(world.offers, world.offers.advertising, 0.5)).toBe(-1);
    world.brokers.status.fill(BROKER_STATUS.closed);
    prepareOffers(world);
    expect(drawBroker(world.offers, world.offers.goodwill, 0.5)).toBe(-1);
  });

  test('advertising by spending, execution and aim; content by capability and the root of goodwill', () => {
    const world = withValues(
      createStartedWorld({
        brokers: [
          createBroker('a', { quality: 0.5 }),
          createBroker('b'),
          createBroker('n', { archetype: 'niche', niche: 'county' }),
        ],
      }),
      { 'brokers.nicheTargeting': 8 },
    );
    const { offers } = world;
    world.brokers.spendAdvertising.set([2, 2, 1]);
    world.brokers.content.set([0.2, 0.4, 0]);
    world.brokers.goodwill.set([0.25, 0.25, 0.5]);
    prepareOffers(world);
    expect([...offers.advertising]).toEqual([1, 3, 11]);
    expect(offers.advertisingBn).toBe(5);
    expect(offers.content[1] / offers.content[0]).toBeCloseTo(3, 12);
    expect(offers.content[2]).toBe(offers.content[1]);
  });

  test('a platform with a niche advertises to all: only specialists aim', () => {
    const platform = createBroker('p', { archetype: 'platform', niche: 'crossBorder' });
    const world = withValues(createStartedWorld({ brokers: [createBroker('b'), platform] }), {
      'brokers.nicheTargeting': 8,
    });
    world.brokers.spendAdvertising.set([1, 1]);
    world.brokers.talent.fill(1);
    prepareOffers(world);
    expect([...world.offers.advertising]).toEqual([1, 2]);
  });
});
