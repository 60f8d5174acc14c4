import { expect, test } from 'vitest';
import { boxesMeet, type LabelWish, placeBadge, placeLabels } from '../../../src/app/world/label-placement.ts';

const STAGE = { left: 0, top: 0, right: 400, bottom: 300 };

function wish(key: string, x: number, y: number, radius: number, required = false): LabelWish {
  return { key, disc: { x, y, radius }, width: 70, stackedWidth: 44, required };
}

function place(wishes: readonly LabelWish[], previous = new Map()) {
  return placeLabels(
    wishes,
    wishes.map(({ disc }) => disc),
    STAGE,
    previous,
  );
}

test('a name stands above its island where there is room', () => {
  expect(place([wish('a', 200, 150, 30)]).get('a')).toEqual({
    side: 'above',
    box: { left: 165, top: 100, right: 235, bottom: 115 },
  });
});

test('at the upper edge it goes below', () => {
  expect(place([wish('a', 200, 32, 30)]).get('a')?.side).toBe('below');
});

test('no two names and no name and a foreign island ever meet, unless a name is required', () => {
  const crowd = Array.from({ length: 24 }, (_, k) =>
    wish(String(k), 30 + (k % 6) * 66, 40 + Math.floor(k / 6) * 66, 22),
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
  expect(place(boxedIn(true)).get('middle')?.side).toBe('above');
});

test('a name keeps its side while that is free, so that nothing hops', () => {
  const before = new Map([['a', { side: 'below', box: STAGE } as const]]);
  expect(place([wish('a', 200, 150, 30)], before).get('a')?.side).toBe('below');
});

test('a badge takes the first point that is free, and the first of all where none is', () => {
  const points = [
    { x: 50, y: 50 },
    { x: 150, y: 50 },
  ];
  const left = { left: 0, top: 0, right: 100, bottom: 100 };
  expect(placeBadge(points, 24, 24, [left])).toBe(1);
  expect(placeBadge(points, 24, 24, [STAGE])).toBe(0);
});
