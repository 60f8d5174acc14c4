import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatMonth,
  isQuarterStart,
  monthOfYear,
  parseMonth,
  quarterOf,
  yearFraction,
  yearOf,
} from '../../src/core/calendar.ts';

const month = fc.nat(9999 * 12 + 11);

test('January 2025 is 2025 × 12 = 24 300', () => {
  expect(parseMonth('2025-01')).toBe(24_300);
  expect(formatMonth(24_300)).toBe('2025-01');
  expect(parseMonth('2024-12')).toBe(24_299);
});

test('what is written is read back, in every month of years 0 to 9999', () => {
  fc.assert(fc.property(month, (number) => parseMonth(formatMonth(number)) === number));
});

test.each([
  '2025-13',
  '2025-00',
  '2025-1',
  '25-01',
  '2025/01',
  '2025-01-01',
  ' 2025-01',
  '2025-01\n',
  '２０２５-01',
  '',
])('refuses %j', (text) => {
  expect(parseMonth(text)).toBeNull();
});

test('year, month of the year and quarter put the month together again', () => {
  fc.assert(
    fc.property(month, (number) => {
      expect(yearOf(number) * 12 + monthOfYear(number)).toBe(number);
      expect(quarterOf(number)).toBe([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3][monthOfYear(number)]);
      expect(isQuarterStart(number)).toBe([0, 3, 6, 9].includes(monthOfYear(number)));
    }),
  );
});

test('the decimal year starts at the whole year: July 2025 is 2025.5', () => {
  expect(yearFraction(24_300)).toBe(2025);
  expect(yearFraction(24_306)).toBe(2025.5);
  expect(yearFraction(24_303)).toBe(2025.25);
});
