import { describe, expect, test } from 'vitest';
import { logistic } from '../../../src/core/math.ts';
import { CHANNEL } from '../../../src/model/investors/channels.ts';
import { computeFunding, enterMarket } from '../../../src/model/investors/entry.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { computeTargetCents } from '../../../src/model/investors/population.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NEVER, NONE } from '../../../src/model/purposes.ts';
import { STATUS } from '../../../src/model/records.ts';
import { countMonth } from '../../../src/model/tally.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots, type SmallMarket } from '../../support/model-world.ts';

/** Everybody searches, and nobody holds anything: 2,000 leads in one month. */
const EAGER: Partial<ParameterValues> = {
  'population.usersMillion': 0,
  'population.traditionalMillion': 0,
  'entry.organic': 3,
  'entry.demand': 3,
  'entry.affinitySd': 0,
  'entry.agePerTwentyYears': 0,
  'entry.lowTierFactor': 3,
  'entry.traditionalOpening': 0,
};
/** Log odds that make a probability 1, and 0, for any practical purpose. */
const ALWAYS: Partial<ParameterValues> = { 'entry.conversion': 3, 'entry.conversionEase': 6 };
const NEVER_FUNDED: Partial<ParameterValues> = {
  'entry.funding': -4,
  'entry.fundingEase': 0,
  'entry.fundingService': 0,
};

function enter(market: SmallMarket, seed = 'entry'): World {
  const world = createStartedWorld({ agents: 2000, ...market }, seed);
  prepareOffers(world);
  enterMarket(world, 0, world.agents);
  return world;
}

function sumChannels({ tally }: World, b: number): number {
  return tally.openingsOrganic[b] + tally.openingsAdvertising[b] + tally.openingsContent[b] + tally.openingsReferral[b];
}

