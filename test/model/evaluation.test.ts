import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRiskState, type Part, RISKS, SIDES, scoreIndex, scorePart } from '../../src/model/evaluation.ts';
import { ROOT } from '../support/source-text.ts';

const rising: Part<'up'> = { metric: 'up', none: 0, reference: 2, full: 10, weight: 1, source: 'assumption' };
const falling: Part<'down'> = { metric: 'down', none: 8, reference: 4, full: 0, weight: 3, source: 'assumption' };

describe('the score of a part', () => {
  test.each([
    // Below the reference 25 points a unit, above it 50/8; cut at both ends.
    [rising, [-1, 0, 1, 2, 6, 10, 11], [0, 0, 25, 50, 75, 100, 100]],
    // Less is better: from 8 down to 4 and on to 0, 12.5 points a unit.
    [falling, [9, 8, 6, 4, 2, 0, -1], [0, 0, 25, 50, 75, 100, 100]],
  ] as const)('is 0, 50 and 100 at its three figures and straight between (%#)', (part, values, scores) => {
    expect(values.map((value) => scorePart(part, value))).toEqual(scores);
  });

  test('of an absent figure is absent', () => {
    expect(scorePart(rising, Number.NaN)).toBeNaN();
  });
});

describe('an index', () => {
  const index = (up: number, down: number) => scoreIndex([rising, falling], (key) => (key === 'up' ? up : down));

  test('is the weighted mean of the scores: (100 + 3 · 50)/4', () => {
    expect(index(10, 4)).toBe(62.5);
  });

  test('leaves absent parts out, and is absent when all are', () => {
    expect(index(10, Number.NaN)).toBe(100);
    expect(index(Number.NaN, 6)).toBe(25);
    expect(index(Number.NaN, Number.NaN)).toBeNaN();
  });
});

test('a warning is calm below 50, a watch from there and an alarm from 75', () => {
  expect([0, 49.9, 50, 74.9, 75, 100, Number.NaN].map((index) => findRiskState(index).key)).toEqual([
    'calm',
    'calm',
    'watch',
    'watch',
    'alarm',
    'alarm',
    'calm',
  ]);
});

describe('early warnings on constructed markets', () => {
  const score = (key: string, figures: Record<string, number>) => {
    const risk = RISKS.find((index) => index.key === key);
    return scoreIndex(risk?.market ?? [], (metric) => figures[metric] ?? Number.NaN);
  };

  test.each([
    [
      'marketRisk',
      { concentrationSpeed: 10, priceMargin: 2.5, lossMakers12: 0.01, valueToCost: 9 },
      { concentrationSpeed: 160, priceMargin: 0.1, lossMakers12: 0.25, valueToCost: 1.2 },
    ],
    [
      'technologyRisk',
      { adviceDependence: 0.01, adviceIdle: 0.1, noviceAdvice: 0.05 },
      { adviceDependence: 0.35, adviceIdle: 0.9, noviceAdvice: 0.45 },
    ],
    [
      'complianceRisk',
      { complaintTrend: 0.9, breachExposure: 0.05, marketingPressure: 0.05, noviceTrading: 0.9 },
      { complaintTrend: 1.7, breachExposure: 0.45, marketingPressure: 0.28, noviceTrading: 1.5 },
    ],
  ])('%s is calm in a sound market and an alarm in an ailing one', (key, sound, ailing) => {
    expect(findRiskState(score(key, sound)).key).toBe('calm');
    expect(findRiskState(score(key, ailing)).key).toBe('alarm');
    // Every part that worsens alone raises the warning.
    for (const [metric, value] of Object.entries(ailing)) {
      expect(score(key, { ...sound, [metric]: value }), metric).toBeGreaterThan(score(key, sound));
    }
  });
});

describe('every part', () => {
  const parts = [...SIDES, ...RISKS].flatMap(({ market, broker }): Part<string>[] => [...market, ...broker]);

  test('has a range on which the reference lies within, and a weight of one', () => {
    for (const { metric, none, reference, full, weight } of parts) {
      expect((reference - none) * (full - reference), metric).toBeGreaterThan(0);
      expect(weight, metric).toBe(1);
    }
  });

  test('says where its reference comes from: rows that exist, or an assumption', () => {
    const rows = ['report_facts.csv', 'findings.csv'].flatMap((file) =>
      readFileSync(join(ROOT, 'public/data', file), 'utf8')
        .split('\n')
        .map((line) => line.slice(0, line.indexOf(','))),
    );
    for (const { metric, source } of parts) {
      const cited = source.match(/[SE]\d+/g) ?? [];
      expect(cited.length > 0 || source.startsWith('assumption: '), metric).toBe(true);
      expect(
        cited.filter((id) => !rows.includes(id)),
        metric,
      ).toEqual([]);
    }
  });
});
