import { expect, test } from 'vitest';
import { MARKET_METRIC } from '../../src/model/metrics.ts';
import { NONE } from '../../src/model/purposes.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { allocateState } from '../../src/model/state.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { estimate } from '../support/paired-runs.ts';

// holds: jointAccounts
/* Joint accounts (M12): everybody holds jointly with the first friend, or nobody does. */
const MONTHS = 24;
const SEEDS = 6;
const SURE = 3;

function play(family: number, seed: number) {
  const inputs = createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a'), createBroker('b'), createBroker('c')],
    values: {
      'regulator.inspection': 0,
      'population.usersMillion': 250,
      'dormancy.leave': 0.3,
      'network.family': family,
    },
  });
  const simulation = createSimulation(inputs, `family ${seed}`);
  let leavers = 0;
  while (simulation.month < MONTHS) {
    simulation.step();
    leavers += simulation.readMetrics().market[MARKET_METRIC.leavers];
  }
  const { investors, ties } = allocateState(inputs, simulation.save()).tables;
  let [pairs, together] = [0, 0];
  for (let i = 0; i < inputs.agents; i++) {
    const other = investors.main[ties.friend[i * inputs.values['network.friends']]];
    if (investors.main[i] === NONE || other === NONE) continue;
    pairs++;
    together += investors.main[i] === other ? 1 : 0;
  }
  return { together: together / pairs, leavers };
}

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
const control = seeds.map((seed) => play(0, seed));
const treated = seeds.map((seed) => play(1, seed));
const compare = (read: (run: (typeof control)[number]) => number) =>
  estimate(treated.map((run, k) => read(run) - read(control[k])));

test('families come to be with one broker, and fewer leave', () => {
  expect(compare(({ together }) => together).t).toBeGreaterThan(SURE);
  expect(compare(({ leavers }) => Math.log(leavers)).t).toBeLessThan(-SURE);
});
