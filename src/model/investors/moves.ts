import { clipNegative, exp, ln } from '../../core/math.ts';
import { recordEvent } from '../events.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { MOVE } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { takeUsers, visit } from './block.ts';
import { careForClients } from './care.ts';
import { CHANNEL } from './channels.ts';
import {
  chooseBroker,
  computeFriendShare,
  computeMoveCost,
  considerHeld,
  considerUsual,
  explainChoice,
} from './choice.ts';
import { computeWakeUp } from './contacts.ts';
import { computeFunding } from './entry.ts';
import { readFamilyBroker } from './family.ts';
import { addAccount, closeAccount, countAccounts, holdsAccount, leaveOnline, moveMain } from './holdings.ts';
import { DORMANT_WAKING, explainLeaving, explainSleep, explainWaking, LEAVE_AWAKE, LEAVE_DORMANT } from './pushes.ts';
import { weighUnrest } from './voices.ts';

/** Factor on reconsideration with half of the friends elsewhere; `choice.reconsiderFriends` is its rise from none to all. */
const FRIENDS_HALF = 1.1;

/** Wider than rounding can be wrong: what is ruled out by a bound would not have happened. */
const MARGIN = 1 + 1e-9;

/**
 * Step 7: most people do nothing. Some fall asleep or wake, a few look round and open or move an account, fewer leave.
 * Each number drawn serves two rare events, one near 0 and one near 1: nobody does both in a month.
 */
export function reconsiderBrokers(world: World, from: number, to: number): void {
  visit(
    world,
    from,
    to,
    takeUsers,
    PURPOSE.move,
    [weighLeaving, weighSleeping, weighWaking, weighLooking, careForClients, markRestless, reconsider],
    null,
  );
}

/** Told of a user: two draws, and the logs of the hazards of leaving and of falling asleep or, for the dormant, waking. */
export type UserListener = (slot: number, u: number, v: number, leaving: number, changing: number) => void;

/** Tells of every user how likely a move is, without any being made. @param purpose of the draws */
export function visitRestless(world: World, purpose: number, tell: UserListener): void {
  visit(world, 0, world.agents, takeUsers, purpose, [weighLeaving, weighSleeping, weighWaking, tellOf], tell);
}

function tellOf(world: World, tell: UserListener): void {
  const { block } = world;
  const { slots, u, v, x: leaving, y: changing } = block;
  for (let k = 0; k < block.count; k++) {
    const i = slots[k];
    tell(i, u[k], v[k], ln(computeLeaveLevel(world, i)) + leaving[k] - computeHold(world, i), changing[k]);
  }
}

/** Logs of the factors by which hazards differ from their parameters, by decision, for everybody in hand. */
function weighLeaving({ investors, values, block }: World): void {
  const { x: leaving } = block;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const unhappy = values['dormancy.satisfaction'] * (0.5 - investors.satisfaction[i]);
    const engaged = values['dormancy.leaveEngagement'] * investors.engagement[i];
    leaving[k] =
      unhappy -
      values['dormancy.leaveReturns'] * investors.return12[i] -
      engaged -
      values['programmes.growthHold'] * investors.growth[i];
  }
}

/** Losses, boredom and a falling market put people to sleep. */
function weighSleeping({ investors, values, market, block }: World): void {
  const { y: changing } = block;
  const rise = values['dormancy.market'] * market.return12[0];
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const unhappy = values['dormancy.satisfaction'] * (0.5 - investors.satisfaction[i]);
    const lost = -values['dormancy.returns'] * investors.return12[i];
    changing[k] = unhappy + lost - rise - values['dormancy.engagement'] * investors.engagement[i];
  }
}

/** Rising markets and service wake people. */
function weighWaking(world: World): void {
  const { block } = world;
  const { y: changing } = block;
  for (let k = block.awake; k < block.count; k++) {
    const i = block.slots[k];
    changing[k] = computeCall(world, i) + computeService(world, i);
  }
}

function computeCall({ investors, values, market }: World, i: number): number {
  const content = values['dormancy.satisfaction'] * (investors.satisfaction[i] - 0.5);
  return DORMANT_WAKING * (content + values['dormancy.market'] * market.return12[0]);
}

function computeService(world: World, i: number): number {
  const { investors, brokers, values } = world;
  const main = investors.main[i];
  return values['dormancy.wakeService'] * brokers.service[main] + computeWakeUp(world, i);
}

