import { describe, expect, test } from 'vitest';
import { createSobolDesign } from '../../../src/experiment/sampling/sobol-design.ts';
import { createStudySummariser, type StudyShape } from '../../../src/experiment/study/summary.ts';

const QUESTION = { response: 0, across: 0, up: 1 };
const run = (point: number, outcome: number, series: readonly number[] = []) => ({ point, outcome, series });

function summarise(shape: StudyShape, runs: readonly ReturnType<typeof run>[]) {
  const summariser = createStudySummariser(shape);
  summariser.add(runs);
  return summariser.summarise(QUESTION);
}

/** Two parameters with two values each. */
const SQUARE: StudyShape = {
  analysis: { kind: 'sweep' },
  width: 2,
  points: Float64Array.of(1, 10, 1, 20, 2, 10, 2, 20),
};

describe('a sweep', () => {
  test('bands of the outcome and of its course; runs without a figure are left out', () => {
    const runs = [0, 1, 2, 3, 4].map((k) => run(k % 4, k, [k, 10 * k]));
    const { end, fan } = summarise(SQUARE, [...runs, run(0, Number.NaN)]);
    // Of 0…4 the quarters are 1, 2, 3; the 5 % quantile lies a fifth of the way from 0 to 1, the 95 % quantile mirrors it.
    expect(end).toEqual({ count: 5, low90: 0.2, low50: 1, median: 2, high50: 3, high90: 3.8 });
    expect(fan.map((band) => band?.median)).toEqual([2, 20]);
  });

  test('medians by value of one parameter, and by values of two', () => {
    const { response, heat } = summarise(SQUARE, [run(0, 1), run(0, 3), run(1, 10), run(2, 5), run(2, Number.NaN)]);
    expect(response.map(({ from, band }) => [from, band?.median])).toEqual([
      [1, 3],
      [2, 5],
    ]);
    expect(heat?.across.map(({ from }) => from)).toEqual([1, 2]);
    // Rows from the lower value of the second parameter; nothing has been run at (2, 20).
    expect(Array.from(heat?.cells ?? [])).toEqual([2, 5, 10, Number.NaN]);
  });

  test('of one parameter there is no map, of none no response', () => {
    const line: StudyShape = { analysis: { kind: 'sweep' }, width: 1, points: Float64Array.of(1, 2) };
    expect(summarise(line, [run(0, 1)]).heat).toBeNull();
    const alone: StudyShape = { analysis: { kind: 'replicates' }, width: 0, points: new Float64Array() };
    expect(summarise(alone, [run(0, 1)])).toMatchObject({ heat: null, response: [], sensitivity: null });
  });
});

test('replicates: the mean and its interval as seeds are added', () => {
  const shape: StudyShape = { analysis: { kind: 'replicates' }, width: 0, points: new Float64Array() };
  const { precision } = summarise(shape, [run(0, 1), run(0, Number.NaN), run(0, 3), run(0, 2)]);
  expect(precision.map(({ count, mean }) => [count, mean])).toEqual([
    [2, 2],
    [3, 2],
  ]);
  // Three figures 1, 3, 2: t.975 with two degrees of freedom is 4.303, the standard error 1/√3.
  expect(precision[1].high - 2).toBeCloseTo(4.303 / Math.sqrt(3), 10);
});

test('Sobol: what goes back to a parameter alone, of the replicates there are', () => {
  const design = createSobolDesign(64, 2, 'x');
  const points = Float64Array.from(Array.from({ length: design.count }, (_, k) => design.readPoint(k)).flat());
  const shape: StudyShape = { analysis: { kind: 'sobol', samples: 64 }, width: 2, points };
  // Only the first parameter acts: all of the variance is its own.
  const runs = Array.from({ length: design.count }, (_, k) => [run(k, points[2 * k]), run(k, points[2 * k])]).flat();
  const { sensitivity } = summarise(shape, runs);
  if (sensitivity?.kind !== 'sobol') throw new Error('no Sobol indices');
  expect(sensitivity.indices[0].total.value).toBeCloseTo(1, 1);
  expect(sensitivity.indices[1].total.value).toBeCloseTo(0, 10);
  expect(summarise(shape, runs.slice(0, 6)).sensitivity).toBeNull();
});
