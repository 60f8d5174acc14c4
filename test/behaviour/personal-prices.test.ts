// holds: priceDiscriminationBan
import { describe, expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/*
 * Personal prices (M42): the first of two equal brokers spares new clients half of its commission for a year. Without the
 * ban, with it, and not at all; the same luck.
 */
const MONTHS = 24;
const SEEDS = 8;
const SURE = 4;

function play(personalPrices: number, priceBan: number): Run[] {
  const market = createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a', { personalPrices, commissionBp: 3 }), createBroker('b', { commissionBp: 3 })],
    values: { 'regulator.inspection': 0, 'regulator.priceBan': priceBan, 'programmes.personalPricesCost': 0 },
  });
  return playRuns(market, SEEDS);
}

const alike = play(0, 0);
const apart = play(1, 0);
const openings = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'openings'));

describe('a discount for new clients only', () => {
  test('wins openings', () => {
    expect(compareRuns(alike, apart, openings).t).toBeGreaterThan(SURE);
  });

  test('lowers what a trade brings, but by less than the discount: old clients pay in full', () => {
    const rate = (run: Run) =>
      sumMonths(run, (record) => readBroker(record, 0, 'revenueCommission')) /
      sumMonths(run, (record) => readBroker(record, 0, 'turnover'));
    const ratio = apart.map((run, k) => rate(run) / rate(alike[k]));
    expect(Math.max(...ratio)).toBeLessThan(0.98);
    expect(Math.min(...ratio)).toBeGreaterThan(0.5);
  });

  test('leaves its clients less content', () => {
    const satisfaction = (run: Run) => readBroker(run.records[MONTHS], 0, 'satisfaction');
    expect(compareRuns(alike, apart, satisfaction).t).toBeLessThan(-SURE);
  });
});

test('under the ban nothing of it happens: the same openings, moves and money to the last', () => {
  const banned = play(1, 1);
  banned.forEach((run, k) => {
    expect(openings(run)).toBe(openings(alike[k]));
    expect(run.records[MONTHS].brokers).toEqual(alike[k].records[MONTHS].brokers);
  });
});
