import { describe, expect, test } from 'vitest';
import {
  computeBand,
  countSeeds,
  listDifferences,
  readQuantile,
  type SeedPair,
} from '../../../src/app/compare/seed-counts.ts';
import { describeSeedCount, describeSeedProgress } from '../../../src/app/compare/seed-sentences.ts';

/** Two outcomes, two months; by seed, B − A of the first outcome in the second month is 1, −2, 0 and without a figure. */
const PAIRS: readonly SeedPair[] = [
  {
    seed: '1',
    a: [
      [1, 2],
      [5, 5],
    ],
    b: [
      [1, 3],
      [5, 6],
    ],
  },
  {
    seed: '2',
    a: [
      [1, 2],
      [5, 5],
    ],
    b: [
      [1, 0],
      [5, 6],
    ],
  },
  {
    seed: '3',
    a: [
      [1, 2],
      [5, 5],
    ],
    b: [
      [1, 2],
      [5, 6],
    ],
  },
  {
    seed: '4',
    a: [
      [1, Number.NaN],
      [5, 5],
    ],
    b: [
      [1, 3],
      [5, 6],
    ],
  },
];

describe('seeds', () => {
  test('differences are sorted; a seed without a figure is left out', () => {
    expect(listDifferences(PAIRS, 0, 2)).toEqual([-2, 0, 1]);
    expect(listDifferences(PAIRS, 1, 2)).toEqual([1, 1, 1, 1]);
  });

  test('a level seed is neither above nor below', () => {
    expect(countSeeds([-2, 0, 1])).toEqual({ above: 1, below: 1, seeds: 3 });
  });

  test('quantiles lie between figures by straight line', () => {
    // Five figures: the 5 % lie at place 0.2, between 0 and 10.
    expect(readQuantile([0, 10, 20, 30, 40], 0.05)).toBe(2);
    expect(readQuantile([0, 10, 20, 30, 40], 0.5)).toBe(20);
    expect(readQuantile([], 0.5)).toBeNaN();
  });

  test('a band has a figure a month', () => {
    const band = computeBand(PAIRS, 0, 2);
    expect(band.median).toEqual([0, 0]);
    expect(band.low[1]).toBeCloseTo(-1.8, 12); // place 0.1 between −2 and 0
    expect(band.high[1]).toBeCloseTo(0.9, 12); // place 1.9 between 0 and 1
  });
});

describe('what is said of seeds', () => {
  const count = { above: 164, below: 30, seeds: 200 };
  test.each([
    [1, 'B beats A in 164 of 200', 'B 在 200 个种子中的 164 个胜出'],
    [-1, 'B beats A in 30 of 200', 'B 在 200 个种子中的 30 个胜出'],
    [0, 'B is above A in 164 of 200', '200 个种子中 164 个 B 高于 A'],
  ] as const)('sense %i', (sense, en, zh) => {
    expect(describeSeedCount(count, sense, 'en')).toBe(en);
    expect(describeSeedCount(count, sense, 'zh-CN')).toBe(zh);
  });

  test('while they come in, and after', () => {
    expect(describeSeedProgress(37, 200, false, 'en')).toBe('37 of 200 so far');
    expect(describeSeedProgress(200, 200, true, 'en')).toBe('200 of 200 seeds');
    expect(describeSeedProgress(37, 200, false, 'zh-CN')).toBe('已完成 37/200');
  });
});
