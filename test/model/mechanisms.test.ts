import { expect, test } from 'vitest';
import type { ModelInputs } from '../../src/model/inputs.ts';
import type { Mechanism } from '../../src/model/mechanism.ts';
import { MECHANISMS, type MechanismKey } from '../../src/model/mechanisms.ts';
import { PARAMETERS, readDefaults } from '../../src/model/parameters.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

const inputs = { ...loadBuiltInputs('projection-neutral'), agents: 1000, months: 14 };

/** Markets in which a mechanism has something to do at once that waits for years, or for a rare event, in the shipped one. */
const OCCASIONS: Partial<Record<MechanismKey, Partial<ModelInputs>>> = {
  platformGiants: { brokers: inputs.brokers.map((broker, b) => (b === 0 ? { ...broker, reach: 0.5 } : broker)) },
  fastFollowers: { values: { ...inputs.values, 'brokers.cutNoticed': 0.02 } },
  phases: { values: { ...inputs.values, 'brokers.phaseYear': 2025 } },
  belowCostBan: { decisions: [{ month: inputs.startMonth, broker: 0, lever: 'price', mode: 'set', value: 0.1 }] },
  // Whether one is due within the year is chance.
  inspections: { values: { ...inputs.values, 'regulator.inspection': 5 } },
  scandalAmongFriends: { values: { ...inputs.values, 'regulator.inspection': 5 } },
};

/** The run, to its last bit. */
function hashRun(key: MechanismKey, values: Mechanism['off']): string {
  const market = { ...inputs, ...OCCASIONS[key] };
  const simulation = createSimulation({ ...market, values: { ...market.values, ...values } }, 'switch');
  while (simulation.month < inputs.months) simulation.step();
  return simulation.stateHash();
}

test.each(MECHANISMS as readonly Mechanism<MechanismKey>[])(
  '$key has a switch that makes a difference',
  ({ key, off, on = {} }) => {
    expect(hashRun(key, off)).not.toBe(hashRun(key, on));
  },
);

test.each(MECHANISMS as readonly Mechanism[])('$key is on by default, or can be turned on', ({ off, on = {} }) => {
  const defaults: Mechanism['off'] = readDefaults();
  const keys = Object.keys(off) as (keyof Mechanism['off'])[];
  expect(keys.some((key) => off[key] !== (on[key] ?? defaults[key]))).toBe(true);
});

test.each(MECHANISMS as readonly Mechanism[])(
  '$key is switched by values that parameters may have',
  ({ off, on = {} }) => {
    for (const [key, value] of [...Object.entries(off), ...Object.entries(on)]) {
      const declaration = PARAMETERS.find((parameter) => parameter.key === key);
      expect(value, key).toBeGreaterThanOrEqual(declaration?.min ?? Number.POSITIVE_INFINITY);
      expect(value, key).toBeLessThanOrEqual(declaration?.max ?? Number.NEGATIVE_INFINITY);
    }
  },
);

test('no two mechanisms are switched by the same parameter, so that each switch is its own', () => {
  const keys = (MECHANISMS as readonly Mechanism[]).flatMap(({ off }) => Object.keys(off));
  expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
});
