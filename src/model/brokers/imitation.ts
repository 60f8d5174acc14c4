import { DECISION, DECISION_REASON } from '../reasons.ts';
import { readMonth, type World } from '../world.ts';
import { computeFit } from './fit.ts';
import { recordDecision } from './rationale.ts';
import { BROKER_STATUS } from './status.ts';

/** What an imitator copies: budget shares, price stance and emphasis. Quality, goodwill and niche cannot be copied. */
const COPIED_BUDGETS = [
  'shareContent',
  'shareCommunity',
  'shareAdvice',
  'shareService',
  'shareCompliance',
  'shareAdvertising',
] as const;
const COPIED_STRATEGY = [
  'stance',
  'price',
  'content',
  'community',
  'advice',
  'service',
  'compliance',
  'advertising',
] as const;

/**
 * Every January, imitators copy the rival that gained most users over the year, unless they gained more themselves. How well
 * they carry out what they copied is their fit to it (M55).
 */
export function imitateRivals(world: World): void {
  if (readMonth(world) % 12 !== 0 || world.values['brokers.imitation'] === 0) return;
  const { brokers, strategies, inputs, brokerCount } = world;
  // All copy what was: an imitator of an imitator is a year behind, whichever of them comes first in the list.
  const budgets = COPIED_BUDGETS.map((column) => brokers[column].slice());
  const plans = COPIED_STRATEGY.map((column) => strategies[column].slice());
  const models = inputs.brokers.map((_, b) => findFastest(world, b));
  const fits = models.map((model, b) => (model === -1 ? 1 : computeFit(world, b, model)));
  for (let b = 0; b < brokerCount; b++) {
    if (inputs.brokers[b].strategy !== 'imitator' || brokers.status[b] !== BROKER_STATUS.operating) continue;
    const model = models[b];
    if (model === -1) continue;
    strategies.fit[b] = fits[b];
    COPIED_BUDGETS.forEach((column, k) => {
      brokers[column][b] = budgets[k][model];
    });
    COPIED_STRATEGY.forEach((column, k) => {
      strategies[column][b] = plans[k][model];
    });
    recordDecision(world, b, {
      decision: DECISION.imitate,
      subject: model,
      reason: DECISION_REASON.fastest,
      value: computeGain(world, model),
      other: computeGain(world, b),
    });
  }
  strategies.usersYearAgo.set(brokers.users);
}

/** The operating broker that gained most users over the year; −1 when nobody gained more than the broker itself. */
function findFastest(world: World, self: number): number {
  let fastest = self;
  for (let b = 0; b < world.brokerCount; b++) {
    if (world.brokers.status[b] !== BROKER_STATUS.operating) continue;
    if (computeGain(world, b) > computeGain(world, fastest)) fastest = b;
  }
  return fastest === self ? -1 : fastest;
}

/** Users gained since last January, in people; 0 while that January is not known. */
function computeGain({ brokers, strategies, peoplePerAgent }: World, broker: number): number {
  const before = strategies.usersYearAgo[broker];
  return before === 0 ? 0 : (brokers.users[broker] - before) * peoplePerAgent;
}
