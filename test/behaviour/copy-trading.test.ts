import { expect, test } from 'vitest';
import { MARKET_METRIC } from '../../src/model/metrics.ts';
import { NONE } from '../../src/model/purposes.ts';
import { STATUS } from '../../src/model/records.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { allocateState } from '../../src/model/state.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { estimate } from '../support/paired-runs.ts';

// holds: copyTrading
/* Copy trading (M22) in a falling market, with communities at their best: clients copy the boldest friend, or nobody does. */
const MONTHS = 18;
// What it adds to sleep and leaving is .12 % ± .07 even with these: the sign of the mean, no more.
const SEEDS = 20;
const SURE = 3;

function play(copying: number, seed: number) {
  const inputs = createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a', { community: 0.9 }), createBroker('b', { community: 0.9 })],
    values: {
      'regulator.inspection': 0,
      'population.usersMillion': 250,
      'population.activeShare': 0.9,
      'brokers.communityFloor': 1,
      'trading.copying': copying,
    },
    realisedReturns: new Array(MONTHS).fill(-0.03),
  });
  const simulation = createSimulation(inputs, `copy ${seed}`);
  let [gross, gone] = [0, 0];
  while (simulation.month < MONTHS) {
    simulation.step();
    const { market } = simulation.readMetrics();
    gross += market[MARKET_METRIC.grossReturn];
    gone += market[MARKET_METRIC.leavers] + market[MARKET_METRIC.dormancies];
  }
  const { investors, ties } = allocateState(inputs, simulation.save()).tables;
  return { gross, gone, alike: correlateFriends(investors, ties.friend, inputs.values['network.friends']) };
}

/** Correlation of a year’s net return between users awake and their friends awake. */
function correlateFriends(
  { main, return12, status }: ReturnType<typeof allocateState>['tables']['investors'],
  friend: Int32Array,
  friends: number,
): number {
  const isAwake = (i: number) => main[i] !== NONE && status[i] === STATUS.active;
  const users = [...main.keys()].filter(isAwake);
  const center = users.reduce((sum, i) => sum + return12[i], 0) / users.length;
  const spread = users.reduce((sum, i) => sum + (return12[i] - center) ** 2, 0) / users.length;
  let [pairs, product] = [0, 0];
  for (const i of users) {
    for (let k = i * friends; k < (i + 1) * friends; k++) {
      if (!isAwake(friend[k])) continue;
      pairs++;
      product += (return12[i] - center) * (return12[friend[k]] - center);
    }
  }
  return product / pairs / spread;
}

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
const control = seeds.map((seed) => play(0, seed));
const treated = seeds.map((seed) => play(1, seed));
const compare = (read: (run: (typeof control)[number]) => number) =>
  estimate(treated.map((run, k) => read(run) - read(control[k])));

test('takes more risk, which costs more in a falling market', () => {
  expect(compare(({ gross }) => gross).t).toBeLessThan(-SURE);
});

test('makes friends win and lose together', () => {
  expect(compare(({ alike }) => alike).t).toBeGreaterThan(SURE);
});

test('and sends more of them to sleep or away', () => {
  expect(compare(({ gone }) => Math.log(gone)).mean).toBeGreaterThan(0);
});
