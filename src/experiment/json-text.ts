import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import type { Text } from '../core/text.ts';

/** Deeper nesting than any file of ours needs; keeps hostile input from exhausting the stack. */
const DEPTH_LIMIT = 64;

/** Thrown inside this file only: the first place where a text stops being JSON. */
class SyntaxProblem extends Error {
  readonly position: number;
  readonly expected: Text;

  constructor(position: number, en: string, zh: string) {
    super(en);
    this.position = position;
    this.expected = { en, 'zh-CN': zh };
  }
}

/**
 * Parses JSON (RFC 8259). Problems carry line and column, which engines report differently or not at all, and a key
 * given twice in one object is a problem instead of a silent loss. A leading byte-order mark is skipped.
 */
export function parseJsonText(source: string): Result<unknown> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  try {
    const repeated = findRepeatedKeys(text);
    return repeated.length > 0 ? fail(repeated) : succeed(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return fail([locate(text, error.position, error.expected)]);
  }
}

function locate(text: string, position: number, expected: Text): Problem {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const got = position < text.length ? JSON.stringify(text.slice(position, position + 12)) : 'end of text';
  return { path: `line ${line}, column ${column}`, expected, got };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in strings
const STRING_PATTERN = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER_PATTERN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD_PATTERN = /true|false|null/y;
const SPACE_PATTERN = /[ \t\r\n]*/y;

/** Walks the whole text. Throws `SyntaxProblem` at the first place that is not JSON. */
function findRepeatedKeys(text: string): Problem[] {
  const repeated: Problem[] = [];
  /** Keys seen so far in each object around the position, outermost first. */
  const keysInside: Set<string>[] = [];
  let position = 0;

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) position += found.length;
    return found;
  }

  function skipSpace(): void {
    match(SPACE_PATTERN);
  }

  function expectMark(mark: string, en = `"${mark}"`, zh = `“${mark}”`): void {
    skipSpace();
    if (text[position] !== mark) throw new SyntaxProblem(position, en, zh);
    position++;
  }

  function readValue(depth: number): void {
    skipSpace();
    if (depth > DEPTH_LIMIT)
      throw new SyntaxProblem(position, `at most ${DEPTH_LIMIT} levels`, `至多 ${DEPTH_LIMIT} 层`);
    if (text[position] === '{') {
      readMembers('}', () => readMember(depth));
    } else if (text[position] === '[') {
      readMembers(']', () => readValue(depth + 1));
    } else if (match(STRING_PATTERN) === null && match(NUMBER_PATTERN) === null && match(WORD_PATTERN) === null) {
      throw new SyntaxProblem(position, 'a JSON value', 'JSON 值');
    }
  }

  function readMembers(end: string, readNext: () => void): void {
    keysInside.push(new Set());
    position++;
    skipSpace();
    if (text[position] === end) {
      position++;
    } else {
      readNext();
      skipSpace();
      while (text[position] === ',') {
        position++;
        readNext();
        skipSpace();
      }
      expectMark(end, `"," or "${end}"`, `“,”或“${end}”`);
    }
    keysInside.pop();
  }

  function readMember(depth: number): void {
    skipSpace();
    const start = position;
    const quoted = match(STRING_PATTERN);
    if (quoted === null) throw new SyntaxProblem(position, 'a key in double quotes', '双引号中的键');
    const key = JSON.parse(quoted) as string;
    const keys = keysInside[keysInside.length - 1];
    if (keys.has(key)) {
      repeated.push({
        ...locate(text, start, { en: 'each key once', 'zh-CN': '每个键只出现一次' }),
        got: `${quoted} again`,
      });
    }
    keys.add(key);
    expectMark(':');
    readValue(depth + 1);
  }

  readValue(0);
  skipSpace();
  if (position < text.length) throw new SyntaxProblem(position, 'nothing more', '到此为止');
  return repeated;
}
