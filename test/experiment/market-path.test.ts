import { describe, expect, test } from 'vitest';
import { parseMarketPath, selectReturns } from '../../src/experiment/market-path.ts';
import { readShippedPath } from '../support/shipped-scenarios.ts';

const JANUARY_2019 = 2019 * 12;

describe('the shipped path', () => {
  test('gives the 72 months of 2019 to 2024', () => {
    const path = readShippedPath();
    expect(path.firstMonth).toBe(JANUARY_2019);
    expect(path.returns).toHaveLength(72);
  });

  test('a return is close over close before, minus 1: January 2019 is 3201.63 / 3010.65 − 1', () => {
    expect(readShippedPath().returns[0]).toBe(3201.63 / 3010.65 - 1);
  });

  test('all returns together lead from the first close to the last: 3934.91 / 3010.65', () => {
    const growth = readShippedPath().returns.reduce((product, monthly) => product * (1 + monthly), 1);
    expect(growth).toBeCloseTo(3934.91 / 3010.65, 10);
  });
});

describe('a part of the path', () => {
  const path = { firstMonth: 100, returns: [0.1, 0.2, 0.3] };

  test('starts where it is asked to and ends with the path at the latest', () => {
    expect(selectReturns(path, 101, 1)).toEqual([0.2]);
    expect(selectReturns(path, 101, 12)).toEqual([0.2, 0.3]);
  });

  test('is null where the path does not hold the first month', () => {
    expect(selectReturns(path, 99, 12)).toBeNull();
    expect(selectReturns(path, 103, 12)).toBeNull();
  });
});

test.each([
  ['a month left out', 'month,close\n2019-01,100\n2019-03,110\n', 'line 3'],
  ['a close of nothing', 'month,close\n2019-01,100\n2019-02,0\n', 'line 3'],
  ['no month', 'month,close\nJanuary,100\n', 'line 2'],
])('%s is a problem of its line', (_, csv, line) => {
  expect(parseMarketPath(csv)).toMatchObject({ ok: false, problems: [{ path: line }] });
});
