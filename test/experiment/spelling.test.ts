import { expect, test } from 'vitest';
import { findNearest } from '../../src/experiment/spelling.ts';

test.each([
  ['tastes.prise', ['tastes.price', 'tastes.content'], 'tastes.price'],
  ['commisionBp', ['content', 'commissionBp'], 'commissionBp'],
  ['HUATAI', ['huatai', 'futu'], 'huatai'],
  ['wholly-different', ['huatai', 'futu'], null],
  ['z', ['a'], null],
  ['', ['a'], null],
])('%j among %j is %j', (word, known, nearest) => {
  expect(findNearest(word, known)).toBe(nearest);
});
