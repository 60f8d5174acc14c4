/**
 * A copy that engines read as fast as a literal. To V8 an object filled by computed names is a hash table; a copy is not, and
 * one taken of a hash table, which this makes sure of, has the same layout every time, so that code compiled for one run
 * still fits the next.
 */
export function settleLayout<T extends object>(object: T): T {
  return { ...Object.assign(Object.create(null), object) };
}
