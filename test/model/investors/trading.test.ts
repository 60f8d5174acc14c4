import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { tradeAndEarn } from '../../../src/model/investors/trading.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

const USERS: Partial<ParameterValues> = {
  'population.usersMillion': 340,
  'population.traditionalMillion': 0,
  ...NO_RULES,
  'trading.misjudgement': 0,
};

/** A thousand users, alike in all that matters to trading, awake, with a million yuan each: rounding is 1e-8 of it. */
function createTraders(values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({ agents: 1000, values: { ...USERS, ...values } });
  const { investors } = world;
  investors.status.fill(STATUS.active);
  investors.assetsCents.fill(1e8);
  investors.experience.fill(0.35);
  investors.risk.fill(0.5);
  investors.intensity.fill(1);
  investors.products.fill(0);
  investors.main.fill(0);
  change(world);
  prepareOffers(world);
  tradeAndEarn(world, 0, world.agents);
  return world;
}

const countTrades = (world: World) => sumOf(world.tally.trades);
const mean = (column: ArrayLike<number>) => sumOf(column) / column.length;

function variance(column: ArrayLike<number>): number {
  const centre = mean(column);
  return sumOf(Array.from(column, (x) => (x - centre) ** 2)) / column.length;
}

describe('money', () => {
  test('of each person: assets change by gain, less commission, duty and fees, and by savings, to the cent', () => {
    const world = createStartedWorld({
      agents: 400,
      realisedReturns: [0.07],
      brokers: [createBroker('a', { niche: 'crossBorder' }), createBroker('b')],
      values: USERS,
    });
    const { investors, tally, flow, market, brokers, values } = world;
    market.marketReturn[0] = 0.07;
    prepareOffers(world);
    const read = () => {
      const fees = tally.marginCents[0] + tally.fundsCents[0] + tally.adviceCents[0] + tally.crossBorderCents[0];
      const more = tally.marginCents[1] + tally.fundsCents[1] + tally.adviceCents[1] + tally.crossBorderCents[1];
      return {
        gain: flow.gainCents[0],
        commission: sumOf(tally.commissionCents),
        other: flow.otherCostCents[0],
        fees: fees + more,
        turnover: sumOf(tally.turnoverCents),
        saved: flow.depositCents[0] - flow.withdrawalCents[0],
      };
    };
    let traded = 0;
    for (let i = 0; i < world.agents; i++) {
      investors.advised[i] = i % 2;
      const assets = investors.assetsCents[i];
      const before = read();
      tradeAndEarn(world, i, i + 1);
      const after = read();
      const own = (kind: keyof ReturnType<typeof read>) => after[kind] - before[kind];
      const paid = own('commission') + own('other') + own('fees');
      expect(investors.assetsCents[i]).toBe(assets + own('gain') - paid + own('saved'));
      expect(investors.monthGross[i]).toBe(Math.fround(own('gain') / assets));
      expect(investors.monthNet[i]).toBe(Math.fround((own('gain') - paid) / assets));
      expect(own('turnover')).toBe(Math.round(investors.monthTrades[i] * values['trading.size'] * assets));
      expect(own('commission')).toBe(Math.round((own('turnover') * brokers.commissionBp[investors.main[i]]) / 1e4));
      expect(own('other')).toBe(Math.round((own('turnover') * values['trading.otherCostBp']) / 1e4));
      traded += investors.monthTrades[i];
    }
    expect(traded).toBeGreaterThan(100);
    expect(sumOf(tally.crossBorderCents)).toBe(tally.crossBorderCents[0]);
    expect(tally.crossBorderCents[0]).toBeGreaterThan(0);
    expect(tally.adviceCents[0]).toBeGreaterThan(0);
  });

  test('fees are a twelfth of the year’s, and the dormant pay part of them, but no margin interest', () => {
    const values = {
      'accounts.productFee': 0.006,
      'accounts.dormantShare': 0.5,
      'accounts.margin': 0.04,
      'accounts.marginSpread': 0.05,
    };
    const feesOf = (status: number) => {
      const { tally } = createTraders(values, ({ investors }) => {
        investors.status.fill(status);
        investors.products.fill(2);
      });
      return [tally.fundsCents[0] / 1000, tally.marginCents[0] / 1000];
    };
    // A million yuan: 2 × .6 % / 12 = 1,000 CNY; debt 4 % × .5 × 1e6 = 20,000 at 5 % / 12 = 83.33 CNY.
    expect(feesOf(STATUS.active)).toEqual([1_000_00, 83_33]);
    expect(feesOf(STATUS.dormant)).toEqual([500_00, 0]);
  });

  test('savings go two per cent of the way to what goes with age and means, for the awake only', () => {
    const assetsAfter = (status: number) => {
      const { flow } = createTraders({ 'population.wealthAt20Cny': 1000 }, ({ investors }) =>
        investors.status.fill(status),
      );
      return flow.withdrawalCents[0];
    };
    // Nearly everybody has far more than aims of about 5,000 CNY: two per cent of 1e8 cents is drawn out.
    expect(assetsAfter(STATUS.active) / 1000).toBeGreaterThan(0.017 * 1e8);
    expect(assetsAfter(STATUS.active) / 1000).toBeLessThan(0.022 * 1e8);
    expect(assetsAfter(STATUS.dormant)).toBe(0);
  });
});

