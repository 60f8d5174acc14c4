import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { computeLogTastes, type Tastes, type Traits } from '../../src/model/investors/tastes.ts';
import { PARAMETERS } from '../../src/model/parameters.ts';
import { listSourceFiles, ROOT, readSource } from '../support/source-text.ts';
import { type Shape, TASTE_SHAPES } from '../support/taste-shapes.ts';

const model = readFileSync(join(ROOT, 'docs/model.md'), 'utf8');
const glossary = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
const keys = PARAMETERS.map(({ key }) => key as string);
const groups = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))));

/** What stands between backticks and matches. */
function findQuoted(page: string, pattern: RegExp): string[] {
  return [...page.matchAll(/`([^`\n]+)`/g)].map(([, quoted]) => quoted).filter((quoted) => pattern.test(quoted));
}

test('the description of the model names every parameter', () => {
  expect(keys.filter((key) => !model.includes(`\`${key}\``))).toEqual([]);
});

test.each([
  ['model.md', model],
  ['glossary.md', glossary],
])('%s names no parameter that does not exist', (_, page) => {
  const named = findQuoted(page, /^[a-z]+\.[A-Za-z0-9]+$/).filter((key) => groups.has(key.slice(0, key.indexOf('.'))));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

test.each([
  ['model.md', model],
  ['glossary.md', glossary],
])('every name of the code in %s is in the code', (_, page) => {
  const words = new Set(
    ['src/model', 'src/core']
      .flatMap((folder) => listSourceFiles(folder))
      .flatMap((path) => readSource(path).match(/[A-Za-z_]\w*/g) ?? []),
  );
  const names = findQuoted(page, /^[A-Za-z]\w*$/);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

test('the slopes of tastes in the description are those of the code', () => {
  const base = { ageYears: 40, experience: 0.5, risk: 0.5, short: 0, wealth: 0 };
  const raised = [
    { ...base, ageYears: 60 },
    { ...base, experience: 1.5 },
    { ...base, risk: 1.5 },
    { ...base, short: 1 },
    { ...base, wealth: 1 },
  ];
  const weigh = (traits: Traits): Tastes => {
    const out = { price: 0, content: 0, community: 0, advice: 0, service: 0, trust: 0 };
    computeLogTastes(traits, out);
    return out;
  };
  for (const lever of Object.keys(TASTE_SHAPES) as (keyof Tastes)[]) {
    const name = lever === 'advice' ? 'AI advice' : lever;
    const row = model.split('\n').find((line) => line.startsWith(`| of ${name} |`)) ?? '';
    const cells = row.split('|').slice(2, 7);
    const slopes = raised.map((traits) => weigh(traits)[lever] - weigh(base)[lever]);
    expect(cells).toHaveLength(slopes.length);
    cells.forEach((cell, k) => {
      // An inverted U is a formula; its shape is tested with the signs.
      if (!cell.includes('²')) expect(slopes[k], `${name} ${k}`).toBeCloseTo(Number(cell.replace('−', '-')), 12);
    });
  }
});

test('the table of tastes in the description is the one that is tested', () => {
  const shapes: Record<string, Shape> = {
    '+': 'rises',
    '++': 'rises',
    '−': 'falls',
    '−−': 'falls',
    '0': 'flat',
    'inverted U': 'hump',
  };
  for (const [lever, expected] of Object.entries(TASTE_SHAPES)) {
    const name = lever === 'advice' ? 'AI advice' : lever;
    const row = model.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
    const cells = row
      .split('|')
      .slice(2, 7)
      .map((cell) => shapes[cell.trim()]);
    expect(cells, name).toEqual(Object.values(expected));
  }
});
