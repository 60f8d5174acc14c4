import { allocateTables, type Tables } from '../core/columns.ts';
import { TENURE_BANDS } from './investors/tenure.ts';
import { NONE } from './purposes.ts';
import { STATUS } from './records.ts';
import type { World } from './world.ts';

/** People as they stand, counted one by one. Whole numbers, so neither the order nor a division of labour can matter. */
export const CENSUS_TABLES = {
  /** People by main broker, status and advice: row (broker × 8 + status) × 2 + advised. NONE is a broker as any other here. */
  people: { rows: (NONE + 1) * 16, columns: { count: 'i32' } },
  /** Clients by main broker and tenure at the end of the month: row broker × `TENURE_BANDS` + band. */
  tenure: { rows: (NONE + 1) * TENURE_BANDS, columns: { count: 'i32' } },
  /** Second and third accounts by broker, NONE apart. */
  others: { rows: NONE + 1, columns: { second: 'i32', third: 'i32' } },
  /** `misfits`: people whose accounts do not go with their status, or leave a gap. */
  total: { rows: 1, columns: { assetsCents: 'f64', misfits: 'f64' } },
} as const;

export type Census = Tables<typeof CENSUS_TABLES>;

export function createCensus(): Census {
  return allocateTables(CENSUS_TABLES).tables;
}

export function beginCensus({ census }: World): void {
  for (const table of Object.values(census)) for (const column of Object.values(table)) column.fill(0);
}

/** Adds the people in some slots. There is no branch in it that a processor could guess wrong. */
export function countPeople({ investors, census }: World, from: number, to: number): void {
  const { count } = census.people;
  const { second: seconds, third: thirds } = census.others;
  const { status, main, second, third, advised, assetsCents } = investors;
  let totalCents = 0;
  let misfits = 0;
  for (let i = from; i < to; i++) {
    count[main[i] * 16 + status[i] * 2 + advised[i]]++;
    seconds[second[i]]++;
    if (third[i] !== NONE) thirds[third[i]]++;
    totalCents += assetsCents[i];
    misfits += isMisfit(status[i], main[i], second[i], third[i]);
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

/** By status and empty places: users, and nobody else, have a main broker, and accounts fill their places without a gap. */
const IS_MISFIT = Uint8Array.from({ length: Object.values(STATUS).length * 8 }, (_, at) => {
  const status = Math.floor(at / 8);
  const isUser = status === STATUS.active || status === STATUS.dormant;
  const isWhole = isUser ? [0b000, 0b001, 0b011].includes(at % 8) : at % 8 === 0b111;
  return isWhole ? 0 : 1;
});

/** Lets brokers and the market know what was counted. */
export function publishCensus({ census, brokers, market, brokerCount }: World): void {
  const { count } = census.people;
  const { second, third } = census.others;
  for (let b = 0; b < brokerCount; b++) {
    const active = (b * 8 + STATUS.active) * 2;
    const dormant = (b * 8 + STATUS.dormant) * 2;
    brokers.activeUsers[b] = count[active] + count[active + 1];
    brokers.users[b] = brokers.activeUsers[b] + count[dormant] + count[dormant + 1];
    brokers.activeAdviceUsers[b] = count[active + 1];
    brokers.adviceUsers[b] = count[active + 1] + count[dormant + 1];
    brokers.accounts[b] = brokers.users[b] + second[b] + third[b];
  }
  market.assetsCents[0] = census.total.assetsCents[0];
  market.outsiders[0] = count[(NONE * 8 + STATUS.outside) * 2];
}
