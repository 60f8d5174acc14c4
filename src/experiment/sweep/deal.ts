/**
 * Deals the keys of many seeds over lanes so that a history is played by as few workers as can be: each lane takes a seed that
 * nobody has begun and stays with it to its end; once all are begun it helps where the fewest lanes are.
 * @param seeds how many; @param list the keys of one of them
 * @returns the next key for a lane, or undefined when all are dealt
 */
export function dealBySeed<K>(seeds: number, list: (seed: number) => Iterator<K>): (lane: number) => K | undefined {
  /** Seeds begun and perhaps not at their end. */
  const open = new Map<number, { readonly keys: Iterator<K>; readonly lanes: Set<number> }>();
  const seedOfLane = new Map<number, number>();
  let begun = 0;

  function chooseSeed(): number | undefined {
    if (begun < seeds) {
      open.set(begun, { keys: list(begun), lanes: new Set() });
      return begun++;
    }
    const [fewest] = [...open].sort(([, a], [, b]) => a.lanes.size - b.lanes.size);
    return fewest?.[0];
  }

  return (lane) => {
    for (;;) {
      const seed = seedOfLane.get(lane) ?? chooseSeed();
      if (seed === undefined) return undefined;
      const next = open.get(seed)?.keys.next();
      if (next !== undefined && next.done !== true) {
        seedOfLane.set(lane, seed);
        open.get(seed)?.lanes.add(lane);
        return next.value;
      }
      open.delete(seed);
      seedOfLane.delete(lane);
    }
  };
}
