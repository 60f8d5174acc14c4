import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import {
  compareRuns,
  playRuns,
  type Run,
  readBroker,
  readMarket,
  readSegments,
  sumMonths,
} from '../support/paired-runs.ts';

// holds: growthValues, gamifiedTrading
/* Growth values (M20) and games (M21): the first of two equal brokers runs the programme at full effort. */
const MONTHS = 24;
const SEEDS = 8;
const SURE = 3;

function play(gamification: number, values = {}) {
  return playRuns(
    createMarket({
      agents: 2500,
      months: MONTHS,
      brokers: [createBroker('a', { gamification }), createBroker('b', { gamification })],
      values: { 'regulator.inspection': 0, 'regulator.overtradingBan': 0, 'dormancy.leave': 0.3, ...values },
    }),
    SEEDS,
  );
}

const control = play(0);
const valued = play(1);
const played = play(1, { 'programmes.gamifiedTrades': 0.4 });

test('growth values hold clients, a little', () => {
  const lost = (run: Run) => Math.log(sumMonths(run, (record) => readMarket(record, 'leavers')));
  const effect = compareRuns(control, valued, lost);
  expect(effect.mean).toBeLessThan(0);
  expect(effect.mean).toBeGreaterThan(-0.15);
});

test('growth values alone make nobody trade more', () => {
  const trades = (run: Run) =>
    sumMonths(run, (record) => readMarket(record, 'trades')) /
    sumMonths(run, (record) => readMarket(record, 'activeUsers'));
  const effect = compareRuns(control, valued, (run) => Math.log(trades(run)));
  expect(Math.abs(effect.mean)).toBeLessThan(0.02);
});

/** Sums over people below 25, and over those from 55 on. */
const trades = (from: number, to: number) => (run: Run) => {
  const ages = ([age]: number[]) => age >= from && age <= to;
  const sum = (metric: 'trades' | 'activeUsers') => sumMonths(run, (record) => readSegments(record, metric, ages));
  return Math.log(sum('trades') / sum('activeUsers'));
};

test('games make people trade more, the young most, within what controlled trials found', () => {
  const young = compareRuns(valued, played, trades(0, 0));
  const old = compareRuns(valued, played, trades(4, 4));
  expect(young.t).toBeGreaterThan(SURE);
  // E33: factors of 1.05 to 1.4.
  expect(young.mean).toBeGreaterThan(Math.log(1.05));
  expect(young.mean).toBeLessThan(Math.log(1.4));
  expect(old.mean).toBeLessThan(young.mean);
});

test('and cost them return', () => {
  const net = (run: Run) => sumMonths(run, (record) => readMarket(record, 'netReturn'));
  expect(compareRuns(valued, played, net).t).toBeLessThan(-SURE);
  const commission = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'revenueCommission'));
  expect(compareRuns(valued, played, commission).mean).toBeGreaterThan(0);
});

test('games that induce trading do nothing where that is banned', () => {
  const count = (run: Run) => sumMonths(run, (record) => readMarket(record, 'trades'));
  const [quiet, banned] = [0, 0.4].map((games) =>
    play(1, { 'programmes.gamifiedTrades': games, 'regulator.overtradingBan': 1 }),
  );
  banned.forEach((run, k) => {
    expect(count(run)).toBe(count(quiet[k]));
  });
}, 30_000);
