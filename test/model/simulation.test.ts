import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../../src/core/invariant.ts';
import type { ParameterDeclaration } from '../../src/core/schema.ts';
import { LEVERS } from '../../src/model/inputs.ts';
import { PARAMETERS, type ParameterKey, type ParameterValues, readDefaults } from '../../src/model/parameters.ts';
import { NONE } from '../../src/model/purposes.ts';
import { stepMonth } from '../../src/model/schedule.ts';
import { createSimulation, type Simulation } from '../../src/model/simulation.ts';
import type { World } from '../../src/model/world.ts';
import { createBroker, createMarket, TEST_START } from '../support/model-world.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const inputs = loadShippedInputs('projection-neutral', { agents: 400, months: 24 });

function run(simulation: Simulation, months = simulation.inputs.months): Simulation {
  while (simulation.month < months) simulation.step();
  return simulation;
}

const hashOf = (seed: string, months?: number) => run(createSimulation(inputs, seed), months).stateHash();

describe('a run', () => {
  test('is the same twice, and another for another seed', () => {
    const expected = hashOf('42');
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('42')).toBe(expected);
    expect(hashOf('43')).not.toBe(expected);
    expect(hashOf('')).not.toBe(expected);
  });

  test('does not change by being looked at', () => {
    const watched = createSimulation(inputs, '42');
    while (watched.month < 24) {
      const before = watched.stateHash();
      watched.readMetrics();
      watched.readSnapshot(1 + 30 * watched.month);
      watched.save();
      expect(watched.stateHash()).toBe(before);
      watched.step();
    }
    expect(watched.stateHash()).toBe(hashOf('42'));
  });

  test('gives the same figures for the same month, however often they are read', () => {
    const simulation = run(createSimulation(inputs, '42'), 5);
    const [first, second] = [simulation.readMetrics(), simulation.readMetrics()];
    expect(second).toEqual(first);
    first.market.fill(-1);
    first.events.fill(-1);
    expect(simulation.readMetrics(), 'what is handed out is a copy').toEqual(second);
  });

  test('ends: a step beyond the last month is refused and changes nothing', () => {
    const simulation = run(createSimulation(inputs, '42'));
    expect(simulation.month).toBe(24);
    const hash = simulation.stateHash();
    expect(() => simulation.step()).toThrow(RangeError);
    expect(() => simulation.step()).toThrow('24 months');
    expect(simulation.stateHash()).toBe(hash);
  });
});

describe('save and restore', () => {
  test('continue the run as if nothing had happened, in the same simulation or another one', () => {
    const original = run(createSimulation(inputs, '42'), 7);
    const saved = original.save();
    const hashThen = original.stateHash();
    run(original);
    const other = run(createSimulation(inputs, '42'), 20);
    other.restore(saved);
    expect(other.month).toBe(7);
    expect(other.stateHash()).toBe(hashThen);
    expect(run(other).stateHash()).toBe(original.stateHash());
    original.restore(saved);
    expect(run(original).stateHash()).toBe(other.stateHash());
  });

  test('also continue the figures and events of later months', () => {
    const straight = run(createSimulation(inputs, '42'), 12);
    const saved = run(createSimulation(inputs, '42'), 11).save();
    const restored = createSimulation(inputs, '42');
    restored.restore(saved);
    restored.step();
    expect(restored.readMetrics()).toEqual(straight.readMetrics());
  });

  test('a saved state is a copy, which the run does not touch again', () => {
    const simulation = run(createSimulation(inputs, '42'), 3);
    const saved = new Uint8Array(simulation.save());
    const before = saved.slice();
    simulation.step();
    expect(saved).toEqual(before);
  });

  test('the events of the month are gone after a restore: they are no part of the state', () => {
    const simulation = run(createSimulation(inputs, '42'), 6);
    expect(simulation.readMetrics().events.length).toBeGreaterThan(0);
    simulation.restore(simulation.save());
    expect(simulation.readMetrics().events).toHaveLength(0);
  });

  test.each([0, 1, 8])('a state of the wrong size (%d bytes off) is refused and changes nothing', (more) => {
    const simulation = run(createSimulation(inputs, '42'), 2);
    const hash = simulation.stateHash();
    const wrong = more === 0 ? new ArrayBuffer(0) : new ArrayBuffer(simulation.save().byteLength + more);
    expect(() => simulation.restore(wrong)).toThrow(RangeError);
    expect(simulation.stateHash()).toBe(hash);
  });
});

