import { expect, test } from 'vitest';
import { computeDotDiameter } from '../../../src/app/world/dot-size.ts';

test('dots take 0.6 of the distance between seats, to a twentieth of a pixel', () => {
  // 31 416 people on π × 1 000² square pixels: a seat is 100 square pixels, 10 across … beyond the largest dot.
  expect(computeDotDiameter({ radiusScale: 1000 }, 31_416)).toBe(4.2);
  // A hundred times as many: a seat is 1 across, and its dot the smallest.
  expect(computeDotDiameter({ radiusScale: 1000 }, 3_141_600)).toBe(1.2);
  // π × 1 000² / 125 664 = 25: 5 across, of which 3 are filled.
  expect(computeDotDiameter({ radiusScale: 1000 }, 125_664)).toBe(3);
});

test('a market without people has the largest dots', () => {
  expect(computeDotDiameter({ radiusScale: 300 }, 0)).toBe(4.2);
});
