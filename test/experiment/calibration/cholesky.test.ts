import { expect, test } from 'vitest';
import { factorise } from '../../../src/experiment/calibration/cholesky.ts';

test('solves a system whose solution is known', () => {
  // A = L·Lᵀ with L = [[2, 0, 0], [1, 3, 0], [−1, 2, 1]]; b = A·(1, −2, 3)ᵀ, by hand. The upper triangle is not read.
  const matrix = [
    [4, Number.NaN, Number.NaN],
    [2, 10, Number.NaN],
    [-2, 5, 6],
  ];
  const x = factorise(matrix)([4 - 4 - 6, 2 - 20 + 15, -2 - 10 + 18]);
  [1, -2, 3].forEach((value, k) => {
    expect(x[k]).toBeCloseTo(value, 12);
  });
});

test('refuses a matrix that is not positive definite', () => {
  // Eigenvalues 3 and −1.
  expect(() => factorise([[1], [2, 1]])).toThrow('positive definite');
});
