import { expect, test } from 'vitest';
import { buildCapabilities } from '../../../src/model/brokers/capabilities.ts';
import { computeFit } from '../../../src/model/brokers/fit.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld, withValues } from '../../support/model-world.ts';

function createPair(): World {
  const world = createStartedWorld({
    brokers: [createBroker('copier'), createBroker('leader', { strategy: 'content' })],
    values: { 'brokers.imitationMisfit': 1, 'brokers.emphasis': 0.03 },
  });
  const { brokers } = world;
  for (const column of ['shareContent', 'shareCommunity', 'shareAdvice', 'shareService'] as const)
    brokers[column].fill(0.01);
  for (const column of ['content', 'community', 'advice', 'service'] as const) brokers[column].set([0.2, 0.3]);
  brokers.content[1] = 0.6;
  brokers.talent.set([0.4, 0.9]);
  return world;
}

test('fit falls with what is missing of talent and of levels where the strategy’s money goes, by hand', () => {
  const world = createPair();
  // Talent: .5 missing. Money: content .01 + .03, three levers .01 each; levels missing .4 and .1: (.04 × .4 + .03 × .1)/.07.
  expect(computeFit(world, 0, 1)).toBeCloseTo(1 - 0.5 * (0.5 + 0.019 / 0.07), 12);
});

test('whoever has more than it takes fits wholly, and everybody does where misfit is nothing', () => {
  const world = createPair();
  expect(computeFit(world, 1, 0)).toBe(1);
  expect(computeFit(withValues(world, { 'brokers.imitationMisfit': 0 }), 0, 1)).toBe(1);
});

test('money without fit builds so much less, compliance apart', () => {
  const build = (fit: number) => {
    const world = createPair();
    world.strategies.fit[0] = fit;
    applyHeldLevers(world);
    const { stockContent, stockCompliance } = world.brokers;
    stockContent[0] = 0;
    stockCompliance[0] = 0;
    buildCapabilities(world);
    return [stockContent[0], stockCompliance[0]];
  };
  const [whole, half] = [build(1), build(0.5)];
  expect(half[0]).toBeCloseTo(0.5 * whole[0], 12);
  expect(half[1]).toBe(whole[1]);
});
