import { expect, test } from 'vitest';
import { findOverflow, placeBand, placeOnAxis } from '../../../src/app/scoreboard/axis.ts';

test('four tolerances to either side of the target fill the axis', () => {
  expect([-4, -1, 0, 1, 4].map(placeOnAxis)).toEqual([0, 37.5, 50, 62.5, 100]);
});

test('what lies beyond stands at the edge and is known to', () => {
  expect([placeOnAxis(-9), placeOnAxis(9)]).toEqual([0, 100]);
  expect([-4.01, -4, 4, 4.01].map(findOverflow)).toEqual(['low', null, null, 'high']);
});

test('the band is one tolerance wide to either side, or everything beyond a bound', () => {
  expect(placeBand(undefined)).toEqual({ from: 37.5, to: 62.5 });
  expect(placeBand('above')).toEqual({ from: 50, to: 100 });
  expect(placeBand('below')).toEqual({ from: 0, to: 50 });
});
