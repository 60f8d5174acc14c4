import { sumOf } from '../../core/sum.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import { computeMoveCost, valueBrokers } from '../investors/choice.ts';
import { NONE } from '../purposes.ts';
import { readPerson, type World } from '../world.ts';

/** What settling came to: people moved, and the utility that they lost together. */
export interface Settlement {
  readonly moved: number;
  readonly lostUtility: number;
}

/** People who may move, in a heap by loss: the smallest on top, of equals the smaller number of a person. */
interface Queue {
  readonly slots: Int32Array;
  readonly losses: Float64Array;
  readonly aims: Uint8Array;
  count: number;
}

/** Places to fill, clients too many, and what brokers are worth to one person. */
interface Places {
  readonly room: Int32Array;
  readonly excess: Int32Array;
  readonly open: Int32Array;
  readonly utility: Float64Array;
}

/**
 * Has people change their main broker until each has as many users as it should, and gives `joiners` theirs. Always the
 * person moves who loses least: utility at the present broker, switching cost included, less that at the best broker
 * with a place left. Chance has no part in that utility. Joiners lose against the broker they like best.
 * @param targets users by broker; they sum to users and joiners
 * @param move changes a person’s main broker, or gives a joiner the first
 */
export function settleClients(
  world: World,
  targets: Int32Array,
  joiners: readonly number[],
  move: (slot: number, broker: number) => void,
): Settlement {
  const places = findPlaces(world, targets);
  const free = sumOf(places.room) - sumOf(places.excess);
  if (free !== joiners.length)
    throw new RangeError(`expected ${free} joiners for the places free, got ${joiners.length}`);
  const queue = createQueue(world, places, joiners);
  let moved = 0;
  let lostUtility = 0;
  while (queue.count > 0) {
    const [slot, aim, loss] = [queue.slots[0], queue.aims[0], queue.losses[0]];
    const main = world.investors.main[slot];
    if (main !== NONE && places.excess[main] === 0) {
      takeTop(world, queue);
    } else if (places.room[aim] === 0) {
      // The place was taken: the next best has to do.
      aimAt(world, places, queue, 0, slot);
      sink(world, queue, 0);
    } else {
      takeTop(world, queue);
      places.room[aim]--;
      if (main !== NONE) {
        places.excess[main]--;
        moved++;
        lostUtility += loss;
      }
      move(slot, aim);
    }
  }
  return { moved, lostUtility };
}

function findPlaces({ investors, agents, brokers, brokerCount }: World, targets: Int32Array): Places {
  const users = new Int32Array(NONE + 1);
  for (let i = 0; i < agents; i++) users[investors.main[i]]++;
  const difference = (b: number) => targets[b] - users[b];
  return {
    room: targets.map((_, b) => Math.max(0, difference(b))),
    excess: targets.map((_, b) => Math.max(0, -difference(b))),
    open: Int32Array.from([...targets.keys()].filter((b) => brokers.status[b] === BROKER_STATUS.operating)),
    utility: new Float64Array(brokerCount),
  };
}

function createQueue(world: World, places: Places, joiners: readonly number[]): Queue {
  const { investors, agents } = world;
  let most = joiners.length;
  for (let i = 0; i < agents; i++) if (mayGo(places, investors.main[i])) most++;
  const queue: Queue = {
    slots: new Int32Array(most),
    losses: new Float64Array(most),
    aims: new Uint8Array(most),
    count: 0,
  };
  if (places.room.every((room) => room === 0)) return queue;
  const add = (slot: number) => aimAt(world, places, queue, queue.count++, slot);
  for (let i = 0; i < agents; i++) if (mayGo(places, investors.main[i])) add(i);
  for (const slot of joiners) add(slot);
  for (let k = (queue.count >> 1) - 1; k >= 0; k--) sink(world, queue, k);
  return queue;
}

function mayGo({ excess }: Places, main: number): boolean {
  return main !== NONE && excess[main] > 0;
}

/** Puts a person at a position of the queue with the best broker that has a place. There is one as long as anybody has to move. */
function aimAt(world: World, { room, open, utility }: Places, queue: Queue, position: number, slot: number): void {
  const main = world.investors.main[slot];
  valueBrokers(world, slot, open, utility);
  let aim = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (const b of open) {
    best = Math.max(best, utility[b]);
    if (room[b] > 0 && (aim === -1 || utility[b] > utility[aim])) aim = b;
  }
  const now = main === NONE ? best : utility[main] + computeMoveCost(world, slot);
  queue.slots[position] = slot;
  queue.aims[position] = Math.max(0, aim);
  queue.losses[position] = aim === -1 ? Number.POSITIVE_INFINITY : now - utility[aim];
}

function takeTop(world: World, queue: Queue): void {
  queue.count--;
  copyEntry(queue, queue.count, 0);
  sink(world, queue, 0);
}

function copyEntry({ slots, losses, aims }: Queue, from: number, to: number): void {
  slots[to] = slots[from];
  losses[to] = losses[from];
  aims[to] = aims[from];
}

/** Lets an entry down to where those below lose more. */
function sink(world: World, queue: Queue, from: number): void {
  const { slots, losses, aims, count } = queue;
  const [slot, loss, aim] = [slots[from], losses[from], aims[from]];
  let at = from;
  for (let below = 2 * at + 1; below < count; below = 2 * at + 1) {
    const next =
      below + 1 < count && goesFirst(world, queue, below + 1, slots[below], losses[below]) ? below + 1 : below;
    if (!goesFirst(world, queue, next, slot, loss)) break;
    copyEntry(queue, next, at);
    at = next;
  }
  slots[at] = slot;
  losses[at] = loss;
  aims[at] = aim;
}

/** Whether the entry at a position goes before a person with a loss. */
function goesFirst(world: World, { slots, losses }: Queue, position: number, slot: number, loss: number): boolean {
  if (losses[position] !== loss) return losses[position] < loss;
  return readPerson(world, slots[position]) < readPerson(world, slot);
}
