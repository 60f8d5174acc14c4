import { describe, expect, test } from 'vitest';
import { takeUsersInOrder } from '../../../src/model/investors/block.ts';
import { careForClients } from '../../../src/model/investors/care.ts';
import {
  computeAnnoyance,
  computeRelief,
  computeServiceFactor,
  computeStir,
  computeWakeUp,
  readHeed,
  readResponse,
  readSway,
  tire,
} from '../../../src/model/investors/contacts.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Everybody awake at broker 0, rested, within reach; broker 0 does everything at full effort. */
function meet(values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({
    brokers: [createBroker('a'), createBroker('b')],
    values: {
      'population.usersMillion': 340,
      'population.traditionalMillion': 0,
      'regulator.consent': 0,
      'regulator.minimumData': 0,
      ...values,
    },
  });
  const { investors, programmes, brokers } = world;
  investors.status.fill(STATUS.active);
  investors.main.fill(0);
  investors.fatigue.fill(0);
  brokers.users.set([500, 0]);
  for (const effort of Object.values(programmes)) effort.set([1, 0]);
  change(world);
  prepareOffers(world);
  return world;
}

describe('fatigue', () => {
  const step = (world: World) => {
    takeUsersInOrder(world, 0, world.agents);
    world.block.awake = world.investors.status[0] === STATUS.active ? world.block.count : 0;
    tire(world);
  };

  test('adds up contacts and forgets three tenths a month', () => {
    const world = meet();
    world.investors.cared[0] = 0.5;
    step(world);
    // Four contacts of automation and half a call to be expected.
    expect(world.investors.fatigue[0]).toBeCloseTo(4.5, 6);
    world.investors.cared[0] = 0;
    step(world);
    expect(world.investors.fatigue[0]).toBeCloseTo(0.7 * 4.5 + 4, 5);
  });

  test('comes from wake-up campaigns to the dormant only', () => {
    const world = meet({ 'programmes.automationContacts': 0 }, ({ investors }) =>
      investors.status.fill(STATUS.dormant),
    );
    step(world);
    expect(world.investors.fatigue[0]).toBeCloseTo(2, 6);
  });

  test('halves what a contact does at its half, and annoys beyond what is borne', () => {
    const world = meet({ 'programmes.fatigueHalf': 12, 'programmes.fatigueBorne': 12, 'programmes.annoyance': 0.01 });
    expect(readHeed(world, 0)).toBe(1);
    expect(computeWakeUp(world, 0)).toBeCloseTo(world.values['programmes.wakeUp'] + 0.05, 6);
    expect(computeAnnoyance(world, 0)).toBe(0);
    world.investors.fatigue[0] = 12;
    expect(readHeed(world, 0)).toBe(0.5);
    expect(readResponse(world, 0)).toBe(0.5);
    expect(computeWakeUp(world, 0)).toBeCloseTo((world.values['programmes.wakeUp'] + 0.05) / 2, 6);
    world.investors.fatigue[0] = 20;
    expect(computeAnnoyance(world, 0)).toBeCloseTo(0.08, 12);
  });
});

test('games draw the young and the inexperienced, and nobody where they are off', () => {
  const stir = (games: number, age: number, experience: number) => {
    const world = meet(
      { 'programmes.gamifiedTrades': games, 'programmes.automationTrades': 0, 'regulator.overtradingBan': 0 },
      ({ investors, market }) => {
        investors.birthMonth[0] = market.month[0] - age * 12;
        investors.experience[0] = experience;
      },
    );
    return computeStir(world, 0);
  };
  expect(stir(0, 20, 0)).toBe(1);
  expect(stir(0.4, 20, 0)).toBeCloseTo(1.4, 12);
  expect(stir(0.4, 50, 0)).toBeCloseTo(1.2, 12);
  expect(stir(0.4, 50, 1)).toBeCloseTo(1, 12);
});

test('tiers give the wealthy more and leave the mean as it is', () => {
  // A fifth of the clients are wealthy: 1 + .6 × .8 for them, 1 − .6 × .2 for the others.
  const world = meet({ 'programmes.tiering': 0.6 }, ({ brokers, investors }) => {
    brokers.wealthy[0] = 100;
    investors.wealthScore.set([2, 0]);
  });
  const rich = computeServiceFactor(world, 0, 0);
  const poor = computeServiceFactor(world, 1, 0);
  expect(rich).toBeCloseTo(1.48, 12);
  expect(poor).toBeCloseTo(0.88, 12);
  expect(0.2 * rich + 0.8 * poor).toBeCloseTo(1, 12);
  expect(computeServiceFactor(world, 0, 1)).toBe(1);
});

describe('churn prediction', () => {
  const care = (values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}) => {
    const world = meet({ 'programmes.careCapacity': 1, ...values }, change);
    takeUsersInOrder(world, 0, world.agents);
    world.block.awake = world.block.count;
    world.block.x.fill(0);
    world.block.z.fill(0);
    careForClients(world);
    return world;
  };

  test('flags those at risk with the hit rate and others with that of false alarms', () => {
    const world = care({ 'programmes.careHits': 0.7, 'programmes.careFalseAlarms': 0.1 }, ({ investors }) => {
      investors.restless.fill(0.01);
      investors.restless[0] = 100;
    });
    expect(world.investors.cared[0]).toBeCloseTo(0.7, 6);
    expect(world.investors.cared[1]).toBeCloseTo(0.1, 6);
    expect(world.tally.atRisk[0]).toBe(1);
    expect(world.tally.careContacts[0]).toBe(700 + (world.block.count - 1) * 100);
  });

  test('is no better than chance for a broker that does nothing well', () => {
    const world = care({}, ({ brokers }) => brokers.talent.fill(0));
    expect(world.offers.contacts.flagRisky[0]).toBeCloseTo(world.offers.contacts.flagCalm[0], 12);
  });

  test('calls no more than managers can', () => {
    const world = care({ 'programmes.careCapacity': 0.01 }, ({ brokers }) => brokers.atRisk.set([100, 0]));
    const { flagRisky, flagCalm } = world.offers.contacts;
    expect(flagRisky[0] * 100 + flagCalm[0] * 400).toBeCloseTo(5, 10);
  });

  test('lowers both hazards for those who like a call, and raises them for sleeping dogs', () => {
    const world = care({ 'programmes.careSleepingDogs': 0.25 }, ({ investors }) => investors.sway.set([0.75, 0.2]));
    const { x, z, slots } = world.block;
    expect([slots[0], slots[1]]).toEqual([0, 1]);
    // Two thirds of the way to the most, .3; and a sleeping dog.
    expect(x[0]).toBeCloseTo(-0.2 * world.investors.cared[0], 6);
    expect(z[0]).toBe(x[0]);
    expect(x[1]).toBeCloseTo(0.45 * world.investors.cared[1], 6);
    expect(computeRelief(world, 1)).toBeLessThan(0);
  });

  test('people differ: some sleeping dogs, others between nothing and the most', () => {
    const world = meet({ 'programmes.careSleepingDogs': 0.3, 'programmes.careMost': 0.3 });
    const sways = Array.from({ length: world.agents }, (_, i) => readSway(world, i));
    const dogs = sways.filter((sway) => sway < 0).length / world.agents;
    expect(Math.abs(dogs - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / world.agents));
    expect(Math.max(...sways)).toBeLessThanOrEqual(0.3);
    expect(Math.max(...sways)).toBeGreaterThan(0.29);
  });
});