/** Whether to compare brokers. Inertia lives here: looking round is rare (E29). */
function weighLooking({ investors, values, offers, block }: World): void {
  const { z: looking } = block;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    looking[k] =
      values['choice.reconsiderDissatisfaction'] * (0.5 - investors.satisfaction[i]) +
      values['choice.reconsiderLosses'] * clipNegative(-investors.return12[i]) -
      values['choice.reconsiderEngagement'] * investors.engagement[i] +
      values['choice.reconsiderVoice'] * offers.rivalVoice[investors.main[i]];
  }
}

/** Marks those who may do something this month: one in six. */
function markRestless(world: World): void {
  const { investors, values, block } = world;
  const { slots, marked, u, v, x: leaving, y: changing, z: looking } = block;
  const lapse = values['choice.lapse'] / 12;
  let count = 0;
  for (let k = 0; k < block.count; k++) {
    const i = slots[k];
    const isAwake = k < block.awake;
    const sleepOrWake = isAwake ? values['dormancy.sleep'] : values['dormancy.wake'];
    const mayMove =
      mayHappen(u[k], computeLeaveLevel(world, i), leaving[k]) ||
      mayHappen(v[k], sleepOrWake, changing[k]) ||
      mayHappen(1 - u[k], computeLookLevel(world, i), looking[k]) ||
      (1 - v[k] < lapse && investors.second[i] !== NONE);
    marked[count] = k;
    count += mayMove ? 1 : 0;
  }
  block.markedCount = count;
}

/**
 * Whether an event may happen whose hazard is level · eˣ a year, by a uniform draw (thinning). Its probability in a month is at
 * most level · eˣ / 12, and eˣ is at most (1 − x/4)⁻⁴ for x below 4: most need no exponential to know that nothing
 * happens.
 */
function mayHappen(draw: number, level: number, x: number): boolean {
  const d = clipNegative(1 - x / 4);
  return draw * 12 * (d * d) * (d * d) < level * MARGIN;
}

/** Those who may move, one by one and in full. */
function reconsider(world: World): void {
  const { investors, block } = world;
  const { slots, marked, u, v, x: leaving, y: changing, z: looking } = block;
  for (let m = 0; m < block.markedCount; m++) {
    const k = marked[m];
    const i = slots[k];
    if (leaves(world, i, u[k], leaving[k])) continue;
    if (investors.status[i] === STATUS.active) fallAsleep(world, i, v[k], changing[k]);
    else wake(world, i, v[k], changing[k]);
    lapseAccount(world, i, 1 - v[k]);
    if (looksRound(world, i, 1 - u[k], looking[k])) lookRound(world, i);
  }
}

function computeLeaveLevel({ investors, values }: World, i: number): number {
  const awake = investors.status[i] === STATUS.active ? LEAVE_AWAKE : LEAVE_DORMANT;
  return values['dormancy.leave'] * investors.restless[i] * awake;
}

/** Closing the main account for good. Friends at the broker hold people back; they are asked only when it matters (thinning). */
function leaves(world: World, i: number, u: number, x: number): boolean {
  const level = computeLeaveLevel(world, i);
  if (!mayHappen(u, level, x)) return false;
  const most = (level * exp(x)) / 12;
  if (u >= most) return false;
  const hold = computeHold(world, i);
  if (u >= 1 - exp(-most * exp(-hold))) return false;
  leaveOnline(world, i, explainLeaving(world, i, hold), world.choice.pushes);
  return true;
}

/** By how much friends and family at one’s broker lower the log hazard of leaving. */
function computeHold(world: World, i: number): number {
  const { investors, values } = world;
  const main = investors.main[i];
  const family = readFamilyBroker(world, i) === main ? values['dormancy.leaveFamily'] : 0;
  return values['dormancy.leaveFriends'] * computeFriendShare(world, i, main) + family;
}

function fallAsleep(world: World, i: number, v: number, x: number): void {
  const { investors, values, events, flow } = world;
  const level = values['dormancy.sleep'];
  if (!mayHappen(v, level, x) || v >= 1 - exp((-level * exp(x)) / 12)) return;
  const main = investors.main[i];
  investors.status[i] = STATUS.dormant;
  investors.asleepSince[i] = readMonth(world);
  flow.dormancies[0]++;
  const reason = explainSleep(world, i);
  recordEvent(events, investors, readMonth(world), i, MOVE.dormant, main, main, reason, world.choice.pushes);
}

