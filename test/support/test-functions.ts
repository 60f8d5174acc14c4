import type { Sample } from '../../src/experiment/sampling/sample.ts';

/** T. Ishigami, T. Homma (1990) with a = 7 and b = 0.1, on [−π, π]³ from the unit cube. */
export function ishigami(point: readonly number[]): number {
  const [x1, x2, x3] = point.map((u) => (2 * u - 1) * Math.PI);
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

/** The g-function of A. Saltelli and I. M. Sobol (1995). */
export function createG(a: readonly number[]): (point: readonly number[]) => number {
  return (point) => a.reduce((product, ak, k) => (product * (Math.abs(4 * point[k] - 2) + ak)) / (1 + ak), 1);
}

export function evaluate({ count, readPoint }: Sample, f: (point: readonly number[]) => number): number[] {
  return Array.from({ length: count }, (_, k) => f(readPoint(k)));
}