describe('the funnel', () => {
  test('conversion is the logistic of its odds: leads that open, within four binomial standard errors', () => {
    const brokers = [createBroker('only')];
    const values = { ...EAGER, 'entry.conversionUtility': 0, 'entry.content': 0, 'regulator.suitability': 0 };
    const world = enter({ brokers, values });
    const { flow, offers } = world;
    const p = logistic(world.values['entry.conversion'] + world.values['entry.conversionEase'] * offers.ease[0]);
    const leads = flow.leads[0];
    expect(leads).toBeGreaterThan(800);
    expect(Math.abs(flow.leadOpenings[0] / leads - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / leads));
  });

  test('chance decides between brokers, not whether the only one convinces', () => {
    const brokers = [createBroker('only')];
    const count = (chance: number) =>
      enter({ brokers, values: { ...EAGER, 'entry.conversionUtility': 1, 'tastes.chance': chance } }).flow
        .leadOpenings[0];
    expect(count(5)).toBe(count(0));
  });

  test('conversion and funding rise with ease and with service, funding falls for advertising and rises for friends', () => {
    const market = (service: number, midYear: number) => {
      const world = createStartedWorld({
        brokers: [createBroker('only', { service })],
        values: {
          'entry.easeMidYear': midYear,
          'entry.funding': -0.45,
          'entry.fundingEase': 3,
          'entry.fundingService': 0.31,
        },
      });
      prepareOffers(world);
      return world;
    };
    const late = market(0.3, 2040);
    const early = market(0.3, 2000);
    const served = market(0.8, 2000);
    const fund = (world: World, channel: number) => computeFunding(world, 0, channel);
    expect(fund(early, CHANNEL.organic)).toBeGreaterThan(fund(late, CHANNEL.organic));
    expect(fund(served, CHANNEL.organic)).toBeGreaterThan(fund(early, CHANNEL.organic));
    expect(fund(early, CHANNEL.advertising)).toBeLessThan(fund(early, CHANNEL.organic));
    expect(fund(early, CHANNEL.friend)).toBeGreaterThan(fund(early, CHANNEL.organic));
    // By hand: ease is 1 × (.5 + .6 × .3) = .68 long after the trend; odds −.45 + 3 × (.68 − .3) + .31 × .3.
    expect(fund(early, CHANNEL.organic)).toBeCloseTo(logistic(-0.45 + 3 * 0.38 + 0.31 * 0.3), 6);

    const opened = (midYear: number, service: number) =>
      enter({ brokers: [createBroker('only', { service })], values: { ...EAGER, 'entry.easeMidYear': midYear } }).flow
        .leadOpenings[0];
    expect(opened(2000, 0.3)).toBeGreaterThan(2 * opened(2040, 0.3));
    expect(opened(2000, 0.8)).toBeGreaterThan(opened(2000, 0.1));
  });

  test('every opening has one channel, one cohort, and is funded or not; the funded are users with money', () => {
    const world = enter({ values: { ...EAGER, ...ALWAYS } });
    const { investors, tally, flow, cohorts, brokerCount } = world;
    let channels = 0;
    let funded = 0;
    for (let b = 0; b < brokerCount; b++) {
      channels += sumChannels(world, b);
      funded += tally.funded[b];
      expect(cohorts.opened[b], 'first row of the cohorts').toBe(sumChannels(world, b));
      expect(tally.joined[b]).toBe(tally.funded[b]);
    }
    expect(channels).toBe(flow.leadOpenings[0]);
    expect(channels).toBe(flow.firstOpenings[0]);
    expect(findSlots(world, (i) => investors.cohortMonth[i] !== NEVER)).toHaveLength(channels);
    const users = findSlots(world, (i) => investors.main[i] !== NONE);
    expect(users).toHaveLength(funded);
    expect(users.every((i) => investors.status[i] === STATUS.active && investors.assetsCents[i] > 0)).toBe(true);
    expect(findSlots(world, (i) => investors.status[i] === STATUS.unfunded)).toHaveLength(channels - funded);
    expect(world.events.count).toBe(funded);
    countMonth(world);
    expect(world.market.assetsCents[0]).toBe(flow.depositCents[0] + tally.rewardCents.reduce((a, b) => a + b));
  });

  test('an account that is opened and not funded leaves a traditional investor one, and a former user no client of anyone', () => {
    const world = createStartedWorld({ agents: 2000, values: { ...EAGER, ...ALWAYS, ...NEVER_FUNDED } });
    const { investors, flow } = world;
    for (let i = 0; i < world.agents; i++) {
      investors.home[i] = 0;
      investors.status[i] = i % 2 === 0 ? STATUS.traditional : STATUS.left;
    }
    prepareOffers(world);
    enterMarket(world, 0, world.agents);
    const opened = flow.leadOpenings[0];
    const unfunded = findSlots(world, (i) => investors.status[i] === STATUS.unfunded);
    expect(unfunded.length).toBeGreaterThan(50);
    expect(unfunded.length).toBeLessThan(opened);
    expect(unfunded.every((i) => i % 2 === 1)).toBe(true);
    const wouldBeTraditional = findSlots(world, (i) => i % 2 === 1 && investors.status[i] === STATUS.traditional);
    expect(wouldBeTraditional, 'nobody without money there becomes a traditional investor').toEqual([]);
  });

  test('a traditional investor keeps the assets that are there; an outsider brings what goes with age and means', () => {
    const world = createStartedWorld({
      agents: 2000,
      values: { ...EAGER, ...ALWAYS, 'entry.funding': 4, 'accounts.promotionCny': 0 },
    });
    const { investors } = world;
    for (let i = 0; i < world.agents; i += 2) {
      investors.status[i] = STATUS.traditional;
      investors.assetsCents[i] = 777_00;
    }
    prepareOffers(world);
    enterMarket(world, 0, world.agents);
    const users = findSlots(world, (i) => investors.main[i] !== NONE);
    expect(users.some((i) => i % 2 === 0) && users.some((i) => i % 2 === 1)).toBe(true);
    for (const i of users) {
      expect(investors.assetsCents[i]).toBe(i % 2 === 0 ? 777_00 : computeTargetCents(world, i));
    }
  });
});