function wake(world: World, i: number, v: number, x: number): void {
  const { investors, values, events, flow } = world;
  const level = values['dormancy.wake'];
  if (!mayHappen(v, level, x) || v >= 1 - exp((-level * exp(x)) / 12)) return;
  const main = investors.main[i];
  investors.status[i] = STATUS.active;
  flow.wakings[0]++;
  const reason = explainWaking(world, i);
  recordEvent(events, investors, readMonth(world), i, MOVE.wake, main, main, reason, world.choice.pushes);
}

/** Second and third accounts lapse now and then. */
function lapseAccount(world: World, i: number, w: number): void {
  const { investors, values } = world;
  if (investors.second[i] === NONE || w >= values['choice.lapse'] / 12) return;
  closeAccount(world, i, investors.third[i] === NONE ? investors.second[i] : investors.third[i]);
}

function computeLookLevel(world: World, i: number): number {
  const { investors, values } = world;
  const asleep = investors.status[i] === STATUS.dormant ? values['choice.reconsiderDormant'] : 1;
  return values['choice.reconsider'] * investors.restless[i] * asleep * computeFriendsFactor(world, 1);
}

/** How much likelier people look round with this share of their friends elsewhere. */
function computeFriendsFactor({ values }: World, elsewhere: number): number {
  return FRIENDS_HALF + values['choice.reconsiderFriends'] * (elsewhere - 0.5);
}

/** Whether the person compares brokers this month; friends elsewhere, and unhappy ones here, make it likelier. */
function looksRound(world: World, i: number, w: number, x: number): boolean {
  const level = computeLookLevel(world, i);
  if (!mayHappen(w, level, x)) return false;
  const most = (level * exp(x)) / 12;
  if (w >= most) return false;
  const elsewhere = weighUnrest(world, i);
  const factor = computeFriendsFactor(world, elsewhere) / computeFriendsFactor(world, 1);
  return w < 1 - exp(-most * factor);
}

/**
 * Compares the present broker with one’s other accounts and with what comes to mind. A broker that is new to the person
 * first gets a further account, which becomes the main one at once or at a later comparison; so inertia does not stand in
 * the way of a second account, only of moving the main one.
 */
function lookRound(world: World, i: number): void {
  const { investors, choice, values } = world;
  const main = investors.main[i];
  choice.count = 0;
  considerHeld(world, main);
  considerHeld(world, investors.second[i]);
  considerHeld(world, investors.third[i]);
  considerUsual(world, i);
  const isFirstLook = investors.second[i] === NONE && values['choice.mostAccounts'] > 1;
  const taken = chooseBroker(world, i, -1, isFirstLook ? 0 : computeMoveCost(world, i));
  const broker = choice.considered[taken];
  if (broker === main) return;
  const reason = explainChoice(choice, taken, 0);
  if (holdsAccount(world, i, broker)) switchMain(world, i, broker, reason);
  else openFurther(world, i, broker, reason);
}

function switchMain(world: World, i: number, broker: number, reason: number): void {
  const { investors, events, choice } = world;
  const former = investors.main[i];
  recordEvent(events, investors, readMonth(world), i, MOVE.switch, former, broker, reason, choice.gap);
  moveMain(world, i, broker);
  investors.advised[i] = 0;
}

/** One more account where there is room; where there is none, the last one makes way, and the new one becomes the main one. */
function openFurther(world: World, i: number, broker: number, reason: number): void {
  const { investors, tally, flow, draws, values, events, choice } = world;
  const month = readMonth(world);
  draws.at(readPerson(world, i), month, PURPOSE.account);
  const { u, v } = draws;
  tally.openingsFurther[broker]++;
  if (u >= computeFunding(world, broker, CHANNEL.organic)) return;
  const isFull = countAccounts(world, i) >= values['choice.mostAccounts'];
  tally.funded[broker]++;
  flow.furtherAccounts[0]++;
  if (isFull) makeRoom(world, i, broker, reason);
  else if (v < values['choice.mainFlip']) {
    addAccount(world, i, broker);
    switchMain(world, i, broker, reason);
  } else {
    addAccount(world, i, broker);
    recordEvent(events, investors, month, i, MOVE.addSecond, investors.main[i], broker, reason, choice.gap);
  }
}

/** With as many accounts as allowed, the last one closes; with only one allowed, the main account itself moves. */
function makeRoom(world: World, i: number, broker: number, reason: number): void {
  const { investors } = world;
  const former = investors.main[i];
  const last = investors.third[i] === NONE ? investors.second[i] : investors.third[i];
  if (last !== NONE) closeAccount(world, i, last);
  addAccount(world, i, broker);
  switchMain(world, i, broker, reason);
  if (last === NONE) closeAccount(world, i, former);
}
