import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld } from '../../support/model-world.ts';

const AGENTS = 2000;

function createNet(values: Partial<ParameterValues> = {}): World {
  return createStartedWorld({ agents: AGENTS, values });
}

function readFriends(world: World, slot: number): Int32Array {
  const friends = world.values['network.friends'];
  return world.ties.friend.subarray(slot * friends, (slot + 1) * friends);
}

/** Share of pairs of one’s friends who name each other as friends. */
function measureClustering(world: World): number {
  let pairs = 0;
  let closed = 0;
  for (let slot = 0; slot < world.agents; slot++) {
    const friends = readFriends(world, slot);
    for (const a of friends) {
      const known = new Set(readFriends(world, a));
      for (const b of friends) {
        if (a === b) continue;
        pairs++;
        if (known.has(b)) closed++;
      }
    }
  }
  return closed / pairs;
}

/** Mean of what a measure of two people gives over all ties. */
function meanOverTies(world: World, measure: (a: number, b: number) => number): number {
  let sum = 0;
  for (let slot = 0; slot < world.agents; slot++) {
    for (const friend of readFriends(world, slot)) sum += measure(slot, friend);
  }
  return sum / world.ties.friend.length;
}

describe('ties', () => {
  test.each([2, 5, 8, 16])('everybody has %d friends who exist', (friends) => {
    const world = createNet({ 'network.friends': friends });
    expect(world.ties.friend).toHaveLength(AGENTS * friends);
    expect(world.ties.friend.every((friend) => friend >= 0 && friend < AGENTS)).toBe(true);
  });

  test('without rewiring they are a ring: mutual, and clustered as the lattice of eight neighbours is', () => {
    const world = createNet({ 'network.rewiring': 0 });
    for (let slot = 0; slot < AGENTS; slot++) {
      for (const friend of readFriends(world, slot)) expect([...readFriends(world, friend)]).toContain(slot);
    }
    // Watts and Strogatz 1998: 3(k − 2) / 4(k − 1) = 18/28 for k = 8.
    expect(measureClustering(world)).toBeCloseTo(18 / 28, 10);
  });

  test('clustering falls with rewiring, about as (1 − p)³', () => {
    const at = (rewiring: number) => measureClustering(createNet({ 'network.rewiring': rewiring }));
    const [none, few, half, all] = [at(0), at(0.15), at(0.5), at(1)];
    expect(few).toBeLessThan(none);
    expect(half).toBeLessThan(few);
    // All three ties of a triangle must stay. Tolerance: sampling of some 1e5 pairs, and rewired ties that close by chance.
    expect(few / none).toBeCloseTo(0.85 ** 3, 1);
    expect(half / none).toBeCloseTo(0.5 ** 3, 1);
    // Random ties close with probability k/N = .004.
    expect(all).toBeLessThan(0.01);
  });
});

describe('homophily', () => {
  const ageGap = (world: World) =>
    meanOverTies(world, (a, b) => Math.abs(world.investors.birthMonth[a] - world.investors.birthMonth[b]) / 12);
  const sameTier = (world: World) =>
    meanOverTies(world, (a, b) => (world.investors.tier[a] === world.investors.tier[b] ? 1 : 0));

  test('friends are nearer in age and city tier than people are', () => {
    const worlds = [0, 0.7, 1].map((homophily) => createNet({ 'network.homophily': homophily, 'network.rewiring': 0 }));
    const gaps = worlds.map(ageGap);
    const tiers = worlds.map(sameTier);
    expect(gaps[0]).toBeGreaterThan(gaps[1]);
    expect(gaps[1]).toBeGreaterThan(gaps[2]);
    expect(tiers[0]).toBeLessThan(tiers[1]);
    expect(tiers[1]).toBeLessThan(tiers[2]);
    // Full homophily sorts 2,000 people by tier, then age: neighbours of one tier, but for its three borders and the ends.
    expect(tiers[2]).toBeGreaterThan(0.97);
    expect(gaps[2]).toBeLessThan(1);
  });

  test('rewired ties know none', () => {
    const bound = createNet({ 'network.homophily': 1, 'network.rewiring': 0 });
    const free = createNet({ 'network.homophily': 1, 'network.rewiring': 1 });
    const random = createNet({ 'network.homophily': 0, 'network.rewiring': 0 });
    expect(ageGap(free)).toBeGreaterThan(10 * ageGap(bound));
    // Two ways to random ties: 16,000 ties, sd of an age gap about 14 years, so a standard error of .11 years each.
    expect(Math.abs(ageGap(free) - ageGap(random))).toBeLessThan(0.6);
  });
});
