import { expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/* The licence shock of cross-border brokers (M65, E8): after a year, the first of three may take nobody new. */
// holds: crossBorderBan
const MONTHS = 48;
const BAN = 12;
const SEEDS = 5;

function createLicence(from: number) {
  return createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('abroad', { niche: 'crossBorder' }), createBroker('b'), createBroker('c')],
    values: { 'regulator.crossBorderBanFrom': from, 'regulator.inspection': 0 },
  });
}

const open = playRuns(createLicence(2100), SEEDS);
const banned = playRuns(createLicence(2026), SEEDS);
const abroad = (metric: Parameters<typeof readBroker>[2]) => (run: Run, month: number) =>
  readBroker(run.records[month], 0, metric);
const mean = (runs: readonly Run[], read: (run: Run) => number) =>
  runs.reduce((sum, run) => sum + read(run), 0) / runs.length;

test('nothing differs before it', () => {
  const users = (run: Run) => abroad('users')(run, BAN);
  expect(compareRuns(open, banned, users).mean).toBe(0);
});

test('inflow stops: no account is opened, and only clients with one come to it', () => {
  for (const run of banned) expect(sumMonths(run, (record) => readBroker(record, 0, 'openings'), BAN + 1)).toBe(0);
  expect(mean(open, (run) => sumMonths(run, (record) => readBroker(record, 0, 'openings'), BAN + 1))).toBeGreaterThan(
    0,
  );
});

test('clients stay at first, then fall slowly: by less than a tenth in half a year, by more in three', () => {
  const left = (months: number) =>
    mean(banned, (run) => abroad('users')(run, BAN + months) / abroad('users')(run, BAN));
  expect(left(6)).toBeGreaterThan(0.9);
  expect(left(36)).toBeLessThan(left(6));
  expect(left(36)).toBeGreaterThan(0.5);
});

test('they go on paying, and less money wins no new ones: revenue goes on, advertising ends', () => {
  const revenue = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'revenue'), BAN + 1);
  const ratio = mean(banned, revenue) / mean(open, revenue);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(1);
  for (const run of banned) expect(abroad('costAdvertising')(run, MONTHS)).toBe(0);
});

test('trust falls with it and comes back in part: a broker that earns less spends less on compliance', () => {
  const lost = (months: number) => -compareRuns(open, banned, (run) => abroad('reputation')(run, BAN + months)).mean;
  expect(lost(1)).toBeGreaterThan(0.1);
  expect(lost(36)).toBeLessThan(0.7 * lost(1));
});
