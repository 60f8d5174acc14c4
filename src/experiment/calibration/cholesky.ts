/**
 * Solves A·x = b for a symmetric positive definite A, many b at once (A.-L. Cholesky; N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2002, algorithm 10.2).
 * @param matrix n × n, of which the lower triangle is read
 * @returns a solver; it may be asked for any number of right-hand sides
 * @throws RangeError where the matrix is not positive definite
 */
export function factorise(matrix: readonly (readonly number[])[]): (b: readonly number[]) => number[] {
  const n = matrix.length;
  const lower: number[][] = [];
  for (let i = 0; i < n; i++) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i > j) lower[i].push(sum / lower[j][j]);
      else if (sum > 0) lower[i].push(Math.sqrt(sum));
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  return (b) => {
    const x = [...b];
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
      x[i] /= lower[i][i];
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
      x[i] /= lower[i][i];
    }
    return x;
  };
}