describe('trades', () => {
  test('are Poisson about the rate of somebody middling', () => {
    const world = createTraders({ 'trading.rate': 3, 'trading.overconfidence': 0, 'trading.costElasticity': 0 });
    // Mean and variance 3: standard errors of the mean √(3/1000) = .055, of the variance about .14.
    expect(Math.abs(mean(world.investors.monthTrades) - 3)).toBeLessThan(0.22);
    expect(Math.abs(variance(world.investors.monthTrades) - 3)).toBeLessThan(0.56);
  });

  test('fall with the total cost, and at no commission at all are still trades of this world', () => {
    const at = (bp: number) => countTrades(createTraders({}, ({ brokers }) => brokers.commissionBp.fill(bp)));
    const [none, low, high] = [at(0), at(2), at(20)];
    expect(low).toBeGreaterThan(high);
    expect(none).toBeGreaterThan(low);
    // (10/12)^−.8 = 1.16 at the shipped elasticity; the steepest that may be set would make it 1.7.
    expect(none / low).toBeLessThan(1.7);
  });

  test('rise with a market that rose, and peak before mastery', () => {
    const marketAt = (r: number) => countTrades(createTraders({}, ({ market }) => market.return3.fill(r)));
    expect(marketAt(0.2)).toBeGreaterThan(marketAt(0));
    expect(marketAt(0)).toBeGreaterThan(marketAt(-0.2));
    const skilled = (x: number) => countTrades(createTraders({}, ({ investors }) => investors.experience.fill(x)));
    expect(skilled(0.35)).toBeGreaterThan(skilled(0.05));
    expect(skilled(0.35)).toBeGreaterThan(skilled(0.7));
    expect(skilled(0.7), 'overconfidence is over at .7').toBe(skilled(1));
  });

  test('are fewer under good AI advice, and for novices under suitability checks; the others’ stay as they are', () => {
    const advised = (isAdvised: number) =>
      countTrades(
        createTraders({}, ({ investors, brokers }) => {
          investors.advised.fill(isAdvised);
          brokers.advice.fill(0.8);
        }),
      );
    expect(advised(1)).toBeLessThan(advised(0));
    const checked = (x: number, suitabilityFrom: number) =>
      countTrades(
        createTraders({ 'regulator.suitabilityFrom': suitabilityFrom, 'regulator.suitability': 1 }, ({ investors }) =>
          investors.experience.fill(x),
        ),
      );
    expect(checked(0.2, 2020)).toBeLessThan(checked(0.2, 2100));
    expect(checked(0.4, 2020)).toBe(checked(0.4, 2100));
  });

  test('are none while asleep', () => {
    const world = createTraders({}, ({ investors }) => investors.status.fill(STATUS.dormant));
    expect(countTrades(world)).toBe(0);
    expect(sumOf(world.tally.commissionCents)).toBe(0);
  });
});

