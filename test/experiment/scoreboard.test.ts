import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  computeScoreboard,
  countSeedsNeeded,
  countVerdicts,
  judge,
  measureSpread,
} from '../../src/experiment/scoreboard.ts';
import type { Target } from '../../src/experiment/target.ts';
import { readTargets } from '../../src/experiment/target-file.ts';

const shipped = readTargets(readFileSync('public/data/targets.json', 'utf8'));
const any = (shipped.ok ? shipped.value[0] : null) as Target;
const target = { ...any, id: 'one', value: 10, tolerance: 2 };

/** A spread with these quantiles. */
function spread(low: number, median: number, high: number) {
  return { low, median, high, runs: 50 };
}

describe('a verdict', () => {
  test.each([
    ['the median is in tolerance', spread(0, 12, 30), 'hit'],
    ['only the interval reaches it, from above', spread(11.9, 13, 15), 'near'],
    ['only the interval reaches it, from below', spread(5, 7, 8), 'near'],
    ['not even the interval does', spread(12.1, 13, 15), 'miss'],
    ['there is nothing to judge', null, 'unjudged'],
  ] as const)('where %s', (_, over, verdict) => {
    expect(judge(target, over)).toBe(verdict);
  });

  test.each([
    ['above', spread(9, 10.1, 11), 'hit'],
    ['above', spread(9, 9.9, 10.5), 'near'],
    ['above', spread(8, 9, 9.9), 'miss'],
    ['below', spread(8, 9, 9.9), 'hit'],
    ['below', spread(10.1, 11, 12), 'miss'],
  ] as const)('of a bound (%s) knows no tolerance', (bound, over, verdict) => {
    expect(judge({ ...target, bound }, over)).toBe(verdict);
  });
});

test('the interval leaves out 5 % on either side, and runs without a figure', () => {
  const figures = [...Array.from({ length: 101 }, (_, k) => k), null];
  expect(measureSpread(figures)).toEqual({ low: 5, median: 50, high: 95, runs: 101 });
  expect(measureSpread([null])).toBeNull();
});

test('seeds suffice when half the interval of the median is a quarter of the tolerance', () => {
  // s = √(2/1) for −1 and 1 (mean 0): (1.96 × 1.25331 × 1.41421 / (.25 × 2))² = 48.27
  expect(countSeedsNeeded({ tolerance: 2 }, [-1, 1])).toBe(49);
  expect(countSeedsNeeded({ tolerance: 1000 }, [-1, 1])).toBe(2);
  expect(countSeedsNeeded({ tolerance: 2 }, [1])).toBeNull();
});

test('a line has the likely reason of its side, the runs inside, the cloud and the structures', () => {
  const title = { en: 'Other', 'zh-CN': '另一种' };
  const runs = {
    values: { one: [14, 15, 16, 11] },
    cloud: { one: [9, 10, 11] },
    structures: [{ id: 'other', title, isAccepted: true, values: { one: [20] } }],
  };
  const [row] = computeScoreboard([target], runs);
  expect(row).toMatchObject({ verdict: 'near', inside: 1, cause: any.causes.high, spread: { median: 14.5 } });
  expect(row.cloud).toMatchObject({ median: 10, runs: 3 });
  expect(row.structures).toEqual([
    { id: 'other', title, isAccepted: true, spread: expect.objectContaining({ median: 20 }) },
  ]);
  const [hit] = computeScoreboard([target], { ...runs, values: { one: [10] }, cloud: null });
  expect([hit.verdict, hit.cause, hit.cloud]).toEqual(['hit', null, null]);
  expect(countVerdicts([row, hit])).toEqual({ hit: 1, near: 1, miss: 0, unjudged: 0 });
});
