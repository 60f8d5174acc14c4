import { describe, expect, test } from 'vitest';
import { en } from '../../src/app/i18n/en.ts';
import { fillMessage } from '../../src/app/i18n/message.ts';
import { zhCn } from '../../src/app/i18n/zh-cn.ts';
import { ARCHETYPES, LEVERS } from '../../src/model/inputs.ts';

const KEYS = Object.keys(en) as (keyof typeof en)[];

function listPlaceholders(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
}

describe('the two dictionaries', () => {
  test('have the same keys', () => {
    expect(Object.keys(zhCn).sort()).toEqual([...KEYS].sort());
  });

  test.each(KEYS)('%s has the same placeholders in both', (key) => {
    expect(listPlaceholders(zhCn[key])).toEqual(listPlaceholders(en[key]));
  });

  test.each(KEYS)('%s says something in both', (key) => {
    expect(en[key].trim()).not.toBe('');
    expect(zhCn[key].trim()).not.toBe('');
  });

  test('name every lever and every kind of broker', () => {
    const needed = [
      ...LEVERS.flatMap((lever) => [`lever-${lever}`, `responds-${lever}`]),
      ...ARCHETYPES.map((archetype) => `archetype-${archetype}`),
    ];
    expect(needed.filter((key) => !(key in en))).toEqual([]);
  });

  test('Chinese uses full-width punctuation between Han characters', () => {
    const wrong = KEYS.filter((key) => /\p{Script=Han}[,;:!?.]|[,;:!?]\p{Script=Han}/u.test(zhCn[key]));
    expect(wrong).toEqual([]);
  });

  test('neither raises its voice', () => {
    expect(KEYS.filter((key) => /[!！]/.test(en[key] + zhCn[key]))).toEqual([]);
  });
});

describe('fillMessage', () => {
  test('puts every value in, also twice', () => {
    expect(fillMessage('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1');
  });

  test('leaves a placeholder without a value visible', () => {
    expect(fillMessage('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  });
});
