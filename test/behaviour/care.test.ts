import { describe, expect, test } from 'vitest';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

// holds: care
/* Churn prediction and calls (M31, M32): the first of two equal brokers runs it at full effort, all else equal, chance included. */
const MONTHS = 24;
const SEEDS = 8;
const SURE = 3;

function play(care: number, values: object) {
  return playRuns(
    createMarket({
      agents: 2500,
      months: MONTHS,
      brokers: [createBroker('a', { care }), createBroker('b')],
      // Everybody may be called, and many leave: what a call does shows in few runs.
      values: {
        'regulator.inspection': 0,
        'regulator.consent': 0,
        'programmes.careCapacity': 1,
        'dormancy.leave': 0.3,
        ...values,
      },
    }),
    SEEDS,
  );
}

/** Nobody minds a call; and everybody does, as in the field trial. */
const LIKED = { 'programmes.careSleepingDogs': 0 };
const FEARED = { 'programmes.careSleepingDogs': 1 };
const lost = (run: Run) => Math.log(sumMonths(run, (record) => readBroker(record, 0, 'closings')));
const spent = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'costProgrammes'));

describe('calls to clients who seem likely to leave', () => {
  const likedControl = play(0, LIKED);
  const liked = play(1, LIKED);
  const fearedControl = play(0, FEARED);
  const feared = play(1, FEARED);

  test('hold some where nobody minds a call, by less than half of what is claimed', () => {
    const effect = compareRuns(likedControl, liked, lost);
    expect(effect.t).toBeLessThan(-SURE);
    // S190 claims −42 %.
    expect(effect.mean).toBeGreaterThan(Math.log(1 - 0.42 / 2));
  });

  test('harm where people are sleeping dogs: more leave than without a call', () => {
    const effect = compareRuns(fearedControl, feared, lost);
    expect(effect.t).toBeGreaterThan(SURE);
    // E36: 6.4 % became 10.0 % of those called; not everybody is called, and false alarms tire them.
    expect(effect.mean).toBeLessThan(Math.log(10 / 6.4));
  });

  test('cost money in any case', () => {
    expect(compareRuns(fearedControl, feared, spent).mean).toBeGreaterThan(0);
    expect(compareRuns(likedControl, liked, spent).t).toBeGreaterThan(SURE);
  });
});
