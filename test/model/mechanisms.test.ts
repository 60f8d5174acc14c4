import { expect, test } from 'vitest';
import { MECHANISMS, type Mechanism } from '../../src/model/mechanisms.ts';
import { readDefaults } from '../../src/model/parameters.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

const inputs = { ...loadBuiltInputs('projection-neutral'), agents: 1000, months: 14 };

/** The run, to its last bit. */
function hashRun(values: Mechanism['off']): string {
  const simulation = createSimulation({ ...inputs, values: { ...inputs.values, ...values } }, 'switch');
  while (simulation.month < inputs.months) simulation.step();
  return simulation.stateHash();
}

test.each(MECHANISMS as readonly Mechanism[])('$key has a switch that makes a difference', ({ off, on = {} }) => {
  expect(hashRun(off)).not.toBe(hashRun(on));
});

test.each(MECHANISMS as readonly Mechanism[])('$key is on by default, or can be turned on', ({ off, on = {} }) => {
  const defaults: Mechanism['off'] = readDefaults();
  const keys = Object.keys(off) as (keyof Mechanism['off'])[];
  expect(keys.some((key) => off[key] !== (on[key] ?? defaults[key]))).toBe(true);
});
