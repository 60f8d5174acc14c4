import { pow } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { sumOf } from '../../core/sum.ts';
import { CONTACT_UNITS } from '../investors/care.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import { convertBillionToAgentCents, readMonth, type World } from '../world.ts';
import { computeSharedFixedBn } from './alliances.ts';
import { computeComplianceFixedBn } from './fixed-cost.ts';
import { rememberLosses } from './lifetime-value.ts';
import { computeChannelShare, computeFixedProgrammesBn, computeProgrammeShare } from './programmes.ts';
import { readPlannedRevenueBn } from './revenue.ts';
import { BROKER_STATUS } from './status.ts';
import { computeAdviceCostCny } from './vendor-advice.ts';

/** Service capability cuts the running cost of an account at most by this (M34: seats −60 %, half of it real). */
const SERVICE_SAVING = 0.3;
/** Months over which a broker remembers what its paid openings cost. */
const PAID_MEMORY = 1 - 1 / 12;

const REVENUE_KINDS = ['commissionCents', 'marginCents', 'fundsCents', 'adviceCents', 'crossBorderCents'] as const;
const COST_KINDS = [
  'costAdvertisingCents',
  'rewardCents',
  'costContentCents',
  'costCommunityCents',
  'costAdviceCents',
  'costServiceCents',
  'costComplianceCents',
  'costProgrammesCents',
  'costFixedCents',
  'costFinesCents',
] as const;

/** Step 8: costs of the month, and what is left goes to cash. Revenue was booked client by client, to the cent. */
export function bookAccounts(world: World): void {
  const { brokers, tally, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) continue;
    bookCosts(world, b);
    const revenueCents = readRevenue(world, b);
    const profitCents = revenueCents - readCost(world, b);
    brokers.cashCents[b] += profitCents;
    brokers.atRisk[b] = tally.atRisk[b];
    brokers.wealthy[b] = tally.wealthy[b];
    brokers.monthsWithoutCash[b] = brokers.cashCents[b] < 0 ? brokers.monthsWithoutCash[b] + 1 : 0;
    rememberPaidOpenings(world, b);
    if (revenueCents > 0) rememberCommission(world, b, revenueCents);
  }
  rememberLosses(world);
  bookLedger(world);
}

function bookCosts(world: World, b: number): void {
  const { brokers, tally, values } = world;
  const month = (billionAYear: number) => roundCents(convertBillionToAgentCents(world, billionAYear) / 12);
  tally.costAdvertisingCents[b] = month(brokers.spendAdvertising[b]);
  tally.costContentCents[b] = month(brokers.spendContent[b]);
  tally.costCommunityCents[b] = month(brokers.spendCommunity[b]);
  const adviceCents = (computeAdviceCostCny(world, b) * 100 * brokers.adviceUsers[b]) / 12;
  tally.costAdviceCents[b] = month(brokers.spendAdvice[b]) + roundCents(adviceCents);
  const saving = 1 - SERVICE_SAVING * brokers.service[b];
  const runningCents = (values['accounts.runningCny'] * 100 * saving * brokers.users[b]) / 12;
  tally.costServiceCents[b] = month(brokers.spendService[b]) + roundCents(runningCents);
  tally.costComplianceCents[b] = month(brokers.spendCompliance[b] + computeComplianceFixedBn(world));
  const plannedBn = readPlannedRevenueBn(world, b);
  const calls = (values['programmes.careCny'] * 100 * tally.careContacts[b]) / CONTACT_UNITS;
  const plannedProgrammesBn = computeProgrammeShare(world, b) * plannedBn + computeFixedProgrammesBn(world, b);
  tally.costProgrammesCents[b] += month(plannedProgrammesBn) + roundCents(calls);
  tally.costChannelsCents[b] += month(computeChannelShare(world, b) * plannedBn);
  tally.costFixedCents[b] = month(computeSharedFixedBn(world, b));
}

/** Yearly fixed cost at the start, CNY billion: below proportion for the large, above it for the small. */
export function computeFixedCostBn(world: World, revenueBn: Float64Array): Float64Array {
  const mean = sumOf(revenueBn) / world.brokerCount;
  const share = world.values['accounts.fixedShare'];
  const scale = world.values['accounts.fixedScale'];
  return revenueBn.map((revenue) => share * mean * pow(revenue / mean, scale));
}

/** A fine is paid at once. Called after the month was booked. */
export function payFine(world: World, b: number, cents: number): void {
  world.tally.costFinesCents[b] += cents;
  world.brokers.cashCents[b] -= cents;
  world.ledger.profitCents[ledgerRow(world, b)] -= cents;
}

/** Revenue of the month, agent cents. */
export function readRevenue({ tally }: World, b: number): number {
  let cents = 0;
  for (const kind of REVENUE_KINDS) cents += tally[kind][b];
  return cents;
}

/** Cost of the month, agent cents. */
export function readCost({ tally }: World, b: number): number {
  let cents = 0;
  for (const kind of COST_KINDS) cents += tally[kind][b];
  return cents;
}

/** Accounts opened at a broker in the month, by anybody, in agents. */
export function readOpenings({ tally }: World, b: number): number {
  return (
    tally.openingsOrganic[b] +
    tally.openingsAdvertising[b] +
    tally.openingsContent[b] +
    tally.openingsReferral[b] +
    tally.openingsCounty[b] +
    tally.openingsLifeScene[b] +
    tally.openingsFurther[b]
  );
}

/** What counts as the cost of winning clients, agent cents (trial.md §3 no. 7). */
export function readAcquisitionCents({ tally, values }: World, b: number): number {
  const content = roundCents(values['accounts.contentAcquisition'] * tally.costContentCents[b]);
  return tally.costAdvertisingCents[b] + tally.rewardCents[b] + tally.costChannelsCents[b] + content;
}

/** Profit over the last twelve months, agent cents. */
export function readYearProfit({ ledger, brokerCount }: World, b: number): number {
  let cents = 0;
  for (let back = 0; back < MONTHS_REMEMBERED; back++) cents += ledger.profitCents[back * brokerCount + b];
  return cents;
}

function ledgerRow(world: World, b: number): number {
  return (readMonth(world) % MONTHS_REMEMBERED) * world.brokerCount + b;
}

function bookLedger(world: World): void {
  for (let b = 0; b < world.brokerCount; b++) {
    const revenueCents = readRevenue(world, b);
    world.ledger.revenueCents[ledgerRow(world, b)] = revenueCents;
    world.ledger.profitCents[ledgerRow(world, b)] = revenueCents - readCost(world, b);
  }
}

function rememberPaidOpenings({ brokers, tally }: World, b: number): void {
  const paid = tally.costAdvertisingCents[b];
  const funded = tally.fundedAdvertising[b];
  brokers.paidSpendMemory[b] = PAID_MEMORY * brokers.paidSpendMemory[b] + paid;
  brokers.paidFundedMemory[b] = PAID_MEMORY * brokers.paidFundedMemory[b] + funded;
}

function rememberCommission({ strategies, tally }: World, b: number, revenueCents: number): void {
  const part = tally.commissionCents[b] / revenueCents;
  strategies.commissionPart[b] += (part - strategies.commissionPart[b]) / 12;
}
