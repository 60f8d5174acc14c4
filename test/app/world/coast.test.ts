import { expect, test } from 'vitest';
import {
  computeCoastFactor,
  computeShoreReach,
  createCoastShape,
  measureOffshore,
  traceCoast,
  traceShore,
} from '../../../src/app/world/coast.ts';

test('a coast is the sum of three harmonics, whatever way it is computed', () => {
  const shape = createCoastShape(3);
  for (const angle of [0, 0.4, 1.9, 3.3, 5.8]) {
    const expected = [2, 3, 5].reduce(
      (sum, n, k) => sum + shape.sine[k] * Math.sin(n * angle) + shape.cosine[k] * Math.cos(n * angle),
      1,
    );
    expect(computeCoastFactor(shape, Math.cos(angle), Math.sin(angle))).toBeCloseTo(expected, 12);
  }
});

test('wobbling costs no land: the area stays that of the circle within half a per cent', () => {
  for (let broker = 0; broker < 30; broker++) {
    const outline = traceCoast(createCoastShape(broker), 360);
    let doubled = 0;
    for (let k = 0; k < outline.length; k += 2) {
      const next = (k + 2) % outline.length;
      doubled += outline[k] * outline[next + 1] - outline[next] * outline[k + 1];
    }
    // π (1 + Σ a² / 2) = π × 1.00206 for amplitudes 0.05, 0.035, 0.02.
    expect(doubled / 2 / Math.PI).toBeCloseTo(1.00206, 3);
  }
});

test('neighbours in the list have different coasts', () => {
  expect(traceCoast(createCoastShape(0), 24)).not.toEqual(traceCoast(createCoastShape(1), 24));
});

test('offshore is positive at sea, negative on land, on either side', () => {
  for (const side of ['left', 'top'] as const) {
    const shore = { side, depth: 40 };
    const reach = computeShoreReach(shore, 100);
    const at = (distance: number) => (side === 'left' ? [distance, 100] : [100, distance]) as [number, number];
    expect(measureOffshore(shore, ...at(reach + 5))).toBeCloseTo(5, 12);
    expect(measureOffshore(shore, ...at(reach - 5))).toBeCloseTo(-5, 12);
  }
});

test('the shore covers its whole edge and more, so that no gap shows when the camera is there', () => {
  const ys = traceShore({ side: 'left', depth: 40 }, 300, 200).filter((_, k) => k % 2 === 1);
  expect(Math.min(...ys)).toBeLessThan(0);
  expect(Math.max(...ys)).toBeGreaterThan(200);
});
