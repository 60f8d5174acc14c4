import { describe, expect, test } from 'vitest';
import { adviseClients, routeCases } from '../../../src/model/brokers/advisers.ts';
import { readPlannedRevenueBn } from '../../../src/model/brokers/revenue.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { type ParameterValues, readDefaults } from '../../../src/model/parameters.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Confidence Beta(2, 3) at no capability, Beta(3, 2) at full: both known in closed form. */
const KNOWN: Partial<ParameterValues> = {
  'advice.confidence': 0.4,
  'advice.confidenceGain': 0.2,
  'advice.confidenceSpread': 5,
  'advice.errors': 0.1,
};
const withKnown = (values: Partial<ParameterValues>): ParameterValues => ({ ...readDefaults(), ...KNOWN, ...values });

describe('the human–AI boundary', () => {
  test('splits cases by confidence, by hand', () => {
    // Beta(2, 3): density 12 c (1 − c)²; P(c < ½) = 6/4 − 8/8 + 3/16 = 11/16.
    // E[1 − c; c ≥ ½] = 12 ∫ c (1 − c)³ = 12 (¹∕₂₀ − [u⁴/4 − u⁵/5] …) with u = 1 − c from 0 to ½: 12 (1/64 − 1/160) = 9/80.
    const { human, wrong } = routeCases(0, withKnown({ 'advice.boundary': 0.5 }));
    expect(human).toBeCloseTo(11 / 16, 12);
    expect(wrong).toBeCloseTo((0.1 * 9) / 80, 12);
  });

  test('leaves everything to the AI at 0: it errs with the mean of its doubt', () => {
    const { human, wrong } = routeCases(1, withKnown({ 'advice.boundary': 0 }));
    expect(human).toBe(0);
    expect(wrong).toBeCloseTo(0.1 * 0.4, 12);
  });

  test('trades errors for work as it rises; a better AI makes fewer errors and leaves less work', () => {
    const shares = [0, 0.5, 0.7, 0.9, 0.99].map((boundary) =>
      routeCases(0.5, withKnown({ 'advice.boundary': boundary })),
    );
    for (let k = 1; k < shares.length; k++) {
      expect(shares[k].human).toBeGreaterThan(shares[k - 1].human);
      expect(shares[k].wrong).toBeLessThan(shares[k - 1].wrong);
    }
    const [weak, strong] = [0.1, 0.6].map((capability) => routeCases(capability, readDefaults()));
    expect(strong.human).toBeLessThan(weak.human);
    expect(strong.wrong / (1 - strong.human)).toBeLessThan(weak.wrong / (1 - weak.human));
  });

  test('gives the report’s figures at the best capability of the start: 85 % without humans (S187), .8 % errors (S225)', () => {
    const { human, wrong } = routeCases(0.5, readDefaults());
    expect(1 - human).toBeCloseTo(0.85, 1);
    expect(wrong / (1 - human)).toBeCloseTo(0.008, 3);
  });
});

describe('human advisers', () => {
  /** One follower in agents, of a million people; 12 cases each a year: a million cases a month, 11/16 of them for humans. */
  function serve(capacity: number, queue = 0, values: Partial<ParameterValues> = {}) {
    const world = createStartedWorld({
      agents: 340,
      brokers: [createBroker('a')],
      values: {
        ...KNOWN,
        'population.adultsMillion': 340,
        'advice.boundary': 0.5,
        'advice.cases': 12,
        'advice.impatience': 0.5,
        'advice.humanCaseCny': 100,
        ...values,
      },
    });
    const { brokers, advisory, programmes } = world;
    brokers.advice.fill(0);
    brokers.activeAdviceUsers.fill(1);
    advisory.queue.fill(queue);
    // Effort that pays for so many cases of 100 CNY a month.
    const fullCny = world.values['programmes.advisersCost'] * readPlannedRevenueBn(world, 0) * 1e9;
    programmes.advisers.fill((capacity * 1200 + 1) / fullCny);
    adviseClients(world);
    return { world, advisory };
  }

  test('answer what they can; the rest waits, less those whose patience ends', () => {
    const { advisory } = serve(200_000, 12_500);
    expect(advisory.cases[0]).toBe(1_000_000);
    expect(advisory.handed[0]).toBe(687_500);
    expect(advisory.served[0]).toBe(200_000);
    // 12,500 + 687,500 − 200,000 = 500,000 are left, of whom half wait on.
    expect(advisory.queue[0]).toBe(250_000);
    expect(advisory.answered[0]).toBeCloseTo((312_500 + 200_000) / 1_012_500, 12);
  });

  test('clear the queue where there are enough of them, and no more than there is', () => {
    const { advisory } = serve(800_000, 12_500);
    expect([advisory.served[0], advisory.queue[0], advisory.answered[0]]).toEqual([700_000, 0, 1]);
  });

  test('do less where execution is poor: capacity goes with quality', () => {
    const { world } = serve(200_000);
    world.brokers.talent.fill(0.5);
    adviseClients(world);
    expect(world.advisory.served[0]).toBe(100_000);
  });

  test('nobody asks where nobody follows; a closed broker has no queue', () => {
    const { world, advisory } = serve(0, 100);
    world.brokers.activeAdviceUsers.fill(0);
    advisory.queue.fill(0);
    adviseClients(world);
    expect([advisory.cases[0], advisory.answered[0]]).toEqual([0, 1]);
    expect(advisory.errorHazard[0], 'the first follower may be hit').toBeGreaterThan(0);
    advisory.queue.fill(10);
    world.brokers.status[0] = BROKER_STATUS.closed;
    adviseClients(world);
    expect(advisory.queue[0]).toBe(0);
  });
});
