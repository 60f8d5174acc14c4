import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLink, isLink, type LinkState, parseLink } from '../../src/app/link.ts';
import { LEVERS } from '../../src/model/inputs.ts';
import { PARAMETERS } from '../../src/model/parameters.ts';

const FALLBACK: LinkState = {
  scenario: 'projection-neutral',
  seed: '42',
  overrides: {},
  decisions: [],
  broker: '',
  month: 0,
  engine: '0.1.0',
};

/** A value within the range of a declared parameter. */
const override = fc.constantFrom(...PARAMETERS).chain((declaration) => {
  const { key, min, max } = declaration;
  const value =
    'integer' in declaration
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true }).filter((x) => !Object.is(x, -0));
  return value.map((figure) => [key, figure] as const);
});

const state: fc.Arbitrary<LinkState> = fc.record({
  scenario: fc.string({ maxLength: 60 }),
  seed: fc.string({ unit: 'grapheme', maxLength: 40 }),
  overrides: fc.array(override, { maxLength: 12 }).map((entries) => Object.fromEntries(entries)),
  decisions: fc.array(
    fc.record({
      month: fc.integer({ min: 0, max: 600 }),
      broker: fc.string({ maxLength: 30 }),
      lever: fc.constantFrom(...LEVERS),
      value: fc.double({ min: 0, max: 1e5, noNaN: true }).filter((x) => !Object.is(x, -0)),
    }),
    { maxLength: 20 },
  ),
  broker: fc.string({ maxLength: 30 }),
  month: fc.integer({ min: 0, max: 600 }),
  engine: fc.string({ maxLength: 20 }),
});

/** A link around any JSON value, as a hand or a later version might make it. */
function pack(value: unknown): string {
  return formatLink(value as LinkState);
}

describe('a share link', () => {
  test('gives back every state, to the last bit, without a problem', () => {
    fc.assert(
      fc.property(state, (sent) => {
        const { state: read, problems } = parseLink(formatLink(sent), FALLBACK);
        expect(problems).toEqual([]);
        expect(read).toEqual(sent);
      }),
    );
  });

  test('needs no escaping in an address', () => {
    fc.assert(fc.property(state, (sent) => /^v1:[\w-]*$/.test(formatLink(sent))));
  });

  test('is known by its version, and a door is none', () => {
    expect(isLink(formatLink(FALLBACK))).toBe(true);
    expect(isLink('v2:from-the-future')).toBe(true);
    expect(isLink('lab')).toBe(false);
  });
});

describe('a link that cannot be read', () => {
  test('never throws, and shows the fallback with a problem', () => {
    fc.assert(
      fc.property(fc.string(), (garbage) => {
        const { state: read, problems } = parseLink(`v1:${garbage}`, FALLBACK);
        expect(read).toEqual(FALLBACK);
        expect(problems).toHaveLength(1);
      }),
    );
  });

  test('is reported as another version, or as cut short', () => {
    const whole = formatLink({ ...FALLBACK, seed: 'a class of thirty, second lesson' });
    for (const broken of ['v2:abc', whole.slice(0, -6)]) {
      const { state: read, problems } = parseLink(broken, FALLBACK);
      expect(read).toEqual(FALLBACK);
      expect(problems.map(({ path }) => path)).toEqual(['link']);
    }
  });

  test('does not unpack a bomb: two million letters in a link of a few thousand', () => {
    const bomb = pack({ seed: 'a'.repeat(2_000_000) });
    expect(bomb.length).toBeLessThan(5000);
    expect(parseLink(bomb, FALLBACK).problems).toHaveLength(1);
  });
});

describe('a link of which some is wrong', () => {
  test('keeps what is right and lists every problem by its path', () => {
    const link = pack({
      scenario: 'price-war',
      seed: 7,
      overrides: { 'tastes.price': 0.5, 'tastes.content': -1, 'no.such': 3 },
      decisions: [
        { month: 3, broker: 'futu', lever: 'price', value: 1 },
        { month: -1, broker: 'futu', lever: 'magic', value: Number.MAX_VALUE },
        'nonsense',
      ],
      month: 2.5,
      extra: true,
    });
    const { state: read, problems } = parseLink(link, FALLBACK);
    expect(read).toEqual({
      ...FALLBACK,
      scenario: 'price-war',
      overrides: { 'tastes.price': 0.5 },
      decisions: [{ month: 3, broker: 'futu', lever: 'price', value: 1 }],
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'seed',
      'overrides.tastes.content',
      'overrides.no.such',
      'decisions[1].month',
      'decisions[1].lever',
      'decisions[2]',
      'month',
      'extra',
    ]);
  });

  test('reads any JSON object without throwing', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (value) => {
        expect(parseLink(pack(value), FALLBACK).state.scenario).toBeTypeOf('string');
      }),
    );
  });
});
