import { describe, expect, test } from 'vitest';
import { computeAttentionFactor, drawMarket, REGIME } from '../../../src/model/market/environment.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, type SmallMarket, withValues } from '../../support/model-world.ts';

/** Values that the hand-worked numbers below are for. */
const PINNED: Partial<ParameterValues> = {
  'environment.bearDrift': -0.2,
  'environment.flatDrift': 0.03,
  'environment.bullDrift': 0.3,
  'environment.volatility': 0.19,
  'environment.attentionMemory': 0.55,
  'environment.attentionStrength': 6,
};
const ALONE: SmallMarket = { agents: 10, brokers: [createBroker('only')], months: 12, values: PINNED };

function playMonths(world: World, months: number, watch: (month: number) => void): void {
  for (let m = 0; m < months; m++) {
    drawMarket(world);
    watch(m);
    world.market.month[0] += 1;
  }
}

describe('the prescribed path', () => {
  const path = [0.1, -0.05, 0.02, 0.2, -0.1, 0.03, 0, 0, 0.01, 0.02, 0.03, 0.04, 0.05, -0.06];

  test('is followed month by month, and marked as prescribed', () => {
    const world = createStartedWorld({ ...ALONE, realisedReturns: path });
    const seen: number[] = [];
    playMonths(world, path.length, () => {
      seen.push(world.market.marketReturn[0]);
      expect(world.market.regime[0]).toBe(REGIME.prescribed);
    });
    expect(seen).toEqual(path);
  });

  test('is remembered as log returns over three and twelve months', () => {
    const world = createStartedWorld({ ...ALONE, realisedReturns: path });
    const over = (m: number, months: number) =>
      path.slice(Math.max(0, m + 1 - months), m + 1).reduce((sum, r) => sum + Math.log1p(r), 0);
    playMonths(world, path.length, (m) => {
      expect(world.market.return3[0]).toBeCloseTo(over(m, 3), 12);
      expect(world.market.return12[0]).toBeCloseTo(over(m, 12), 12);
    });
  });

  test('hands over to the regime chain, which starts from a flat market', () => {
    const world = createStartedWorld({
      ...ALONE,
      realisedReturns: [0.01],
      values: { ...PINNED, 'environment.persistence': 1 },
    });
    const regimes: number[] = [];
    playMonths(world, 4, () => regimes.push(world.market.regime[0]));
    expect(regimes).toEqual([REGIME.prescribed, REGIME.flat, REGIME.flat, REGIME.flat]);
  });
});

describe('the regime chain', () => {
  const MONTHS = 40_000;
  const values = { ...PINNED, 'environment.bullOdds': 0.7, 'environment.persistence': 0.9 };

  interface Walk {
    readonly moves: number[][];
    readonly returns: [number[], number[], number[]];
  }

  function walk(): Walk {
    const world = createStartedWorld({ ...ALONE, realisedReturns: [], values });
    const moves = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    const returns: Walk['returns'] = [[], [], []];
    let before = world.market.regime[0];
    playMonths(world, MONTHS, () => {
      const now = world.market.regime[0];
      moves[before][now]++;
      returns[now].push(Math.log1p(world.market.marketReturn[0]));
      before = now;
    });
    return { moves, returns };
  }
  const { moves, returns } = walk();
  const total = (row: number[]) => row[0] + row[1] + row[2];

  test('goes on with the stated probability, and a flat market that ends turns bull at the stated odds', () => {
    const isNear = (count: number, of: number, p: number) =>
      expect(Math.abs(count / of - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / of));
    for (const regime of [REGIME.bear, REGIME.flat, REGIME.bull]) {
      isNear(moves[regime][regime], total(moves[regime]), 0.9);
    }
    const ended = total(moves[REGIME.flat]) - moves[REGIME.flat][REGIME.flat];
    isNear(moves[REGIME.flat][REGIME.bull], ended, 0.7);
  });

  test('never leaps between bear and bull', () => {
    expect(moves[REGIME.bear][REGIME.bull]).toBe(0);
    expect(moves[REGIME.bull][REGIME.bear]).toBe(0);
  });

  test('spends half of its time flat: what leaves flat comes back at the same rate', () => {
    // π_flat (1 − .9) = (π_bear + π_bull)(1 − .9). A spell lasts ten months: 40,000 months are about 4,000 spells, and the
    // standard error of the share is about √(.25 / 2,000) = .011.
    expect(Math.abs(total(moves[REGIME.flat]) / MONTHS - 0.5)).toBeLessThan(0.045);
  });

  test('has the drift and volatility of each regime', () => {
    const drifts = [-0.2, 0.03, 0.3];
    const sds = [0.19 * 1.25, 0.19, 0.19 * 1.25];
    returns.forEach((drawn, regime) => {
      const n = drawn.length;
      const mean = drawn.reduce((sum, r) => sum + r, 0) / n;
      const sd = Math.sqrt(drawn.reduce((sum, r) => sum + (r - mean) ** 2, 0) / n);
      const expectedSd = sds[regime] / Math.sqrt(12);
      expect(Math.abs(mean - drifts[regime] / 12)).toBeLessThan((4 * expectedSd) / Math.sqrt(n));
      expect(Math.abs(sd / expectedSd - 1)).toBeLessThan(4 / Math.sqrt(2 * n));
    });
  });
});

describe('attention', () => {
  test('jumps with a gain, takes a quarter of a loss, fades by the memory and is never negative', () => {
    const world = createStartedWorld({ ...ALONE, realisedReturns: [0.1, 0, -0.2, -0.2, 0.04] });
    const seen: number[] = [];
    playMonths(world, 5, () => seen.push(world.market.attention[0]));
    // Memory .55: .1 → .055 → .03025 − .05 < 0 → 0 → 0 → .04.
    [0.1, 0.055, 0, 0, 0.04].forEach((expected, m) => {
      expect(seen[m]).toBeCloseTo(expected, 12);
    });
  });

  test('raises entry only above its threshold, exponentially, and at most tenfold', () => {
    const world = createStartedWorld(ALONE);
    const factorAt = (attention: number) => {
      world.market.attention[0] = attention;
      return computeAttentionFactor(world);
    };
    expect(factorAt(0)).toBe(1);
    expect(factorAt(0.05)).toBe(1);
    // Strength 6: e^(6 × .05) at attention .1.
    expect(factorAt(0.1)).toBeCloseTo(Math.exp(0.3), 12);
    expect(factorAt(2)).toBe(10);
  });

  test('is asymmetric: a month of +20 % multiplies entry, a month of −20 % leaves it alone', () => {
    const factorAfter = (r: number) => {
      const world = createStartedWorld({ ...ALONE, realisedReturns: [r] });
      drawMarket(world);
      return computeAttentionFactor(world);
    };
    expect(factorAfter(0.2)).toBeCloseTo(Math.exp(6 * 0.15), 12);
    expect(factorAfter(-0.2)).toBe(1);
  });

  test('of strength 0 is no attention', () => {
    const world = withValues(createStartedWorld(ALONE), { 'environment.attentionStrength': 0 });
    world.market.attention[0] = 1;
    expect(computeAttentionFactor(world)).toBe(1);
  });
});
