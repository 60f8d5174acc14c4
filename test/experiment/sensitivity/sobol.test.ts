import { expect, test } from 'vitest';
import { createSobolDesign } from '../../../src/experiment/sampling/sobol-design.ts';
import { computeSobol } from '../../../src/experiment/sensitivity/sobol.ts';
import { createG, evaluate, ishigami } from '../../support/test-functions.ts';

/*
 * Ishigami with a = 7, b = 0.1 (the integrals worked out, as in Saltelli et al. 2008):
 * V₁ = (1 + bπ⁴/5)² / 2, V₂ = a² / 8, V₁₃ = b²π⁸ (1/18 − 1/50), all others 0.
 */
const V1 = (1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2;
const V2 = 49 / 8;
const V13 = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50);
const V = V1 + V2 + V13;
const ISHIGAMI = { first: [V1 / V, V2 / V, 0], total: [(V1 + V13) / V, V2 / V, V13 / V] };

/** g-function: V_k = 1 / (3 (1 + a_k)²), V = Π (1 + V_k) − 1, total V_k Π_{j≠k} (1 + V_j). */
const G = [0, 1, 4.5, 9, 99, 99, 99, 99];
const PARTS = G.map((a) => 1 / (3 * (1 + a) ** 2));
const WHOLE = PARTS.reduce((product, part) => product * (1 + part), 1);
const G_INDICES = {
  first: PARTS.map((part) => part / (WHOLE - 1)),
  total: PARTS.map((part) => (part * WHOLE) / (1 + part) / (WHOLE - 1)),
};

test('the worked indices are those that are published', () => {
  // SALib’s user guide and tests give .31 .44 .00 and .56 .44 .24 for Ishigami
  expect(ISHIGAMI.first.map((s) => s.toFixed(2))).toEqual(['0.31', '0.44', '0.00']);
  expect(ISHIGAMI.total.map((s) => s.toFixed(2))).toEqual(['0.56', '0.44', '0.24']);
});

test.each([
  ['Ishigami', 3, ishigami, ISHIGAMI],
  ['the g-function', 8, createG(G), G_INDICES],
] as const)('comes within 0.02 of the known indices of %s', (_, dimensions, f, known) => {
  const design = createSobolDesign(2048, dimensions, 'known');
  const { indices, samples } = computeSobol(design, evaluate(design, f));
  expect(samples).toBe(2048);
  indices.forEach(({ first, total }, k) => {
    expect(Math.abs(first.value - known.first[k])).toBeLessThan(0.02);
    expect(Math.abs(total.value - known.total[k])).toBeLessThan(0.02);
    expect(first.low).toBeLessThanOrEqual(first.value);
    expect(first.high).toBeGreaterThanOrEqual(first.value);
    expect(total.high - total.low).toBeLessThan(0.2);
  });
});

test('is as good on a small design as what SALib prints for 1024 blocks', () => {
  // docs/user_guide/basics.rst of SALib: S1 .316832 .443763 .012203, ST .555860 .441898 .244675
  const [first, total] = [
    [0.316832, 0.443763, 0.012203],
    [0.55586, 0.441898, 0.244675],
  ];
  const design = createSobolDesign(1024, 3, 'salib');
  const { indices } = computeSobol(design, evaluate(design, ishigami));
  indices.forEach((index, k) => {
    expect(Math.abs(index.first.value - first[k])).toBeLessThan(0.03);
    expect(Math.abs(index.total.value - total[k])).toBeLessThan(0.03);
  });
});

test('intervals hold the known indices about as often as they say', () => {
  let [held, all] = [0, 0];
  for (let k = 0; k < 20; k++) {
    const design = createSobolDesign(128, 3, `cover ${k}`);
    const { indices } = computeSobol(design, evaluate(design, ishigami));
    indices.forEach(({ total }, axis) => {
      all++;
      if (total.low <= ISHIGAMI.total[axis] && ISHIGAMI.total[axis] <= total.high) held++;
    });
  }
  expect(held / all).toBeGreaterThan(0.9);
});

test('a block with a run that has no figure is left out, and the figures are those of the others', () => {
  const design = createSobolDesign(64, 3, 'gap');
  const outputs: (number | null)[] = evaluate(design, ishigami);
  const without = outputs.filter((_, k) => Math.floor(k / 5) !== 63);
  outputs[63 * 5 + 2] = null;
  const gap = computeSobol(design, outputs);
  expect(gap.samples).toBe(63);
  expect(gap).toEqual(computeSobol({ samples: 63, dimensions: 3 }, without));
});
