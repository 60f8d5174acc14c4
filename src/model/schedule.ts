import { bookAccounts } from './brokers/accounts.ts';
import { adviseClients } from './brokers/advisers.ts';
import { buildCapabilities } from './brokers/capabilities.ts';
import { planQuarter } from './brokers/decisions.ts';
import { openEntrants, resolveFailures } from './brokers/failure.ts';
import { applyHeldLevers } from './brokers/levers.ts';
import { moveTalent } from './brokers/talent.ts';
import { beginCensus, countPeople, publishCensus } from './census.ts';
import { assertBooksBalance } from './conservation.ts';
import { countTenure, rememberMonth } from './history.ts';
import { enterMarket } from './investors/entry.ts';
import { judgeBrokers } from './investors/experience.ts';
import { settleExperience } from './investors/learning.ts';
import { reconsiderBrokers } from './investors/moves.ts';
import { prepareOffers } from './investors/offers.ts';
import { renewPopulation } from './investors/renewal.ts';
import { tradeAndEarn } from './investors/trading.ts';
import { updateGoodwill } from './market/awareness.ts';
import { imposeCrossBorderBan } from './market/cross-border.ts';
import { drawMarket } from './market/environment.ts';
import { inspectBrokers } from './regulator/inspection.ts';
import { beginMonth } from './tally.ts';
import type { World } from './world.ts';

/** What is done with the people in slots `from` to `to` − 1, each alone, so that threads may share it. Counts them. */
export type Visit = (world: World, from: number, to: number) => void;

/** Has everybody visited: in one go, or by several threads. */
export type VisitAll = (world: World, visit: Visit) => void;

/**
 * The month. The order of these lines is the order of events; steps are numbered as in docs/model.md.
 * Steps 4 to 7 visit investors, each alone: a person reads their own row, what brokers offer, and what friends
 * showed at the end of last month, and writes their own row and whole-number tallies. So neither the order of visits nor
 * their split over threads can change a result.
 */
export function stepMonth(world: World, visitAll: VisitAll = visitAlone): void {
  beginMonth(world);

  // 1 Environment
  drawMarket(world);

  // 2 Broker decisions
  openEntrants(world);
  planQuarter(world);
  applyHeldLevers(world);

  // 3 Awareness and capability stocks
  moveTalent(world);
  buildCapabilities(world);
  adviseClients(world);
  updateGoodwill(world);

  // 4 to 7 Entry, trading and returns, experience, moves
  beginCensus(world);
  visitAll(world, VISITS.investors);
  publishCensus(world);

  // 8 Broker accounts
  bookAccounts(world);
  resolveFailures(world);

  // 9 Regulator
  imposeCrossBorderBan(world);
  inspectBrokers(world);

  // 10 Ageing and renewal
  beginCensus(world);
  visitAll(world, VISITS.renewal);
  publishCensus(world);

  settleExperience(world);
  rememberMonth(world);
  assertBooksBalance(world);
  world.market.month[0] += 1;
}

function visitAlone(world: World, visit: Visit): void {
  visit(world, 0, world.agents);
}

function visitInvestors(world: World, from: number, to: number): void {
  prepareOffers(world);

  // 4 Entry
  enterMarket(world, from, to);
  // 5 Trading and returns
  tradeAndEarn(world, from, to);
  // 6 Experience, satisfaction, complaints
  judgeBrokers(world, from, to);
  // 7 Reconsider: stay, add an account, switch, go dormant, come back, leave
  reconsiderBrokers(world, from, to);
  countPeople(world, from, to);
}

function renewInvestors(world: World, from: number, to: number): void {
  renewPopulation(world, from, to);
  countPeople(world, from, to);
  countTenure(world, from, to);
}

export const VISITS = { investors: visitInvestors, renewal: renewInvestors } as const satisfies Record<string, Visit>;
