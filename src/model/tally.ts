import { sumOf } from '../core/sum.ts';
import { beginCensus, countPeople, publishCensus } from './census.ts';
import { payReferrers } from './investors/referral.ts';
import { showFriends } from './investors/voices.ts';
import type { World } from './world.ts';

/** Empties the month's tallies and events, and lets friends see where everybody stood at the end of last month. */
export function beginMonth(world: World): void {
  for (const column of Object.values(world.tally)) column.fill(0);
  world.departures.clients.fill(0);
  const { flow } = world;
  const renewalWeight = flow.renewalWeight[0];
  for (const column of Object.values(flow)) column.fill(0);
  flow.renewalWeight[0] = renewalWeight;
  world.tally.accountsBefore.set(world.brokers.accounts);
  world.tally.cashBeforeCents.set(world.brokers.cashCents);
  flow.assetsBeforeCents[0] = world.market.assetsCents[0];
  flow.usersBefore[0] = sumOf(world.brokers.users);
  flow.experienceBefore[0] = world.market.experience[0];
  world.events.count = 0;
  payReferrers(world);
  showFriends(world);
  if (world.market.month[0] % 12 === 0) beginYear(world);
}

function beginYear({ investors }: World): void {
  investors.lastYearTurnover.set(investors.yearTurnover);
  investors.yearTurnover.fill(0);
  investors.yearNet.fill(0);
}

/** Counts users, accounts and assets by broker as they stand. */
export function countMonth(world: World): void {
  beginCensus(world);
  countPeople(world, 0, world.agents);
  publishCensus(world);
}
