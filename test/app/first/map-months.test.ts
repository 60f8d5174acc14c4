import { expect, test } from 'vitest';
import { readMapMonth } from '../../../src/app/first/computed-month.ts';
import { computeFirstResult } from '../../../src/app/first/first-result.ts';
import { listShippedMonths } from '../../../src/app/first/map-months.ts';
import { readColumn } from '../../../src/app/world/snapshot-columns.ts';
import { recordFirstRun } from '../../../src/experiment/first-visit.ts';
import type { LiveMonth } from '../../../src/experiment/live-run.ts';
import type { ModelInputs } from '../../../src/model/inputs.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import { loadBuiltInputs } from '../../support/shipped-inputs.ts';

const MONTHS = 14;
const PEOPLE = 200;
const inputs = loadBuiltInputs('projection-neutral', { agents: 400, months: MONTHS });

function play(played: ModelInputs): LiveMonth[] {
  const simulation = createSimulation(played, '7');
  const read = () => ({ record: simulation.readMetrics(), snapshot: simulation.readSnapshot(300) });
  const months = [read()];
  while (simulation.month < MONTHS) {
    simulation.step();
    months.push(read());
  }
  return months;
}

const cutter = inputs.brokers.findIndex(({ id }) => id === 'comet');
const cut = { month: inputs.startMonth, broker: cutter, lever: 'price', mode: 'set', value: 0.1 } as const;
const a = play(inputs);
const b = play({ ...inputs, decisions: [...inputs.decisions, cut] });
const run = recordFirstRun(createSimulation, inputs, { scenario: 'x', seed: '7', people: PEOPLE });

test('the shipped picture, unfolded, has everybody where the computed run has them', () => {
  const shipped = listShippedMonths(run);
  const computed = a.map((month) => readMapMonth(month, inputs.brokers.length, PEOPLE));
  expect(shipped).toHaveLength(MONTHS + 1);
  shipped.forEach(({ month, snapshot, shares }, k) => {
    expect(month).toBe(k);
    expect(readColumn(snapshot, 'broker')).toEqual(readColumn(computed[k].snapshot, 'broker'));
    // Shares are kept to a ten-thousandth.
    shares.forEach((share, broker) => {
      expect(Math.abs(share - computed[k].shares[broker])).toBeLessThanOrEqual(0.5e-4 + 1e-12);
    });
  });
  expect(run.moves.flat().length).toBeGreaterThan(0);
});

test('a result is counted from the two runs: gain, rivals that became cheaper, people drawn and gone', () => {
  const brokers = inputs.brokers.length;
  const known = { cutter, brokers, months: MONTHS };
  expect(computeFirstResult(a, a, known).followers).toBe(0);
  const outcome = computeFirstResult(a, b, known);
  expect(outcome.drawn).toBeGreaterThanOrEqual(outcome.gone);
  expect(outcome.drawn).toBeGreaterThan(0);
  const share = (month: LiveMonth) => readMapMonth(month, brokers, 1).shares[cutter];
  expect(outcome.gain).toBeCloseTo(share(b[12]) - share(b[0]), 12);
});
