import { sampleRankCorrelation } from 'simple-statistics';
import { averageSeeds, comparePaired, type PairedDifference } from '../paired.ts';

type Figures = readonly (number | null)[];

/** What a lever does against no lever, seed by seed. */
interface LeverEffect {
  /** Position among the arms, the baseline being 0. */
  readonly arm: number;
  readonly difference: PairedDifference;
}

/** Levers by what they do to one outcome, the best first. */
export interface Ranking {
  readonly effects: readonly LeverEffect[];
  /** Arms that the best is not clearly ahead of, the best first: more than one share the first place. */
  readonly leaders: readonly number[];
}

/** @param figures by arm and seed, the baseline first */
export function rankLevers(figures: readonly Figures[]): Ranking {
  const effects = figures
    .slice(1)
    .map((own, k) => ({ arm: k + 1, difference: comparePaired(figures[0], own) }))
    .sort((a, b) => orderMeans(b.difference.mean) - orderMeans(a.difference.mean));
  const best = effects[0].arm;
  const leaders = effects
    .map(({ arm }) => arm)
    .filter((arm) => arm === best || !comparePaired(figures[arm], figures[best]).isClear);
  return { effects, leaders };
}

/** A lever without a figure comes last. */
function orderMeans(mean: number): number {
  return Number.isNaN(mean) ? Number.NEGATIVE_INFINITY : mean;
}

/** Figures of several worlds as if they were more seeds: by arm. */
function poolWorlds(worlds: readonly (readonly Figures[])[]): Figures[] {
  return worlds[0].map((_, arm) => worlds.flatMap((figures) => figures[arm]));
}

/** What becomes of an answer in other models. */
export interface Robustness {
  /**
   * `holds` where no other lever is clearly ahead of the one that leads in the shipped model, and it clearly leads; `open` where it
   * shares the first place; `flips` where another is clearly ahead of it.
   */
  readonly verdict: 'holds' | 'open' | 'flips';
  /** Leads in all the worlds together. */
  readonly leader: number;
  /** Worlds in which each arm leads by its mean: `[arm, worlds]`, most first. */
  readonly leading: readonly (readonly [arm: number, worlds: number])[];
  readonly worlds: number;
  /** Of the leader of the shipped model over the baseline, with the least and the greatest mean of a world. */
  readonly effect: PairedDifference;
  readonly least: number;
  readonly greatest: number;
}

/** @param worlds figures by world, arm and seed @param arm that leads in the shipped model */
export function judgeRobustness(worlds: readonly (readonly Figures[])[], arm: number): Robustness {
  const pooled = poolWorlds(worlds);
  const { effects, leaders } = rankLevers(pooled);
  const counts = new Map<number, number>();
  for (const figures of worlds) {
    const leader = rankLevers(figures).effects[0].arm;
    counts.set(leader, (counts.get(leader) ?? 0) + 1);
  }
  const means = worlds.map((figures) => comparePaired(figures[0], figures[arm]).mean).filter(Number.isFinite);
  const isAhead = leaders.includes(arm);
  return {
    verdict: !isAhead ? 'flips' : leaders.length === 1 ? 'holds' : 'open',
    leader: effects[0].arm,
    leading: [...counts].sort((a, b) => b[1] - a[1]),
    worlds: worlds.length,
    effect: comparePaired(pooled[0], pooled[arm]),
    least: Math.min(...means),
    greatest: Math.max(...means),
  };
}

/** How the lead of one arm over another goes with a value of the worlds: Spearman’s rank correlation. */
export function correlateLead(
  worlds: readonly (readonly Figures[])[],
  [arm, other]: readonly [number, number],
  values: readonly number[],
): number {
  const leads = worlds.map((figures) => (averageSeeds(figures[arm]) ?? 0) - (averageSeeds(figures[other]) ?? 0));
  return sampleRankCorrelation(leads, [...values]);
}
