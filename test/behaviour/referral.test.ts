import { describe, expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import {
  compareRuns,
  estimate,
  playRuns,
  type Run,
  readBroker,
  readMarket,
  sumMonths,
} from '../support/paired-runs.ts';

// holds: referral, friendsWords
/* Rewards for friends (M9) and what friends say of their broker: two equal brokers, chance included. */
const MONTHS = 18;
const SEEDS = 8;
/** Which broker people come to hangs on few openings a run. */
const STIR_SEEDS = 32;
const SURE = 3;
const QUIET = { 'regulator.inspection': 0, 'population.usersMillion': 120 };

function createDuel(referral: number, values = {}) {
  return createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a', { referral }), createBroker('b')],
    values: { ...QUIET, ...values },
  });
}

const control = playRuns(createDuel(0), SEEDS);

describe('referral rewards', () => {
  const treated = playRuns(createDuel(1), SEEDS);
  const opened = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'openingsReferral'));

  test('bring more clients through friends, by less than half', () => {
    const more = compareRuns(control, treated, (run) => Math.log(opened(run)));
    expect(more.t).toBeGreaterThan(SURE);
    expect(more.mean).toBeLessThan(Math.log(1.5));
  });

  test('are paid, and cost less for an opening than advertising does', () => {
    const cost = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'costPromotion') / 100) / opened(run);
    const reward = compareRuns(control, treated, cost);
    expect(reward.t).toBeGreaterThan(SURE);
    // At most the whole reward for every opening.
    expect(reward.mean).toBeLessThan(control[0].inputs.values['programmes.referralCny']);
    const advertised = (run: Run) =>
      sumMonths(run, (record) => readBroker(record, 0, 'costAdvertising') / 100) /
      sumMonths(run, (record) => readBroker(record, 0, 'openingsAdvertising'));
    // Some 240 CNY against some 280.
    expect(estimate(treated.map((run, k) => cost(run) - cost(control[k]) - advertised(run))).mean).toBeLessThan(0);
  });
});

/** Complaints twenty times as frequent as usual: the first of two brokers is complained of a lot. */
function createStir(warning: number) {
  const brokers = [createBroker('a', { service: 0.05, compliance: 0.05 }), createBroker('b', { compliance: 0.95 })];
  const values = { ...QUIET, 'experience.complaints': 1, 'network.praise': 0, 'network.warning': warning };
  return playRuns(createMarket({ agents: 2000, months: MONTHS, brokers, values }), STIR_SEEDS);
}

const silent = playRuns(createDuel(0, { 'network.praise': 0, 'network.warning': 0 }), SEEDS);
const praised = playRuns(createDuel(0, { 'network.praise': 1, 'network.warning': 0 }), SEEDS);
const unwarned = createStir(0);
const warned = createStir(2);

describe('words of friends', () => {
  const users = (run: Run) => readMarket(run.records[MONTHS], 'users');

  test('praise brings people in', () => {
    expect(compareRuns(silent, praised, users).t).toBeGreaterThan(SURE);
  });

  test('warnings keep people out', () => {
    expect(compareRuns(unwarned, warned, users).t).toBeLessThan(-SURE);
  });

  test('and turn those who come from the broker that is complained of', () => {
    const won = (run: Run, b: number) => sumMonths(run, (record) => readBroker(record, b, 'joined'));
    const part = (run: Run) => won(run, 0) / (won(run, 0) + won(run, 1));
    const turned = compareRuns(unwarned, warned, part);
    expect(turned.t).toBeLessThan(-SURE);
  });
});
