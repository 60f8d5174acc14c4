import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/*
 * Whoever has no money abroad seldom opens an account at a cross-border broker (M65); its clients cost seven to ten times
 * those of the mass (E10). Two brokers alike in all but the niche.
 */
// holds: crossBorderHurdle
const MONTHS = 36;
const SEEDS = 6;

function createAbroad(hurdle: number) {
  return createMarket({
    agents: 3000,
    months: MONTHS,
    brokers: [createBroker('abroad', { niche: 'crossBorder' }), createBroker('b'), createBroker('c')],
    // No fee and no taste for the niche: the hurdle is all that sets the first apart.
    values: { 'tastes.abroad': hurdle, 'tastes.niche': 0, 'accounts.crossBorderFee': 0 },
  });
}

const without = playRuns(createAbroad(0), SEEDS);
const withHurdle = playRuns(createAbroad(2), SEEDS);

function sumOver(runs: readonly Run[], broker: number, metric: Parameters<typeof readBroker>[2]): number {
  return runs.reduce((sum, run) => sum + sumMonths(run, (record) => readBroker(record, broker, metric)), 0);
}

/** Advertising over clients won by it and otherwise: what a client costs. */
const costOf = (runs: readonly Run[], broker: number) =>
  sumOver(runs, broker, 'costAdvertising') / sumOver(runs, broker, 'joined');

// e⁻² ≈ .135 of the odds are left with people off the niche, all of them with the others: the sum lies between.
test('it wins fewer clients than without the hurdle, and more than if nobody were made for it', () => {
  const ratio = sumOver(withHurdle, 0, 'joined') / sumOver(without, 0, 'joined');
  expect(ratio).toBeLessThan(0.6);
  expect(ratio).toBeGreaterThan(0.135);
});

test('its advertising is wasted on most: a client costs more than a rival’s, which it does not without', () => {
  expect(costOf(withHurdle, 0) / costOf(withHurdle, 1)).toBeGreaterThan(1.3);
  expect(costOf(without, 0) / costOf(without, 1)).toBeLessThan(1.15);
});

test('rivals win who does not go abroad', () => {
  expect(sumOver(withHurdle, 1, 'joined')).toBeGreaterThan(sumOver(without, 1, 'joined'));
});
