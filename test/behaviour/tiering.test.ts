import { expect, test } from 'vitest';
import { NONE } from '../../src/model/purposes.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { allocateState } from '../../src/model/state.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { estimate } from '../support/paired-runs.ts';

// holds: tiering
/* Tiered service (M35): the first of two equal brokers serves the wealthy better and others less, with the same money. */
const MONTHS = 12;
const SEEDS = 6;
const SURE = 3;
/** Upper tenth of a normal score. */
const WEALTHY = 1.2816;

/** Of those who were clients of the first broker at the start: mean satisfaction of its clients now, and share still there. */
function play(tiering: number, seed: number) {
  const brokers = [createBroker('a', { tiering }), createBroker('b')];
  const inputs = createMarket({ agents: 3000, months: MONTHS, brokers, values: { 'regulator.inspection': 0 } });
  const simulation = createSimulation(inputs, `tier ${seed}`);
  const read = () => allocateState(inputs, simulation.save()).tables.investors;
  const start = read();
  while (simulation.month < MONTHS) simulation.step();
  const end = read();
  const of = (accepts: (score: number) => boolean) => {
    let [count, kept, satisfaction] = [0, 0, 0];
    for (let i = 0; i < inputs.agents; i++) {
      if (start.main[i] !== 0 || !accepts(start.wealthScore[i])) continue;
      count++;
      if (end.main[i] === NONE || end.main[i] !== 0) continue;
      kept++;
      satisfaction += end.satisfaction[i];
    }
    return { kept: kept / count, satisfaction: satisfaction / kept };
  };
  return { wealthy: of((score) => score >= WEALTHY), others: of((score) => score < WEALTHY), all: of(() => true) };
}

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
const control = seeds.map((seed) => play(0, seed));
const treated = seeds.map((seed) => play(1, seed));
const compare = (read: (run: (typeof control)[number]) => number) =>
  estimate(treated.map((run, k) => read(run) - read(control[k])));

test('the wealthy are more content, others less so', () => {
  expect(compare(({ wealthy }) => wealthy.satisfaction).t).toBeGreaterThan(SURE);
  expect(compare(({ others }) => others.satisfaction).t).toBeLessThan(-SURE);
});

test('and the broker as a whole as before: nothing is added to service', () => {
  expect(Math.abs(compare(({ all }) => all.satisfaction).mean)).toBeLessThan(0.003);
});

test('more of the wealthy stay than without tiers, as far as chance lets see', () => {
  expect(compare(({ wealthy }) => wealthy.kept).mean).toBeGreaterThanOrEqual(0);
});
