import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParameterDeclaration } from '../../../src/core/schema.ts';
import { listFitted, toCoordinate, toRoundedSet, toValue } from '../../../src/experiment/calibration/priors.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';

const PRIOR = { low: -3.6, high: -1.4, source: 'trial' } as const;

test('a uniform prior is standard normal in coordinates', () => {
  // Quartiles of the normal distribution are ±0.67449.
  expect(toValue(0, PRIOR)).toBeCloseTo(-2.5, 12);
  expect(toValue(0.6744897501960817, PRIOR)).toBeCloseTo(-3.6 + 0.75 * 2.2, 12);
  expect(toValue(-40, PRIOR)).toBe(-3.6);
});

test('coordinates go there and back', () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (z) => {
      expect(toCoordinate(toValue(z, PRIOR), PRIOR)).toBeCloseTo(z, 8);
    }),
  );
});

test('the ends of a range have finite coordinates', () => {
  expect(toCoordinate(PRIOR.low, PRIOR)).toBeCloseTo(-4.753424, 5);
  expect(toCoordinate(PRIOR.high, PRIOR)).toBeCloseTo(4.753424, 5);
});

test.each([
  // A third of the normal distribution lies below −0.430727. Ranges of 0.75, 2.5 and 320: three, two and no decimals.
  [0.1, 0.85, 0.35],
  [2020.5, 2023, 2021.33],
  [80, 400, 187],
])('a value on %f to %f is rounded to a hundredth of the range or finer: %f', (low, high, expected) => {
  const fitted = [{ key: 'a', prior: { low, high, source: 'trial' } }] as const;
  expect(toRoundedSet([-0.430727], fitted)).toEqual({ a: expected });
  expect(toRoundedSet([-40], fitted)).toEqual({ a: low });
});

test('every calibrated parameter has a prior within its range, which holds its default, and no other has one', () => {
  const fitted = listFitted(PARAMETERS);
  expect(fitted.length).toBeGreaterThan(20);
  for (const { key, source, prior, min, max, default: value } of PARAMETERS as readonly ParameterDeclaration[]) {
    expect(prior !== undefined, key).toBe(source === 'calibrated');
    if (prior === undefined) continue;
    expect(prior.low, key).toBeGreaterThanOrEqual(min);
    expect(prior.high, key).toBeLessThanOrEqual(max);
    expect(value, key).toBeGreaterThanOrEqual(prior.low);
    expect(value, key).toBeLessThanOrEqual(prior.high);
  }
});
