import { exp } from '../../core/math.ts';
import { recordEvent } from '../events.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { MOVE, REASON } from '../reasons.ts';
import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { chooseBroker, computeFriendShare, consider, considerUsual, explainChoice } from './choice.ts';
import { CHANNEL, computeFunding } from './entry.ts';
import { addAccount, closeAccount, countAccounts, holdsAccount, leaveOnline, moveMain } from './holdings.ts';

/** Leaving is likelier while asleep, and engagement and returns hold people back (trial.md §1). */
const LEAVE_AWAKE = 0.6;
const LEAVE_DORMANT = 1.6;
const LEAVE_RETURNS = 1.5;
const LEAVE_ENGAGEMENT = 0.6;
/** Friends elsewhere raise reconsideration from this factor at none to this at all. */
const FRIENDS_HERE = 0.8;
const FRIENDS_ELSEWHERE = 1.4;
const DORMANT_WAKING = 0.5;

/** Step 7: most people do nothing. Some fall asleep or wake, a few look round and open or move an account, fewer leave. */
export function reconsiderBrokers(world: World, from: number, to: number): void {
  const { investors, draws } = world;
  const { status } = investors;
  const month = readMonth(world);
  for (let i = from; i < to; i++) {
    if (status[i] !== STATUS.active && status[i] !== STATUS.dormant) continue;
    draws.at(readPerson(world, i), month, PURPOSE.move);
    // Each number serves two rare events, one near 0 and one near 1: nobody does both in a month.
    const { u, v } = draws;
    if (leaves(world, i, u)) continue;
    changeActivity(world, i, v);
    lapseAccount(world, i, 1 - v);
    if (looksRound(world, i, 1 - u)) lookRound(world, i);
  }
}

/** Closing the main account for good. Friends at the broker hold people back; they are asked only when it matters (thinning). */
function leaves(world: World, i: number, u: number): boolean {
  const { investors, values } = world;
  const awake = investors.status[i] === STATUS.active ? LEAVE_AWAKE : LEAVE_DORMANT;
  const unhappy = values['dormancy.satisfaction'] * (0.5 - investors.satisfaction[i]);
  const lost = -LEAVE_RETURNS * investors.return12[i];
  const bound = LEAVE_ENGAGEMENT * investors.engagement[i];
  const most = (values['dormancy.leave'] * investors.restless[i] * awake * exp(unhappy + lost - bound)) / 12;
  if (u >= most) return false;
  const friends = computeFriendShare(world, i, investors.main[i]);
  if (u >= 1 - exp(-most * exp(-values['dormancy.leaveFriends'] * friends))) return false;
  leaveOnline(world, i, pickLargest(lost, unhappy, 0));
  return true;
}

/** Asleep or awake. Losses, boredom and a falling market put people to sleep; rising markets and service wake them. */
function changeActivity(world: World, i: number, v: number): void {
  const { investors, values, market, brokers, events, flow } = world;
  const month = readMonth(world);
  const main = investors.main[i];
  const content = investors.satisfaction[i] - 0.5;
  const market12 = values['dormancy.market'] * market.return12[0];
  if (investors.status[i] === STATUS.dormant) {
    const service = values['dormancy.wakeService'] * brokers.service[main];
    const call = DORMANT_WAKING * (values['dormancy.satisfaction'] * content + market12);
    if (v >= 1 - exp((-values['dormancy.wake'] * exp(call + service)) / 12)) return;
    investors.status[i] = STATUS.active;
    flow.wakings[0]++;
    const reason = service > call ? REASON.service : REASON.market;
    recordEvent(events, investors, month, i, MOVE.wake, main, main, reason, null);
    return;
  }
  const unhappy = -values['dormancy.satisfaction'] * content;
  const lost = -values['dormancy.returns'] * investors.return12[i];
  const bound = values['dormancy.engagement'] * investors.engagement[i];
  if (v >= 1 - exp((-values['dormancy.sleep'] * exp(unhappy + lost - market12 - bound)) / 12)) return;
  investors.status[i] = STATUS.dormant;
  flow.dormancies[0]++;
  const reason = pickLargest(lost, unhappy, -market12);
  recordEvent(events, investors, month, i, MOVE.dormant, main, main, reason, null);
}

/** The strongest push among losses, dissatisfaction and the market; boredom, which is chance here, when none pushes. */
function pickLargest(losses: number, dissatisfaction: number, market: number): number {
  const most = Math.max(losses, dissatisfaction, market);
  if (most <= 0) return REASON.chance;
  if (most === losses) return REASON.losses;
  return most === dissatisfaction ? REASON.dissatisfaction : REASON.market;
}

/** Second and third accounts lapse now and then. */
function lapseAccount(world: World, i: number, w: number): void {
  const { investors, values } = world;
  if (investors.second[i] === NONE || w >= values['choice.lapse'] / 12) return;
  closeAccount(world, i, investors.third[i] === NONE ? investors.second[i] : investors.third[i]);
}

/** Whether the person compares brokers this month. Inertia lives here: looking round is rare (E29). */
function looksRound(world: World, i: number, w: number): boolean {
  const { investors, values, offers } = world;
  const main = investors.main[i];
  const drive =
    values['choice.reconsiderDissatisfaction'] * (0.5 - investors.satisfaction[i]) +
    values['choice.reconsiderLosses'] * Math.max(0, -investors.return12[i]) -
    values['choice.reconsiderEngagement'] * investors.engagement[i] +
    values['choice.reconsiderVoice'] * offers.rivalVoice[main];
  const asleep = investors.status[i] === STATUS.dormant ? values['choice.reconsiderDormant'] : 1;
  const most = (values['choice.reconsider'] * investors.restless[i] * asleep * exp(drive) * FRIENDS_ELSEWHERE) / 12;
  if (w >= most) return false;
  const elsewhere = computeFriendsElsewhere(world, i);
  const factor = (FRIENDS_HERE + (FRIENDS_ELSEWHERE - FRIENDS_HERE) * elsewhere) / FRIENDS_ELSEWHERE;
  return w < 1 - exp(-most * factor);
}

/** Share of friends who invest online at another broker. */
function computeFriendsElsewhere({ investors, ties, values }: World, slot: number): number {
  const friends = values['network.friends'];
  let count = 0;
  for (let k = slot * friends; k < (slot + 1) * friends; k++) {
    const shown = investors.shown[ties.friend[k]];
    if (shown !== NONE && shown !== investors.main[slot]) count++;
  }
  return count / friends;
}

/**
 * Compares the present broker with one’s other accounts and with what comes to mind. A broker that is new to the person
 * first gets a further account, which becomes the main one at once or at a later comparison; so inertia does not stand in
 * the way of a second account, only of moving the main one.
 */
function lookRound(world: World, i: number): void {
  const { investors, choice, values, offers } = world;
  const main = investors.main[i];
  choice.count = 0;
  consider(world, main);
  consider(world, investors.second[i]);
  consider(world, investors.third[i]);
  considerUsual(world, i);
  const isFirstLook = investors.second[i] === NONE && values['choice.mostAccounts'] > 1;
  const lightened = 1 - 0.5 * offers.ease[main];
  const cost = values['choice.inertia'] * lightened + values['choice.inertiaProducts'] * investors.products[i];
  const taken = chooseBroker(world, i, -1, isFirstLook ? 0 : cost);
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
