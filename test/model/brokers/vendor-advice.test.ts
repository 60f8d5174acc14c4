import { describe, expect, test } from 'vitest';
import { buildCapabilities } from '../../../src/model/brokers/capabilities.ts';
import { runProgrammes } from '../../../src/model/brokers/programmes.ts';
import { computeAdviceCostCny } from '../../../src/model/brokers/vendor-advice.ts';
import { createBroker, createStartedWorld, type SmallMarket, TEST_START } from '../../support/model-world.ts';

/** Step 3 of a month in which a broker with next to no AI advice, and one with nearly the best, buy with this effort. */
function buy(vendorAdvice: number, market: SmallMarket = {}) {
  const world = createStartedWorld({
    brokers: [
      createBroker('frontier', { advice: 0.5 }),
      createBroker('buyer', { advice: 0.05, vendorAdvice }),
      createBroker('builder', { advice: 0.4, vendorAdvice }),
    ],
    ...market,
  });
  runProgrammes(world);
  buildCapabilities(world);
  return world;
}

describe('bought-in AI advice', () => {
  const built = buy(0).brokers.advice;

  test('is .6 of the best that is built, in proportion to the effort', () => {
    expect(built[1]).toBeLessThan(0.06);
    expect(buy(1).brokers.advice[1]).toBe(0.6 * built[0]);
    expect(buy(0.5).brokers.advice[1]).toBe(0.5 * (0.6 * built[0]));
  });

  test('is not used where own advice is better', () => {
    const { brokers, advisory } = buy(1);
    expect([brokers.advice[0], brokers.advice[2]]).toEqual([built[0], built[2]]);
    expect([...advisory.bought]).toEqual([0, 1, 0]);
    expect([...buy(0).advisory.bought]).toEqual([0, 0, 0]);
  });

  test('costs .4 of a human adviser for each follower (S315): four cases a year of 75 CNY; in-house a fiftieth (S124)', () => {
    expect(computeAdviceCostCny(buy(1), 1)).toBeCloseTo(0.4 * 4 * 75, 12);
    expect(computeAdviceCostCny(buy(1), 2)).toBeCloseTo((4 * 75) / 50, 12);
    expect(computeAdviceCostCny(buy(0.5), 1)).toBeCloseTo(0.5 * 0.4 * 4 * 75, 12);
  });

  test('is not sold before its year', () => {
    const early = buy(1, { values: { 'advice.vendorFrom': TEST_START / 12 + 1 } });
    expect(early.brokers.advice[1]).toBe(built[1]);
    expect(early.advisory.bought[1]).toBe(0);
  });
});
