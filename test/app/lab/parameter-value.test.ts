import { describe, expect, test } from 'vitest';
import { chooseStep, formatValue, parseValue, readPercent } from '../../../src/app/lab/parameter-value.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';

const range = { min: 0, max: 3 };
const whole = { min: 2, max: 16, integer: true } as const;

describe('a typed value', () => {
  test.each([
    ['0.37', 0.37],
    [' 3 ', 3],
    ['1e-3', 0.001],
  ])('%j is a number of the range', (typed, value) => {
    expect(parseValue(range, typed)).toEqual({ value });
  });

  test('may carry the minus of a text', () => {
    expect(parseValue({ min: -6, max: 3 }, '−2.6')).toEqual({ value: -2.6 });
  });

  test.each(['3.01', '-0.1', '', 'abc', '1,5', 'NaN', 'Infinity'])('%j is refused with the range', (typed) => {
    expect(parseValue(range, typed)).toEqual({ expected: { en: '0 to 3', 'zh-CN': '0 至 3' } });
  });

  test('has to be whole where the parameter is', () => {
    expect(parseValue(whole, '7.5')).toEqual({ expected: { en: 'a whole number, 2 to 16', 'zh-CN': '整数，2 至 16' } });
    expect(parseValue(whole, '7')).toEqual({ value: 7 });
  });
});

test.each([
  [{ min: 0, max: 3 }, 0.02], // 3/150 = 0.02
  [{ min: 0, max: 1 }, 0.01], // 1/150 = 0.0067, next of 1, 2, 5, 10 thousandths: 0.01
  [{ min: 1000, max: 1_000_000 }, 10_000], // 999,000/150 = 6,660
  [whole, 1],
])('the slider of %j moves by %d', (parameter, step) => {
  expect(chooseStep(parameter)).toBe(step);
});

test('every default can be typed back as it is shown', () => {
  for (const parameter of PARAMETERS) {
    expect(parseValue(parameter, formatValue(parameter.default))).toEqual({ value: parameter.default });
  }
});

test('a place on the slider lies between its ends', () => {
  expect([-1, 0, 1.5, 3, 9].map((value) => readPercent(range, value))).toEqual([0, 0, 50, 100, 100]);
});
