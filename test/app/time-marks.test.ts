import { expect, test } from 'vitest';
import { findMassExits, findNext } from '../../src/app/time-marks.ts';

test('a mass exit is a month that lies three standard deviations of a Poisson count above the mean', () => {
  // Mean of months 1 to 6: (9 × 5 + 33) / 6 = 13; 13 + 3 × √13 = 23.8.
  expect(findMassExits([99, 9, 9, 33, 9, 9, 9])).toEqual([3]);
});

test('few leavers are no mass exit, however rare', () => {
  expect(findMassExits([0, 0, 0, 4, 0, 0])).toEqual([]);
  expect(findMassExits([0])).toEqual([]);
});

test('the next is the nearest after a month', () => {
  expect(findNext([30, 12, 24], 12)).toBe(24);
  expect(findNext([30, 12, 24], 30)).toBeNull();
});
