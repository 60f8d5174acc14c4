import { expect, test } from 'vitest';
import { listSourceFiles, readSource } from '../support/source-text.ts';

const LONGEST = 400;

function isTooLong(source: string): boolean {
  return source.trimEnd().split('\n').length > LONGEST;
}

test(`no source file has more than ${LONGEST} lines: one subject each`, () => {
  const files = ['src', 'workers', 'test'].flatMap((folder) => listSourceFiles(folder));
  expect(files.filter((path) => isTooLong(readSource(path)))).toEqual([]);
});

test('the scan tells 400 lines from 401', () => {
  expect(isTooLong('x\n'.repeat(LONGEST))).toBe(false);
  expect(isTooLong('x\n'.repeat(LONGEST + 1))).toBe(true);
});
