import { expect, test } from 'vitest';
import { createRampSteps } from '../../../src/app/world/dot-colour.ts';
import { findReasonColour, mixColours, packColour, parseColour } from '../../../src/app/world/palette.ts';
import { REASONS } from '../../../src/model/reasons.ts';

test('tokens are read in both spellings', () => {
  expect(parseColour(' #2090fe')).toBe(0x2090fe);
  expect(parseColour('#fff')).toBe(0xffffff);
  expect(parseColour('')).toBe(0);
});

test('particles take alpha, blue, green, red from the top byte down', () => {
  expect(packColour(0x112233)).toBe(0xff332211);
  expect(packColour(0x112233, 0.5)).toBe(0x80332211);
});

test('a mixture lies between its colours in every channel', () => {
  expect(mixColours(0xff0010, 0x00ff30, 0.25)).toBe(0x40bf28);
});

test('every reason has a colour; those without their own share one', () => {
  const own = REASONS.filter(({ key }) => findReasonColour(key) === key).map(({ key }) => key);
  expect(own).toEqual(['price', 'content', 'community', 'advice', 'chance']);
  expect(findReasonColour('trust')).toBe('other');
});

test('ages fall into the five age bands, traits into five equal parts', () => {
  const age = createRampSteps('age');
  expect([18, 24, 25, 49, 50, 64, 65, 99].map((years) => age[years])).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
  const trait = createRampSteps('experience');
  expect([0, 51, 52, 128, 255].map((byte) => trait[byte])).toEqual([0, 0, 1, 2, 4]);
});
