import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, readMarket, sumMonths } from '../support/paired-runs.ts';

// holds: automation, fatigue
/* Marketing automation (M8) and the fatigue that all contacts share: the first of two equal brokers runs programmes at full effort. */
const MONTHS = 18;
const SEEDS = 6;
const SURE = 3;

function play(effort: object, values = {}) {
  return playRuns(
    createMarket({
      agents: 2000,
      months: MONTHS,
      brokers: [createBroker('a', effort), createBroker('b')],
      values: { 'regulator.inspection': 0, ...values },
    }),
    SEEDS,
  );
}

const control = play({});
const automated = play({ automation: 1 });
const overdone = play({ automation: 1 }, { 'programmes.automationContacts': 30 });
const woken = play({ wakeUp: 1 });
const wokenTireless = play({ wakeUp: 1 }, { 'programmes.fatigueHalf': 1e6, 'programmes.annoyance': 0 });

const trades = (run: Run) => Math.log(sumMonths(run, (record) => readBroker(record, 0, 'trades')));
const satisfaction = (run: Run) => readBroker(run.records[MONTHS], 0, 'satisfaction');
const awake = (run: Run) => readMarket(run.records[MONTHS], 'activeUsers');

test('automation makes clients trade more, by less than messages did in trials', () => {
  const more = compareRuns(control, automated, trades);
  expect(more.t).toBeGreaterThan(SURE);
  // E33: + 11 % for those who were sent messages, before anybody tired of them.
  expect(more.mean).toBeLessThan(Math.log(1.11));
});

test('seven times the contacts do less than the usual ones, and cost satisfaction', () => {
  expect(compareRuns(automated, overdone, trades).mean).toBeLessThan(0);
  expect(compareRuns(control, overdone, satisfaction).t).toBeLessThan(-SURE);
  expect(compareRuns(control, overdone, satisfaction).mean).toBeLessThan(
    compareRuns(control, automated, satisfaction).mean,
  );
});

test('dormant clients get used to wake-up calls: fewer come back than if nobody tired', () => {
  expect(compareRuns(control, woken, awake).mean).toBeGreaterThan(0);
  expect(compareRuns(woken, wokenTireless, awake).mean).toBeGreaterThan(0);
});
