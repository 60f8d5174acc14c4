import { installCapabilities, readMarketRevenueBn, type StatedLevel } from '../brokers/capabilities.ts';
import { readPlannedRevenueBn } from '../brokers/revenue.ts';
import { createBrokers } from '../brokers/roster.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { createStrategies } from '../brokers/strategies.ts';
import { rememberStart } from '../history.ts';
import { FOCUSES, type ModelInputs } from '../inputs.ts';
import { closeAccount, holdsAccount } from '../investors/holdings.ts';
import { countAllExperience } from '../investors/learning.ts';
import { prepareOffers } from '../investors/offers.ts';
import { countMonth } from '../tally.ts';
import type { World } from '../world.ts';
import { carryOver } from './carry-over.ts';
import { type Raking, rakePopulation } from './rake.ts';
import { resizeBrokers } from './resize.ts';

/** Smallest yearly revenue that budgets are divided by, CNY billion. */
const LEAST_REVENUE_BN = 1e-3;

/**
 * Begins a run where another one ended: takes its state over, brings people to the published figures, and lets hold what
 * the scenario states of a broker otherwise than the history does. The rest is as it came out of the history.
 * @param end state of `history` after its last month
 */
export function beginFromHistory(world: World, history: ModelInputs, end: ArrayBufferLike): Raking {
  carryOver(world, history, end);
  const isNew = Array.from({ length: world.brokerCount }, (_, b) => isNewcomer(world, history, b));
  const isStated = (b: number, level: StatedLevel) =>
    isNew[b] || world.inputs.brokers[b][level] !== history.brokers[b][level];
  settleBrokers(world, history, isNew, isStated);
  let raking: Raking | undefined;
  resizeBrokers(world, () => {
    raking = rakePopulation(world);
    closeAbsent(world);
    countMonth(world);
  });
  installStated(world, isStated);
  clearMonth(world);
  countAllExperience(world);
  rememberStart(world);
  return raking as Raking;
}

/** A broker that begins here: the history has it not, or not any more, or it opens later than there. */
function isNewcomer({ inputs, brokers }: World, history: ModelInputs, b: number): boolean {
  const { share, entryMonth } = inputs.brokers[b];
  if (b >= history.brokers.length || entryMonth > inputs.startMonth) return true;
  return brokers.status[b] !== BROKER_STATUS.operating && share > 0;
}

/** Brokers as they were, as they are stated, or made anew; offers are those that people compare when they are raked. */
function settleBrokers(
  world: World,
  history: ModelInputs,
  isNew: readonly boolean[],
  isStated: (b: number, level: StatedLevel) => boolean,
): void {
  const { brokers, strategies, inputs, focuses, brokerCount } = world;
  createBrokers(world, readMarketRevenueBn(world), (b) => isNew[b]);
  for (let b = 0; b < brokerCount; b++) {
    const [stated, before] = [inputs.brokers[b], history.brokers[b]];
    if (isNew[b]) continue;
    if (stated.reputation !== before.reputation) brokers.reputation[b] = stated.reputation;
    if (stated.strategy !== before.strategy) {
      for (const column of Object.values(strategies)) column[b] = 0;
      createStrategies(world, (other) => other === b);
      for (const column of Object.values(focuses)) column.fill(0, b * FOCUSES.length, (b + 1) * FOCUSES.length);
    }
    if (stated.commissionBp === before.commissionBp) continue;
    brokers.planBp[b] = stated.commissionBp;
    brokers.commissionBp[b] = stated.commissionBp;
    // No rival takes it for a cut.
    strategies.rememberedBp[b] = stated.commissionBp;
  }
  countMonth(world);
  installStated(world, isStated);
  prepareOffers(world);
}

function installStated(world: World, isStated: (b: number, level: StatedLevel) => boolean): void {
  const revenueBn = new Float64Array(world.brokerCount);
  for (let b = 0; b < world.brokerCount; b++) {
    revenueBn[b] = Math.max(LEAST_REVENUE_BN, readPlannedRevenueBn(world, b));
  }
  installCapabilities(world, revenueBn, isStated);
}

/** Nobody has a further account at a broker that is not open yet. */
function closeAbsent(world: World): void {
  const { brokers, agents, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.notYetOpen) continue;
    for (let i = 0; i < agents; i++) if (holdsAccount(world, i, b)) closeAccount(world, i, b);
  }
}

/** The first record of a run tells of no month: nothing has happened in it yet. */
function clearMonth({ tally, flow, departures, events, investors }: World): void {
  for (const table of [tally, flow, departures]) for (const column of Object.values(table)) column.fill(0);
  events.count = 0;
  investors.shown.set(investors.main);
  investors.complained.fill(0);
  for (const column of ['monthTurnoverCents', 'monthGross', 'monthNet', 'monthTrades'] as const)
    investors[column].fill(0);
}
