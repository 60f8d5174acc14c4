import { expect, test } from 'vitest';
import { assertInvariant, InvariantError } from '../../src/core/invariant.ts';

const REPLAY = 'npm run -s sim -- run projection-neutral --seed 42 --months 3';

test('a condition that holds costs no description', () => {
  assertInvariant(true, () => {
    throw new Error('described');
  });
});

test('a condition that fails throws what was expected and found', () => {
  const check = (): void => assertInvariant(1 + 1 > 2, () => 'expected 3 people, found 2');
  expect(check).toThrow(InvariantError);
  expect(check).toThrow('expected 3 people, found 2');
});

test('once located it names month, seed and the command that replays it, and keeps where it came from', () => {
  const found = new InvariantError('expected 3 people, found 2');
  expect([found.month, found.seed]).toEqual([null, null]);

  const located = found.locate({ month: 24_302, seed: '42', replay: REPLAY });
  expect(located.message).toBe(`broken invariant in 2025-03, seed "42": expected 3 people, found 2. Replay: ${REPLAY}`);
  expect([located.month, located.seed, located.detail]).toEqual([24_302, '42', 'expected 3 people, found 2']);
  expect(located.name).toBe('InvariantError');
  expect(located.cause).toBe(found);
});
