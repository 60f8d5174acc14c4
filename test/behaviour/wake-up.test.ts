import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, readBroker, readMarket, sumMonths } from '../support/paired-runs.ts';

/* Wake-up campaigns (M33): the first of two equal brokers runs them at full effort, all else equal, chance included. */
// holds: wakeUp
const MONTHS = 12;
const SEEDS = 8;
const SURE = 4;

function createDuel(wakeUp: number) {
  return createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a', { wakeUp }), createBroker('b')],
    values: { 'regulator.inspection': 0 },
  });
}

const control = playRuns(createDuel(0), SEEDS);
const treated = playRuns(createDuel(1), SEEDS);

test('bring clients back: more of them are awake, by less than a fifth', () => {
  const awake = compareRuns(control, treated, ({ records }) => readBroker(records[MONTHS], 0, 'monthlyActive'));
  expect(awake.t).toBeGreaterThan(SURE);
  // A hazard e^.2 = 1.22 times as high: in balance with .95 a year of falling asleep, .5 awake become .55.
  expect(awake.mean).toBeGreaterThan(0.01);
  expect(awake.mean).toBeLessThan(0.1);
});

test('cost what they say and are booked', () => {
  const spent = compareRuns(control, treated, (run) =>
    sumMonths(run, (record) => readBroker(record, 0, 'costProgrammes')),
  );
  expect(spent.mean).toBeGreaterThan(0);
  expect(spent.t).toBeGreaterThan(SURE);
});

test('explain less than a market that rises by a fifth: most who come back, come back by themselves', () => {
  const woken = (run: (typeof control)[number]) => readMarket(run.records[MONTHS], 'activeUsers');
  const campaign = compareRuns(control, treated, woken);
  const rising = playRuns({ ...createDuel(0), realisedReturns: new Array(MONTHS).fill(0.0153) }, SEEDS);
  expect(compareRuns(control, rising, woken).mean).toBeGreaterThan(campaign.mean);
});
