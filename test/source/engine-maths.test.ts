import { describe, expect, test } from 'vitest';
import { blankProse, listSourceFiles, readSource } from '../support/source-text.ts';

/** What may differ between two engines or two runs, by name. Exactly rounded members of Math are allowed. */
const BANNED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['inexact Math', /\bMath\b(?!\.(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc)\b)/],
  ['power operator', /\*\*/],
  ['clock', /\b(?:Date|performance|setTimeout|setInterval|queueMicrotask)\b/],
  ['chance', /\b(?:crypto|randomUUID)\b/],
  ['locale', /\b(?:Intl|toLocale\w+|localeCompare)\b/],
];

function findBanned(source: string): string[] {
  const code = blankProse(source);
  return BANNED.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);
}

describe('core and model compute the same bits in every engine', () => {
  test.each([...listSourceFiles('src/core'), ...listSourceFiles('src/model')])('%s', (path) => {
    expect(findBanned(readSource(path))).toEqual([]);
  });
});

describe('the scan finds what it is for', () => {
  test.each([
    ['const a = Math.random();', ['inexact Math']],
    ['const a = Math.exp(1) + Math.floor(2);', ['inexact Math']],
    ['const { log } = Math;', ['inexact Math']],
    ["const a = Math['pow'](2, 3);", ['inexact Math']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: planted source text
    ['const a = `${Math.sin(1)}`;', ['inexact Math']],
    ['let a = 2 ** 3;', ['power operator']],
    ['a **= 3;', ['power operator']],
    ['const a = Date.now();', ['clock']],
    ['const a = performance.now();', ['clock']],
    ['const a = crypto.getRandomValues(b);', ['chance']],
    ['names.sort((a, b) => a.localeCompare(b));', ['locale']],
  ])('%s', (planted, found) => {
    expect(findBanned(planted)).toEqual(found);
  });

  test.each([
    ['/** Math.exp is banned, 2 ** 3 too. */'],
    ['// Date'],
    ["const a = 'Math.random()';"],
    ['const a = Math.sqrt(Math.max(b, 0));'],
  ])('%s is left alone', (planted) => {
    expect(findBanned(planted)).toEqual([]);
  });
});
