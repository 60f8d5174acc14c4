import { describe, expect, test } from 'vitest';
import { createRunKey, Draws } from '../../src/core/random.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';
import type { MarketMetric } from '../../src/model/metrics.ts';
import type { ParameterValues } from '../../src/model/parameters.ts';
import { MOVE, REASON } from '../../src/model/reasons.ts';
import { EVENT_WIDTH } from '../../src/model/records.ts';
import { stepMonth } from '../../src/model/schedule.ts';
import { initialiseWorld } from '../../src/model/simulation.ts';
import { createWorld, type World } from '../../src/model/world.ts';
import { measureClustering } from '../support/clustering.ts';
import {
  compareRuns,
  type Estimate,
  estimate,
  playRun,
  playRuns,
  readMarket,
  sumMonths,
} from '../support/paired-runs.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

/* Null models: a pattern must go away with the structure that makes it. And what must not depend on how a run is cut. */

const withValuesOf = (inputs: ModelInputs, values: Partial<ParameterValues>): ModelInputs => ({
  ...inputs,
  values: { ...inputs.values, ...values },
});

// holds: restlessness
describe('restlessness', () => {
  const MONTHS = 36;
  const SEEDS = 5;
  /**
   * Ratio of the hazard of leaving in the third year to that in the first, of the clients of the start. Leaving is raised
   * to .6 a year, and everything else that changes with time is taken away: returns, community, satisfaction.
   */
  function measureHazardRatio(spread: number): Estimate {
    const base = loadBuiltInputs('projection-neutral', { months: MONTHS, agents: 2000 });
    const inputs = withValuesOf(
      {
        ...base,
        realisedReturns: new Array(MONTHS).fill(0),
        brokers: base.brokers.map((b) => ({ ...b, community: 0, strategy: 'plan' as const })),
      },
      {
        'choice.restlessness': spread,
        'dormancy.leave': 0.6,
        'dormancy.satisfaction': 0,
        'dormancy.leaveFriends': 0,
        'dormancy.sleep': 0,
        'dormancy.wake': 12,
        'trading.rate': 0,
        'trading.idiosyncratic': 0,
        'trading.behaviourGap': 0,
        'accounts.productFee': 0,
        'accounts.adviceFee': 0,
        'population.activeShare': 1,
        // Nobody pays for anything here, and no broker may fail of it.
        'brokers.failureMonths': 120,
      },
    );
    return estimate(Array.from({ length: SEEDS }, (_, seed) => measureRun(inputs, `hazard ${seed}`)));
  }

  function measureRun(inputs: ModelInputs, seed: string): number {
    const { records } = playRun(inputs, seed);
    const joined = new Set<number>();
    let stayed = Math.round(readMarket(records[0], 'penetration') * inputs.agents);
    const hazards = records.slice(1).map(({ events }) => {
      let left = 0;
      for (let row = 0; row < events.length; row += EVENT_WIDTH) {
        const [slot, move, , , reason] = events.subarray(row, row + EVENT_WIDTH);
        if (move === MOVE.join) joined.add(slot);
        if (move !== MOVE.leave || joined.has(slot)) continue;
        if (reason === REASON.lifecycle) stayed--;
        else left++;
      }
      const hazard = left / stayed;
      stayed -= left;
      return hazard;
    });
    const mean = (from: number) => hazards.slice(from, from + 12).reduce((sum, hazard) => sum + hazard, 0) / 12;
    return mean(24) / mean(0);
  }

  test('makes the hazard of leaving fall with time: the restless leave first', () => {
    const ratio = measureHazardRatio(1.6);
    expect(ratio.mean).toBeLessThan(0.8);
    expect((1 - ratio.mean) / ratio.error).toBeGreaterThan(4);
  }, 60_000);

  test('where it has no spread, the hazard does not fall', () => {
    const ratio = measureHazardRatio(0);
    // Within three standard errors of 1, and these are small enough to have seen a fall.
    expect(ratio.error).toBeLessThan(0.06);
    expect(Math.abs(ratio.mean - 1)).toBeLessThan(3 * ratio.error);
  }, 60_000);
});

describe('friends at the same broker', () => {
  const MONTHS = 30;
  const SEEDS = 4;
  const base = loadBuiltInputs('history-2019-2024', { months: MONTHS, agents: 3000 });

  /** Everybody knows somebody else every month: friends act, but nobody has the same ones for long. */
  function redrawTies({ ties, agents }: World, draws: Draws, month: number): void {
    for (let k = 0; k < ties.friend.length; k++) {
      draws.at(k, month, 0);
      ties.friend[k] = Math.floor(draws.u * agents);
    }
  }

  function play(seed: string, isNull: boolean): { start: number; end: number } {
    const world = createWorld(base, seed);
    const draws = new Draws(createRunKey(`ties ${seed}`));
    initialiseWorld(world);
    const start = measureClustering(world);
    for (let month = 0; month < MONTHS; month++) {
      if (isNull) redrawTies(world, draws, month);
      stepMonth(world);
    }
    if (isNull) redrawTies(world, draws, MONTHS);
    return { start, end: measureClustering(world) };
  }

  const seeds = Array.from({ length: SEEDS }, (_, seed) => `friends ${seed}`);
  const lasting = seeds.map((seed) => play(seed, false));
  const fleeting = seeds.map((seed) => play(seed, true));

  test('are no more frequent than chance at the start, and become so where ties last', () => {
    const start = estimate(lasting.map((run) => run.start));
    const end = estimate(lasting.map((run) => run.end));
    expect(Math.abs(start.mean - 1)).toBeLessThan(4 * start.error);
    expect(end.mean).toBeGreaterThan(1.25);
    expect((end.mean - 1) / end.error).toBeGreaterThan(3);
  });

  test('are no more frequent than people of the same age and tier where there is no lasting network', () => {
    const end = estimate(fleeting.map((run) => run.end));
    expect(end.error).toBeLessThan(0.1);
    expect(Math.abs(end.mean - 1)).toBeLessThan(4 * end.error);
  });
});

describe('the number of agents', () => {
  const MONTHS = 12;
  const SEEDS = 8;
  const play = (agents: number) => playRuns(loadBuiltInputs('projection-neutral', { months: MONTHS, agents }), SEEDS);
  const [few, many] = [play(800), play(3200)];

  test.each<MarketMetric>([
    'users',
    'investors',
    'activeUsers',
    'accountsPerUser',
    'openings',
    'leads',
    'conversion',
    'tradesPerActive',
    'revenue',
    'revenuePerUser',
    'cost',
    'commissionBp',
    'acquisitionCost',
    'netReturn',
    'satisfaction',
    'complaints',
    'noviceShare',
    'cr10',
  ])('does not change %s: a quarter of the agents, the same figure within its error bar', (metric) => {
    // The same seeds draw the same market. Differences of eight pairs: t is below 4.8 with probability .998 (7 degrees).
    const mean = (run: (typeof few)[number]) => sumMonths(run, (record) => readMarket(record, metric)) / MONTHS;
    const difference = compareRuns(many, few, mean);
    const level = Math.abs(estimate(many.map(mean)).mean);
    expect(Math.abs(difference.mean)).toBeLessThan(4.8 * difference.error);
    // And the error bar is narrow enough to see a dependence: a tenth of the level, returns and rare events aside.
    if (metric !== 'netReturn' && metric !== 'complaints') expect(difference.error).toBeLessThan(0.1 * level);
  });
});
