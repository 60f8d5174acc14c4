import { describe, expect, test } from 'vitest';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import type { Programme } from '../../../src/model/inputs.ts';
import {
  CHANNEL,
  computePull,
  findChannelBroker,
  pickChannel,
  weighChannels,
} from '../../../src/model/investors/channels.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import { countMonth } from '../../../src/model/tally.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Nothing but paid channels, under full demand of 1 a year. */
const PAID_ONLY: Partial<ParameterValues> = {
  'entry.organic': 0,
  'entry.friends': 0,
  'entry.content': 0,
  'entry.advertisingMost': 1,
  'entry.demand': 1,
};

function start(programmes: Partial<Record<Programme, number>> = {}, values: Partial<ParameterValues> = {}) {
  const world = createStartedWorld({
    brokers: [createBroker('a', programmes), createBroker('b')],
    values: { ...PAID_ONLY, ...values },
  });
  applyHeldLevers(world);
  world.investors.tier[0] = 3;
  world.investors.status[0] = STATUS.outside;
  for (let k = 0; k < world.values['network.friends']; k++) world.ties.friend[k] = k + 1;
  world.investors.shown.fill(NONE);
  countMonth(world);
  return world;
}

describe('paid channels', () => {
  test('share one saturating audience: contacts add up before they saturate', () => {
    const world = start({ countyPartners: 1, lifeScene: 1 }, { 'programmes.countyPartners': 8 });
    prepareOffers(world);
    // Spending that makes one contact of half-saturation with everybody concerned.
    const half = world.values['entry.advertisingHalfCny'];
    const users = world.brokers.users[0] + world.brokers.users[1];
    world.offers.advertisingBn = (half * (world.agents - users) * world.peoplePerAgent) / 1e9;
    world.offers.lifeSceneBn = 0;
    world.investors.shown[1] = 0;
    const pull = computePull(world);
    expect(pull.advertising).toBeCloseTo(1, 12);
    // Advertising 1 and, through one friend of eight, partners 8/8 = 1: (1 + 1)/(1 + 1 + 1).
    expect(weighChannels(world, 0, pull)).toBeCloseTo(2 / 3, 12);
    expect(pickChannel(0.32)).toBe(CHANNEL.advertising);
    expect(pickChannel(0.34)).toBe(CHANNEL.county);
    // Without the friend: 1/(1 + 1).
    world.investors.shown[1] = NONE;
    expect(weighChannels(world, 0, pull)).toBeCloseTo(1 / 2, 12);
  });

  test('no hazard is above the highest there can be in the tier', () => {
    const world = start({ countyPartners: 1, lifeScene: 1 });
    prepareOffers(world);
    const pull = computePull(world);
    for (let k = 1; k <= 8; k++) world.investors.shown[k] = 0;
    for (const tier of [1, 2, 3, 4]) {
      world.investors.tier[0] = tier;
      expect(weighChannels(world, 0, pull)).toBeLessThanOrEqual(pull.most[tier] * (1 + 1e-12));
    }
    expect(pull.most[3]).toBeGreaterThan(pull.most[2]);
  });
});

describe('county partners', () => {
  test('reach nobody in tiers 1 and 2, and nobody without a friend who is a client', () => {
    const world = start({ countyPartners: 1 });
    world.brokers.spendAdvertising.fill(0);
    prepareOffers(world);
    const pull = computePull(world);
    expect(weighChannels(world, 0, pull)).toBe(0);
    world.investors.shown[2] = 1;
    expect(weighChannels(world, 0, pull), 'the other broker has no partners').toBe(0);
    world.investors.shown[1] = 0;
    expect(weighChannels(world, 0, pull)).toBeGreaterThan(0);
    expect(findChannelBroker(world, 0, CHANNEL.county, 0.99)).toBe(0);
    world.investors.tier[0] = 2;
    expect(weighChannels(world, 0, pull)).toBe(0);
  });
});

describe('life scenes', () => {
  test('are for people who invest nowhere', () => {
    const world = start({ lifeScene: 1 });
    world.brokers.spendAdvertising.fill(0);
    prepareOffers(world);
    const pull = computePull(world);
    expect(weighChannels(world, 0, pull)).toBeGreaterThan(0);
    expect(pickChannel(0)).toBe(CHANNEL.lifeScene);
    expect(findChannelBroker(world, 0, CHANNEL.lifeScene, 0.5)).toBe(0);
    world.investors.status[0] = STATUS.traditional;
    expect(weighChannels(world, 0, pull)).toBe(0);
  });

  test('make as many contacts in a year at any season, twice as many in January as in March', () => {
    const at = (month: number, rise: number) => {
      const world = start({ lifeScene: 1 }, { 'programmes.lifeSceneSeason': rise });
      prepareOffers(world);
      world.market.month[0] = 2025 * 12 + month;
      return computePull(world).lifeScene;
    };
    expect(at(0, 1) / at(2, 1)).toBeCloseTo(2, 12);
    let year = 0;
    for (let month = 0; month < 12; month++) year += at(month, 1) / at(month, 0);
    expect(year).toBeCloseTo(12, 10);
  });
});
