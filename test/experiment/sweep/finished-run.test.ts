import { expect, test } from 'vitest';
import { type FinishedRun, formatRunLine, parseRunLine } from '../../../src/experiment/sweep/finished-run.ts';

const done: FinishedRun = {
  point: 3,
  replicate: 1,
  milliseconds: 12,
  report: { ok: true, values: [[1.5, Number.NaN], [0.1 + 0.2]], stateHash: 'ab' },
};
const failed: FinishedRun = { ...done, report: { ok: false, error: '坏 "quoted"\nline' } };

test.each([done, failed])('a line gives the run back, bit by bit', (run) => {
  const line = formatRunLine(run);
  expect(line).not.toContain('\n');
  expect(parseRunLine(line)).toEqual(run);
});

test('a line that was cut anywhere, or changed anywhere, is none', () => {
  const line = formatRunLine(done);
  for (let end = 0; end < line.length; end++) expect(parseRunLine(line.slice(0, end))).toBeNull();
  for (let at = 0; at < line.length; at++) {
    expect(parseRunLine(`${line.slice(0, at)}~${line.slice(at + 1)}`)).toBeNull();
  }
});
