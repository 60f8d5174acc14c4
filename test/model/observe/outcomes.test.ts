import { beforeAll, describe, expect, test } from 'vitest';
import { rememberMonth } from '../../../src/model/history.ts';
import { countExperience, EXPERIENCE_UNITS } from '../../../src/model/investors/learning.ts';
import { findTenureBand } from '../../../src/model/investors/tenure.ts';
import { MARKET_METRIC, type MarketMetric } from '../../../src/model/metrics.ts';
import { BINS, findBin } from '../../../src/model/observe/bins.ts';
import { computeClustering } from '../../../src/model/observe/clustering.ts';
import { computeGini } from '../../../src/model/observe/concentration.ts';
import { observeMonth } from '../../../src/model/observe/month.ts';
import { sumOutcomes } from '../../../src/model/observe/outcome-sums.ts';
import { computeReturnGap, computeTopFifth, findEnds } from '../../../src/model/observe/return-gap.ts';
import { computeAssetsGini, computeBinnedGini } from '../../../src/model/observe/wealth.ts';
import { readYearAgo, sumHistory } from '../../../src/model/observe/year-sums.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { stepMonth } from '../../../src/model/schedule.ts';
import { initialiseWorld } from '../../../src/model/simulation.ts';
import { HISTORY_MONTHS } from '../../../src/model/state.ts';
import { createWorld, type World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, findSlots, TEST_START } from '../../support/model-world.ts';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';

const isUser = (world: World) => findSlots(world, (i) => world.investors.main[i] !== NONE);

describe('bins', () => {
  test('keep the order of numbers, and are no wider than 1.6 %', () => {
    const numbers = [0, 1e-6, 0.5, 1, 1.02, 2, 1e4, 3e7, 1e13];
    const bins = numbers.map(findBin);
    expect(bins).toEqual([...new Set(bins)].sort((a, b) => a - b));
    expect(findBin(1.015)).toBe(findBin(1));
    expect(Math.max(...bins)).toBeLessThan(BINS);
  });
});

describe('inequality of assets', () => {
  test('is 0 for equals, and that of amounts worked one by one otherwise', () => {
    expect(computeBinnedGini([0, 4, 0], [0, 40, 0])).toBeCloseTo(0, 12);
    // Amounts 1, 1, 2, 6: (2·(1·1 + 2·1 + 3·2 + 4·6) / (4·10)) − 5/4 = .4.
    expect(computeBinnedGini([2, 1, 1], [2, 2, 6])).toBeCloseTo(0.4, 12);
    expect(computeBinnedGini([0], [0])).toBeNaN();
  });

  test('differs from the exact coefficient by less than a thousandth', () => {
    const world = createStartedWorld({ agents: 2000 });
    const assets = Float64Array.from(isUser(world), (i) => world.investors.assetsCents[i]);
    expect(computeAssetsGini(world)).toBeCloseTo(computeGini(assets), 3);
  });
});

