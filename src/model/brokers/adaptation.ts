import { exp, ln } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { FOCUSES, type Lever } from '../inputs.ts';
import { PURPOSE } from '../purposes.ts';
import { DECISION, DECISION_REASON } from '../reasons.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import { readMonth, type World } from '../world.ts';
import { computeClientValue } from './lifetime-value.ts';
import { recordDecision } from './rationale.ts';
import { compoundQuarters, isRevisionDue, readRevisionQuarters } from './revisions.ts';
import { BROKER_STATUS } from './status.ts';
import { stress } from './strategies.ts';

const ARMS = FOCUSES.length;
/** Quarters over which a broker learns what is usual. */
const USUAL_QUARTERS = 8;

/**
 * When a revision is due, adaptive brokers weigh what the time since the last one brought and split their money anew; random
 * brokers drew one focus in their first revision and keep it. The method is the gradient bandit (Sutton and Barto 2018,
 * §2.8) with a trace (ibid. §12.1), over a split instead of one choice: money lies on all focuses by their weights, and
 * one drawn by lot has `brokers.explore` of it on top, which is what the broker learns from. With `brokers.explore` at 1 all
 * money goes by lot and nothing is learned.
 */
export function adaptFocuses(world: World): void {
  const { brokers, strategies, inputs, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    const { strategy } = inputs.brokers[b];
    if (brokers.status[b] !== BROKER_STATUS.operating || !isRevisionDue(world, b)) continue;
    if (strategy === 'adaptive') {
      const surprise = learnFromQuarter(world, b);
      splitMoney(world, b, surprise);
    } else if (strategy === 'random' && strategies.focus[b] < 0) {
      drawFocus(world, b);
    }
    strategies.usersAtRevision[b] = brokers.users[b];
    strategies.marketAtRevision[b] = sumOf(brokers.users);
  }
}

/**
 * What had more money than its weight says gains weight when the reward was better than usual, and loses when it was worse.
 * What is usual is the broker’s own mean, so that neither its quality nor its trend counts.
 * @returns by how much the reward a quarter was better than usual; 0 when there is nothing to learn from
 */
function learnFromQuarter(world: World, b: number): number {
  const { brokers, strategies, focuses, values } = world;
  if (strategies.focus[b] < 0 || strategies.usersAtRevision[b] === 0 || brokers.users[b] === 0) return 0;
  const quarters = readRevisionQuarters(world, b);
  const reward = computeReward(world, b);
  strategies.revisions[b] += 1;
  const surprise = strategies.revisions[b] === 1 ? 0 : reward - strategies.usualReward[b];
  const step = Math.max(1 / strategies.revisions[b], Math.min(1, quarters / USUAL_QUARTERS));
  strategies.usualReward[b] += step * (reward - strategies.usualReward[b]);
  const spread = strategies.usualSurprise[b];
  strategies.usualSurprise[b] += Math.min(1, quarters / USUAL_QUARTERS) * (Math.abs(surprise) - spread);
  const pull = values['brokers.learning'] * quarters * (surprise / Math.max(spread, 1e-6));
  const keep = 1 - compoundQuarters(values['brokers.forgetting'], quarters);
  for (let row = b * ARMS; row < (b + 1) * ARMS; row++) {
    focuses.preference[row] = keep * focuses.preference[row] + pull * focuses.credit[row];
  }
  return surprise;
}

/**
 * What an adaptive broker seeks, a quarter: growth of its share of users since the last revision (log), and what a client is
 * worth to it over the years, above the market’s, weighed by `brokers.valueWeight` (M54). Both are against the market, because
 * its mood is nobody’s merit.
 */
export function computeReward(world: World, b: number): number {
  const { brokers, strategies, inputs, values } = world;
  const market = ln(sumOf(brokers.users) / strategies.marketAtRevision[b]);
  const growth = (ln(brokers.users[b] / strategies.usersAtRevision[b]) - market) / readRevisionQuarters(world, b);
  const months = Math.min(MONTHS_REMEMBERED, inputs.brokers[b].revisionMonths);
  const weight = values['brokers.valueWeight'];
  return (1 - weight) * growth + weight * computeClientValue(world, b, months);
}

/** Part of the money of each focus by what was learned: preferences as powers of e, of one sum. */
export function computeWeights({ focuses }: World, b: number): Float64Array {
  const weights = focuses.preference.slice(b * ARMS, (b + 1) * ARMS).map((preference) => exp(preference));
  const total = sumOf(weights);
  return weights.map((weight) => weight / total);
}

function splitMoney(world: World, b: number, surprise: number): void {
  const { draws, strategies, focuses, values, inputs } = world;
  draws.at(b, readMonth(world), PURPOSE.focus);
  const trial = Math.floor(draws.v * ARMS);
  const explored = Math.min(1, values['brokers.explore'] * inputs.brokers[b].exploration);
  const weights = computeWeights(world, b);
  const played = weights.map((weight, arm) => (1 - explored) * weight + (arm === trial ? explored : 0));
  const fresh = compoundQuarters(1 - values['brokers.carryOver'], readRevisionQuarters(world, b));
  for (let arm = 0; arm < ARMS; arm++) {
    const row = b * ARMS + arm;
    focuses.credit[row] += fresh * (played[arm] - weights[arm] - focuses.credit[row]);
  }
  stress(world, b, Object.fromEntries(FOCUSES.map((lever, arm) => [lever, played[arm]])) as Record<Lever, number>);
  const leading = played.indexOf(Math.max(...played));
  const reason = strategies.revisions[b] === 0 ? 'untried' : leading === trial ? 'trial' : 'best';
  strategies.focus[b] = leading;
  recordDecision(world, b, {
    decision: DECISION.split,
    subject: leading,
    reason: DECISION_REASON[reason],
    value: played[leading],
    other: surprise,
  });
}

function drawFocus(world: World, b: number): void {
  world.draws.at(b, readMonth(world), PURPOSE.focus);
  const arm = Math.floor(world.draws.v * ARMS);
  world.strategies.focus[b] = arm;
  stress(world, b, { [FOCUSES[arm]]: 1 });
  recordDecision(world, b, { decision: DECISION.focus, subject: arm, reason: DECISION_REASON.lot, value: 1, other: 0 });
}
