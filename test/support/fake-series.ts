import type { RunData } from '../../src/app/run-data.ts';
import type { LiveMonth } from '../../src/experiment/live-run.ts';
import type { BrokerInput, Decision, ModelInputs } from '../../src/model/inputs.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  MARKET_METRIC,
  MARKET_METRICS,
  SEGMENT_METRIC,
  SEGMENT_METRICS,
} from '../../src/model/metrics.ts';
import type { MonthRecord } from '../../src/model/records.ts';
import { bandsOfCell, SEGMENT_CELLS } from '../../src/model/segments.ts';
import { NO_PROGRAMMES } from './no-programmes.ts';

/*
 * Months as the charts are given them, without an engine: the builders make exactly what a test states, `createFakeRun`
 * a whole plausible market whose every figure is a smooth function of month and broker.
 */

/** A month in which every figure is zero, with room for `quarters` cohorts. */
export function createEmptyMonth(month: number, brokers: number, quarters = 0): LiveMonth {
  const record: MonthRecord = {
    month,
    market: new Float64Array(MARKET_METRICS.length),
    brokers: new Float64Array(brokers * BROKER_METRICS.length),
    segments: new Float64Array(SEGMENT_CELLS * SEGMENT_METRICS.length),
    cohorts: new Float64Array(quarters * brokers * 2),
    events: new Float32Array(0),
    decisions: new Float32Array(0),
  };
  return { record, snapshot: { month, count: 0, bytes: new Uint8Array(0) } };
}

export function setBroker(
  month: LiveMonth,
  broker: number,
  figures: Partial<Record<keyof typeof BROKER_METRIC, number>>,
): void {
  for (const [key, value] of Object.entries(figures)) {
    month.record.brokers[broker * BROKER_METRICS.length + BROKER_METRIC[key as keyof typeof BROKER_METRIC]] = value;
  }
}

export function setCohort(
  month: LiveMonth,
  brokers: number,
  quarter: number,
  broker: number,
  opened: number,
  alive: number,
): void {
  const position = (quarter * brokers + broker) * 2;
  month.record.cohorts[position] = opened;
  month.record.cohorts[position + 1] = alive;
}

export function createBroker(index: number, share: number): BrokerInput {
  const names = FAKE_NAMES[index] ?? [`Reach ${index}`, `河湾${index}`];
  return {
    id: `broker-${index}`,
    name: { en: names[0], 'zh-CN': names[1] },
    archetype: 'small',
    share,
    entryMonth: 0,
    commissionBp: 2,
    content: 0.2,
    community: 0.2,
    advice: 0.2,
    service: 0.2,
    compliance: 0.5,
    reputation: 0.5,
    quality: 1,
    revisionMonths: 3,
    exploration: 1,
    reach: 0,
    alliance: null,
    strategy: 'plan',
    rollout: 'plan',
    niche: null,
    ...NO_PROGRAMMES,
  };
}

const FAKE_NAMES = [
  ['Huatai Zhangle', '华泰涨乐'],
  ['East Money', '东方财富'],
  ['CITIC Xintoubao', '中信信投宝'],
  ['Futu', '富途'],
  ['GTJA Junhong', '国泰君安君弘'],
  ['Platform · Comet', '平台·彗星'],
];

/** Inputs of which the charts read brokers, decisions and months. */
export function createFakeInputs(
  shares: readonly number[],
  months: number,
  decisions: readonly Decision[] = [],
): ModelInputs {
  return {
    agents: 20_000,
    startMonth: 2025 * 12,
    months,
    values: { 'population.adultsMillion': 400 } as unknown as ModelInputs['values'],
    brokers: shares.map((share, index) => createBroker(index, share)),
    decisions,
    realisedReturns: [],
    prologue: null,
  };
}

interface FakeRunOptions {
  readonly months?: number;
  /** Months computed; all by default. */
  readonly computed?: number;
  /** Month from which the chosen broker does better, as B does. */
  readonly boostFrom?: number;
  readonly chosen?: number;
  readonly status?: RunData['status'];
}

/** Thirty brokers over 72 months; with `boostFrom` a decision of the chosen broker that pays off. */
export function createFakeRun({
  months = 72,
  computed = months,
  boostFrom,
  chosen = 4,
  status = 'done',
}: FakeRunOptions = {}): RunData {
  const shares = createShares();
  const decisions: Decision[] =
    boostFrom === undefined
      ? []
      : [{ month: 2025 * 12 + boostFrom, broker: chosen, lever: 'community', mode: 'set', value: 60 }];
  const inputs = createFakeInputs(shares, months, decisions);
  const list = Array.from({ length: computed + 1 }, (_, m) => createFakeMonth(m, shares, chosen, boostFrom, months));
  return { inputs, seed: '42', months: list, status, stateHash: null };
}

function createShares(): number[] {
  const head = [0.185, 0.152, 0.08, 0.078, 0.064, 0.054, 0.051, 0.042, 0.04, 0.034];
  const tail = Array.from({ length: 20 }, (_, k) => 0.9 ** k);
  const left = 1 - head.reduce((sum, share) => sum + share, 0);
  const total = tail.reduce((sum, share) => sum + share, 0);
  return [...head, ...tail.map((share) => (share / total) * left)];
}

