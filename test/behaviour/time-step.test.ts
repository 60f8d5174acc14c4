import { describe, expect, test } from 'vitest';
import { buildCapabilities } from '../../src/model/brokers/capabilities.ts';
import { movePrices } from '../../src/model/brokers/prices.ts';
import { judgeBrokers } from '../../src/model/investors/experience.ts';
import { updateGoodwill } from '../../src/model/market/awareness.ts';
import type { MarketMetric } from '../../src/model/metrics.ts';
import type { ParameterKey, ParameterValues } from '../../src/model/parameters.ts';
import type { World } from '../../src/model/world.ts';
import { createBroker, createMarket, createStartedWorld } from '../support/model-world.ts';
import { compareRuns, estimate, playRuns, readMarket, sumMonths } from '../support/paired-runs.ts';

/*
 * A month cut in two: with every rate halved and twice as many steps, results must be nearly the same, or the month
 * would be a parameter of the model. This holds where the design knows rates: stocks, speeds, hazards. What the calendar
 * drives (quarters, years, the ledger of twelve months, trends) is a month's by design and is kept still here.
 */
type Rates = readonly ParameterKey[];

const halve = (values: ParameterValues, rates: Rates): Partial<ParameterValues> =>
  Object.fromEntries(rates.map((rate) => [rate, values[rate] / 2]));

/** The world after a year of one step of the month: in twelve steps, or in twenty-four half ones. */
function cut(rates: Rates, step: (world: World) => void): { months: World; halves: World } {
  const market = { brokers: [createBroker('a', { content: 0.6, commissionBp: 3 }), createBroker('b')] };
  const months = createStartedWorld(market);
  const halves = createStartedWorld({ ...market, values: halve(months.values, rates) });
  for (const world of [months, halves]) {
    world.brokers.spendContent.set([4, 1]);
    world.brokers.spendAdvertising.set([3, 0.5]);
    const steps = world === months ? 12 : 24;
    for (let k = 0; k < steps; k++) step(world);
  }
  return { months, halves };
}

function expectClose(a: number, b: number, part: number): void {
  expect(Math.abs(a - b)).toBeLessThan(part * Math.abs(a));
}

describe('a year in half-months is a year in months', () => {
  test('for capability stocks', () => {
    const { months, halves } = cut(['brokers.decayContent', 'brokers.productivity'], buildCapabilities);
    expectClose(months.brokers.content[0], halves.brokers.content[0], 0.005);
    expectClose(months.brokers.content[1], halves.brokers.content[1], 0.005);
  });

  test('for goodwill', () => {
    const { months, halves } = cut(['brokers.goodwillSpeed'], updateGoodwill);
    expectClose(months.brokers.goodwill[0], halves.brokers.goodwill[0], 0.005);
  });

  test('for prices, in quarters and half-quarters', () => {
    const { months, halves } = cut(['brokers.priceSpeed'], (world) => {
      movePrices(world);
      world.brokers.commissionBp.set(world.brokers.planBp);
    });
    // Going 30 % of the way twelve times and 15 % twenty-four times: prices compound, so they agree less closely.
    expectClose(months.brokers.planBp[0], halves.brokers.planBp[0], 0.05);
  });

  test('for experience, satisfaction and expectation', () => {
    const { months, halves } = cut(
      ['experience.learning', 'experience.forgetting', 'experience.satisfactionSpeed', 'experience.expectationSpeed'],
      (world) => {
        judgeBrokers(world, 0, world.agents);
      },
    );
    for (const column of ['experience', 'satisfaction', 'expectation'] as const) {
      const mean = (world: World) => estimate([...world.investors[column]]).mean;
      expectClose(mean(months), mean(halves), 0.01);
    }
  });
});

describe('people’s moves in half-months are those in months', () => {
  const HAZARDS = [
    'entry.demand',
    'entry.traditionalOpening',
    'choice.reconsider',
    'choice.lapse',
    'dormancy.sleep',
    'dormancy.wake',
    'dormancy.leave',
    'experience.satisfactionSpeed',
    'experience.expectationSpeed',
    'population.newAdultsMillion',
  ] as const satisfies Rates;
  const SEEDS = 8;
  /** Nobody trades, and brokers stay as they are: only hazards act. */
  const STILL: Partial<ParameterValues> = {
    'trading.rate': 0,
    'trading.idiosyncratic': 0,
    'trading.behaviourGap': 0,
    'accounts.productFee': 0,
    'accounts.adviceFee': 0,
    'accounts.margin': 0,
    'entry.advertisingMost': 0,
    'entry.easeScaleYears': 20,
    'brokers.priceSpeed': 0,
    'brokers.goodwillSpeed': 0,
    'brokers.productivity': 0.1,
    'brokers.decayContent': 0,
    'brokers.decayCommunity': 0,
    'brokers.decayAdvice': 0,
    'brokers.decayService': 0,
    'brokers.decayCompliance': 0,
    'brokers.scaleRevenue': 0,
    'brokers.failureMonths': 120,
    'regulator.inspection': 0,
    'experience.returnWeight': 0,
  };

  function playCut(months: number, isHalved: boolean) {
    const market = createMarket({ agents: 16_000, months, values: STILL });
    return playRuns(
      isHalved ? { ...market, values: { ...market.values, ...halve(market.values, HAZARDS) } } : market,
      SEEDS,
    );
  }
  const whole = playCut(12, false);
  const halved = playCut(24, true);

  test.each<[MarketMetric, 'flow' | 'stock']>([
    ['openings', 'flow'],
    ['switches', 'flow'],
    ['leavers', 'flow'],
    ['users', 'stock'],
    ['activeUsers', 'stock'],
  ])('%s', (metric, kind) => {
    const read = (run: (typeof whole)[number]) =>
      kind === 'flow'
        ? sumMonths(run, (record) => readMarket(record, metric))
        : readMarket(run.records[run.records.length - 1], metric);
    const level = estimate(whole.map(read));
    const difference = compareRuns(whole, halved, read);
    // The draws of half-months are others, so chance remains: three standard errors, or 5 % for what is left
    // of the cut: in a month nobody looks round twice, which the most restless would.
    expect(Math.abs(difference.mean)).toBeLessThan(Math.max(3 * difference.error, 0.05 * level.mean));
    // And chance is small enough to have seen a cut that matters.
    expect(difference.error).toBeLessThan(0.06 * level.mean);
  });
});
