import { ln } from '../../core/math.ts';
import { FOCUSES } from '../inputs.ts';
import { PURPOSE } from '../purposes.ts';
import { DECISION, DECISION_REASON } from '../reasons.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import { readMonth, type World } from '../world.ts';
import { recordDecision } from './rationale.ts';
import { BROKER_STATUS } from './status.ts';
import { stress } from './strategies.ts';

const ARMS = FOCUSES.length;
const QUARTER_MONTHS = 3;

/**
 * First month of a quarter: adaptive brokers weigh what the last quarters brought and choose the next focus; random brokers
 * drew theirs in their first quarter and keep it. The method is the ε-greedy bandit with discounting: every focus once,
 * then the one with the highest estimate, but now and then any (Sutton and Barto 2018, §§2.2–2.5; Garivier and Moulines
 * 2011). With `brokers.explore` at 1 it spreads its money by lot and learns nothing.
 */
export function adaptFocuses(world: World): void {
  const { brokers, strategies, inputs, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    const { strategy } = inputs.brokers[b];
    if (brokers.status[b] !== BROKER_STATUS.operating) continue;
    if (strategy === 'adaptive') {
      learnFromQuarter(world, b);
      chooseFocus(world, b);
    } else if (strategy === 'random' && strategies.focus[b] < 0) {
      drawFocus(world, b);
    }
  }
  strategies.usersAtRevision.set(brokers.users);
}

/** Every focus is credited with its part in the quarter’s reward: estimates are means of rewards, weighted by credit. */
function learnFromQuarter(world: World, b: number): void {
  const { brokers, strategies, focuses, values } = world;
  if (strategies.focus[b] < 0 || strategies.usersAtRevision[b] === 0 || brokers.users[b] === 0) return;
  const reward = computeReward(world, b);
  for (let row = b * ARMS; row < (b + 1) * ARMS; row++) {
    if (focuses.credit[row] === 0) continue;
    focuses.tries[row] = (1 - values['brokers.forgetting']) * focuses.tries[row] + focuses.credit[row];
    focuses.estimate[row] += (focuses.credit[row] / focuses.tries[row]) * (reward - focuses.estimate[row]);
  }
}

/**
 * What an adaptive broker seeks, over the last quarter: growth of its share of users (log), and what its clients bring
 * (profit by revenue, above the market’s), weighed by `brokers.valueWeight`. Both are against the market, because the
 * mood of the market is nobody’s merit.
 */
export function computeReward(world: World, b: number): number {
  const { brokers, strategies, values, brokerCount } = world;
  let users = 0;
  let usersBefore = 0;
  for (let k = 0; k < brokerCount; k++) {
    users += brokers.users[k];
    usersBefore += strategies.usersAtRevision[k];
  }
  const growth = ln(brokers.users[b] / strategies.usersAtRevision[b]) - ln(users / usersBefore);
  const value = computeMargin(world, b, b + 1) - computeMargin(world, 0, brokerCount);
  const weight = values['brokers.valueWeight'];
  return (1 - weight) * growth + weight * value;
}

/** Profit by revenue of the brokers in positions `from` to `to` − 1 over the last quarter; 0 without revenue. */
function computeMargin(world: World, from: number, to: number): number {
  const { ledger, brokerCount } = world;
  let revenueCents = 0;
  let profitCents = 0;
  for (let back = 1; back <= QUARTER_MONTHS; back++) {
    const row = ((readMonth(world) - back) % MONTHS_REMEMBERED) * brokerCount;
    for (let b = from; b < to; b++) {
      revenueCents += ledger.revenueCents[row + b];
      profitCents += ledger.profitCents[row + b];
    }
  }
  return revenueCents > 0 ? profitCents / revenueCents : 0;
}

function chooseFocus(world: World, b: number): void {
  const { draws, focuses, values } = world;
  const untried = [...FOCUSES.keys()].filter((arm) => focuses.tries[b * ARMS + arm] === 0);
  draws.at(b, readMonth(world), PURPOSE.focus);
  const { u, v } = draws;
  if (untried.length > 0) {
    takeFocus(world, b, untried[Math.floor(v * untried.length)], DECISION_REASON.untried);
  } else if (u < values['brokers.explore']) {
    takeFocus(world, b, Math.floor(v * ARMS), DECISION_REASON.trial);
  } else {
    takeFocus(world, b, findBest(world, b, -1), DECISION_REASON.best);
  }
}

function drawFocus(world: World, b: number): void {
  world.draws.at(b, readMonth(world), PURPOSE.focus);
  takeFocus(world, b, Math.floor(world.draws.v * ARMS), DECISION_REASON.lot);
}

/** Position of the focus with the highest estimate, leaving one out; the first of equals. */
function findBest({ focuses }: World, b: number, except: number): number {
  let best = -1;
  for (let arm = 0; arm < ARMS; arm++) {
    if (arm === except) continue;
    if (best === -1 || focuses.estimate[b * ARMS + arm] > focuses.estimate[b * ARMS + best]) best = arm;
  }
  return best;
}

function takeFocus(world: World, b: number, arm: number, reason: number): void {
  const { strategies, focuses, values } = world;
  const rival = findBest(world, b, arm);
  strategies.focus[b] = arm;
  const carried = values['brokers.carryOver'];
  for (let k = 0; k < ARMS; k++) {
    const row = b * ARMS + k;
    focuses.credit[row] = carried * focuses.credit[row] + (k === arm ? 1 - carried : 0);
  }
  stress(world, b, { [FOCUSES[arm]]: 1 });
  recordDecision(world, b, {
    decision: DECISION.focus,
    subject: arm,
    reason,
    value: focuses.estimate[b * ARMS + arm],
    other: focuses.estimate[b * ARMS + rival],
  });
}
