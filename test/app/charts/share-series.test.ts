import { expect, test } from 'vitest';
import { createBrokerLooks } from '../../../src/app/broker-looks.ts';
import { computeShareSeries } from '../../../src/app/charts/share-series.ts';
import { MARKET_METRIC } from '../../../src/model/metrics.ts';
import { createBroker, createEmptyMonth, setBroker } from '../../support/fake-series.ts';

/** Twelve brokers: shares 22 % down to 2 % in steps, adding up to 1; the order of the input is the order of size. */
const SHARES = [0.22, 0.18, 0.14, 0.11, 0.09, 0.07, 0.05, 0.04, 0.035, 0.03, 0.02, 0.015];

function createMonth(month: number, shares: readonly number[]) {
  const entry = createEmptyMonth(month, shares.length);
  shares.forEach((share, broker) => {
    setBroker(entry, broker, { share });
  });
  entry.record.market[MARKET_METRIC.cr10] = [...shares]
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, share) => sum + share, 0);
  entry.record.market[MARKET_METRIC.hhi] = 1000 + month;
  return entry;
}

function createLooks(chosen: number) {
  return createBrokerLooks(
    SHARES.map((share, index) => createBroker(index, share)),
    chosen,
  );
}

test('the stack begins with the chosen broker, then its five largest rivals, and adds up to the whole market', () => {
  const series = computeShareSeries([createMonth(0, SHARES)], createLooks(3));
  expect(series.bands.map((band) => band.brokers[0])).toEqual([3, 0, 1, 2, 4, 5, 6, 7, 8, 9, -1]);
  expect(series.bands[0].shares[0]).toBe(0.11);
  expect(series.bands.at(-1)!.shares[0]).toBeCloseTo(0.02 + 0.015, 12); // the two smallest
  expect(series.bands.at(-1)!.tops[0]).toBeCloseTo(1, 12);
  expect(series.others[0]).toBe(2);
  expect(series.hhi[0]).toBe(1000);
});

test('while chosen broker and rivals are among the ten largest, the edge of the tenth band is CR10', () => {
  const series = computeShareSeries([createMonth(0, SHARES)], createLooks(3));
  expect(series.bands[9].tops[0]).toBeCloseTo(series.cr10[0], 12);
});

test('a chosen broker outside of the ten largest keeps the baseline; CR10 then lies above the tenth band', () => {
  const series = computeShareSeries([createMonth(0, SHARES)], createLooks(11));
  expect(series.bands[0].brokers[0]).toBe(11);
  // CR10 holds brokers 0–9; the bands hold broker 11 (1.5 %) in the place of broker 9 (3 %).
  expect(series.cr10[0] - series.bands[9].tops[0]).toBeCloseTo(0.03 - 0.015, 12);
});

test('rivals keep their band when they shrink; the unnamed bands take whoever is largest', () => {
  const later = [...SHARES];
  later[0] = 0.01;
  later[10] = 0.23; // the eleventh overtakes everybody
  const series = computeShareSeries([createMonth(0, SHARES), createMonth(1, later)], createLooks(3));
  expect(series.bands[1].brokers[1]).toBe(0);
  expect(series.bands[1].shares[1]).toBe(0.01);
  expect(series.bands[6].brokers[1]).toBe(10);
});

test('brokers without clients are not counted among the others', () => {
  const shares = [...SHARES];
  shares[11] = 0;
  expect(computeShareSeries([createMonth(0, shares)], createLooks(3)).others[0]).toBe(1);
});
