import { describe, expect, test } from 'vitest';
import { computeSeatSpiral, createSeating, type Seating } from '../../../src/app/world/seats.ts';
import { readColumn } from '../../../src/app/world/snapshot-columns.ts';
import { SNAPSHOT_COLUMNS, type Snapshot } from '../../../src/model/records.ts';
import { createFakeRun } from '../../support/fake-world.ts';

/** A snapshot from pairs of broker (255 none) and tenure. */
function createSnapshot(rows: readonly (readonly [number, number])[]): Snapshot {
  const count = rows.length;
  const bytes = new Uint8Array(SNAPSHOT_COLUMNS.length * count);
  rows.forEach(([broker, tenure], person) => {
    bytes[person] = broker;
    bytes[SNAPSHOT_COLUMNS.indexOf('tenureQuarters') * count + person] = tenure;
  });
  return { month: 0, count, bytes };
}

function locate(seating: Seating): Map<number, string> {
  const places = new Map<number, string>();
  seating.islands.forEach((island, broker) => {
    island.forEach((person, seat) => {
      places.set(person, `${broker}:${seat}`);
    });
  });
  return places;
}

test('the longest-standing sit in the middle, the newest at the coast, equals by number', () => {
  const seating = createSeating(2, 5, computeSeatSpiral(5));
  seating.seat(
    createSnapshot([
      [0, 3],
      [0, 9],
      [255, 0],
      [1, 1],
      [0, 3],
    ]),
  );
  expect(seating.islands).toEqual([[1, 0, 4], [3]]);
});

test('a stage that can draw only some of the people seats these and ignores the rest', () => {
  const seating = createSeating(1, 2, computeSeatSpiral(2));
  seating.seat(
    createSnapshot([
      [0, 3],
      [0, 9],
      [0, 5],
    ]),
  );
  expect(seating.islands).toEqual([[1, 0]]);
});

test('seats take one unit of area each: the hundredth lies near the rim of a disc of area 100', () => {
  const { x, y } = computeSeatSpiral(100);
  // √(99.5 / π) = 5.63, give or take the looseness of a quarter seat in x and y.
  expect(Math.abs(Math.hypot(x[99], y[99]) - 5.63)).toBeLessThan(0.33);
});

describe('from month to month', () => {
  const run = createFakeRun(4000, 6, 0.5);
  const brokers = run.inputs.brokers.length;
  const seating = createSeating(brokers, 4000, computeSeatSpiral(4000));

  test('everybody with a broker has exactly one seat on that island, without gaps', () => {
    for (const { snapshot } of run.months) {
      seating.seat(snapshot);
      const column = readColumn(snapshot, 'broker');
      const seated = seating.islands.flatMap((island, broker) => island.map((person) => [person, broker]));
      expect(seated.every(([person, broker]) => column[person] === broker)).toBe(true);
      expect(new Set(seated.map(([person]) => person)).size).toBe(column.filter((broker) => broker < 255).length);
      expect(seated.length).toBe(new Set(seated.map(([person]) => person)).size);
    }
  });

  test('those who stay move to a neighbouring seat at most a few at a time; most do not move at all', () => {
    const fresh = createSeating(brokers, 4000, computeSeatSpiral(4000));
    fresh.seat(run.months[0].snapshot);
    const before = locate(fresh);
    fresh.seat(run.months[1].snapshot);
    const after = locate(fresh);
    const stayers = [...after].filter(([person, place]) => before.get(person)?.split(':')[0] === place.split(':')[0]);
    const moved = stayers.filter(([person, place]) => before.get(person) !== place);
    expect(stayers.length).toBeGreaterThan(1500);
    // About 25 leave of 2 000; a chain to the coast is some twenty seats long on the largest island.
    expect(moved.length / stayers.length).toBeLessThan(0.2);
  });

  test('who moves up moves inwards, unless it fills the last seat of a shrinking island', () => {
    const single = createSeating(1, 6, computeSeatSpiral(6));
    single.seat(
      createSnapshot([
        [0, 6],
        [0, 5],
        [0, 4],
        [0, 3],
        [0, 2],
        [255, 0],
      ]),
    );
    single.seat(
      createSnapshot([
        [255, 0],
        [0, 5],
        [0, 4],
        [0, 3],
        [0, 2],
        [0, 0],
      ]),
    );
    const after = locate(single);
    const seatOf = (person: number) => Number(after.get(person)!.split(':')[1]);
    [1, 2, 3, 4].forEach((person) => {
      expect(seatOf(person)).toBeLessThanOrEqual(person);
    });
    expect([0, 1, 2, 3, 4].map((seat) => single.islands[0][seat]).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('nobody moves in a month in which nobody does anything', () => {
    const still = createSeating(brokers, 4000, computeSeatSpiral(4000));
    still.seat(run.months[0].snapshot);
    const before = locate(still);
    still.seat({ ...run.months[0].snapshot });
    expect(locate(still)).toEqual(before);
  });
});
