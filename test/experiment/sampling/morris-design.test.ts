import { expect, test } from 'vitest';
import { createMorrisDesign, MORRIS_STEP, type MorrisDesign } from '../../../src/experiment/sampling/morris-design.ts';

function listTrajectory({ dimensions, readPoint }: MorrisDesign, trajectory: number): number[][] {
  return Array.from({ length: dimensions + 1 }, (_, step) => readPoint(trajectory * (dimensions + 1) + step));
}

/** Sum of distances between all points of one and of the other, as the formula stands. */
function measureDistance(one: readonly number[][], other: readonly number[][]): number {
  return one.flatMap((p) => other.map((q) => Math.hypot(...p.map((u, k) => u - q[k])))).reduce((a, b) => a + b, 0);
}

function measureSpread(design: MorrisDesign): number {
  const all = Array.from({ length: design.trajectories }, (_, t) => listTrajectory(design, t));
  return all
    .flatMap((one, t) => all.slice(0, t).map((other) => measureDistance(one, other)))
    .reduce((a, b) => a + b, 0);
}

test('in a trajectory every axis steps once, by two thirds, on the levels 0, 1/3, 2/3 and 1', () => {
  const design = createMorrisDesign(6, 12, 'one');
  for (let trajectory = 0; trajectory < 6; trajectory++) {
    const points = listTrajectory(design, trajectory);
    const stepped = points.slice(1).map((point, step) => {
      const { axis, isUp } = design.readStep(trajectory, step);
      const changes = point.map((u, k) => u - points[step][k]);
      expect(changes[axis]).toBeCloseTo(isUp ? MORRIS_STEP : -MORRIS_STEP, 12);
      expect(changes.filter((change) => change !== 0)).toHaveLength(1);
      return axis;
    });
    expect(stepped.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, k) => k));
    for (const u of points.flat()) expect([0, 1 / 3, 2 / 3, 1]).toContain(u);
  }
});

test('starts are spread evenly over the levels of every axis', () => {
  const design = createMorrisDesign(8, 12, 'even');
  const starts = Array.from({ length: 8 }, (_, t) => listTrajectory(design, t)[0]);
  for (let axis = 0; axis < 12; axis++) {
    expect(starts.map((point) => Math.round(point[axis] * 3)).sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  }
});

test('trajectories are farther apart than those of designs drawn without a search', () => {
  // A design of one trajectory has nothing to be far from: four of them under four seeds stand for no search.
  const searched = measureSpread(createMorrisDesign(4, 8, 'searched'));
  const byChance = Array.from({ length: 20 }, (_, k) => {
    const four = [0, 1, 2, 3].map((t) => listTrajectory(createMorrisDesign(1, 8, `chance ${k} ${t}`), 0));
    return four
      .flatMap((one, t) => four.slice(0, t).map((other) => measureDistance(one, other)))
      .reduce((a, b) => a + b);
  });
  expect(byChance.filter((spread) => spread < searched).length).toBeGreaterThanOrEqual(19);
});

test('is the same with the same seed, and another with another', () => {
  const list = (seed: string) => listTrajectory(createMorrisDesign(3, 5, seed), 2);
  expect(list('one')).toEqual(list('one'));
  expect(list('one')).not.toEqual(list('two'));
});
