import { describe, expect, test } from 'vitest';
import { createSimulation, type Simulation } from '../../src/model/simulation.ts';
import { REFERENCE_INPUTS, REFERENCE_SEED, runReference } from '../support/reference-run.ts';

function runToEnd(simulation: Simulation): string {
  while (simulation.month < simulation.inputs.months) simulation.step();
  return simulation.stateHash();
}

describe('one scenario and one seed are one run, in this process', () => {
  const expected = runReference();

  test('a second time', () => {
    expect(runToEnd(createSimulation(REFERENCE_INPUTS, REFERENCE_SEED))).toBe(expected);
  });

  test('however often it is looked at', () => {
    const simulation = createSimulation(REFERENCE_INPUTS, REFERENCE_SEED);
    while (simulation.month < simulation.inputs.months) {
      simulation.readMetrics();
      simulation.step();
      simulation.readSnapshot(simulation.month * 50);
      if (simulation.month % 7 === 0) simulation.stateHash();
      if (simulation.month % 5 === 0) simulation.save();
    }
    expect(simulation.stateHash()).toBe(expected);
  });

  test('saved in mid-run and continued by another simulation', () => {
    const first = createSimulation(REFERENCE_INPUTS, REFERENCE_SEED);
    while (first.month < 31) first.step();
    const saved = first.save();
    const second = createSimulation(REFERENCE_INPUTS, REFERENCE_SEED);
    for (let month = 0; month < 50; month++) second.step();
    second.restore(saved);
    expect(second.month).toBe(31);
    expect(runToEnd(second)).toBe(expected);
    expect(runToEnd(first), 'saving left the first run alone').toBe(expected);
  });

  test('while another run with another seed advances beside it', () => {
    const mine = createSimulation(REFERENCE_INPUTS, REFERENCE_SEED);
    const other = createSimulation(REFERENCE_INPUTS, 'another');
    while (mine.month < mine.inputs.months) {
      mine.step();
      other.step();
    }
    expect(mine.stateHash()).toBe(expected);
    expect(other.stateHash(), 'and the seed does matter').not.toBe(expected);
  });
});
