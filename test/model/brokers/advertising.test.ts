import { describe, expect, test } from 'vitest';
import { computeResponses, readRetentionShare } from '../../../src/model/brokers/advertising.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { createBroker, createStartedWorld, withValues } from '../../support/model-world.ts';

function createAdvertisers(spend: readonly number[]) {
  const world = createStartedWorld({
    brokers: spend.map((_, k) => createBroker(`b${k}`)),
    values: { 'entry.advertisingHalfCny': 3, 'brokers.marginalAcquisition': 1 },
  });
  world.brokers.spendAdvertising.set(spend);
  return world;
}

/** Openings from advertising of each broker, up to a constant, in the saturating response that entry uses. */
function respond(spend: readonly number[], others: number): number[] {
  const total = spend.reduce((sum, value) => sum + value, 0);
  const x = (total * 1e9) / others / 3;
  return spend.map((value) => (x / (1 + x)) * (value / total));
}

describe('the response to one’s own advertising', () => {
  test('is the elasticity of the saturating response, against a small change of spending', () => {
    const spend = [3, 1];
    const world = createAdvertisers(spend);
    const users = world.brokers.users.reduce((sum, count) => sum + count, 0);
    const others = Math.max(1, world.agents - users) * world.peoplePerAgent;
    const [before] = respond(spend, others);
    const [after] = respond([3 * 1.0001, 1], others);
    expect(computeResponses(world)[0]).toBeCloseTo(Math.log(after / before) / Math.log(1.0001), 4);
  });

  test('is smaller for whoever has most of the voice, and is 1 where brokers look at averages or nobody spends', () => {
    const world = createAdvertisers([3, 1]);
    const [large, small] = computeResponses(world);
    expect(large).toBeLessThan(small);
    expect(small).toBeLessThan(1);
    expect([...computeResponses(withValues(world, { 'brokers.marginalAcquisition': 0 }))]).toEqual([1, 1]);
    expect([...computeResponses(createAdvertisers([0, 0]))]).toEqual([1, 1]);
  });
});

test('what is saved on advertising goes to service and community by its declared part, half each', () => {
  const play = (shift: number) => {
    const world = createStartedWorld({ values: { 'brokers.acquisitionShare': 0.05, 'brokers.retentionShift': shift } });
    world.brokers.shareAdvertising.fill(0.03);
    applyHeldLevers(world);
    return world;
  };
  const [kept, none] = [play(0.5), play(0)];
  expect(readRetentionShare(kept, 0)).toBeCloseTo(0.5 * 0.02, 12);
  const more = kept.brokers.spendService[0] - none.brokers.spendService[0];
  expect(more / none.brokers.spendAdvertising[0]).toBeCloseTo(0.005 / 0.03, 9);
  expect(kept.brokers.spendCommunity[0] - none.brokers.spendCommunity[0]).toBeCloseTo(more, 12);
  kept.brokers.shareAdvertising.fill(0.08);
  expect(readRetentionShare(kept, 0), 'nothing is saved where more is spent').toBe(0);
});
