import { NONE } from '../../src/model/purposes.ts';
import { bandOf, SEGMENT_DIMENSIONS } from '../../src/model/segments.ts';
import type { World } from '../../src/model/world.ts';

const AGE_BANDS = SEGMENT_DIMENSIONS[0];

/**
 * P(friend at the same main broker) over P(random user of the friend’s age band and city tier there): trial.md §3, no. 11.
 * 1 when friends are no nearer than people of their kind.
 */
export function measureClustering(world: World): number {
  const { investors, ties, values, agents, market, brokerCount } = world;
  const friends = values['network.friends'];
  const kindOf = (i: number) =>
    4 * bandOf(AGE_BANDS, (market.month[0] - investors.birthMonth[i]) / 12) + investors.tier[i] - 1;
  const counts = Array.from({ length: 4 * AGE_BANDS.bands.length }, () => new Float64Array(brokerCount + 1));
  for (let i = 0; i < agents; i++) {
    if (investors.main[i] === NONE) continue;
    counts[kindOf(i)][investors.main[i]]++;
    counts[kindOf(i)][brokerCount]++;
  }
  let [together, expected] = [0, 0];
  for (let i = 0; i < agents; i++) {
    const main = investors.main[i];
    if (main === NONE) continue;
    for (const friend of ties.friend.subarray(i * friends, (i + 1) * friends)) {
      if (friend === i || investors.main[friend] === NONE) continue;
      const kind = counts[kindOf(friend)];
      // The person is no random other one of their own kind.
      const self = kindOf(i) === kindOf(friend) ? 1 : 0;
      if (kind[brokerCount] === self) continue;
      together += investors.main[friend] === main ? 1 : 0;
      expected += (kind[main] - self) / (kind[brokerCount] - self);
    }
  }
  return together / expected;
}
