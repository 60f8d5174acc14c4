import { ln } from '../../core/math.ts';
import { DECISION, DECISION_REASON } from '../reasons.ts';
import { readMonth, type World } from '../world.ts';
import { recordDecision } from './rationale.ts';
import { BROKER_STATUS } from './status.ts';

/** Price stances up to which a broker answers a cut at once, and from which on it takes its time. */
const HASTY_STANCE = -0.5;
const CALM_STANCE = 0.5;
/** How far a broker between these, and a calm one, goes at a revision of the way that a hasty one goes. */
const MIDDLING = 0.5;
const CALM = 0.15;

/**
 * Prices are remembered for about two quarters: a rival whose price has fallen well below what is remembered of it has made a cut.
 * Called in the first month of each quarter, after prices have moved.
 */
export function rememberPrices({ brokers, strategies, brokerCount }: World): void {
  for (let b = 0; b < brokerCount; b++) {
    strategies.rememberedBp[b] += 0.5 * (brokers.commissionBp[b] - strategies.rememberedBp[b]);
  }
}

/**
 * The price that a broker takes: its own next one, or a lower one in answer to the cut of a rival: part of the way to the rival’s, but not below cost
 * (M1). Brokers that live by their price answer within a quarter, others within a few, and the more users the rival has beside
 * its own the more of the way. The rival that would draw it lowest counts, and is recorded.
 * @param prices what all charged before anybody moved
 * @param ownBp what it would take by itself
 * @param leastBp cost
 */
export function answerCuts(world: World, broker: number, ownBp: number, prices: Float64Array, leastBp: number): number {
  const { brokers, strategies, values, brokerCount } = world;
  const planBp = brokers.planBp[broker];
  const haste = values['brokers.followSpeed'] * readHaste(strategies.stance[broker]);
  let answerBp = ownBp;
  let rival = -1;
  for (let k = 0; k < brokerCount; k++) {
    if (k === broker || brokers.status[k] !== BROKER_STATUS.operating || brokers.users[k] === 0) continue;
    if (prices[k] >= planBp || !hasCut(world, k, prices[k])) continue;
    const weight = brokers.users[k] / (brokers.users[k] + brokers.users[broker]);
    const offered = planBp - haste * weight * (planBp - Math.max(leastBp, prices[k]));
    if (offered >= answerBp) continue;
    answerBp = offered;
    rival = k;
  }
  if (rival !== -1) recordAnswer(world, broker, rival, answerBp, prices[rival]);
  return answerBp;
}

function readHaste(stance: number): number {
  if (stance <= HASTY_STANCE) return 1;
  return stance < CALM_STANCE ? MIDDLING : CALM;
}

function hasCut({ strategies, values }: World, broker: number, priceBp: number): boolean {
  const remembered = strategies.rememberedBp[broker];
  return priceBp <= 0 ? remembered > 0 : ln(remembered / priceBp) > values['brokers.cutNoticed'];
}

/** A decision on strategy of the same month is kept: the answer to a price is the smaller one. */
function recordAnswer(world: World, broker: number, rival: number, value: number, other: number): void {
  if (world.strategies.decidedMonth[broker] === readMonth(world)) return;
  const reason = DECISION_REASON.undercut;
  recordDecision(world, broker, { decision: DECISION.follow, subject: rival, reason, value, other });
}
