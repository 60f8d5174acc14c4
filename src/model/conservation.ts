import { assertInvariant } from '../core/invariant.ts';
import { sumOf } from '../core/sum.ts';
import { readCost, readRevenue } from './brokers/accounts.ts';
import { isMisfit } from './census.ts';
import type { World } from './world.ts';

/** People, accounts and money are conserved exactly, every month, on every run. */
export function assertBooksBalance(world: World): void {
  assertPeople(world);
  assertAccounts(world);
  assertClientMoney(world);
  assertBrokerMoney(world);
}

/** Whoever has a main broker is a user, and nobody else; accounts fill their places without a gap. The census has looked. */
function assertPeople(world: World): void {
  assertInvariant(world.census.total.misfits[0] === 0, () => describeMisfit(world));
}

function describeMisfit({ investors, census }: World): string {
  const { status, main, second, third } = investors;
  const i = status.findIndex((_, slot) => isMisfit(status[slot], main[slot], second[slot], third[slot]) === 1);
  return `${census.total.misfits[0]} misfits, the first in slot ${i}: status ${status[i]}, accounts ${main[i]}, ${second[i]}, ${third[i]}`;
}

/** Accounts now are accounts before, plus funded and transferred ones, less those closed: by broker. */
function assertAccounts({ brokers, tally, brokerCount }: World): void {
  for (let b = 0; b < brokerCount; b++) {
    const expected = tally.accountsBefore[b] + tally.funded[b] + tally.transferred[b] - tally.closings[b];
    assertInvariant(
      brokers.accounts[b] === expected,
      () => `broker ${b}: expected ${expected} accounts, found ${brokers.accounts[b]}`,
    );
  }
}

/** Assets change by what people pay in and take out, earn, receive and pay: to the cent. */
function assertClientMoney(world: World): void {
  const { flow, tally, market } = world;
  const paidToBrokers =
    sumOf(tally.commissionCents) +
    sumOf(tally.marginCents) +
    sumOf(tally.fundsCents) +
    sumOf(tally.adviceCents) +
    sumOf(tally.crossBorderCents);
  const expected =
    flow.assetsBeforeCents[0] +
    flow.depositCents[0] -
    flow.withdrawalCents[0] +
    flow.gainCents[0] +
    sumOf(tally.rewardCents) -
    paidToBrokers -
    flow.otherCostCents[0];
  assertInvariant(
    market.assetsCents[0] === expected,
    () => `expected ${expected} cents of client assets, found ${market.assetsCents[0]}`,
  );
}

/** What clients paid is what brokers booked, and cash changes by revenue less cost: by broker, to the cent. */
function assertBrokerMoney(world: World): void {
  const { brokers, tally, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    const expected = tally.cashBeforeCents[b] + readRevenue(world, b) - readCost(world, b);
    assertInvariant(
      brokers.cashCents[b] === expected,
      () => `broker ${b}: expected ${expected} cents of cash, found ${brokers.cashCents[b]}`,
    );
  }
}
