import { expect, test } from 'vitest';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import { awardReferral, payReferrers } from '../../../src/model/investors/referral.ts';
import { NONE } from '../../../src/model/purposes.ts';
import type { World } from '../../../src/model/world.ts';
import { createBroker, createStartedWorld } from '../../support/model-world.ts';

/** Friend 7 showed broker 0, which pays 101 fen at full effort; three tenths are the newcomer’s. */
function start(effort = 1): World {
  const world = createStartedWorld({
    brokers: [createBroker('a', { referral: effort }), createBroker('b')],
    values: { 'programmes.referralCny': 1.01, 'programmes.referralSplit': 0.3 },
  });
  world.programmes.referral.set([effort, 0]);
  world.investors.shown[7] = 0;
  world.investors.main[7] = 0;
  world.investors.assetsCents[7] = 500;
  return world;
}

test('a reward is split in whole cents, and nothing is lost', () => {
  const world = start();
  // .3 × 101 = 30.3: 30 and 71.
  expect(awardReferral(world, 7, 0)).toBe(30);
  expect(world.investors.owedCents[7]).toBe(71);
  expect(awardReferral(start(0.5), 7, 0)).toBe(Math.round(0.3 * 51));
});

test('it is due only at the broker of the friend, and only where there is one', () => {
  const world = start();
  expect(awardReferral(world, 7, 1)).toBe(0);
  expect(awardReferral(world, -1, 0)).toBe(0);
  expect(world.investors.owedCents[7]).toBe(0);
});

test('the friend is paid next month by the broker that was recommended, once', () => {
  const world = start();
  awardReferral(world, 7, 0);
  awardReferral(world, 7, 0);
  payReferrers(world);
  payReferrers(world);
  expect(world.investors.assetsCents[7]).toBe(500 + 142);
  expect(world.tally.rewardCents[0]).toBe(142);
  expect(world.tally.referralCents[0]).toBe(142);
});

test('who has left is paid in cash; a broker that is gone pays nobody', () => {
  const left = start();
  awardReferral(left, 7, 0);
  left.investors.main[7] = NONE;
  left.investors.assetsCents[7] = 0;
  payReferrers(left);
  expect(left.investors.assetsCents[7]).toBe(0);
  expect(left.flow.withdrawalCents[0]).toBe(71);
  expect(left.tally.rewardCents[0]).toBe(71);

  const gone = start();
  awardReferral(gone, 7, 0);
  gone.brokers.status[0] = BROKER_STATUS.closed;
  payReferrers(gone);
  expect(gone.tally.rewardCents[0]).toBe(0);
  expect(gone.investors.assetsCents[7]).toBe(500);
});
