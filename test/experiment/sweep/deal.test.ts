import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealBySeed } from '../../../src/experiment/sweep/deal.ts';

/** Keys `seed.number`, so many of each seed. */
function dealCounts(counts: readonly number[]) {
  return dealBySeed(counts.length, function* (seed) {
    for (let k = 0; k < counts[seed]; k++) yield `${seed}.${k}`;
  });
}

describe('lanes', () => {
  test('one takes seed after seed', () => {
    const deal = dealCounts([2, 0, 1]);
    expect([0, 0, 0, 0].map(deal)).toEqual(['0.0', '0.1', '2.0', undefined]);
  });

  test('each has a seed of its own while there are any, and helps the loneliest after that', () => {
    const deal = dealCounts([1, 3, 3]);
    expect([0, 1, 2].map(deal)).toEqual(['0.0', '1.0', '2.0']);
    // Lane 0 is at its end: both others are alone, the earlier one is helped; lane 3 goes where one is.
    expect([0, 3].map(deal)).toEqual(['1.1', '2.1']);
  });

  test('deal every key once, whoever asks when', () => {
    const asks = fc.array(fc.nat({ max: 4 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 8 }), asks, (counts, lanes) => {
        const deal = dealCounts(counts);
        const dealt = lanes.map(deal).filter((key) => key !== undefined);
        const all = counts.flatMap((count, seed) => Array.from({ length: count }, (_, k) => `${seed}.${k}`));
        expect([...dealt].sort()).toEqual(all.sort());
      }),
    );
  });
});
