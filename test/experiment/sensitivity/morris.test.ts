import { expect, test } from 'vitest';
import { createMorrisDesign } from '../../../src/experiment/sampling/morris-design.ts';
import { computeMorris } from '../../../src/experiment/sensitivity/morris.ts';
import { evaluate, ishigami } from '../../support/test-functions.ts';

/** The six trajectories of exercise 4 in A. Saltelli et al., Global Sensitivity Analysis: The Primer (2008), p. 138. */
const PRIMER_STEPS = [
  ['1+', '0+'],
  ['0+', '1+'],
  ['1+', '0-'],
  ['0+', '1-'],
  ['1-', '0+'],
  ['1-', '0+'],
];
const PRIMER_OUTPUTS = [
  [0.97, 0.71, 2.39],
  [0.97, 2.3, 2.39],
  [1.87, 2.4, 0.87],
  [2.15, 1.71, 1.54],
  [2.15, 2.17, 1.54],
  [2.2, 1.87, 1.0],
];

test('gives the figures of the exercise in the Primer', () => {
  const design = {
    trajectories: 6,
    dimensions: 2,
    readStep: (trajectory: number, step: number) => {
      const [axis, sign] = PRIMER_STEPS[trajectory][step];
      return { axis: Number(axis), isUp: sign === '+' };
    },
  };
  const [one, two] = computeMorris(design, PRIMER_OUTPUTS.flat());
  // The solution there, as SALib tests against it too: μ .66 .21, μ* 1.62 .35, σ 1.79 .41
  expect(one.muStar.value).toBeCloseTo(1.62, 2);
  expect(two.muStar.value).toBeCloseTo(0.35, 2);
  expect(one.sigma.value).toBeCloseTo(1.79, 2);
  expect(two.sigma.value).toBeCloseTo(0.41, 2);
  expect(one.mu.value).toBeCloseTo(0.66, 1);
  expect(two.mu.value).toBeCloseTo(0.21, 2);
});

/*
 * Ishigami on four levels, worked out: sin²(x₂) is 0, ¾, ¾, 0, so that each effect of x₂ is ±7·¾ / ⅔ = 7.875 wherever it is.
 * sin(x₁) is 0, −√¾, √¾, 0 and a step changes it by √¾ either way: μ* of x₁ is √¾ · (1 + 0.1·E[x₃⁴]) / ⅔, E[x₃⁴] over the levels
 * (π⁴ + (π/3)⁴) / 2. x₃⁴ changes by ±(π⁴ − (π/3)⁴), which counts |sin x₁|, √¾ in half of the cases.
 */
const ROOT = Math.sqrt(0.75);
const [OUTER, INNER] = [Math.PI ** 4, (Math.PI / 3) ** 4];
const ISHIGAMI_MU_STAR = [
  (ROOT * (1 + 0.05 * (OUTER + INNER))) / (2 / 3),
  7.875,
  (0.1 * (OUTER - INNER) * ROOT) / 2 / (2 / 3),
];

test('the worked figures of Ishigami are those that SALib publishes', () => {
  // tests/test_regression.py of SALib, 10 000 trajectories: 7.767792, 7.875, 6.308785
  const published = [7.767792, 7.875, 6.308785];
  ISHIGAMI_MU_STAR.forEach((value, k) => {
    expect(Math.abs(value / published[k] - 1)).toBeLessThan(0.02);
  });
});

test('intervals hold the worked figures of Ishigami about as often as they say', () => {
  let held = 0;
  for (let k = 0; k < 20; k++) {
    const design = createMorrisDesign(20, 10, `ishigami ${k}`);
    const effects = computeMorris(design, evaluate(design, ishigami));
    expect(effects[1].muStar.low).toBeCloseTo(7.875, 9);
    expect(effects[1].muStar.high).toBeCloseTo(7.875, 9);
    for (const axis of [0, 2]) {
      const { low, high } = effects[axis].muStar;
      if (low <= ISHIGAMI_MU_STAR[axis] && ISHIGAMI_MU_STAR[axis] <= high) held++;
    }
    for (const { muStar } of effects.slice(3)) expect(muStar.high).toBe(0);
  }
  // Of 40 intervals at 95 %; those of a bootstrap of 20 are a little narrow.
  expect(held).toBeGreaterThanOrEqual(34);
});

test('a straight line has its slope for mean and no deviation', () => {
  const design = createMorrisDesign(5, 3, 'line');
  const effects = computeMorris(
    design,
    evaluate(design, ([a, b, c]) => 2 * a - 3 * b + 0 * c),
  );
  expect(effects.map(({ mu }) => mu.value)).toEqual([2, -3, 0].map((slope) => expect.closeTo(slope, 12)));
  expect(effects.map(({ muStar }) => muStar.value)).toEqual([2, 3, 0].map((slope) => expect.closeTo(slope, 12)));
  expect(effects.map(({ sigma }) => sigma.value)).toEqual([0, 0, 0].map((zero) => expect.closeTo(zero, 12)));
});

test('a run without a figure takes away the effects on both of its sides, and no other', () => {
  const design = createMorrisDesign(5, 3, 'line');
  const outputs: (number | null)[] = evaluate(design, ([a]) => a);
  outputs[1] = null;
  const sides = [design.readStep(0, 0).axis, design.readStep(0, 1).axis];
  computeMorris(design, outputs).forEach(({ effects }, axis) => {
    expect(effects).toBe(sides.includes(axis) ? 4 : 5);
  });
});
