import { expect, test } from 'vitest';
import { boxesMeet, type LabelWish, placeBadge, placeLabels } from '../../../src/app/world/label-placement.ts';

const STAGE = { left: 0, top: 0, right: 400, bottom: 300 };

function wish(key: string, x: number, y: number, radius: number, required = false): LabelWish {
  return { key, disc: { x, y, radius }, width: 70, stackedWidth: 44, required };
}

function place(wishes: readonly LabelWish[], previous = new Map()) {
  return placeLabels(wishes, { islands: wishes.map(({ disc }) => disc), stage: STAGE }, previous);
}

test('a name stands above its island where there is room', () => {
  expect(place([wish('a', 200, 150, 30)]).get('a')).toEqual({
    side: 'above',
    slide: 0,
    box: { left: 165, top: 100, right: 235, bottom: 115 },
  });
});

test('a name slips aside to miss a neighbour before it changes sides', () => {
  // Below is the lower edge; above, a rock touches the right end of the name.
  const rock = { x: 250, y: 225, radius: 16 };
  const named = wish('a', 200, 265, 30);
  expect(placeLabels([named], { islands: [named.disc, rock], stage: STAGE }, new Map()).get('a')).toMatchObject({
    side: 'above',
    slide: -0.22,
  });
});

test('at the upper edge it goes below', () => {
  expect(place([wish('a', 200, 32, 30)]).get('a')?.side).toBe('below');
});

test('no two names ever meet, required or not', () => {
  const crowd = Array.from({ length: 24 }, (_, k) =>
    wish(String(k), 30 + (k % 6) * 66, 40 + Math.floor(k / 6) * 66, 22, k < 12),
  );
  const places = place(crowd);
  const boxes = [...places.values()].map(({ box }) => box);
  expect(places.size).toBeGreaterThan(4);
  boxes.forEach((box, i) => {
    expect(boxes.slice(i + 1).some((other) => boxesMeet(box, other))).toBe(false);
  });
});

test('the last to be asked gives way; a required name stays', () => {
  const boxedIn = (required: boolean) => [
    wish('middle', 200, 150, 20, required),
    ...[-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1]
        .filter((dy) => dx !== 0 || dy !== 0)
        .map((dy) => ({ ...wish(`${dx}${dy}`, 200 + dx * 50, 150 + dy * 50, 24), width: 500 })),
    ),
  ];
  expect(place(boxedIn(false)).has('middle')).toBe(false);
  expect(place(boxedIn(true)).has('middle')).toBe(true);
});

test('a name keeps its side while that is free, so that nothing hops', () => {
  const before = new Map([['a', { side: 'below', slide: 0, box: STAGE } as const]]);
  expect(place([wish('a', 200, 150, 30)], before).get('a')?.side).toBe('below');
});

test('a name makes way for an arc where another spot is free, but does not hop for a mere crossing', () => {
  const named = wish('a', 200, 150, 30);
  // The name's first spot is the box 165 to 235 × 100 to 115; one arc runs along it, another crosses it.
  const along = Array.from({ length: 12 }, (_, k) => ({ x: 168 + 6 * k, y: 108 }));
  const across = [102, 108].map((y) => ({ x: 200, y }));
  const obstacles = { islands: [named.disc], stage: STAGE };
  const before = placeLabels([named], obstacles, new Map());
  expect(placeLabels([named], { ...obstacles, arcPoints: along }, before).get('a')?.side).toBe('below');
  expect(placeLabels([named], { ...obstacles, arcPoints: across }, before).get('a')?.side).toBe('above');
  expect(placeLabels([named], { ...obstacles, arcPoints: across }, new Map()).get('a')?.side).toBe('below');
});

test('a badge takes the first point that is free, if any', () => {
  const points = [
    { x: 50, y: 50 },
    { x: 150, y: 50 },
  ];
  const ring = { left: -12, top: -12, right: 12, bottom: 12 };
  const left = { left: 0, top: 0, right: 100, bottom: 100 };
  expect(placeBadge(points, ring, [left])).toBe(1);
  expect(placeBadge(points, ring, [STAGE])).toBe(-1);
});
