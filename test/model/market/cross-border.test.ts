import { expect, test } from 'vitest';
import { applyHeldLevers } from '../../../src/model/brokers/levers.ts';
import { consider, considerHeld } from '../../../src/model/investors/choice.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import { tradeAndEarn } from '../../../src/model/investors/trading.ts';
import { imposeCrossBorderBan, takesNewClients } from '../../../src/model/market/cross-border.ts';
import { createBroker, createStartedWorld, findSlots, TEST_START } from '../../support/model-world.ts';

function start(from: number) {
  return createStartedWorld({
    brokers: [createBroker('abroad', { niche: 'crossBorder', lifeScene: 1 }), createBroker('b', { lifeScene: 1 })],
    values: { 'regulator.crossBorderBanFrom': from },
  });
}

test('the ban meets cross-border brokers only, from its month on', () => {
  const world = start(2025 + 1 / 12);
  expect(takesNewClients(world, 0)).toBe(true);
  world.market.month[0] = TEST_START + 1;
  expect(takesNewClients(world, 0)).toBe(false);
  expect(takesNewClients(world, 1)).toBe(true);
});

test('the broker comes to nobody’s mind but that of its clients, pays for no contacts, and others go on', () => {
  const world = start(2025);
  applyHeldLevers(world);
  expect([...world.brokers.spendAdvertising].map((spend) => spend > 0)).toEqual([false, true]);
  expect([...world.programmes.lifeScene]).toEqual([0, 1]);
  prepareOffers(world);
  expect([...world.offers.open.subarray(0, world.offers.openCount)]).toEqual([1]);
  world.choice.count = 0;
  consider(world, 0);
  expect(world.choice.count).toBe(0);
  considerHeld(world, 0);
  expect(world.choice.count).toBe(1);
});

test('its clients pay nothing in, but may draw out', () => {
  const world = start(2025);
  prepareOffers(world);
  const { investors, flow } = world;
  const clients = findSlots(world, (i) => investors.main[i] === 0);
  for (const i of findSlots(world, (slot) => investors.main[slot] === 1)) investors.assetsCents[i] = 0;
  for (const i of clients) investors.assetsCents[i] = 1;
  tradeAndEarn(world, 0, world.agents);
  expect(clients.every((i) => investors.assetsCents[i] <= 1)).toBe(true);
  expect(flow.depositCents[0], 'clients of the other broker save').toBeGreaterThan(0);
});

test('reputation falls once, in the first month', () => {
  const world = start(2025);
  const before = [...world.brokers.reputation];
  imposeCrossBorderBan(world);
  expect(world.brokers.reputation[0]).toBeCloseTo(before[0] - world.values['regulator.trustShock'], 12);
  expect(world.brokers.reputation[1]).toBe(before[1]);
  world.market.month[0]++;
  imposeCrossBorderBan(world);
  expect(world.brokers.reputation[0]).toBeCloseTo(before[0] - world.values['regulator.trustShock'], 12);
});
