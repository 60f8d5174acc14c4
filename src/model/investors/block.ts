import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';

/** Slots in a block: what the loops of a step hand on to each other stays in the first cache of the processor. */
export const BLOCK_SLOTS = 512;

/**
 * The people in hand. A step takes people block by block and does its work in a few plain loops over people of one kind:
 * loops without calls, and without branches that chance decides, are what engines and processors are fastest at.
 * All columns go by position in the block.
 */
export interface Block {
  /** Slots of the people in hand; of users, those awake come first. */
  readonly slots: Int32Array;
  count: number;
  awake: number;
  /** Positions of those whom a loop leaves to the next. */
  readonly marked: Int32Array;
  markedCount: number;
  /** Two draws each, and room for what loops hand on. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export function createBlock(): Block {
  const column = () => new Float64Array(BLOCK_SLOTS);
  return {
    slots: new Int32Array(BLOCK_SLOTS + 1),
    marked: new Int32Array(BLOCK_SLOTS),
    markedCount: 0,
    count: 0,
    awake: 0,
    u: column(),
    v: column(),
    x: column(),
    y: column(),
    z: column(),
  };
}

/**
 * One loop over everybody in hand. Loops are called from a list, so that an engine compiles each by itself: of several
 * put into one function by it, the last would get no room for what they call.
 */
export type BlockLoop<S> = (world: World, shared: S) => void;

/**
 * Takes people of one kind among the slots block by block, draws two numbers for each, and lets every loop go over the
 * block.
 * @param take takes in hand the people of that kind between two slots of a block
 */
export function visit<S>(
  world: World,
  from: number,
  to: number,
  take: (world: World, from: number, to: number) => void,
  purpose: number,
  loops: readonly BlockLoop<S>[],
  shared: S,
): void {
  for (let start = from; start < to; start += BLOCK_SLOTS) {
    take(world, start, Math.min(to, start + BLOCK_SLOTS));
    drawForBlock(world, purpose);
    for (const loop of loops) loop(world, shared);
  }
}

/** Those who use online brokers: awake, then dormant. */
export function takeUsers({ investors, block }: World, from: number, to: number): void {
  block.awake = append(block.slots, 0, investors.status, ACTIVE, from, to);
  block.count = append(block.slots, block.awake, investors.status, DORMANT, from, to);
}

/** The same in order of slot, for figures whose sums depend on the order. */
export function takeUsersInOrder({ investors, block }: World, from: number, to: number): void {
  block.count = append(block.slots, 0, investors.status, USERS, from, to);
}

export function takeOthers({ investors, block }: World, from: number, to: number): void {
  block.awake = 0;
  block.count = append(block.slots, 0, investors.status, OTHERS, from, to);
}

const ACTIVE = markStatuses(STATUS.active);
const DORMANT = markStatuses(STATUS.dormant);
const USERS = markStatuses(STATUS.active, STATUS.dormant);
const OTHERS = markStatuses(STATUS.outside, STATUS.traditional, STATUS.unfunded, STATUS.left);

function markStatuses(...wanted: number[]): Uint8Array {
  return Uint8Array.from(Object.values(STATUS), (status) => (wanted.includes(status) ? 1 : 0));
}

/** Appends the slots of a marked status at `count`. @returns the count after it */
function append(
  slots: Int32Array,
  count: number,
  status: Uint8Array,
  marked: Uint8Array,
  from: number,
  to: number,
): number {
  let next = count;
  for (let i = from; i < to; i++) {
    // Written in any case and kept or not: there is no branch to guess wrong.
    slots[next] = i;
    next += marked[status[i]];
  }
  return next;
}

function drawForBlock(world: World, purpose: number): void {
  const { block, draws } = world;
  const month = readMonth(world);
  for (let k = 0; k < block.count; k++) {
    draws.at(readPerson(world, block.slots[k]), month, purpose);
    block.u[k] = draws.u;
    block.v[k] = draws.v;
  }
}
