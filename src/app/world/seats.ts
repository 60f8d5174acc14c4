import type { Snapshot } from '../../model/records.ts';
import { EVEN_X, EVEN_Y } from './layout.ts';
import { NO_BROKER, readColumn } from './snapshot-columns.ts';

/**
 * Who sits where on every island. Seat k of an island lies on a spiral (see `computeSeatSpiral`): 0 in the middle, the
 * last at the coast. Seniority decides the seats; from month to month only a few people move, each to a seat next door:
 * when someone leaves, the most senior neighbour from further out moves in, and so on to the coast, where newcomers land.
 */
export interface Seating {
  /** Investors in order of seat, per broker. */
  readonly islands: readonly (readonly number[])[];
  /** Seats the people of a snapshot. Cheap from one month to the next, a sort when much has changed. */
  seat(snapshot: Snapshot): void;
}

/** Coordinates of seats for an island whose seats are one unit of area each: the sunflower of Vogel (1979). */
export interface SeatSpiral {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Share of people on the move above which a fresh sort looks better than many small moves. */
const RESORT_ABOVE = 0.12;
const VACANT = -1;
/** Seats next door lie a Fibonacci number further along the spiral. */
const STRIDES = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987];
const NEIGHBOURS = 3;
/** How far a seat may lie from its place on the spiral, as a part of the distance between seats: people, not a sunflower. */
const LOOSENESS = 0.45;

export function computeSeatSpiral(seats: number): SeatSpiral {
  const x = new Float32Array(seats);
  const y = new Float32Array(seats);
  for (let k = 0; k < seats; k++) {
    const radius = Math.sqrt((k + 0.5) / Math.PI);
    x[k] = radius * Math.cos(k * GOLDEN_ANGLE) + LOOSENESS * (((k * EVEN_X) % 1) - 0.5);
    y[k] = radius * Math.sin(k * GOLDEN_ANGLE) + LOOSENESS * (((k * EVEN_Y) % 1) - 0.5);
  }
  return { x, y };
}

/** The nearest seats further out than each seat, `NEIGHBOURS` per seat, found when somebody first asks for those of a seat. */
function createNeighbours({ x, y }: SeatSpiral): (seat: number) => Int32Array {
  const known: (Int32Array | undefined)[] = new Array(x.length);
  const distances = new Float64Array(NEIGHBOURS);
  const find = (k: number): Int32Array => {
    const nearest = new Int32Array(NEIGHBOURS).fill(VACANT);
    distances.fill(Number.POSITIVE_INFINITY);
    for (const stride of STRIDES) {
      const seat = k + stride;
      if (seat >= x.length) break;
      let rank = NEIGHBOURS;
      const distance = (x[seat] - x[k]) ** 2 + (y[seat] - y[k]) ** 2;
      for (; rank > 0 && distance < distances[rank - 1]; rank--) {
        if (rank === NEIGHBOURS) continue;
        distances[rank] = distances[rank - 1];
        nearest[rank] = nearest[rank - 1];
      }
      if (rank === NEIGHBOURS) continue;
      distances[rank] = distance;
      nearest[rank] = seat;
    }
    return nearest;
  };
  return (seat) => {
    const nearest = known[seat] ?? find(seat);
    known[seat] = nearest;
    return nearest;
  };
}

/** @param brokers number of brokers; @param people investors in every snapshot */
export function createSeating(brokers: number, people: number, spiral: SeatSpiral): Seating {
  const islands: number[][] = Array.from({ length: brokers }, () => []);
  const home = new Uint8Array(people).fill(NO_BROKER);
  const seatOf = new Int32Array(people).fill(VACANT);
  const readNeighbours = createNeighbours(spiral);
  let seated = false;

  function sortAll(broker: Uint8Array, tenure: Uint8Array): void {
    for (const island of islands) island.length = 0;
    for (let person = 0; person < people; person++) if (broker[person] < brokers) islands[broker[person]].push(person);
    for (const island of islands) {
      island.sort((a, b) => tenure[b] - tenure[a] || a - b);
      for (let seat = 0; seat < island.length; seat++) seatOf[island[seat]] = seat;
    }
    home.set(broker.subarray(0, people));
    seated = true;
  }

  /** Moves people inwards from a vacant seat to the coast; returns the seat that is vacant in the end. */
  function closeRanks(island: number[], vacancy: number, tenure: Uint8Array): number {
    let seat = vacancy;
    for (;;) {
      let best = VACANT;
      for (const candidate of readNeighbours(seat)) {
        if (candidate < 0 || candidate >= island.length || island[candidate] === VACANT) continue;
        if (best === VACANT || tenure[island[candidate]] > tenure[island[best]]) best = candidate;
      }
      if (best === VACANT) return seat;
      island[seat] = island[best];
      seatOf[island[seat]] = seat;
      island[best] = VACANT;
      seat = best;
    }
  }

  /** Fills the last vacancies from the end of the spiral, so that seats stay without gaps. */
  function compact(island: number[], vacancies: number[]): void {
    while (island.length > 0 && island[island.length - 1] === VACANT) island.pop();
    for (const seat of vacancies) {
      if (seat >= island.length || island[seat] !== VACANT) continue;
      island[seat] = island.pop()!;
      seatOf[island[seat]] = seat;
      while (island.length > 0 && island[island.length - 1] === VACANT) island.pop();
    }
  }

  function moveFew(movers: readonly number[], broker: Uint8Array, tenure: Uint8Array): void {
    const vacancies: number[][] = islands.map(() => []);
    const joiners: number[][] = islands.map(() => []);
    for (const person of movers) {
      if (home[person] < brokers) {
        islands[home[person]][seatOf[person]] = VACANT;
        vacancies[home[person]].push(seatOf[person]);
      }
      if (broker[person] < brokers) joiners[broker[person]].push(person);
      home[person] = broker[person];
      seatOf[person] = VACANT;
    }
    islands.forEach((island, b) => {
      const open = vacancies[b].sort((first, second) => second - first).map((seat) => closeRanks(island, seat, tenure));
      open.sort((first, second) => first - second);
      for (const person of joiners[b]) {
        const seat = open.shift() ?? island.length;
        island[seat] = person;
        seatOf[person] = seat;
      }
      compact(island, open);
    });
  }

  return {
    islands,
    seat(snapshot) {
      const broker = readColumn(snapshot, 'broker');
      const tenure = readColumn(snapshot, 'tenureQuarters');
      if (!seated) {
        sortAll(broker, tenure);
        return;
      }
      const movers: number[] = [];
      for (let person = 0; person < people; person++) if (broker[person] !== home[person]) movers.push(person);
      if (movers.length > RESORT_ABOVE * people) sortAll(broker, tenure);
      else if (movers.length > 0) moveFew(movers, broker, tenure);
    },
  };
}
