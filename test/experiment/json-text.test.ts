import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/result.ts';
import { parseJsonText } from '../../src/experiment/json-text.ts';

function read(text: string): unknown {
  const parsed = parseJsonText(text);
  return parsed.ok ? parsed.value : parsed.problems.map((problem) => formatProblem(problem));
}

describe('a text is parsed as JSON.parse parses it', () => {
  test('for every value, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(read(JSON.stringify(value, null, space))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('a text is refused exactly when JSON.parse refuses it', () => {
    const fragments = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"b":',
      ',',
      ':',
      '1',
      '-',
      '0.5',
      '1e',
      'true',
      'nul',
      '"\\u12"',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const isRepeat = (problem: { expected: { en: string } }) => problem.expected.en === 'each key once';
        const parsed = parseJsonText(text);
        const isRefused = !parsed.ok && !parsed.problems.every(isRepeat);
        let isRefusedByEngine = false;
        try {
          JSON.parse(text);
        } catch {
          isRefusedByEngine = true;
        }
        expect(isRefused).toBe(isRefusedByEngine);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a byte-order mark before it, as Windows editors write', () => {
    expect(read('\uFEFF{"a":1}')).toEqual({ a: 1 });
  });
});

describe('a problem says where', () => {
  test.each([
    ['{\n  "a": 1,\n}', 'line 3, column 1: expected a key in double quotes, got "}"'],
    ['{"a": 1 "b": 2}', 'line 1, column 9: expected "," or "}", got "\\"b\\": 2}"'],
    ['', 'line 1, column 1: expected a JSON value, got end of text'],
    ['[1, 2', 'line 1, column 6: expected "," or "]", got end of text'],
    ["{'a': 1}", 'line 1, column 2: expected a key in double quotes, got "\'a\': 1}"'],
    ['{} {}', 'line 1, column 4: expected nothing more, got "{}"'],
    ['[NaN]', 'line 1, column 2: expected a JSON value, got "NaN]"'],
  ])('%j', (text, problem) => {
    expect(read(text)).toEqual([problem]);
  });

  test('a key given twice, which JSON.parse drops without a word', () => {
    expect(read('{"a": 1,\n "b": {"a": 2}, "a": 3}')).toEqual([
      'line 2, column 17: expected each key once, got "a" again',
    ]);
  });

  test('nesting that would exhaust the stack is refused', () => {
    expect(read('['.repeat(100_000))).toEqual(['line 1, column 66: expected at most 64 levels, got "[[[[[[[[[[[["']);
  });
});
