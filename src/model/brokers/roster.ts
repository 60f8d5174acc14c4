import { MONTHS_REMEMBERED } from '../state.ts';
import { convertBillionToAgentCents, readMonth, type World } from '../world.ts';
import { computeFixedCostBn } from './accounts.ts';
import { createAdvisory } from './advisers.ts';
import { installCapabilities } from './capabilities.ts';
import { BROKER_STATUS } from './status.ts';
import { createStrategies } from './strategies.ts';

/** Cost of the year before the start as a share of revenue: the ledger has to begin somewhere, and forgets it in a year. */
const COST_BEFORE = 0.7;
/** An entrant starts with this many years of its planned revenue in cash. */
const ENTRANT_CASH_YEARS = 1.5;
/** Smallest yearly revenue that budgets are divided by, CNY billion. */
const LEAST_REVENUE_BN = 1e-3;

/**
 * Brokers as they stand when the run starts: who is open, what they earned, what they can do, what it takes to keep it.
 * @param marketBn revenue of all brokers in the year before, CNY billion @param isNew who begins now; others stay
 */
export function createBrokers(
  world: World,
  marketBn: number = computeStartRevenueBn(world),
  isNew: (broker: number) => boolean = () => true,
): void {
  const { brokers, inputs, values, brokerCount } = world;
  const created = Array.from({ length: brokerCount }, (_, b) => b).filter(isNew);
  const revenueBn = world.startShares.map((share) => share * marketBn);
  for (const b of created) createBroker(world, b);
  createStrategies(world, isNew);
  fillLedger(world, revenueBn, isNew);
  const budgetBn = revenueBn.map((revenue, b) =>
    inputs.brokers[b].share > 0 ? Math.max(LEAST_REVENUE_BN, revenue) : values['brokers.entrantRevenueBn'],
  );
  const fixedBn = computeFixedCostBn(world, budgetBn);
  for (const b of created) {
    endow(world, b, budgetBn[b]);
    brokers.fixedBn[b] = fixedBn[b];
  }
  installCapabilities(world, budgetBn, isNew);
}

function computeStartRevenueBn({ values }: World): number {
  return (values['population.usersMillion'] * values['accounts.startRevenueCny']) / 1000;
}

function createBroker(world: World, b: number): void {
  const { brokers, inputs, values, startShares } = world;
  const input = inputs.brokers[b];
  for (const column of Object.values(brokers)) column[b] = 0;
  brokers.status[b] = input.entryMonth <= readMonth(world) ? BROKER_STATUS.operating : BROKER_STATUS.notYetOpen;
  brokers.planBp[b] = input.commissionBp;
  brokers.commissionBp[b] = input.commissionBp;
  brokers.reputation[b] = input.reputation;
  createAdvisory(world, b);
  brokers.talent[b] = input.quality;
  brokers.goodwill[b] = startShares[b];
  brokers.shareAdvertising[b] = values['brokers.acquisitionShare'];
  // Everything that depends on users at the start reads their published number, not a sample of it.
  brokers.users[b] = startShares[b] * 1e6;
  brokers.activeUsers[b] = startShares[b] * countStartActive(world);
}

/** Cash at the start; an entrant’s capital lies ready from then on. */
function endow(world: World, b: number, budgetBn: number): void {
  const { brokers, inputs, values } = world;
  const years = inputs.brokers[b].share > 0 ? values['accounts.startCash'] : ENTRANT_CASH_YEARS;
  brokers.cashCents[b] = Math.floor(convertBillionToAgentCents(world, years * budgetBn));
}

function countStartActive({ values, peoplePerAgent }: World): number {
  return (values['population.usersMillion'] * 1e6 * values['population.activeShare']) / peoplePerAgent;
}

/** The twelve months before the start, all alike. */
function fillLedger(world: World, revenueBn: Float64Array, isNew: (broker: number) => boolean): void {
  const { ledger, brokerCount } = world;
  for (let row = 0; row < MONTHS_REMEMBERED * brokerCount; row++) {
    if (!isNew(row % brokerCount)) continue;
    const monthlyBn = revenueBn[row % brokerCount] / MONTHS_REMEMBERED;
    const revenueCents = Math.floor(convertBillionToAgentCents(world, monthlyBn));
    ledger.revenueCents[row] = revenueCents;
    ledger.profitCents[row] = Math.floor((1 - COST_BEFORE) * revenueCents);
  }
}
