import { createRunKey, Draws } from '../../core/random.ts';
import type { Sample } from './sample.ts';
import { shufflePlaces } from './shuffle.ts';

/**
 * Latin hypercube: on every axis each of the `count` equal parts holds exactly one point, at a random place in it (M. D. McKay,
 * R. J. Beckman, W. J. Conover, "A comparison of three methods for selecting values of input variables in the analysis of output
 * from a computer code", Technometrics 21 (1979) 239–245).
 * @param count up to 2²⁰, so that the last part stays below 1 in a double
 */
export function createLatinHypercube(count: number, dimensions: number, seed: string): Sample {
  const draws = new Draws(createRunKey(`latin hypercube ${seed}`));
  const orders = Array.from({ length: dimensions }, (_, axis) => shufflePlaces(count, draws, axis));
  function readPoint(k: number): number[] {
    return orders.map((order, axis) => {
      draws.atCounter(k, dimensions + axis);
      return (order[k] + draws.v) / count;
    });
  }
  return { count, dimensions, readPoint };
}