describe('what starts a search', () => {
  const leads = (values: Partial<ParameterValues>, change: (world: World) => void = () => {}) => {
    const world = createStartedWorld({ agents: 4000, values });
    change(world);
    prepareOffers(world);
    enterMarket(world, 0, world.agents);
    return world.flow.leads[0];
  };

  test('no hazard, no lead', () => {
    const none = { 'entry.organic': 0, 'entry.friends': 0, 'entry.advertisingMost': 0, 'entry.content': 0 };
    expect(leads(none)).toBe(0);
    expect(leads({ 'entry.demand': 0.2 })).toBeGreaterThan(0);
  });

  test('friends online, advertising and attention each add leads under the same luck', () => {
    const base = leads({});
    expect(leads({ 'entry.friends': 2 })).toBeGreaterThan(base);
    expect(leads({}, ({ investors }) => investors.shown.fill(0))).toBeGreaterThan(base);
    expect(leads({}, ({ brokers }) => brokers.spendAdvertising.fill(10))).toBeGreaterThan(base);
    expect(leads({}, ({ market }) => market.attention.fill(0.3))).toBeGreaterThan(base);
  });

  test('advertising saturates: ten times the spending from a high level adds less than the first tenth did', () => {
    const only = { 'entry.organic': 0, 'entry.friends': 0, 'entry.content': 0, 'entry.advertisingMost': 3 };
    const at = (bn: number) => leads(only, ({ brokers }) => brokers.spendAdvertising.fill(bn / 3));
    const [few, some, many] = [at(0.5), at(5), at(50)];
    expect(few).toBeGreaterThan(0);
    expect(some).toBeGreaterThan(few);
    expect(many).toBeGreaterThan(some);
    expect(many - some).toBeLessThan(some);
  });

  test('the young, the tier 1–2 and outsiders enter more readily than the old, tier 3–4 and former users', () => {
    const share = (pick: (world: World, i: number) => boolean, change: (world: World) => void = () => {}) => {
      const world = createStartedWorld({
        agents: 4000,
        values: { ...ALWAYS, 'population.usersMillion': 0, 'population.traditionalMillion': 0 },
      });
      change(world);
      prepareOffers(world);
      enterMarket(world, 0, world.agents);
      const group = findSlots(world, (i) => pick(world, i));
      return group.filter((i) => world.investors.cohortMonth[i] !== NEVER).length / group.length;
    };
    const age = (world: World, i: number) => (world.market.month[0] - world.investors.birthMonth[i]) / 12;
    expect(share((w, i) => age(w, i) < 30)).toBeGreaterThan(share((w, i) => age(w, i) >= 55));
    const former = share(
      () => true,
      ({ investors }) => investors.status.fill(STATUS.left),
    );
    expect(former).toBeLessThan(share(() => true));
    // Tiers differ by a factor of .85 only: compare affinity, which carries it, over thousands of people.
    const { investors, agents } = createStartedWorld({ agents: 20_000, values: { 'entry.lowTierFactor': 0.85 } });
    const mean = (low: boolean) => {
      let sum = 0;
      let count = 0;
      for (let i = 0; i < agents; i++) {
        if (investors.tier[i] >= 3 !== low) continue;
        sum += investors.affinity[i];
        count++;
      }
      return sum / count;
    };
    // Standard error of each mean: sd .66 / √9,000 = .007.
    expect(mean(true) / mean(false)).toBeCloseTo(0.85, 1);
  });
});

describe('channels', () => {
  test('a niche broker’s advertising finds the people it is made for', () => {
    // Only the archetype niche aims its advertising.
    const brokers = [createBroker('county', { archetype: 'niche', niche: 'county' }), createBroker('plain')];
    const values = { ...EAGER, ...ALWAYS, 'entry.organic': 0, 'entry.content': 0, 'entry.advertisingMost': 3 };
    const world = createStartedWorld({ agents: 4000, brokers, values });
    world.brokers.spendAdvertising.fill(5);
    prepareOffers(world);
    enterMarket(world, 0, world.agents);
    const { investors } = world;
    const clients = findSlots(world, (i) => investors.cohortBroker[i] === 0);
    const others = findSlots(world, (i) => investors.cohortBroker[i] === 1);
    const low = (slots: number[]) => slots.filter((i) => investors.tier[i] >= 3).length / slots.length;
    expect(clients.length).toBeGreaterThan(100);
    expect(low(clients)).toBeGreaterThan(low(others) + 0.1);
  });

  test('a friend who brought a client is rewarded, and so is the client: half each, booked as referral', () => {
    const brokers = [createBroker('only', { referral: 1 })];
    const values = {
      ...EAGER,
      ...ALWAYS,
      'entry.friends': 3,
      'population.usersMillion': 100,
      'accounts.promotionCny': 0,
    };
    const world = createStartedWorld({ agents: 2000, brokers, values });
    world.programmes.referral[0] = 1;
    prepareOffers(world);
    enterMarket(world, 0, world.agents);
    const { tally, investors } = world;
    const halfCents = (world.values['programmes.referralCny'] * 100) / 2;
    expect(tally.fundedReferral[0]).toBeGreaterThan(0);
    expect(tally.referralCents[0]).toBe(tally.fundedReferral[0] * halfCents);
    expect(tally.rewardCents[0]).toBe(tally.referralCents[0]);
    expect(investors.owedCents.reduce((sum, cents) => sum + cents, 0)).toBe(tally.fundedReferral[0] * halfCents);
  });

  test('promotions are paid for funded openings through advertising only', () => {
    const world = enter({ values: { ...EAGER, ...ALWAYS, 'entry.friends': 3, 'population.usersMillion': 100 } });
    const { tally, values } = world;
    for (let b = 0; b < world.brokerCount; b++) {
      expect(tally.rewardCents[b]).toBe(tally.fundedAdvertising[b] * values['accounts.promotionCny'] * 100);
      expect(tally.referralCents[b]).toBe(0);
      expect(tally.fundedReferral[b]).toBeGreaterThan(0);
      expect(tally.fundedReferral[b]).toBeLessThanOrEqual(tally.openingsReferral[b]);
    }
  });
});