describe('returns', () => {
  /** Nothing but what a test is about. */
  const BARE: Partial<ParameterValues> = {
    'trading.idiosyncratic': 0,
    'trading.behaviourGap': 0,
    'trading.rate': 0,
    'accounts.margin': 0,
    'accounts.adviceFee': 0,
  };
  const meanGross = (values: Partial<ParameterValues>, change: (world: World) => void = () => {}) =>
    mean(createTraders(values, change).investors.monthGross);

  test('are exposure × market, more for the bold', () => {
    const at = (risk: number) =>
      meanGross({ ...BARE, 'trading.exposure': 0.4 }, ({ investors, market }) => {
        investors.risk.fill(risk);
        market.marketReturn.fill(0.1);
      });
    // .4 × (.7 + .6 r) × .1, kept in single precision.
    expect(at(0.5)).toBeCloseTo(0.04, 7);
    expect(at(1)).toBeCloseTo(0.052, 7);
  });

  test('are less by a gap that falls with the square of what experience leaves, education and AI advice', () => {
    const gap = (x: number, advice: number, educationFrom = 2100) =>
      -meanGross(
        {
          ...BARE,
          'trading.behaviourGap': 0.12,
          'trading.gapExperience': 0.8,
          'advice.gap': 0.3,
          'advice.diversifiedAt': 0.8,
          'regulator.educationFrom': educationFrom,
          'regulator.education': 1,
        },
        ({ investors, brokers }) => {
          investors.experience.fill(x);
          investors.advised.fill(1);
          brokers.advice.fill(advice);
        },
      );
    // Who does not trade has .8 of .12 / 12 = .01 a month.
    expect(gap(0, 0)).toBeCloseTo(0.008, 7);
    expect(gap(0.5, 0)).toBeCloseTo(0.008 * 0.6 ** 2, 7);
    // Advice of capability .25 does √.25 = .5 of what can be done: for who has .6 of the way to being diversified left, .3.
    expect(gap(0, 0.25)).toBeCloseTo(0.008 * 0.85, 7);
    expect(gap(0.32, 0.25) / gap(0.32, 0)).toBeCloseTo(1 - 0.3 * 0.3, 5);
    expect(gap(0.9, 0.25), 'who is diversified gains nothing').toBe(gap(0.9, 0));
    expect(gap(0, 0, 2020)).toBeCloseTo(0.008 * 0.85, 7);
    expect(gap(1, 0, 2020), 'education teaches novices').toBeCloseTo(gap(1, 0), 9);
  });

  test('swing less under AI advice: for the undiversified who follow it, not for others', () => {
    const swing = (x: number, isAdvised: number, products = 0) =>
      Math.sqrt(
        variance(
          createTraders(
            { ...BARE, 'trading.idiosyncratic': 0.24, 'advice.risk': 0.35, 'advice.diversifiedAt': 0.8 },
            ({ investors, brokers }) => {
              investors.experience.fill(x);
              investors.advised.fill(isAdvised);
              investors.products.fill(products);
              brokers.advice.fill(0.64);
            },
          ).investors.monthGross,
        ),
      );
    const own = swing(0, 0);
    // 24 % a year; a thousand people know a standard deviation to 1/√2000 = 2.2 %.
    expect(Math.abs(own / (0.24 / Math.sqrt(12)) - 1)).toBeLessThan(0.09);
    expect(swing(0, 1) / own).toBeCloseTo(1 - 0.35 * 0.8, 5);
    // √.64 = .8 of .35; half of it for who is half way to .8, or has half of all products; none beyond.
    expect(swing(0.4, 1) / own).toBeCloseTo(1 - 0.35 * 0.8 * 0.5, 5);
    expect(swing(0, 1, 2) / own).toBeCloseTo(1 - 0.35 * 0.8 * 0.5, 5);
    expect(swing(0.8, 1) / own).toBeCloseTo(1, 6);
    expect(swing(0, 1, 4) / own).toBeCloseTo(1, 6);
  });

  test('of the last year fade by a twelfth a month; those of the calendar year add up', () => {
    const { investors } = createTraders({ ...BARE, 'trading.exposure': 1 }, ({ investors, market }) => {
      investors.return12.fill(0.12);
      investors.yearNet.fill(0.05);
      market.marketReturn.fill(0.1);
    });
    expect(investors.return12[0]).toBeCloseTo(0.12 - 0.01 + 0.1, 6);
    expect(investors.yearNet[0]).toBeCloseTo(0.15, 6);
  });

  test('cannot take more than there is, even with the wildest stocks that may be set', () => {
    const { investors } = createTraders({ 'trading.idiosyncratic': 1, 'trading.exposure': 2 }, ({ market }) =>
      market.marketReturn.fill(-0.5),
    );
    expect(Math.min(...investors.assetsCents)).toBeGreaterThanOrEqual(0);
  });
});