describe('books that do not balance stop the run', () => {
  /** Breaks something in the fifth month, after the month was played and before its books are read. */
  function createSabotaged(sabotage: (world: World) => void): Simulation {
    return createSimulation(inputs, 'seed "x"', (world) => {
      if (world.market.month[0] === inputs.startMonth + 4) sabotage(world);
      stepMonth(world);
    });
  }

  const firstUser = ({ investors }: World) => investors.main.findIndex((main) => main !== NONE);

  test.each<[string, (world: World) => void, RegExp]>([
    [
      'a person without a main account but with a second',
      ({ investors }) => investors.second.set([3], investors.main.indexOf(NONE)),
      /slot \d+: status/,
    ],
    [
      'an account more than was opened',
      ({ brokers }) => brokers.accounts.set([brokers.accounts[0] - 1]),
      /broker 0: expected \d+ accounts/,
    ],
    [
      'a cent of client money out of nowhere',
      (world) => (world.investors.assetsCents[firstUser(world)] += 1),
      /cents of client assets/,
    ],
  ])('%s', (_, sabotage, detail) => {
    const simulation = createSabotaged(sabotage);
    run(simulation, 4);
    let caught: unknown;
    try {
      simulation.step();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InvariantError);
    const error = caught as InvariantError;
    expect(error.message).toMatch(detail);
    expect(error.month).toBe(inputs.startMonth + 4);
    expect(error.message).toContain('2025-05');
    expect(error.seed).toBe('seed "x"');
    expect(error.message).toContain('run <scenario> --seed "seed \\"x\\"" --agents 400 --years 1');
  });

  test('an error that is no broken invariant passes as it is', () => {
    const simulation = createSabotaged(() => {
      throw new TypeError('something else');
    });
    run(simulation, 4);
    expect(() => simulation.step()).toThrow(TypeError);
  });
});

describe('any input within its ranges', () => {
  const declarations: readonly ParameterDeclaration[] = PARAMETERS;
  const market = (values: Partial<ParameterValues>, agents = 120) =>
    createMarket({
      agents,
      months: 5,
      realisedReturns: [0.2, -0.3],
      values,
      brokers: [
        createBroker('head', { archetype: 'leader', share: 5, strategy: 'advice' }),
        createBroker('arm', { archetype: 'arm', share: 3, niche: 'wealthy' }),
        createBroker('niche', { archetype: 'niche', share: 1, niche: 'crossBorder', strategy: 'price' }),
        createBroker('new', { archetype: 'entrant', share: 0, entryMonth: TEST_START + 2 }),
      ],
    });

  /** Five months without an exception, and whole, finite money at the end. */
  function expectSound(simulation: Simulation): void {
    run(simulation);
    const { brokers, market: figures } = simulation.readMetrics();
    expect(figures.some((value) => value === Infinity || value === -Infinity)).toBe(false);
    expect(brokers.some((value) => value === Infinity || value === -Infinity)).toBe(false);
  }

  test.each(declarations.map((declaration) => [declaration.key, declaration] as const))(
    'runs and balances with %s at both ends',
    (_, { key, min, max }) => {
      for (const value of [min, max]) expectSound(createSimulation(market({ [key]: value }), 'ends'));
    },
  );

  test('runs and balances with several values and decisions anywhere at once', () => {
    const defaults = readDefaults();
    const values = fc
      .subarray([...declarations], { minLength: 1, maxLength: 25 })
      .chain((chosen) =>
        fc.record(
          Object.fromEntries(
            chosen.map(({ key, min, max, integer }) => [
              key,
              integer === true ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }),
            ]),
          ),
        ),
      )
      .map((chosen) => ({ ...defaults, ...chosen }) as Record<ParameterKey, number>);
    const decision = fc.record({
      month: fc.integer({ min: TEST_START, max: TEST_START + 5 }),
      broker: fc.integer({ min: 0, max: 3 }),
      lever: fc.constantFrom(...LEVERS),
      mode: fc.constantFrom('set' as const, 'scale' as const),
      value: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(values, fc.array(decision, { maxLength: 6 }), fc.string(), (chosen, decisions, seed) => {
        expectSound(createSimulation({ ...market(chosen), decisions }, seed));
      }),
      { numRuns: 60, seed: 2025 },
    );
  });
});
