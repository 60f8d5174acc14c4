import type { Disc } from './arc-path.ts';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far aside an island may lie, over how far it lies that way: four cones that cover all directions. */
const CONE = 1.6;

/** The island that an arrow key leads to: near, and more that way than aside. `null` for other keys and at the edge. */
export function readNeighbour(discs: readonly Disc[], current: number, key: string): number | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const from = discs[current];
  let best: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  discs.forEach((disc, broker) => {
    if (broker === current || disc.radius < 0.5) return;
    const along = (disc.x - from.x) * direction[0] + (disc.y - from.y) * direction[1];
    const aside = Math.abs((disc.x - from.x) * direction[1]) + Math.abs((disc.y - from.y) * direction[0]);
    if (along <= 0 || aside > CONE * along) return;
    const distance = along + 2.2 * aside;
    if (distance < nearest) {
      nearest = distance;
      best = broker;
    }
  });
  return best;
}
