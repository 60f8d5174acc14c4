import { describe, expect, test } from 'vitest';
import {
  chooseMoneyUnit,
  formatBp,
  formatMoney,
  formatMoneyIn,
  formatMonth,
  formatNumber,
  formatPeople,
  formatPoints,
  formatQuarter,
  formatShare,
  formatSigned,
  NO_FIGURE,
} from '../../src/app/format.ts';

// The expected strings are those that DESIGN.md (Charts, Numbers) lists for each language.
describe('formats of figures', () => {
  test('a share has one decimal and the sign of per cent', () => {
    expect(formatShare(0.0731, 'en')).toBe('7.3%');
    expect(formatShare(0.0731, 'zh-CN')).toBe('7.3%');
  });

  test('a difference of shares carries its sign, a true minus and the unit of points', () => {
    expect(formatPoints(0.014, 'en')).toBe('+1.4 pt');
    expect(formatPoints(-0.014, 'en')).toBe('\u22121.4 pt');
    expect(formatPoints(0.014, 'zh-CN')).toBe('+1.4 个百分点');
    expect(formatPoints(0.014, 'zh-CN', { tight: true })).toBe('+1.4 点');
  });

  test('what rounds to zero has no direction', () => {
    expect(formatSigned(-0.04, 'en')).toBe('±0.0');
    expect(formatNumber(-0.04, 'en', 1)).toBe('0.0');
  });

  test('what is not a number is a dash, never a zero', () => {
    expect(formatShare(Number.NaN, 'en')).toBe(NO_FIGURE);
    expect(formatMoney(Number.NaN, 'zh-CN')).toBe(NO_FIGURE);
    expect(formatSigned(Number.NaN, 'en')).toBe(NO_FIGURE);
  });

  test('money from cents is compact in the way of each language', () => {
    expect(formatMoney(14e8, 'en')).toBe('¥14.0 M'); // 14 million yuan = 1.4 billion cents
    expect(formatMoney(14e8, 'zh-CN')).toBe('1,400 万元');
    expect(formatMoney(1.8e10, 'zh-CN')).toBe('1.8 亿元');
    expect(formatMoney(1.8e11, 'en')).toBe('¥1.8 bn');
    expect(formatMoney(-2.5e8, 'en')).toBe('\u2212¥2.5 M');
    expect(formatMoney(99.96e9, 'en')).toBe('¥1.0 bn'); // never '¥1,000 M'
  });

  test('a common unit fits the largest figure and is divided by', () => {
    expect(chooseMoneyUnit(2.5e11, 'en').label).toBe('¥ bn');
    expect(chooseMoneyUnit(2.5e10, 'en').label).toBe('¥ M');
    expect(chooseMoneyUnit(2.5e10, 'zh-CN').label).toBe('亿元');
    expect(chooseMoneyUnit(2.5e9, 'zh-CN').label).toBe('万元');
    expect(formatMoneyIn(chooseMoneyUnit(2.5e10, 'en'), 2.5e10, 'en')).toBe('250');
  });

  test('rates, people, months and quarters', () => {
    expect(formatBp(1.5, 'en')).toBe('1.5 bp');
    expect(formatBp(1.5, 'zh-CN')).toBe('万分之 1.5');
    expect(formatPeople(2.034e8, 'en')).toBe('203 M');
    expect(formatPeople(2.034e8, 'zh-CN')).toBe('2.03 亿');
    expect(formatPeople(1204, 'en')).toBe('1,204');
    expect(formatMonth(2028 * 12 + 2, 'en')).toBe('Mar 2028');
    expect(formatMonth(2028 * 12 + 2, 'zh-CN')).toBe('2028 年 3 月');
    expect(formatQuarter(2025 * 12, 'en')).toBe('Q1 25');
    expect(formatQuarter(2025 * 12 + 11, 'zh-CN')).toBe('25Q4');
  });
});
