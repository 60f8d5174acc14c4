import { describe, expect, test } from 'vitest';
import { matchesAnywhere, matchesQuery } from '../../../src/app/lab/parameter-search.ts';
import { readUnit } from '../../../src/app/lab/units.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';

const price = PARAMETERS.find(({ key }) => key === 'tastes.price') as (typeof PARAMETERS)[number];

function find(query: string): string[] {
  return PARAMETERS.filter((parameter) => matchesQuery(parameter, query)).map(({ key }) => key);
}

describe('the search of the panel', () => {
  test.each([
    ['name', 'Switching cost', 'choice.inertia'],
    ['name in Chinese', '转换成本', 'choice.inertia'],
    ['key', 'tastes.price', 'tastes.price'],
    ['unit', 'utils/bp', 'tastes.price'],
    ['source', price.source, 'tastes.price'],
    ['capitals make no difference', 'SWITCHING COST', 'choice.inertia'],
  ])('finds by %s', (_, query, key) => {
    expect(find(query)).toContain(key);
  });

  test('wants every word, in any order', () => {
    expect(find('price tastes')).toContain('tastes.price');
    expect(find('price tastes nowhere')).toEqual([]);
  });

  test('looks into meanings and values only when asked to', () => {
    const word = price.meaning.en.split(' ')[0];
    expect(matchesQuery(price, `${word} lost`)).toBe(false);
    expect(matchesAnywhere(price, 0.37, `${word} lost`)).toBe(true);
    expect(matchesQuery(price, '1.2345')).toBe(false);
    expect(matchesAnywhere(price, 1.2345, '1.2345')).toBe(true);
  });
});

test('every unit of the schema is worded in Chinese, each part of it', () => {
  const units = [...new Set(PARAMETERS.map(({ unit }) => unit))];
  expect(units.filter((unit) => /[a-z]/i.test(readUnit(unit)['zh-CN']))).toEqual([]);
});
