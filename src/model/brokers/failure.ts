import { recordEvent } from '../events.ts';
import { addAccount, closeAccount, holdsAccount, leaveOnline, moveMain } from '../investors/holdings.ts';
import { takesNewClients } from '../market/cross-border.ts';
import { NONE, PURPOSE } from '../purposes.ts';
import { MOVE, REASON } from '../reasons.ts';
import { countMonth } from '../tally.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { readOpeningGoodwill } from './reach.ts';
import { BROKER_STATUS } from './status.ts';

/** Step 2: brokers whose month has come open their doors. */
export function openEntrants(world: World): void {
  const { brokers, inputs, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    const isDue = inputs.brokers[b].entryMonth <= readMonth(world);
    if (brokers.status[b] !== BROKER_STATUS.notYetOpen || !isDue) continue;
    brokers.status[b] = BROKER_STATUS.operating;
    brokers.goodwill[b] = readOpeningGoodwill(world, b);
  }
}

/** Step 8: a broker out of cash for a year is taken over by the next larger sound one, or closed when there is none. */
export function resolveFailures(world: World): void {
  const { brokers, values, brokerCount } = world;
  let resolved = false;
  for (let b = 0; b < brokerCount; b++) {
    const hasFailed = brokers.monthsWithoutCash[b] >= values['brokers.failureMonths'];
    if (brokers.status[b] !== BROKER_STATUS.operating || !hasFailed) continue;
    const acquirer = findAcquirer(world, b);
    brokers.status[b] = acquirer === -1 ? BROKER_STATUS.closed : BROKER_STATUS.takenOver;
    handOverClients(world, b, acquirer);
    resolved = true;
  }
  if (resolved) countMonth(world);
}

/** The smallest operating broker with cash that has more users; −1 when there is none. */
function findAcquirer(world: World, failed: number): number {
  const { brokers, brokerCount } = world;
  let acquirer = -1;
  for (let b = 0; b < brokerCount; b++) {
    const isSound = brokers.status[b] === BROKER_STATUS.operating && brokers.cashCents[b] > 0;
    if (b === failed || !isSound || !takesNewClients(world, b) || brokers.users[b] <= brokers.users[failed]) continue;
    if (acquirer === -1 || brokers.users[b] < brokers.users[acquirer]) acquirer = b;
  }
  return acquirer;
}

/** The account passes to the acquirer; a person who has no room for one more gives up the third. */
function transferClient(world: World, i: number, failed: number, acquirer: number): void {
  if (!holdsAccount(world, i, acquirer)) {
    if (world.investors.third[i] !== NONE) closeAccount(world, i, world.investors.third[i]);
    addAccount(world, i, acquirer);
    world.tally.transferred[acquirer]++;
  }
  moveMain(world, i, acquirer);
  closeAccount(world, i, failed);
}

/** Every account at the failed broker ends; most main clients follow to the acquirer, the others leave or fall back. */
function handOverClients(world: World, failed: number, acquirer: number): void {
  const { investors, agents, draws, values, events } = world;
  const month = readMonth(world);
  const follow = acquirer === -1 ? 0 : values['brokers.takeoverFollow'];
  for (let i = 0; i < agents; i++) {
    if (investors.home[i] === failed) investors.home[i] = acquirer === -1 ? NONE : acquirer;
    if (investors.main[i] !== failed) {
      if (investors.second[i] === failed || investors.third[i] === failed) closeAccount(world, i, failed);
      continue;
    }
    draws.at(readPerson(world, i), month, PURPOSE.takeover);
    if (draws.u < follow) {
      recordEvent(events, investors, month, i, MOVE.switch, failed, acquirer, REASON.closure, null);
      transferClient(world, i, failed, acquirer);
    } else {
      leaveOnline(world, i, REASON.closure, null);
    }
  }
}
