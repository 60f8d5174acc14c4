import { MONTHS_REMEMBERED } from '../state.ts';
import { convertBillionToAgentCents, readMonth, type World } from '../world.ts';
import { computeFixedCostBn } from './accounts.ts';
import { installCapabilities } from './capabilities.ts';
import { BROKER_STATUS } from './status.ts';
import { createStrategies } from './strategies.ts';

/** Cost of the year before the start as a share of revenue: the ledger has to begin somewhere, and forgets it in a year. */
const COST_BEFORE = 0.7;
/** An entrant starts with this many years of its planned revenue in cash. */
const ENTRANT_CASH_YEARS = 1.5;
/** Smallest yearly revenue that budgets are divided by, CNY billion. */
const LEAST_REVENUE_BN = 1e-3;

/** Brokers as they stand when the run starts: who is open, what they earned, what they can do, what it takes to keep it. */
export function createBrokers(world: World): void {
  const { brokers, inputs, values, brokerCount } = world;
  const month = readMonth(world);
  const marketBn = (values['population.usersMillion'] * values['accounts.startRevenueCny']) / 1000;
  const revenueBn = world.startShares.map((share) => share * marketBn);
  for (let b = 0; b < brokerCount; b++) {
    const input = inputs.brokers[b];
    brokers.status[b] = input.entryMonth <= month ? BROKER_STATUS.operating : BROKER_STATUS.notYetOpen;
    brokers.planBp[b] = input.commissionBp;
    brokers.commissionBp[b] = input.commissionBp;
    brokers.reputation[b] = input.reputation;
    brokers.talent[b] = input.quality;
    brokers.goodwill[b] = world.startShares[b];
    brokers.shareAdvertising[b] = values['brokers.acquisitionShare'];
    // Everything that depends on users at the start reads their published number, not a sample of it.
    brokers.users[b] = world.startShares[b] * 1e6;
    brokers.activeUsers[b] = world.startShares[b] * countStartActive(world);
  }
  createStrategies(world);
  fillLedger(world, revenueBn);
  const budgetBn = revenueBn.map((revenue, b) =>
    inputs.brokers[b].share > 0 ? Math.max(LEAST_REVENUE_BN, revenue) : values['brokers.entrantRevenueBn'],
  );
  endow(world, budgetBn);
  brokers.fixedBn.set(computeFixedCostBn(world, budgetBn));
  installCapabilities(world, budgetBn);
}

/** Cash at the start; an entrant’s capital lies ready from then on. */
function endow(world: World, budgetBn: Float64Array): void {
  const { brokers, inputs, values } = world;
  for (let b = 0; b < budgetBn.length; b++) {
    const years = inputs.brokers[b].share > 0 ? values['accounts.startCash'] : ENTRANT_CASH_YEARS;
    brokers.cashCents[b] = Math.floor(convertBillionToAgentCents(world, years * budgetBn[b]));
  }
}

function countStartActive({ values, peoplePerAgent }: World): number {
  return (values['population.usersMillion'] * 1e6 * values['population.activeShare']) / peoplePerAgent;
}

/** The twelve months before the start, all alike. */
function fillLedger(world: World, revenueBn: Float64Array): void {
  const { ledger, brokerCount } = world;
  for (let row = 0; row < MONTHS_REMEMBERED * brokerCount; row++) {
    const monthlyBn = revenueBn[row % brokerCount] / MONTHS_REMEMBERED;
    const revenueCents = Math.floor(convertBillionToAgentCents(world, monthlyBn));
    ledger.revenueCents[row] = revenueCents;
    ledger.profitCents[row] = Math.floor((1 - COST_BEFORE) * revenueCents);
  }
}
