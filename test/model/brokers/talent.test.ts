import { expect, test } from 'vitest';
import { buildCapabilities } from '../../../src/model/brokers/capabilities.ts';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { moveTalent } from '../../../src/model/brokers/talent.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

const VALUES = { 'brokers.talentSpeed': 0.12, 'brokers.talentPull': 0.5, 'brokers.talentRoom': 0.4 };

const SKILLED = ['spendContent', 'spendCommunity', 'spendAdvice', 'spendService'] as const;

function createPair(values: Partial<ParameterValues> = {}): World {
  const world = createStartedWorld({
    brokers: [createBroker('head', { quality: 0.8 }), createBroker('small', { quality: 0.4 })],
    values: { ...VALUES, ...values },
  });
  applyHeldLevers(world);
  for (const lever of SKILLED) world.brokers[lever].fill(1);
  moveTalent(world);
  return world;
}

test('talent stays where it is while everybody spends as before', () => {
  expect([...createPair().brokers.talent]).toEqual([0.8, 0.4]);
});

test('goes slowly to where the money goes, away from others, by hand', () => {
  const world = createPair();
  const { talent, skilledPart } = world.brokers;
  expect([...skilledPart]).toEqual([0.5, 0.5]);
  for (const lever of SKILLED) world.brokers[lever].set([2, 0.5]);
  moveTalent(world);
  // Parts are 8/10 and 2/10 instead of a half each. A twelfth of .12 of the way, in a month.
  expect(talent[0]).toBeCloseTo(0.8 + 0.01 * (Math.min(0.8 + 0.4 * 0.2, 0.8 * Math.sqrt(1.6)) - 0.8), 12);
  expect(talent[1]).toBeCloseTo(0.4 + 0.01 * (0.4 * Math.sqrt(0.4) - 0.4), 12);
});

test('a small broker with all the money of the world stays below the room that it has', () => {
  const world = createPair({ 'brokers.talentSpeed': 2, 'brokers.talentPull': 2 });
  for (let month = 0; month < 120; month++) {
    for (const lever of SKILLED) world.brokers[lever].set([0.001, 1000]);
    moveTalent(world);
  }
  expect(world.brokers.talent[1]).toBeCloseTo(0.4 + 0.4 * 0.6, 4);
  expect(world.brokers.talent[0], 'who is left by all keeps the rest').toBeCloseTo(0.8 * 0.6, 4);
});

test('is the ceiling of capabilities, compliance apart', () => {
  const world = createPair();
  buildCapabilities(world);
  const { content, compliance } = world.brokers;
  const [before, rules] = [content[1], compliance[1]];
  world.brokers.talent[1] = 0.2;
  buildCapabilities(world);
  expect(content[1]).toBeLessThan(0.55 * before);
  expect(compliance[1]).toBeGreaterThan(0.95 * rules);
});

test('is fixed at speed 0', () => {
  const world = createPair({ 'brokers.talentSpeed': 0 });
  world.brokers.spendContent.set([1000, 0]);
  for (let month = 0; month < 12; month++) moveTalent(world);
  expect([...world.brokers.talent]).toEqual([0.8, 0.4]);
});
