import { expect, test } from 'vitest';
import { createAshorePlaces, listAshore, selectPlaces } from '../../../src/app/world/ashore.ts';
import { measureOffshore } from '../../../src/app/world/coast.ts';
import { placeIslands } from '../../../src/app/world/layout.ts';

const LAYOUT = placeIslands([0.5, 0.3, 0.2], 772, 416);

test('everybody with a place on the shore stands on land', () => {
  const { places, limit } = createAshorePlaces(LAYOUT, 20_000, 0.7, 3);
  for (let person = 0; person < limit; person++) {
    expect(measureOffshore(LAYOUT.shore, places[2 * person], places[2 * person + 1])).toBeLessThan(0);
  }
});

test('the shore shows as many as it has room for, the fewer the more people wait there', () => {
  const crowded = createAshorePlaces(LAYOUT, 20_000, 0.8, 3).limit;
  const empty = createAshorePlaces(LAYOUT, 20_000, 0.4, 3).limit;
  expect(empty / crowded).toBeCloseTo(2, 2);
  expect(createAshorePlaces(LAYOUT, 100, 0.5, 3).limit).toBe(100);
});

test('only those without a broker are there', () => {
  const ashore = createAshorePlaces(LAYOUT, 4, 0.5, 3);
  expect(listAshore(ashore, Uint8Array.from([255, 0, 255, 3]))).toEqual([0, 2]);
});

test('places are those of the people asked for', () => {
  const ashore = createAshorePlaces(LAYOUT, 10, 0.5, 3);
  expect(selectPlaces(ashore, [7, 2])).toEqual(
    Float32Array.of(...ashore.places.slice(14, 16), ...ashore.places.slice(4, 6)),
  );
});
