import seedrandom from 'seedrandom';

/** What a seed becomes: two signed 32-bit words that key every draw of a run. */
export type RunKey = readonly [number, number];

/**
 * Turns any string into a run key, the same on every engine (ARC4, by `seedrandom`). ARC4 repeats its key and
 * `seedrandom` drops the upper byte of a character, so that seeds 1 and 11 would be one run, and so would 中 and '-': the
 * seed goes in as its code points with an end mark, `42` as `52,50;`.
 */
export function createRunKey(seed: string): RunKey {
  const codePoints = Array.from(seed, (character) => character.codePointAt(0));
  const generator = seedrandom(`${codePoints.join()};`);
  return [generator.int32(), generator.int32()];
}

/** Skein's key schedule parity for 32-bit words (Salmon et al. 2011, §3.3). */
const PARITY = 0x1bd11bda;
const WORD_SCALE = 1 / 0x1_0000_0000;

/**
 * Randomness as a pure function: Threefry-2x32 with 20 rounds, a counter-based generator (J. K. Salmon, M. A. Moraes,
 * R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11). There is no stream to advance, so the
 * order in which draws are asked for cannot matter.
 *
 * One instance serves a whole run: `at` leaves its two draws in `u` and `v` and allocates nothing.
 */
export class Draws {
  /** First draw of the last place asked for, in the open interval (0, 1), a multiple of 2⁻³³. */
  u = 0.5;
  /** Second draw, independent of the first. */
  v = 0.5;

  private readonly key0: number;
  private readonly key1: number;
  private readonly key2: number;

  constructor(key: RunKey) {
    this.key0 = key[0] | 0;
    this.key1 = key[1] | 0;
    this.key2 = PARITY ^ key[0] ^ key[1];
  }

  /**
   * Sets `u` and `v` for one place of the run.
   * @param entity any 32-bit integer: who draws
   * @param month 0 to 2²³ − 1: when
   * @param purpose 0 to 255: what for
   */
  at(entity: number, month: number, purpose: number): void {
    this.atCounter(entity, (month << 8) | purpose);
  }

  /**
   * Sets `u` and `v` for a raw counter. The rounds are written out, and the key is read with `| 0` so that engines know
   * it for 32-bit integers: a loop, or the key without that, costs three times as much.
   */
  atCounter(counter0: number, counter1: number): void {
    const key0 = this.key0 | 0;
    const key1 = this.key1 | 0;
    const key2 = this.key2 | 0;
    let a = (counter0 + key0) | 0;
    let b = (counter1 + key1) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 1) | 0;

    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 2) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key0) | 0;
    b = (b + key1 + 3) | 0;

    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 4) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 5) | 0;

    this.u = ((a >>> 0) + 0.5) * WORD_SCALE;
    this.v = ((b >>> 0) + 0.5) * WORD_SCALE;
  }
}

/**
 * The generator itself, for its published known answers: two unsigned 32-bit words. They are read back from the draws,
 * which hold them exactly, so that what is proven is the very code that runs.
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
): readonly [number, number] {
  const draws = new Draws([key0, key1]);
  draws.atCounter(counter0, counter1);
  return [draws.u / WORD_SCALE - 0.5, draws.v / WORD_SCALE - 0.5];
}
