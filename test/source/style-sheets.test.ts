import { expect, test } from 'vitest';
import { listSourceFiles, readSource } from '../support/source-text.ts';

/*
 * The sheets of the doors and of what is opened later come when they are needed and stay: a bare class that two of them dress
 * looks one way or the other by where the reader was before.
 */

const SHEETS = listSourceFiles('src/app', /\.css$/);

/** Classes that a sheet dresses wherever they stand: `.verdict { … }`, also of several selectors. */
function listBareClasses(path: string): string[] {
  const text = readSource(path).replace(/\/\*.*?\*\//gs, '');
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, list]) => list.split(/,(?![^(]*\))/));
  return [...new Set(selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []))];
}

test('a sheet that comes later dresses no bare class of another one', () => {
  expect(SHEETS.length).toBeGreaterThan(8);
  const owners = new Map<string, string[]>();
  for (const path of SHEETS) {
    for (const name of listBareClasses(path)) owners.set(name, [...(owners.get(name) ?? []), path]);
  }
  expect(owners.size).toBeGreaterThan(100);
  const isLate = (path: string) => !path.startsWith('src/app/styles/');
  expect([...owners].filter(([, paths]) => paths.length > 1 && paths.some(isLate))).toEqual([]);
});
