import { describe, expect, test } from 'vitest';
import { chooseLeverRange, readLever } from '../../src/app/lever-values.ts';
import type { LiveMonth } from '../../src/experiment/live-run.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../src/model/metrics.ts';

/** A month of one broker with these figures. */
function createMonth(figures: Partial<Record<BrokerMetric, number>>): LiveMonth {
  const brokers = new Float64Array(BROKER_METRICS.length);
  for (const [key, value] of Object.entries(figures)) brokers[BROKER_METRIC[key as BrokerMetric]] = value;
  return { record: { brokers } } as LiveMonth;
}

describe('readLever', () => {
  const months = [
    createMonth({ commissionBp: 1.9 }),
    createMonth({ commissionBp: 1.8, costContent: 3e8 }),
    createMonth({ commissionBp: 1.7, costContent: 4e8 }),
  ];

  test('a price is that of the month on show', () => {
    expect(readLever(months, 0, 'price', 1)).toBe(1.8);
  });

  test('spending is that of the month which follows, as CNY million a quarter', () => {
    // 3e8 cents a month are CNY 3 million, 9 a quarter
    expect(readLever(months, 0, 'content', 0)).toBe(9);
    expect(readLever(months, 0, 'content', 1)).toBe(12);
  });

  test('the last month speaks for itself', () => {
    expect(readLever(months, 0, 'content', 2)).toBe(12);
  });
});

describe('chooseLeverRange', () => {
  test('leaves room to treble the spending, up to a round figure', () => {
    expect(chooseLeverRange('content', 9).max).toBe(30);
    expect(chooseLeverRange('content', 96).max).toBe(300);
    expect(chooseLeverRange('content', 3).max).toBe(10);
  });

  test('a broker that spends nothing can begin to', () => {
    expect(chooseLeverRange('advice', 0).max).toBe(0.5);
  });

  test('a price goes to 5 bp, and further for a dear broker', () => {
    expect(chooseLeverRange('price', 1.8).max).toBe(5);
    expect(chooseLeverRange('price', 8).max).toBe(20);
  });
});
