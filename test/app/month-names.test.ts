import { expect, test } from 'vitest';
import { nameNextMonth, nameRecord } from '../../src/app/month-names.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';

/** A run that starts in January 2025. */
const INPUTS = { startMonth: 2025 * 12 } as ModelInputs;

test('record 39 of a run from January 2025 is March 2028, its 39th month', () => {
  expect(nameRecord(INPUTS, 39, 'en')).toBe('Mar 2028');
  expect(nameRecord(INPUTS, 39, 'zh-CN')).toBe('2028 年 3 月');
});

test('record 0 is the start, and not a month that has passed', () => {
  expect(nameRecord(INPUTS, 0, 'en')).toBe('Start, Jan 2025');
  expect(nameRecord(INPUTS, 0, 'zh-CN')).toBe('2025 年 1 月初');
});

test('what is decided on a record holds from the month after it', () => {
  expect(nameNextMonth(INPUTS, 0, 'en')).toBe('Jan 2025');
  expect(nameNextMonth(INPUTS, 39, 'en')).toBe('Apr 2028');
});
