import { describe, expect, test } from 'vitest';
import { enterMarket } from '../../src/model/investors/entry.ts';
import { prepareOffers } from '../../src/model/investors/offers.ts';
import { createBroker, createMarket, createStartedWorld, findSlots } from '../support/model-world.ts';
import { compareRuns, estimate, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/* Promotions for new customers (M3): two equal brokers of which one pays, with the same luck. */
// holds: promotions
const MONTHS = 24;
const SEEDS = 8;
const SURE = 3;
const QUIET = { 'regulator.inspection': 0, 'population.usersMillion': 60 };

function createDuel(promotion: number) {
  return { brokers: [createBroker('a', { promotion }), createBroker('b')], months: MONTHS, values: QUIET };
}

const [without, paying] = [0, 1].map((promotion) =>
  playRuns(createMarket({ agents: 2000, ...createDuel(promotion) }), SEEDS),
);
const sum = (metric: Parameters<typeof readBroker>[2]) => (run: Run) =>
  sumMonths(run, (record) => readBroker(record, 0, metric));

describe('a promotion for new customers', () => {
  test('wins more of those whom advertising meets, by less than half', () => {
    const opened = sum('openingsAdvertising');
    const more = compareRuns(without, paying, (run) => Math.log(opened(run)));
    expect(more.t).toBeGreaterThan(SURE);
    expect(more.mean).toBeLessThan(Math.log(1.5));
  });

  test('makes winning a client dearer', () => {
    const dearer = compareRuns(without, paying, sum('acquisitionCost'));
    expect(dearer.t).toBeGreaterThan(SURE);
    expect(compareRuns(without, paying, sum('costPromotion')).t).toBeGreaterThan(SURE);
  });

  test('wins over the restless, who leave first: most of them move more easily than the median person', () => {
    const isRestless = [0, 1, 2].flatMap((k) => {
      const [before, after] = [0, 1].map((promotion) => meetAdvertising(promotion, `promotion ${k}`));
      const { restless, cohortBroker } = after.investors;
      const median = restless.toSorted()[after.agents / 2];
      return findSlots(after, (i) => cohortBroker[i] === 0 && before.investors.cohortBroker[i] !== 0).map((i) =>
        Number(restless[i] > median),
      );
    });
    const { mean, error } = estimate(isRestless);
    expect((mean - 0.5) / error).toBeGreaterThan(SURE);
  });
});

/** A month in which advertising is all that brings people to brokers. */
function meetAdvertising(promotion: number, seed: string) {
  const values = { ...QUIET, 'entry.advertisingMost': 3, 'entry.organic': 0, 'entry.content': 0, 'entry.friends': 0 };
  const world = createStartedWorld({ agents: 10_000, ...createDuel(promotion), values }, seed);
  world.programmes.promotion[0] = promotion;
  world.brokers.spendAdvertising.fill(5);
  prepareOffers(world);
  enterMarket(world, 0, world.agents);
  return world;
}
