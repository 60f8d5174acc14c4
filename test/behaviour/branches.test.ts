import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, readBroker, readSegments, sumMonths } from '../support/paired-runs.ts';

/* Branches (M62): the first of two equal brokers has them, all else equal, chance included. */
// holds: branches
const MONTHS = 24;
const SEEDS = 8;
const SURE = 3;

function createDuel(branches: number) {
  return createMarket({
    agents: 3000,
    months: MONTHS,
    brokers: [createBroker('a', { branches }), createBroker('b')],
    values: { 'population.usersMillion': 120, 'regulator.inspection': 0 },
  });
}

const control = playRuns(createDuel(0), SEEDS);
const treated = playRuns(createDuel(1), SEEDS);

test('win clients from the rival, by a few per cent', () => {
  const share = compareRuns(control, treated, ({ records }) => readBroker(records[MONTHS], 0, 'share'));
  expect(share.t).toBeGreaterThan(SURE);
  expect(share.mean).toBeLessThan(0.06);
});

test('bring older people and tiers 3–4 online, and nobody else', () => {
  const joined = (uses: boolean) =>
    compareRuns(control, treated, (run) =>
      sumMonths(run, (record) =>
        readSegments(record, 'joined', ([age, , , , tier]) => (age >= 3 || tier === 1) === uses),
      ),
    );
  expect(joined(true).t).toBeGreaterThan(SURE);
  expect(joined(false).t).toBeLessThan(SURE);
});

test('cost a part of what is fixed, whatever comes of them', () => {
  const spent = compareRuns(control, treated, (run) =>
    sumMonths(run, (record) => readBroker(record, 0, 'costProgrammes')),
  );
  const fixed = sumMonths(treated[0], (record) => readBroker(record, 0, 'costFixed'));
  expect(spent.mean / fixed).toBeGreaterThan(0.08);
  expect(spent.mean / fixed).toBeLessThan(0.12);
});
