import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/model/parameters.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { NO_RULES } from '../support/no-rules.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/* What rules do to brokers that are hit by them: small built markets, one rule at a time, all else equal, chance included. */
// holds: consent

const MONTHS = 12;
const SEEDS = 8;
const SURE = 4;

describe('consent to data use', () => {
  const play = (values: Partial<ParameterValues>) =>
    playRuns(
      createMarket({
        agents: 4000,
        months: MONTHS,
        brokers: [createBroker('a', { niche: 'novice' }), createBroker('b')],
        // Advertising is half of revenue or so, and most openings come of it.
        values: { ...NO_RULES, 'regulator.inspection': 0, 'entry.advertisingMost': 3, ...values },
      }),
      SEEDS,
    );
  const [free, asked] = [play({}), play({ 'regulator.consent': 1 })];
  const openings = (broker: number) => (run: Run) =>
    sumMonths(run, (record) => readBroker(record, broker, 'openingsAdvertising'));

  test('costs a niche some of the openings that its targeting brought: no more than those who do not consent', () => {
    const lost = compareRuns(free, asked, openings(0));
    expect(lost.t).toBeLessThan(-SURE);
    // 22 in 100 do not consent. Of those on the niche it first met all, now an eighth, and half of the rest by its goodwill:
    // 1 becomes .56, so it loses at most 9.7 % of openings by advertising; less as it comes to mind in other ways too.
    const before = free.reduce((sum, run) => sum + openings(0)(run), 0) / SEEDS;
    expect(-lost.mean / before).toBeGreaterThan(0.02);
    expect(-lost.mean / before).toBeLessThan(0.097);
  });

  test('does not cost a broker for everybody any', () => {
    expect(compareRuns(free, asked, openings(1)).mean).toBeGreaterThanOrEqual(0);
  });
});
