import { expect, test } from 'vitest';
import { readProgress } from '../../../src/app/learn/progress.ts';

test('what was stored comes back', () => {
  const stored = { retention: { guess: 'community', isDone: true }, 'dear-traffic': { guess: '', isDone: false } };
  expect(readProgress(JSON.stringify(stored))).toEqual(stored);
});

test('nothing, garbage and other shapes are no progress', () => {
  for (const text of [null, '', '{', '3', 'null', '[1, 2]', '{"a": 3}', '{"a": {"guess": 1, "isDone": true}}']) {
    expect(readProgress(text)).toEqual({});
  }
  expect(readProgress('{"a": {"guess": "x", "isDone": false}, "b": "y"}')).toEqual({
    a: { guess: 'x', isDone: false },
  });
});
