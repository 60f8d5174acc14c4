import { computeShoreReach } from './coast.ts';
import { EVEN_X, EVEN_Y, type Layout } from './layout.ts';
import { NO_BROKER } from './snapshot-columns.ts';

/** People without an online broker who are drawn on the shore. */
export interface AshorePlaces {
  /** x, y of each investor below `limit`, in order of investor. Everybody has a place of their own and keeps it. */
  readonly places: Float32Array;
  /** Only the first so many investors are drawn here: slots are exchangeable, so they are a fair sample. */
  readonly limit: number;
}

/** Land per dot on the shore, in squared dot diameters: about as dense as it can be and still read as dots. */
const AREA_PER_DOT = 5.5;
/** Loosens the rows that an even sequence leaves. */
const GOLDEN_PART = 0.6180339887498949;

/**
 * Places for as many investors as the shore can show.
 * @param people investors in a snapshot @param ashorePart share of them without a broker @param diameter of a dot
 */
export function createAshorePlaces(layout: Layout, people: number, ashorePart: number, diameter: number): AshorePlaces {
  const { shore, width, height } = layout;
  const length = shore.side === 'left' ? height : width;
  const room = Math.floor((length * shore.depth) / (AREA_PER_DOT * diameter * diameter));
  const limit = Math.min(people, Math.ceil(room / Math.max(ashorePart, 0.01)));
  const places = new Float32Array(2 * limit);
  for (let person = 0; person < limit; person++) {
    const along = ((person * EVEN_X) % 1) * length + diameter * (((person * GOLDEN_PART) % 1) - 0.5);
    const across = ((person * EVEN_Y) % 1) * (computeShoreReach(shore, along) - diameter - 2);
    places[2 * person] = shore.side === 'left' ? across : along;
    places[2 * person + 1] = shore.side === 'left' ? along : across;
  }
  return { places, limit };
}

/** Who of those with a place on the shore is there. @param broker the snapshot column */
export function listAshore({ limit }: AshorePlaces, broker: Uint8Array): number[] {
  const ashore: number[] = [];
  for (let person = 0; person < limit; person++) if (broker[person] === NO_BROKER) ashore.push(person);
  return ashore;
}

/** How many of the first `people` have no broker. @param broker the snapshot column */
export function countAshore(broker: Uint8Array, people: number): number {
  let count = 0;
  for (let person = 0; person < people; person++) if (broker[person] === NO_BROKER) count++;
  return count;
}

/** x, y of some of those with a place on the shore, in their order. */
export function selectPlaces({ places }: AshorePlaces, ashore: readonly number[]): Float32Array {
  return Float32Array.from({ length: 2 * ashore.length }, (_, k) => places[2 * ashore[k >> 1] + (k & 1)]);
}
