import { describe, expect, test } from 'vitest';
import { computeShoreReach } from '../../../src/app/world/coast.ts';
import { type Layout, placeIslands, yieldPlaces } from '../../../src/app/world/layout.ts';
import { createFakeRun } from '../../support/fake-world.ts';

const SHARES = createFakeRun(10, 0).inputs.brokers.map(({ share }) => share);
const SIZES = [
  { name: 'desktop', width: 772, height: 416 },
  { name: 'wide desktop', width: 1280, height: 620 },
  { name: 'phone', width: 390, height: 304 },
  { name: 'narrow phone', width: 320, height: 300 },
];

/** The narrowest water between two coasts, in pixels. */
function findNarrowestChannel({ homes, radiusScale }: Layout): number {
  let narrowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < homes.length; i++) {
    for (let j = i + 1; j < homes.length; j++) {
      const distance = Math.hypot(homes[i].x - homes[j].x, homes[i].y - homes[j].y);
      narrowest = Math.min(narrowest, distance - radiusScale * (Math.sqrt(SHARES[i]) + Math.sqrt(SHARES[j])));
    }
  }
  return narrowest;
}

describe.each(SIZES)('thirty islands on a $name', ({ width, height }) => {
  const layout = placeIslands(SHARES, width, height);

  test('no two coasts touch', () => {
    expect(findNarrowestChannel(layout)).toBeGreaterThan(0);
  });

  test('every island lies in the picture, clear of the shore', () => {
    layout.homes.forEach(({ x, y }, broker) => {
      const radius = layout.radiusScale * Math.sqrt(SHARES[broker]);
      const { shore } = layout;
      expect(x + radius).toBeLessThanOrEqual(width);
      expect(y + radius).toBeLessThanOrEqual(height);
      const offshore = shore.side === 'left' ? x - computeShoreReach(shore, y) : y - computeShoreReach(shore, x);
      expect(offshore).toBeGreaterThan(radius);
    });
  });

  test('areas are in proportion to shares: all islands cover 26 % of a wide picture, 21 % of an upright one', () => {
    const land = SHARES.reduce((sum, share) => sum + Math.PI * layout.radiusScale ** 2 * share, 0);
    expect(land / (width * height)).toBeCloseTo(width < 680 ? 0.21 : 0.26, 10);
  });
});

test('the same shares give the same places, to the last bit', () => {
  expect(placeIslands(SHARES, 772, 416)).toEqual(placeIslands(SHARES, 772, 416));
});

test('the sixteen smallest of thirty are the archipelago, in order of size', () => {
  const { tail } = placeIslands(SHARES, 772, 416);
  const expected = SHARES.map((_, broker) => broker).sort((a, b) => SHARES[b] - SHARES[a] || a - b);
  expect(tail).toEqual(expected.slice(14));
});

test('the shore lies at the left on a desktop and along the top on a phone', () => {
  expect(placeIslands(SHARES, 772, 416).shore.side).toBe('left');
  expect(placeIslands(SHARES, 390, 304).shore.side).toBe('top');
});

test('few brokers have no archipelago', () => {
  expect(placeIslands([0.5, 0.3, 0.2], 772, 416).tail).toEqual([]);
});

describe('islands that outgrow their place', () => {
  const STAGE = { width: 400, height: 300 };
  const homes = [
    { x: 200, y: 150 },
    { x: 300, y: 150 },
  ];

  test('nobody moves while the channel is wide enough', () => {
    expect(yieldPlaces(homes, [40, 40], STAGE)).toEqual(homes);
  });

  test('they push each other off until the channel is open again, the smaller giving way more', () => {
    const [big, small] = yieldPlaces(homes, [80, 20], STAGE, 4);
    // 1.06 × (80 + 20) + 4 = 110 pixels between centres: 10 more than there were, shared 2 to 8.
    expect(small.x - big.x).toBeCloseTo(110, 6);
    expect(big.x).toBeCloseTo(198, 6);
    expect(small.x).toBeCloseTo(308, 6);
  });

  test('nobody is pushed out of the picture', () => {
    const [, small] = yieldPlaces(
      [
        { x: 300, y: 150 },
        { x: 370, y: 150 },
      ],
      [80, 20],
      STAGE,
      4,
    );
    expect(small.x + 20).toBeLessThanOrEqual(STAGE.width);
  });

  test('an island that is gone pushes nobody', () => {
    expect(yieldPlaces(homes, [120, 0], STAGE)).toEqual(homes);
  });
});
