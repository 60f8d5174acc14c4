import { expect, test } from 'vitest';
import { createIslandMotion } from '../../../src/app/world/island-motion.ts';
import { SETTLE_MS } from '../../../src/app/world/timing.ts';

const HOME = [{ x: 100, y: 50 }];

test('without animation an island is there with the next frame', () => {
  const motion = createIslandMotion(1);
  motion.steer(HOME, [30], 1000, false);
  motion.advance(1000);
  expect(motion.current[0]).toMatchObject({ x: 100, y: 50, radius: 30 });
  expect(motion.advance(1016)).toBe(false);
});

test('an island grows without jumps and arrives after the settling time', () => {
  const motion = createIslandMotion(1);
  motion.steer(HOME, [30], 0, false);
  motion.steer(HOME, [40], 1000, true);
  const radii = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    motion.advance(1000 + part * SETTLE_MS);
    return motion.current[0].radius;
  });
  expect(radii[0]).toBe(30);
  expect(radii[4]).toBe(40);
  expect(radii).toEqual(radii.toSorted((a, b) => a - b));
});

test('months that come faster than frames do not hold it back', () => {
  const motion = createIslandMotion(1);
  motion.steer(HOME, [30], 0, false);
  for (let step = 1; step <= 5; step++) motion.steer(HOME, [40], step * SETTLE_MS, true);
  motion.advance(5 * SETTLE_MS);
  expect(motion.current[0].radius).toBe(40);
});