function createFakeMonth(
  m: number,
  start: readonly number[],
  chosen: number,
  boostFrom: number | undefined,
  months: number,
): LiveMonth {
  const since = boostFrom === undefined ? 0 : Math.max(0, m - boostFrom);
  const month = createEmptyMonth(m, start.length, Math.ceil(months / 3));
  const raw = start.map((share, b) => share * (1 + 0.004 * m * (b < 10 ? 1 : -0.3) + 0.04 * Math.sin(m / 5 + b)));
  raw[chosen] *= 1 + 0.5 * (1 - Math.exp(-since / 25));
  const total = raw.reduce((sum, share) => sum + share, 0);
  const shares = raw.map((share) => share / total);
  const ranked = [...shares].sort((a, b) => b - a);
  month.record.market[MARKET_METRIC.cr10] = ranked.slice(0, 10).reduce((sum, share) => sum + share, 0);
  month.record.market[MARKET_METRIC.retention12] = m < 13 ? Number.NaN : 0.58;
  month.record.market[MARKET_METRIC.hhi] = shares.reduce((sum, share) => sum + (100 * share) ** 2, 0);
  shares.forEach((share, b) => {
    setFakeBroker(month, b, share, m, b === chosen ? since : 0);
    setFakeCohorts(month, start.length, b, m, b === chosen ? since : 0, share);
  });
  setFakeSegments(month, m, since);
  return month;
}

function setFakeBroker(month: LiveMonth, b: number, share: number, m: number, since: number): void {
  const users = share * 1.8e8 * (1 + m / 150);
  const revenue = users * 12e2 * (1 + 0.25 * Math.sin(m / 6 + 1) + 0.1 * Math.sin(m * 1.7 + b));
  const costs = {
    costFixed: 0.44,
    costService: 0.12,
    costContent: 0.12,
    costCommunity: 0.06,
    costAdvice: 0.05,
    costAdvertising: 0.09,
    costPromotion: 0.04,
    costCompliance: 0.05,
    costProgrammes: 0.01,
    costFines: 0,
  };
  const base = users * 11e2;
  const parts = Object.fromEntries(Object.entries(costs).map(([key, part]) => [key, base * part]));
  parts.costCommunity += since > 0 ? base * 0.3 * Math.exp(-since / 30) : 0;
  const cost = Object.values(parts).reduce((sum, part) => sum + part, 0);
  setBroker(month, b, {
    status: 1,
    share,
    users,
    activeUsers: users * 0.5,
    commissionBp: 2.1,
    retention12: m < 13 ? Number.NaN : since > 12 ? 0.66 : 0.58,
    satisfaction: 0.6 + 0.002 * b,
    revenue,
    revenueCommission: revenue * 0.62,
    revenueMargin: revenue * 0.2,
    revenueFunds: revenue * 0.11,
    revenueAdvice: revenue * 0.05,
    revenueCrossBorder: revenue * 0.02,
    ...parts,
    cost,
    profit: revenue - cost,
    cash: 5e10 + m * 1e8,
  });
}

function setFakeCohorts(month: LiveMonth, brokers: number, b: number, m: number, since: number, share: number): void {
  for (let quarter = 0; quarter * 3 < m; quarter++) {
    const opened = Math.round(share * 8e6 * Math.min(3, m - quarter * 3));
    const age = Math.max(0, m - quarter * 3 - 1.5);
    const better = since > 0 && quarter * 3 + since >= m ? 1.12 : 1;
    const alive = opened * Math.min(1, better * (0.38 + 0.42 * Math.exp(-age / 16)) + 0.02 * Math.sin(quarter * 2.1));
    setCohort(month, brokers, quarter, b, opened, Math.round(alive));
  }
}

function setFakeSegments(month: LiveMonth, m: number, since: number): void {
  const { segments } = month.record;
  const width = SEGMENT_METRICS.length;
  for (let cell = 0; cell < SEGMENT_CELLS; cell++) {
    const [age, experience, risk] = bandsOfCell(cell);
    const users = 1e5 * (1 + experience + (4 - age));
    const gross = 0.004 + 0.02 * Math.sin(m / 7 + 0.5) * (0.6 + 0.3 * risk);
    const cost = 0.0052 - 0.0013 * experience - (experience === 0 ? 0.0004 * Math.min(1, since / 12) : 0);
    const row = cell * width;
    segments[row + SEGMENT_METRIC.users] = users;
    segments[row + SEGMENT_METRIC.grossReturnSum] = users * gross;
    segments[row + SEGMENT_METRIC.netReturnSum] = users * (gross - cost);
    segments[row + SEGMENT_METRIC.tenuredUsers] = users * 0.8;
    segments[row + SEGMENT_METRIC.losingUsers] = users * 0.8 * Math.max(0.05, 0.55 - 0.1 * experience - 4 * gross);
    segments[row + SEGMENT_METRIC.complaints] = users * 0.0002 * (4 - experience) * (since > 0 ? 0.9 : 1);
  }
}
