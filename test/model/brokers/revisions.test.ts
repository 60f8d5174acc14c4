import { describe, expect, test } from 'vitest';
import { planQuarter } from '../../../src/model/brokers/decisions.ts';
import { compoundQuarters, isRevisionDue } from '../../../src/model/brokers/revisions.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

describe('a revision', () => {
  const createAgile = () =>
    createStartedWorld({
      brokers: [1, 3, 6].map((revisionMonths) =>
        createBroker(`b${revisionMonths}`, { revisionMonths, commissionBp: 4 }),
      ),
    });

  test('is due every so many months, from January on', () => {
    const world = createAgile();
    const due = Array.from({ length: 12 }, (_, month) => {
      world.market.month[0] = 12 * 2025 + month;
      return [0, 1, 2].filter((b) => isRevisionDue(world, b));
    });
    expect(due.map((brokers) => brokers.length)).toEqual([3, 1, 1, 2, 1, 1, 3, 1, 1, 2, 1, 1]);
  });

  test('moves prices then and at no other time', () => {
    const world = createAgile();
    world.market.month[0] = 12 * 2025 + 3;
    planQuarter(world);
    const { planBp } = world.brokers;
    expect(planBp[0]).toBeLessThan(4);
    expect(planBp[1]).toBeLessThan(planBp[0]);
    expect(planBp[2]).toBe(4);
  });

  test('goes as far in a quarter however often it is due', () => {
    const once = compoundQuarters(0.3, 1);
    const thrice = 1 - (1 - compoundQuarters(0.3, 1 / 3)) ** 3;
    expect(once).toBe(0.3);
    expect(thrice).toBeCloseTo(0.3, 12);
  });
});
