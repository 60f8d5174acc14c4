import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from './shipped-inputs.ts';

/** The run that every host is compared on. */
export const REFERENCE_SCENARIO = 'projection-neutral';
export const REFERENCE_SEED = '42';
export const REFERENCE_AGENTS = 5_000;
export const REFERENCE_INPUTS = loadShippedInputs(REFERENCE_SCENARIO, { agents: REFERENCE_AGENTS, months: 72 });

/** State hash of the reference run after its last month, computed here in Node. */
export function runReference(): string {
  const simulation = createSimulation(REFERENCE_INPUTS, REFERENCE_SEED);
  while (simulation.month < simulation.inputs.months) simulation.step();
  return simulation.stateHash();
}
