import { expect, test } from 'vitest';
import { compareFigures } from '../../../src/app/scoreboard/compare-figures.ts';

test('figures are compared seed by seed, a missing one included; seeds that were not run again are not', () => {
  const shipped = { a: [1, 2, 3], b: [null, 5, 6] };
  expect(compareFigures(shipped, { a: [1, 2], b: [null, 5] }, 2)).toEqual({ same: 4, different: 0 });
  expect(compareFigures(shipped, { a: [1, 2.000001], b: [0, 5] }, 2)).toEqual({ same: 2, different: 2 });
});
