import { expect, test } from 'vitest';
import { predictDuration } from '../../../src/experiment/study/duration.ts';
import { readShippedScenario } from '../../support/shipped-scenarios.ts';

const stop = { first: 2, batch: 0, most: 2, interval: null };
const scenario = readShippedScenario('projection-neutral');
const points = { keys: ['tastes.price'], count: 10 };
const RUN = { coldMs: 5, warmMs: 2 };

test('runs of one seed share their history: each worker plays it once a seed', () => {
  // 20 runs of 2 ms and two histories of 3 ms on each of two workers.
  expect(predictDuration({ points, stop, scenario }, RUN, 2)).toBe((20 * 2 + 2 * 2 * 3) / 2);
});

test('a swept parameter that the history depends on leaves nothing to share', () => {
  const swept = { keys: ['tastes.price', 'network.homophily'], count: 10 };
  expect(predictDuration({ points: swept, stop, scenario }, RUN, 2)).toBe((20 * 5) / 2);
});

test('no more workers than runs', () => {
  const one = { keys: [], count: 1 };
  expect(predictDuration({ points: one, stop: { ...stop, most: 3 }, scenario }, RUN, 8)).toBe((3 * 2 + 3 * 1 * 3) / 3);
  expect(predictDuration({ points: one, stop, scenario: { ...scenario, startsFrom: null } }, RUN, 8)).toBe(5);
});
