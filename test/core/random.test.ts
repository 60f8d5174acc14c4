import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRunKey, Draws, threefry2x32 } from '../../src/core/random.ts';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

function drawAt(draws: Draws, entity: number, month: number, purpose: number): readonly [number, number] {
  draws.at(entity, month, purpose);
  return [draws.u, draws.v];
}

describe('threefry2x32', () => {
  test('gives the known answers published with Random123 (tests/kat_vectors, "threefry2x32 20")', () => {
    expect(threefry2x32(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
    expect(threefry2x32(-1, -1, -1, -1)).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(threefry2x32(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
  });

  test('turning any one bit of key or counter turns about half of the 64 bits of the answer', () => {
    // 128 input bits × 64 output bits, each turned with probability 1/2: the mean share has a standard error of
    // 0.5/√8192 = 0.0055, so 0.48 to 0.52 is 3.6 of them; a single input bit has 0.5/√64 = 0.0625, so 0.2 to 0.8 is 4.8.
    const input = [0x2545f491, 0x4f6cdd1d, 0x0019660d, 0x3c6ef35f];
    const [a, b] = threefry2x32(input[0], input[1], input[2], input[3]);
    const shares = Array.from({ length: 128 }, (_, bit) => {
      const turned = input.map((word, index) => (index === bit >>> 5 ? word ^ (1 << (bit & 31)) : word));
      const [c, d] = threefry2x32(turned[0], turned[1], turned[2], turned[3]);
      return (countBits(a ^ c) + countBits(b ^ d)) / 64;
    });
    expect(Math.min(...shares)).toBeGreaterThan(0.2);
    expect(Math.max(...shares)).toBeLessThan(0.8);
    const mean = shares.reduce((sum, share) => sum + share) / shares.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });
});

function countBits(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length;
}

describe('createRunKey', () => {
  test('is the first eight bytes of ARC4 keyed with the code points of the seed', () => {
    const stream = generateArc4('104,101,108,108,111,46;');
    const words = Int32Array.from([readWord(stream, 0), readWord(stream, 4)]);
    expect(createRunKey('hello.')).toEqual([...words]);
    // What the README of seedrandom promises for the bare 'hello.': the upper 32 bits of its first double.
    expect(readWord(generateArc4('hello.'), 0) >>> 0).toBe(Math.floor(0.9282578795792454 * 2 ** 32));
  });

  test('gives two int32 words, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (seed) => {
        const key = createRunKey(seed);
        expect(key).toEqual(createRunKey(seed));
        expect(key).toEqual(key.map((word) => word | 0));
      }),
    );
  });

  test('gives different keys for different seeds, also for repetitions and characters with the same low byte', () => {
    const numbers = Array.from({ length: 2000 }, (_, number) => String(number));
    const seeds = [...numbers, '', ' ', 'aa', 'aaaa', '中', '-', '种子', '\ud800', '\udc00', '\0', '\0\0'];
    expect(new Set(seeds.map((seed) => createRunKey(seed).join()))).toHaveLength(seeds.length);
  });
});

/** The first 8 bytes of ARC4 after the 256 that `seedrandom` drops, written from the textbook. */
function generateArc4(key: string): number[] {
  const state = Array.from({ length: 256 }, (_, index) => index);
  let j = 0;
  const swap = (i: number): number => {
    [state[i], state[j]] = [state[j], state[i]];
    return state[(state[i] + state[j]) & 255];
  };
  for (let i = 0; i < 256; i++) {
    j = (j + state[i] + key.charCodeAt(i % key.length)) & 255;
    swap(i);
  }
  j = 0;
  const stream = Array.from({ length: 256 + 8 }, (_, step) => {
    const i = (step + 1) & 255;
    j = (j + state[i]) & 255;
    return swap(i);
  });
  return stream.slice(256);
}

function readWord(bytes: readonly number[], start: number): number {
  return (bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3];
}

