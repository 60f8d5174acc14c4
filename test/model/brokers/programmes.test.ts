import { describe, expect, test } from 'vitest';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { computeProgrammeShare, readProgramme } from '../../../src/model/brokers/programmes.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import type { Decision } from '../../../src/model/inputs.ts';
import { createBroker, createStartedWorld, TEST_START } from '../../support/model-world.ts';

function start(decisions: readonly Decision[] = []) {
  return createStartedWorld({
    brokers: [createBroker('a', { wakeUp: 0.5, quality: 0.6 }), createBroker('b')],
    decisions,
  });
}

const hold = (mode: Decision['mode'], value: number): Decision => ({
  month: TEST_START,
  broker: 0,
  lever: 'wakeUp',
  mode,
  value,
});

describe('a programme', () => {
  test('runs with the effort that the scenario states, and comes out as well as the broker does anything', () => {
    const world = start();
    applyHeldLevers(world);
    expect([...world.programmes.wakeUp]).toEqual([0.5, 0]);
    // Effort .5 × quality .6
    expect(readProgramme(world, 0, 'wakeUp')).toBeCloseTo(0.3, 12);
    expect(readProgramme(world, 1, 'wakeUp')).toBe(0);
  });

  test('costs its share of revenue at that effort', () => {
    const world = start();
    applyHeldLevers(world);
    expect(computeProgrammeShare(world, 0)).toBeCloseTo(0.5 * world.values['programmes.wakeUpCost'], 12);
    expect(computeProgrammeShare(world, 1)).toBe(0);
  });

  test('can be held by a decision, at most at full effort', () => {
    const world = start([hold('set', 0.9)]);
    applyHeldLevers(world);
    expect(world.programmes.wakeUp[0]).toBe(0.9);
    const scaled = start([hold('scale', 4)]);
    applyHeldLevers(scaled);
    expect(scaled.programmes.wakeUp[0]).toBe(1);
  });

  test('does not run where the broker does not', () => {
    const world = start([hold('set', 0.9)]);
    world.brokers.status[0] = BROKER_STATUS.closed;
    applyHeldLevers(world);
    expect(world.programmes.wakeUp[0]).toBe(0);
  });
});
