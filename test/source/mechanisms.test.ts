import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Mechanism } from '../../src/model/mechanism.ts';
import { MECHANISMS } from '../../src/model/mechanisms.ts';
import { listSourceFiles, ROOT, readSource } from '../support/source-text.ts';

const declared: readonly Mechanism[] = MECHANISMS;

/** Mechanisms that the behaviour tests say they hold, by file. */
const held = new Map(
  listSourceFiles('test/behaviour').map((path) => [
    path.replace(/^.*behaviour\/(.*)\.test\.ts$/, '$1'),
    [...readSource(path).matchAll(/^\/\/ holds: (.*)$/gm)].flatMap(([, keys]) => keys.split(', ')),
  ]),
);

test.each(declared)('$key is held by the behaviour test that it names', ({ key, test: name }) => {
  expect(held.get(name) ?? []).toContain(key);
});

test('behaviour tests hold no mechanism that does not exist', () => {
  const keys = declared.map(({ key }) => key);
  expect([...held.values()].flat().filter((key) => !keys.includes(key))).toEqual([]);
});

test('keys are their own', () => {
  const keys = declared.map(({ key }) => key);
  expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
});

test.each(declared)('$key stands on rows of public/data', ({ sources }) => {
  const tables = { S: 'report_facts', M: 'mechanisms', E: 'findings' } as const;
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) {
    const table = tables[source[0] as keyof typeof tables];
    expect(readFileSync(join(ROOT, `public/data/${table}.csv`), 'utf8')).toMatch(new RegExp(`^${source},`, 'm'));
  }
});
