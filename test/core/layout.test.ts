import { expect, test } from 'vitest';
import { settleLayout } from '../../src/core/layout.ts';

test('a settled object holds the same, in the same order, and is a copy', () => {
  const values = Object.fromEntries(Array.from({ length: 200 }, (_, k) => [`key${k}`, k / 2]));
  const settled = settleLayout(values);
  expect(Object.entries(settled)).toEqual(Object.entries(values));
  expect(settled).not.toBe(values);
  expect(Object.getPrototypeOf(settled)).toBe(Object.prototype);
});
