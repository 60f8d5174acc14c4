import { describe, expect, test } from 'vitest';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { PILOT_STAGE } from '../../../src/model/brokers/pilots.ts';
import { computeFixedProgrammesBn } from '../../../src/model/brokers/programmes.ts';
import { computeShowcaseCostBn, computeShowcaseUse, drawAdoption } from '../../../src/model/brokers/showcase.ts';
import { type BrokerInput, PROGRAMMES } from '../../../src/model/inputs.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { DECISION } from '../../../src/model/reasons.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

const SHOWCASE = PROGRAMMES.indexOf('showcase');

function start(changes: Partial<BrokerInput>, values: Partial<ParameterValues> = {}) {
  return createStartedWorld({ brokers: [createBroker('a', { showcase: 0.8, ...changes }), createBroker('b')], values });
}

/** Goes on by some months, the levers turned in each. */
function turn(world: ReturnType<typeof start>, months: number): void {
  for (let month = 0; month < months; month++) {
    applyHeldLevers(world);
    world.market.month[0]++;
  }
}

describe('showcase technology', () => {
  test('is unknown before its year', () => {
    const world = start({}, { 'programmes.showcaseFrom': 2026 });
    turn(world, 1);
    expect(world.programmes.showcase[0]).toBe(0);
  });

  test('would be used by shares of Beta(1, 20): mean 1/21, one in 8 above a tenth', () => {
    const world = start({});
    const shares = Array.from({ length: 4000 }, (_, b) => drawAdoption(world, b));
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    // Standard deviation of Beta(1, 20) is .045; four standard errors of 4,000 are .003.
    expect(Math.abs(mean - 1 / 21)).toBeLessThan(0.003);
    // (1 − .1)²⁰ = .122
    expect(shares.filter((share) => share > 0.1).length / shares.length).toBeCloseTo(0.9 ** 20, 1);
  });

  test('is used less by a factor of e after the life of the novelty, and costs as much as before', () => {
    const world = start({}, { 'programmes.showcaseNovelty': 6 });
    turn(world, 1);
    world.market.month[0]--;
    const use = computeShowcaseUse(world, 0);
    expect(use).toBeCloseTo(0.8 * drawAdoption(world, 0), 12);
    world.market.month[0] += 6;
    expect(computeShowcaseUse(world, 0)).toBeCloseTo(use / Math.E, 10);
    // One per cent of an average broker’s revenue, at effort .8.
    expect(computeFixedProgrammesBn(world, 0)).toBeCloseTo(0.8 * computeShowcaseCostBn(world), 12);
    expect(computeFixedProgrammesBn(world, 1)).toBe(0);
  });
});

describe('a pilot', () => {
  test('runs on its share of clients and of the cost for six months, then full or not at all', () => {
    const world = start({ rollout: 'gate' }, { 'brokers.pilotShare': 0.05, 'brokers.pilotError': 0 });
    turn(world, 6);
    expect(world.pilots.stage[SHOWCASE]).toBe(PILOT_STAGE.pilot);
    expect(world.programmes.showcase[0]).toBeCloseTo(0.8 * 0.05, 12);
    turn(world, 1);
    expect(world.pilots.stage[SHOWCASE]).toBe(PILOT_STAGE.stopped);
    expect(world.programmes.showcase[0]).toBe(0);
    expect(world.strategies.decision[0]).toBe(DECISION.stop);
    expect(world.strategies.subject[0]).toBe(SHOWCASE);
    expect(world.strategies.value[0]).toBeLessThan(world.strategies.other[0]);
  });

  test('passes what costs nothing', () => {
    const world = start({ rollout: 'gate' }, { 'programmes.showcaseCost': 0 });
    turn(world, 7);
    expect(world.pilots.stage[SHOWCASE]).toBe(PILOT_STAGE.rolledOut);
    expect(world.programmes.showcase[0]).toBe(0.8);
  });

  test('is not made by brokers that plan, and what they run is no decision', () => {
    const world = start({});
    turn(world, 20);
    expect(world.programmes.showcase[0]).toBe(0.8);
    expect(world.strategies.decidedMonth[0]).toBe(createStartedWorld().strategies.decidedMonth[0]);
  });
});
