import { describe, expect, test } from 'vitest';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import {
  findCaller,
  MOOD,
  readRecommended,
  showFriends,
  weighCalls,
  weighUnrest,
} from '../../../src/model/investors/voices.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Person 0 has four friends: 1 and 2 at broker 0, 3 at broker 1, 4 nowhere; all calm. */
function meet(values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({
    brokers: [createBroker('a', { referral: 1 }), createBroker('b')],
    values: {
      'network.friends': 4,
      'network.praise': 0.3,
      'network.warning': 0.6,
      'programmes.referral': 0,
      ...values,
    },
  });
  world.ties.friend.set([1, 2, 3, 4]);
  world.investors.mood.fill(MOOD.calm);
  world.investors.shown.set([NONE, 0, 0, 1, NONE]);
  change(world);
  prepareOffers(world);
  return world;
}

describe('what people show of themselves', () => {
  const show = (satisfaction: number, complained: number, status: number): number => {
    const world = meet();
    world.investors.satisfaction[1] = satisfaction;
    world.investors.complained[1] = complained;
    world.investors.status[1] = status;
    showFriends(world);
    return world.investors.mood[1];
  };

  test('is their mood by satisfaction, and a complaint', () => {
    expect(show(0.5, 0, STATUS.active)).toBe(MOOD.calm);
    expect(show(0.6, 0, STATUS.active)).toBe(MOOD.keen);
    expect(show(0.6, 0, STATUS.dormant)).toBe(MOOD.content);
    expect(show(0.2, 0, STATUS.active)).toBe(MOOD.unhappy);
    expect(show(0.6, 1, STATUS.active)).toBe(MOOD.unhappy);
  });
});

describe('calls of friends', () => {
  test('are the share of friends online where nobody praises or warns', () => {
    expect(weighCalls(meet(), 0)).toBe(3 / 4);
  });

  test('grow with praise by .3 and fall with a warning by .6 a friend, never below nothing', () => {
    const moods = (...list: number[]) => meet({}, ({ investors }) => investors.mood.set([0, ...list]));
    expect(weighCalls(moods(MOOD.content, MOOD.calm, MOOD.calm), 0)).toBeCloseTo(3.3 / 4, 12);
    expect(weighCalls(moods(MOOD.unhappy, MOOD.calm, MOOD.calm), 0)).toBeCloseTo(2.4 / 4, 12);
    const loud = meet({ 'network.warning': 2 }, ({ investors }) => investors.mood.fill(MOOD.unhappy));
    expect(weighCalls(loud, 0)).toBe(0);
  });

  test('grow with invitations of keen clients of a broker that rewards them', () => {
    // Reward 100 half to the friend, half-effect at 50: tempted ½, at factor 2 one more friend's weight.
    const values = {
      'programmes.referral': 2,
      'programmes.referralCny': 100,
      'programmes.referralSplit': 0.5,
      'programmes.referralHalfCny': 50,
    };
    const world = meet(values, (w) => {
      w.programmes.referral.set([1, 0]);
      w.investors.mood.set([0, MOOD.keen, MOOD.content, MOOD.keen]);
    });
    expect(world.offers.words.invites[0]).toBeCloseTo(1, 12);
    expect(world.offers.words.loudest).toBeCloseTo(2.3, 12);
    expect(weighCalls(world, 0)).toBeCloseTo((2.3 + 1.3 + 1.3) / 4, 12);
  });

  test('know no invitations without a reward', () => {
    const world = meet({ 'programmes.referral': 2, 'programmes.referralCny': 0 }, (w) => w.programmes.referral.fill(1));
    expect([...world.offers.words.invites]).toEqual([0, 0]);
  });

  test('bring a friend in proportion to how loud they are', () => {
    const world = meet({ 'network.warning': 0.5 }, ({ investors }) => investors.mood.set([0, 0, MOOD.unhappy, 0, 0]));
    const found = [0, 0, 0, 0, 0];
    for (let k = 0; k < 4000; k++) found[findCaller(world, 0, (k + 0.5) / 4000)]++;
    // From each of four places with 1,000 draws. The loudest that anybody can be is 1.3, so a calm friend is passed over with
    // .3/1.3, the unhappy one with .8/1.3; a walk that finds nobody loud enough (bar above 1) ends with the first who calls.
    expect(found[4]).toBe(0);
    expect(found[2]).toBeLessThan(found[1] * 0.7);
    expect(found[1] + found[2] + found[3]).toBe(4000);
  });

  test('bring nobody where no friend is online', () => {
    expect(
      findCaller(
        meet({}, ({ investors }) => investors.shown.fill(NONE)),
        0,
        0.4,
      ),
    ).toBe(-1);
  });
});

test('a friend recommends their broker, less often while unhappy', () => {
  const count = (mood: number) => {
    const world = meet({}, ({ investors }) => (investors.mood[1] = mood));
    let times = 0;
    // The first quarter of draws meets friend 1.
    for (let k = 0; k < 100; k++) times += readRecommended(world, 0, (k + 0.5) / 400) === 0 ? 1 : 0;
    return times;
  };
  expect(count(MOOD.calm)).toBe(100);
  expect(count(MOOD.unhappy)).toBe(40);
});

test('friends elsewhere unsettle, and unhappy friends at one’s own broker', () => {
  const at = (broker: number, mood: number) =>
    weighUnrest(
      meet({}, ({ investors }) => {
        investors.main[0] = broker;
        investors.mood[1] = mood;
      }),
      0,
    );
  expect(at(0, MOOD.calm)).toBe(1 / 4);
  expect(at(0, MOOD.unhappy)).toBeCloseTo(1.6 / 4, 12);
  expect(at(1, MOOD.calm)).toBe(2 / 4);
  expect(at(1, MOOD.unhappy)).toBeCloseTo(1.4 / 4, 12);
});
