import { ln } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import type { Niche } from '../inputs.ts';
import type { World } from '../world.ts';
import { readPromotionCny } from './promotion.ts';
import { readExposureBn } from './reach.ts';
import { readRevenueCents } from './revenue.ts';
import { isRevisionDue, readRevisionQuarters } from './revisions.ts';
import { BROKER_STATUS } from './status.ts';

/** Advertising share of revenue stays within these. */
const LEAST_ADVERTISING = 0.005;
const MOST_ADVERTISING = 0.15;
/** Funded openings that a broker assumes at the market’s cost before it trusts its own experience. */
const PRIOR_FUNDED = 3;
/** Worth over cost, as a log, from which on the budget takes the whole step. */
const FULL_STEP_AT = 0.25;
/** A broker that is seen anyway still reckons with this response to its own spending. */
const LEAST_RESPONSE = 0.05;

/**
 * When a revision is due, the share of revenue for advertising grows while one more funded client costs less than the payback
 * sought, and shrinks otherwise, by a step at most: the whole step where the two lie far apart.
 */
export function moveAdvertising(world: World): void {
  const { brokers, values, brokerCount } = world;
  const spent = sumOf(brokers.paidSpendMemory);
  const funded = sumOf(brokers.paidFundedMemory);
  if (funded === 0) return;
  const marketCost = spent / funded;
  const responses = computeResponses(world);
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating || brokers.users[b] === 0 || !isRevisionDue(world, b)) continue;
    const cost =
      (brokers.paidSpendMemory[b] + PRIOR_FUNDED * marketCost) / (brokers.paidFundedMemory[b] + PRIOR_FUNDED);
    const worth = (values['brokers.acquisitionPayback'] * readRevenueCents(world, b)) / brokers.users[b];
    if (worth <= 0) continue;
    const rewardCents = 100 * readPromotionCny(world, b);
    const gap = ln(worth / (cost / responses[b] + rewardCents)) / FULL_STEP_AT;
    const step = values['brokers.acquisitionStep'] * readRevisionQuarters(world, b);
    const next = brokers.shareAdvertising[b] * (1 + step * Math.max(-1, Math.min(1, gap)));
    brokers.shareAdvertising[b] = Math.min(MOST_ADVERTISING, Math.max(LEAST_ADVERTISING, next));
  }
}

/**
 * By how many per cent one per cent more advertising raises a broker’s openings from it, on (0, 1]: what the last client costs is the
 * average cost over this. Brokers know the form of the response, market openings ∝ x/(1 + x) divided by weight of
 * advertising, and their part in it: more of it takes from rivals what is left of a saturating audience. Own changes of budget
 * could not tell it: 5 % of a few hundred openings are lost in their noise. `brokers.marginalAcquisition` at 0: all 1.
 */
export function computeResponses(world: World): Float64Array {
  const { brokers, values, brokerCount } = world;
  const weights = brokers.spendAdvertising.map((_, b) => weighAdvertising(world, b));
  const weight = sumOf(weights);
  const exposures = brokers.spendAdvertising.map((_, b) => readExposureBn(world, b));
  const seen = sumOf(exposures);
  const x = computePaidContacts(world, seen, countNonUsers(world));
  const responses = new Float64Array(brokerCount).fill(1);
  for (let b = 0; b < brokerCount; b++) {
    if (exposures[b] === 0) continue;
    const paid = brokers.spendAdvertising[b] / exposures[b];
    const elasticity = paid * (1 - weights[b] / weight + exposures[b] / seen / (1 + x));
    responses[b] = Math.max(LEAST_RESPONSE, 1 + values['brokers.marginalAcquisition'] * (elasticity - 1));
  }
  return responses;
}

/**
 * Contacts a year with each of an audience that money buys, in units of half-saturating attention.
 * @param spendBn CNY billion a year
 * @param audience agents
 */
export function computePaidContacts({ peoplePerAgent, values }: World, spendBn: number, audience: number): number {
  return (spendBn * 1e9) / (Math.max(1, audience) * peoplePerAgent) / values['entry.advertisingHalfCny'];
}

export function countNonUsers({ agents, brokers }: World): number {
  return agents - sumOf(brokers.users);
}

/**
 * Whom a broker’s advertising is aimed at, or `null` for anybody. Only specialists find their few cheaply (S079); a platform with a
 * niche, such as cross-border trading, wins clients at a high cost (E10) and advertises to all.
 */
export function readAim({ inputs, niches }: World, broker: number): Niche | null {
  return inputs.brokers[broker].archetype === 'niche' ? niches[broker] : null;
}

/** How much a broker’s advertising counts among all: exposure, how well it is made, and aimed. */
export function weighAdvertising(world: World, broker: number): number {
  const { brokers, strategies, values } = world;
  const targeting = readAim(world, broker) === null ? 1 : values['brokers.nicheTargeting'];
  return readExposureBn(world, broker) * brokers.talent[broker] * strategies.fit[broker] * targeting;
}

/**
 * Part of revenue that a broker no longer spends on advertising and gives to keeping clients instead: half to service, half to
 * its community. `brokers.retentionShift` at 0: none.
 */
export function readRetentionShare({ brokers, values }: World, broker: number): number {
  const saved = Math.max(0, values['brokers.acquisitionShare'] - brokers.shareAdvertising[broker]);
  return values['brokers.retentionShift'] * saved;
}
