import { allocateTables, type Tables } from '../core/columns.ts';
import { NONE } from './purposes.ts';
import { STATUS } from './records.ts';
import type { World } from './world.ts';

/** People as they stand, counted one by one. Whole numbers, so neither the order nor a division of labour can matter. */
export const CENSUS_TABLES = {
  /** NONE has a row as any broker: who has no account is counted too, and nobody looks. */
  byBroker: { rows: NONE + 1, columns: { main: 'i32', second: 'i32', third: 'i32', active: 'i32', advised: 'i32' } },
  /** `misfits`: people whose accounts do not go with their status, or leave a gap. */
  total: { rows: 1, columns: { assetsCents: 'f64', misfits: 'f64' } },
} as const;

export type Census = Tables<typeof CENSUS_TABLES>;

export function createCensus(): Census {
  return allocateTables(CENSUS_TABLES).tables;
}

export function beginCensus({ census }: World): void {
  for (const column of Object.values(census.byBroker)) column.fill(0);
  for (const column of Object.values(census.total)) column.fill(0);
}

/** Adds the people in some slots. There is no branch in it that a processor could guess wrong. */
export function countPeople({ investors, census }: World, from: number, to: number): void {
  const { status, main, second, third, advised, assetsCents } = investors;
  const { main: mains, second: seconds, third: thirds, active: actives, advised: followers } = census.byBroker;
  let totalCents = 0;
  let misfits = 0;
  for (let i = from; i < to; i++) {
    const b = main[i];
    mains[b]++;
    seconds[second[i]]++;
    thirds[third[i]]++;
    actives[b] += IS_ACTIVE[status[i]];
    followers[b] += advised[i];
    totalCents += assetsCents[i];
    misfits += isMisfit(status[i], b, second[i], third[i]);
  }
  census.total.assetsCents[0] += totalCents;
  census.total.misfits[0] += misfits;
}

/** 1 for a person whose accounts do not go with their status or leave a gap, else 0. */
export function isMisfit(status: number, main: number, second: number, third: number): number {
  return IS_MISFIT[status * 8 + markNone(main) * 4 + markNone(second) * 2 + markNone(third)];
}

/** 1 for NONE, else 0. */
function markNone(broker: number): number {
  return (broker + 1) >> 8;
}

const IS_ACTIVE = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.active ? 1 : 0));

/** By status and empty places: users, and nobody else, have a main broker, and accounts fill their places without a gap. */
const IS_MISFIT = Uint8Array.from({ length: Object.values(STATUS).length * 8 }, (_, at) => {
  const status = Math.floor(at / 8);
  const isUser = status === STATUS.active || status === STATUS.dormant;
  const isWhole = isUser ? [0b000, 0b001, 0b011].includes(at % 8) : at % 8 === 0b111;
  return isWhole ? 0 : 1;
});

/** Lets brokers and the market know what was counted. */
export function publishCensus({ census, brokers, market, brokerCount }: World): void {
  const { main, second, third, active, advised } = census.byBroker;
  for (let b = 0; b < brokerCount; b++) {
    brokers.users[b] = main[b];
    brokers.activeUsers[b] = active[b];
    brokers.accounts[b] = main[b] + second[b] + third[b];
    brokers.adviceUsers[b] = advised[b];
  }
  market.assetsCents[0] = census.total.assetsCents[0];
}
