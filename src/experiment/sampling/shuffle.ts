import type { Draws } from '../../core/random.ts';

/**
 * Places 0 … n − 1 in random order (Fisher and Yates, as in D. E. Knuth, The Art of Computer Programming 2, algorithm 3.4.2 P).
 * @param stream tells one shuffle of a design from the others
 */
export function shufflePlaces(count: number, draws: Draws, stream: number): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, k) => k);
  for (let last = count - 1; last > 0; last--) {
    draws.atCounter(last, stream);
    const chosen = Math.floor(draws.u * (last + 1));
    const kept = places[last];
    places[last] = places[chosen];
    places[chosen] = kept;
  }
  return places;
}