describe('Draws', () => {
  test('is the generator at counter (entity, month·256 + purpose), each word at the middle of its interval', () => {
    fc.assert(
      fc.property(
        int32,
        int32,
        int32,
        fc.integer({ min: 0, max: 2 ** 23 - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (key0, key1, entity, month, purpose) => {
          const [a, b] = threefry2x32(key0, key1, entity, month * 256 + purpose);
          const draws = drawAt(new Draws([key0, key1]), entity, month, purpose);
          expect(draws).toEqual([(a + 0.5) / 2 ** 32, (b + 0.5) / 2 ** 32]);
        },
      ),
    );
  });

  test('stays inside the open interval at the extreme words', () => {
    // Words run from 0 to 2³² − 1, so draws from 2⁻³³ to 1 − 2⁻³³; both ends are doubles, neither is 0 or 1.
    expect((0 + 0.5) / 2 ** 32).toBe(2 ** -33);
    expect((0xffffffff + 0.5) / 2 ** 32).toBeLessThan(1);
    fc.assert(
      fc.property(int32, fc.nat(30_000), fc.nat(255), (entity, month, purpose) => {
        const [u, v] = drawAt(new Draws([1, 2]), entity, month, purpose);
        return u > 0 && u < 1 && v > 0 && v < 1;
      }),
    );
  });

  test('does not depend on what was asked before', () => {
    const place = fc.tuple(int32, fc.nat(30_000), fc.nat(255));
    fc.assert(
      fc.property(fc.array(place), place, (before, last) => {
        const used = new Draws([7, 11]);
        for (const earlier of before) {
          used.at(...earlier);
        }
        expect(drawAt(used, ...last)).toEqual(drawAt(new Draws([7, 11]), ...last));
      }),
    );
  });

  /*
   * Pearson's χ² over 256 equal cells, 65 536 draws, 255 degrees of freedom. By Wilson and Hilferty (1931) its 0.1 % and
   * 99.9 % points are 255·(1 − 2/2295 ± 3.0902·√(2/2295))³ = 190.8 and 330.6: too even is as wrong as too uneven. The
   * keys are fixed, so each test passes or fails for good; with n such tests a sound generator fails one with
   * probability 0.002·n.
   */
  const CELLS = 256;
  const COUNT = 65_536;

  function computeChiSquare(cellOf: (index: number) => number): number {
    const counts = new Uint32Array(CELLS);
    for (let index = 0; index < COUNT; index++) {
      counts[cellOf(index)]++;
    }
    const expected = COUNT / CELLS;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }

  const draws = new Draws(createRunKey('42'));
  const place = (index: number, entity: number, month: number, purpose: number, scale: number): number => {
    draws.at(entity, month, purpose);
    return Math.floor((index === 0 ? draws.u : draws.v) * scale);
  };

  test.each<[string, (index: number) => number]>([
    ['u over entities', (entity) => place(0, entity, 24_300, 1, 256)],
    ['v over entities', (entity) => place(1, entity, 24_300, 1, 256)],
    ['u over months', (month) => place(0, 5, month, 1, 256)],
    ['u over purposes and months', (index) => place(0, 5, index >>> 8, index & 255, 256)],
    ['the low byte of u', (entity) => place(0, entity, 24_300, 2, 2 ** 32) & 255],
    ['u against v of one place', (entity) => 16 * place(0, entity, 24_300, 1, 16) + place(1, entity, 24_300, 1, 16)],
    ['u of neighbours', (entity) => 16 * place(0, entity, 24_300, 1, 16) + place(0, entity + 1, 24_300, 1, 16)],
    ['u of successive months', (entity) => 16 * place(0, entity, 24_300, 1, 16) + place(0, entity, 24_301, 1, 16)],
    ['u of two purposes', (entity) => 16 * place(0, entity, 24_300, 1, 16) + place(0, entity, 24_300, 2, 16)],
  ])('is uniform: %s', (_, cellOf) => {
    const chiSquare = computeChiSquare(cellOf);
    expect(chiSquare).toBeGreaterThan(190.8);
    expect(chiSquare).toBeLessThan(330.6);
  });

  test('runs of neighbouring seeds are unrelated', () => {
    // The correlation of 65 536 independent pairs has a standard error of 1/256; 3.3 of them are 0.0129.
    const other = new Draws(createRunKey('43'));
    let sum = 0;
    for (let entity = 0; entity < COUNT; entity++) {
      draws.at(entity, 24_300, 1);
      other.at(entity, 24_300, 1);
      sum += (draws.u - 0.5) * (other.u - 0.5) * 12;
    }
    expect(Math.abs(sum / COUNT)).toBeLessThan(0.0129);
  });
});
