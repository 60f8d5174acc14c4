import { describe, expect, test } from 'vitest';
import type { BrokerInput } from '../../src/model/inputs.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/* Bought-in AI advice (M64): a broker without any to speak of, beside one at the frontier; with the same luck. */
// holds: vendorAdvice
const MONTHS = 12;
const SEEDS = 6;
const SURE = 4;

/** @param share of all users at the broker that buys, the first @param adoption hazard of the willing, a year */
function play(share: number, changes: Partial<BrokerInput>, adoption: number) {
  const brokers = [
    createBroker('a', { share, advice: 0.02, ...changes }),
    createBroker('frontier', { share: 1 - share, advice: 0.5 }),
  ];
  const values = {
    'regulator.inspection': 0,
    'experience.adoption': adoption,
    // Fees with which this market earns about what stocks are sized for at the start. With less, half-saturation falls
    // with revenue, and what brokers have built rises all year by itself (.30 to .43): nothing to compare buying with.
    'accounts.margin': 0.025,
    'accounts.productFee': 0.0065,
  };
  return playRuns(createMarket({ agents: 1500, months: MONTHS, brokers, values }), SEEDS);
}

type Metric = Parameters<typeof readBroker>[2];
const last = (metric: Metric, broker = 0) => {
  return (run: Run) => readBroker(run.records[MONTHS], broker, metric);
};
const sum = (run: Run, metric: Metric) => sumMonths(run, (record) => readBroker(record, 0, metric));

describe('a broker that buys AI advice in', () => {
  const [without, bought] = [{}, { vendorAdvice: 1 }].map((changes) => play(0.2, changes, 2));

  test('has .6 of the level of the frontier, and follows it as it moves', () => {
    for (const { records } of bought) {
      for (const record of records.slice(1)) {
        const frontier = readBroker(record, 1, 'adviceCapability');
        expect(readBroker(record, 0, 'adviceCapability')).toBeCloseTo(0.6 * frontier, 12);
      }
    }
  });

  test('has clients who follow advice, where next to none did', () => {
    expect(compareRuns(without, bought, last('adviceShare')).t).toBeGreaterThan(SURE);
    for (let k = 0; k < SEEDS; k++) {
      expect(last('adviceShare')(bought[k])).toBeGreaterThan(3 * last('adviceShare')(without[k]));
    }
  });

  test('pays 60 % less for each of them than human advisers would cost (S315)', () => {
    for (const run of bought) {
      const paidCents = sum(run, 'costAdvice') - sum(run, 'spendAdvice');
      const followerMonths = sumMonths(
        run,
        (record) => readBroker(record, 0, 'adviceShare') * readBroker(record, 0, 'users'),
      );
      const humanCents = (100 * 75 * 4) / 12;
      expect(paidCents / followerMonths / humanCents).toBeCloseTo(0.4, 1);
    }
  });
});

describe('to buy AI advice or to build it as good', () => {
  const [small, half] = [0.03, 0.5].map((share) =>
    [{ vendorAdvice: 1 }, { advice: 0.3 }].map((changes) => play(share, changes, 0.5)),
  );
  /** What buying costs over what building costs, seed by seed. */
  const compare = ([bought, built]: Run[][]) =>
    bought.map((run, k) => sum(run, 'costAdvice') / sum(built[k], 'costAdvice'));

  test('is the same to clients', () => {
    for (const [bought, built] of [small, half]) {
      expect(Math.abs(compareRuns(bought, built, last('adviceCapability')).mean)).toBeLessThan(0.03);
    }
  });

  test('costs a small broker less than a third by buying: there is a price for each follower, and nothing fixed', () => {
    expect(Math.max(...compare(small))).toBeLessThan(1 / 3);
  });

  test('spares a broker with half of the market less than a small one', () => {
    expect(Math.min(...compare(half))).toBeGreaterThan(Math.max(...compare(small)));
  });
});