describe('the return gap', () => {
  test('ends of a distribution: a fifth each, the bin in which it ends as a whole', () => {
    expect(findEnds([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual([1, 8]);
    // Half did not trade at all: they are the low end together.
    expect(findEnds([5, 1, 1, 1, 2])).toEqual([0, 4]);
    expect(findEnds([4])).toEqual([0, 0]);
  });

  test('is what the idle earn more than the busy, sorted on the year before', () => {
    const world = createStartedWorld();
    const { investors } = world;
    for (const i of isUser(world)) {
      investors.userSince[i] = TEST_START - 24;
      const rank = i % 10;
      investors.lastYearTurnover[i] = 1 + rank;
      // The busy lose 1 % before costs and 4 % after; this year’s turnover says the contrary and must not matter.
      investors.yearTurnover[i] = 10 - rank;
      investors.monthGross[i] = rank >= 8 ? -0.01 : 0;
      investors.monthNet[i] = rank >= 8 ? -0.04 : -0.01;
    }
    const { returnGapGross, returnGapNet } = computeReturnGap(world);
    expect(returnGapGross).toBeCloseTo(0.01, 6);
    expect(returnGapNet).toBeCloseTo(0.03, 6);
  });

  test('and the most active fifth did most of the trading', () => {
    const world = createStartedWorld();
    const { investors } = world;
    const users = isUser(world);
    const busy = Math.ceil(users.length / 4);
    users.forEach((i, k) => {
      investors.userSince[i] = TEST_START - 24;
      // A quarter traded their assets eight times, the others once; the fifth ends within the quarter, which counts as a whole.
      investors.lastYearTurnover[i] = k < busy ? 8 : 1;
    });
    expect(computeTopFifth(world)).toBeCloseTo((8 * busy) / (8 * busy + users.length - busy), 9);
  });

  test('does not exist before there is a year to sort on', () => {
    expect(computeReturnGap(createStartedWorld()).returnGapNet).toBeNaN();
  });
});

describe('clustering', () => {
  test('is 1 at a single broker, and far above where friends are alike', () => {
    const alone = createStartedWorld({ brokers: [createBroker('only')] });
    expect(computeClustering(alone)).toBeCloseTo(1, 12);
    // Halves of the ring at one broker each: nearly all pairs of friends agree, half of all pairs do.
    const world = createStartedWorld({
      agents: 2000,
      brokers: [createBroker('a'), createBroker('b')],
      values: { 'network.rewiring': 0, 'network.homophily': 0 },
    });
    const { ties, values, investors } = world;
    const side = new Int8Array(world.agents).fill(-1);
    const queue = [0];
    side[0] = 0;
    for (let head = 0; head < queue.length && queue.length < world.agents / 2; head++) {
      for (let k = 0; k < values['network.friends']; k++) {
        const friend = ties.friend[queue[head] * values['network.friends'] + k];
        if (side[friend] === -1) {
          side[friend] = 0;
          queue.push(friend);
        }
      }
    }
    for (const i of isUser(world)) investors.main[i] = side[i] === 0 ? 0 : 1;
    expect(computeClustering(world)).toBeGreaterThan(1.9);
  });
});

describe('sums over users', () => {
  test('count promoters above .53 and detractors below .43, by main broker', () => {
    const world = createStartedWorld();
    const users = isUser(world);
    users.forEach((i, k) => {
      world.investors.main[i] = 0;
      world.investors.satisfaction[i] = [0.42, 0.44, 0.52, 0.54][k % 4];
    });
    const { promoters, detractors } = sumOutcomes(world).brokers;
    expect(promoters[0]).toBe(users.filter((_, k) => k % 4 === 3).length);
    expect(detractors[0]).toBe(users.filter((_, k) => k % 4 === 0).length);
  });

  test('see the rich as rich: 100,000 yuan divide small clients from others', () => {
    const world = createStartedWorld();
    const users = isUser(world);
    users.forEach((i, k) => {
      world.investors.assetsCents[i] = [9_999_999, 10_000_000, 1e12][k % 3];
    });
    expect(sumOutcomes(world).kinds.small).toBe(users.filter((_, k) => k % 3 === 0).length);
  });

  test('count as active in twelve months who fell asleep within them', () => {
    const world = createStartedWorld();
    const [a, b, c] = isUser(world);
    const before = sumOutcomes(world).kinds.awake12;
    for (const i of isUser(world)) {
      world.investors.status[i] = 4;
      world.investors.asleepSince[i] = TEST_START - 13;
    }
    world.investors.asleepSince[a] = TEST_START - 12;
    world.investors.asleepSince[b] = TEST_START - 1;
    world.investors.status[c] = 3;
    expect(before).toBeGreaterThan(3);
    expect(sumOutcomes(world).kinds.awake12).toBe(3);
  });
});

describe('figures over a year', () => {
  test('add up the last twelve months that the run has, and remember what stood a year ago', () => {
    const world = createStartedWorld();
    for (let month = 0; month < 20; month++) {
      world.brokers.users[1] = 100 + month;
      world.tally.complaints[1] = month;
      world.market.month[0] = TEST_START + month;
      rememberMonth(world);
      world.market.month[0] = TEST_START + month + 1;
      if (month === 2) expect(sumHistory(world, 'complaints', 1)).toBe(0 + 1 + 2);
    }
    // Months 8 to 19, and 17 to 19; a year before month 19 is month 7.
    expect(sumHistory(world, 'complaints', 1)).toBe((12 * (8 + 19)) / 2);
    expect(sumHistory(world, 'complaints', 1, 3)).toBe(17 + 18 + 19);
    expect(readYearAgo(world, 'users')[1]).toBe(107);
    expect(HISTORY_MONTHS).toBe(13);
  });

  test('bands of tenure begin at 1, 2, 3 and 5 years', () => {
    expect([0, 11, 12, 24, 36, 59, 60, 600].map((months) => findTenureBand(months, 0))).toEqual([
      0, 0, 1, 2, 3, 3, 4, 4,
    ]);
  });
});

describe('over two years of the report’s market', () => {
  const inputs = loadShippedInputs('history-2019-2024', { agents: 3000, months: 24 });
  const world = createWorld(inputs, 'outcomes');
  const months: { figures: Float64Array; units: number; users: number; lost: number; left: number }[] = [];
  const read = (month: number, metric: MarketMetric) => months[month].figures[MARKET_METRIC[metric]];

  beforeAll(() => {
    initialiseWorld(world);
    for (let month = 0; month <= 24; month++) {
      if (month > 0) stepMonth(world);
      const users = isUser(world);
      months.push({
        figures: observeMonth(world).market,
        units: users.reduce((sum, i) => sum + countExperience(world.investors.experience[i]), 0),
        users: users.length,
        lost: world.departures.clients.reduce((sum, n) => sum + n, 0),
        left: world.tally.lost.reduce((sum, n) => sum + n, 0),
      });
    }
  });

  test('experience is what was counted person by person, to the unit', () => {
    months.forEach(({ figures, units, users }) => {
      expect(figures[MARKET_METRIC.experience]).toBe((units * (1 / EXPERIENCE_UNITS)) / users);
    });
  });

  test('doing, education, forgetting, joiners and leavers add up to the change of mean experience', () => {
    for (let month = 1; month <= 24; month++) {
      const parts = (
        [
          'experienceByDoing',
          'experienceByEducation',
          'experienceForgotten',
          'experienceJoiners',
          'experienceLeavers',
        ] as const
      ).map((metric) => read(month, metric));
      const change = read(month, 'experience') - read(month - 1, 'experience');
      expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(change, 14);
      expect(parts[0]).toBeGreaterThan(0);
      expect(parts[1]).toBeGreaterThan(0);
      expect(parts[2]).toBeLessThan(0);
    }
  });

  test('clients lost are counted by tenure, one and all', () => {
    expect(months.some(({ lost }) => lost > 0)).toBe(true);
    for (const { lost, left } of months) expect(lost).toBe(left);
  });

  test('the indexes lie between 0 and 100, and no side is without figures', () => {
    for (const side of ['userValue', 'brokerBenefit', 'socialContribution', 'marketRisk', 'complianceRisk'] as const) {
      expect(read(24, side)).toBeGreaterThan(0);
      expect(read(24, side)).toBeLessThan(100);
    }
  });
});
