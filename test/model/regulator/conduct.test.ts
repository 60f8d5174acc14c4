import { describe, expect, test } from 'vitest';
import { takeUsers } from '../../../src/model/investors/block.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { tradeAndEarn } from '../../../src/model/investors/trading.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { STATUS } from '../../../src/model/records.ts';
import { computeToleratedTurnover, readConduct, watchConduct } from '../../../src/model/regulator/conduct.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld } from '../../support/model-world.ts';
import { NO_RULES } from '../../support/no-rules.ts';

const RULES = { 'regulator.toleratedTurnover': 1.5, 'regulator.coolingTurnover': 2, 'regulator.coolingMonths': 3 };

/** People awake, of middling risk tolerance, each with turnover of a multiple of their assets this month. */
function watch(values: Partial<ParameterValues>, turnover: number, change: (world: World) => void = () => {}, u = 0.5) {
  const world = createStartedWorld({ agents: 100, values: { ...NO_RULES, ...RULES, ...values } });
  const { investors, block } = world;
  investors.status.fill(STATUS.active);
  investors.main.fill(0);
  investors.risk.fill(0.5);
  investors.assetsCents.fill(1e6);
  investors.monthTurnoverCents.fill(turnover * 1e6);
  investors.monthGross.fill(0);
  change(world);
  takeUsers(world, 0, 100);
  block.u.fill(u);
  watchConduct(world, readConduct(world));
  return world;
}

test('a grade tolerates turnover in proportion to risk tolerance and a half', () => {
  expect([0, 0.5, 1].map((risk) => computeToleratedTurnover(1.5, risk))).toEqual([0.75, 1.5, 2.25]);
});

describe('reassessment', () => {
  const rule = { 'regulator.reassessment': 0.4 };

  test('finds a month beyond the grade with its strength, by the far end of the draw', () => {
    expect(watch(rule, 1.6, undefined, 0.61).investors.retested[0]).toBe(6);
    expect(watch(rule, 1.6, undefined, 0.59).investors.retested[0]).toBe(0);
    expect(watch(rule, 1.5, undefined, 0.99).investors.retested[0], 'within the grade').toBe(0);
  });

  test('is over after its months', () => {
    const during = (left: number) =>
      watch(rule, 1, ({ investors }) => investors.retested.fill(left)).investors.retested[0];
    expect([6, 1, 0].map(during)).toEqual([5, 0, 0]);
  });

  test('holds trading to the grade, takes no loan, and costs revenue', () => {
    const month = (retested: number) => {
      const world = createStartedWorld({ values: { ...NO_RULES, ...RULES, ...rule, 'trading.rate': 40 } });
      world.investors.retested.fill(retested);
      prepareOffers(world);
      tradeAndEarn(world, 0, world.agents);
      return world;
    };
    const [free, held] = [month(0), month(6)];
    const { investors, tally, values, agents } = held;
    for (let i = 0; i < agents; i++) {
      const most = computeToleratedTurnover(1.5, investors.risk[i]) / values['trading.size'];
      expect(investors.monthTrades[i]).toBeLessThanOrEqual(most);
    }
    expect(tally.marginCents[0]).toBe(0);
    expect(free.tally.marginCents[0]).toBeGreaterThan(0);
    expect(tally.turnoverCents[0]).toBeLessThan(free.tally.turnoverCents[0]);
  });
});

describe('cooling-off', () => {
  const rule = { 'regulator.coolingOff': 1 };
  const chase = ({ investors }: World) => investors.monthGross.fill(0.06);

  test('begins with a great deal of trading, or with half of it after a gain, and is over after its months', () => {
    expect(watch(rule, 2.1).investors.cooling[0]).toBe(3);
    expect(watch(rule, 1.1).investors.cooling[0]).toBe(0);
    expect(watch(rule, 1.1, chase).investors.cooling[0]).toBe(3);
    expect(watch(rule, 0.9, chase).investors.cooling[0]).toBe(0);
    expect(watch(rule, 0.9, ({ investors }) => investors.cooling.fill(2)).investors.cooling[0]).toBe(1);
  });

  test('never begins without the rule', () => {
    expect(watch({}, 9, chase).investors.cooling[0]).toBe(0);
    expect(watch({ 'regulator.reassessment': 1 }, 9, chase).investors.cooling[0]).toBe(0);
  });
});
