import { expect, test } from 'vitest';
import { describeSwept, formatDuration, sayRange } from '../../../src/app/study/study-formats.ts';

test.each([
  [300, '1 s', '1 秒'],
  [40_000, '40 s', '40 秒'],
  [59_600, '1 min', '1 分钟'],
  [14 * 60_000, '14 min', '14 分钟'],
  [59.6 * 60_000, '1 h', '1 小时'],
  [130 * 60_000, '2 h 10 min', '2 小时 10 分钟'],
  [119.8 * 60_000, '2 h', '2 小时'],
])('%d ms is %s', (milliseconds, en, zh) => {
  expect(formatDuration(milliseconds, 'en')).toBe(en);
  expect(formatDuration(milliseconds, 'zh-CN')).toBe(zh);
});

test('values of a range are told apart by three digits', () => {
  const { say } = describeSwept('tastes.price', 'en');
  expect([0.123456, 1.5, 12.345, 1204, -0.004321].map((value) => say(value))).toEqual([
    '0.123',
    '1.50',
    '12.3',
    '1,204',
    '−0.00432',
  ]);
});

test('years are not grouped, those between two keep a digit of their own, and an axis says how many it needs', () => {
  const year = describeSwept('experience.productsMidYear', 'en');
  expect([2021, 2021.36, 2020.5].map((value) => year.say(value))).toEqual(['2021', '2021.4', '2020.5']);
  expect(year.say(2021, 1)).toBe('2021.0');
  expect(sayRange({ from: 2020.5, to: 2023 }, year)).toBe('2020.5 – 2023');
  expect(describeSwept('tastes.price', 'en').say(0.5, 2)).toBe('0.50');
});
