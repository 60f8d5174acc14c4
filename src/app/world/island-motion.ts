import { createCoastShape, type Island } from './coast.ts';
import type { Point } from './layout.ts';
import { easeOut, SETTLE_MS } from './timing.ts';

/** Islands on their way from one size and place to the next. */
export interface IslandMotion {
  /** As drawn at the moment. */
  readonly current: readonly Island[];
  /** Where they are going. */
  readonly goal: readonly Island[];
  steer(places: readonly Point[], radii: readonly number[], now: number, animate: boolean): void;
  /** Moves on; returns whether anything moved. */
  advance(now: number): boolean;
}

export function createIslandMotion(brokers: number): IslandMotion {
  const islands = () =>
    Array.from({ length: brokers }, (_, broker) => ({ x: 0, y: 0, radius: 0, shape: createCoastShape(broker) }));
  const from = islands();
  const current = islands();
  const goal = islands();
  let startedAt = 0;
  let moving = false;

  function advance(now: number): boolean {
    if (!moving) return false;
    const t = (now - startedAt) / SETTLE_MS;
    const part = easeOut(t);
    current.forEach((island, broker) => {
      const start = from[broker];
      const end = goal[broker];
      island.x = start.x + (end.x - start.x) * part;
      island.y = start.y + (end.y - start.y) * part;
      island.radius = start.radius + (end.radius - start.radius) * part;
    });
    moving = t < 1;
    return true;
  }

  return {
    current,
    goal,
    steer(places, radii, now, animate) {
      // Where frames are rarer than months, the way made since the last frame counts all the same.
      advance(now);
      goal.forEach((island, broker) => {
        Object.assign(from[broker], { x: current[broker].x, y: current[broker].y, radius: current[broker].radius });
        Object.assign(island, { x: places[broker].x, y: places[broker].y, radius: radii[broker] });
      });
      startedAt = animate ? now : Number.NEGATIVE_INFINITY;
      moving = true;
    },
    advance,
  };
}
