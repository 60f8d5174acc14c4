import type { ExploreView, RunData } from '../../src/app/run-data.ts';
import type { LiveMonth } from '../../src/experiment/live-run.ts';
import type { BrokerInput, ModelInputs } from '../../src/model/inputs.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric, MARKET_METRICS } from '../../src/model/metrics.ts';
import type { ParameterValues } from '../../src/model/parameters.ts';
import { MOVE, REASON, type Reason } from '../../src/model/reasons.ts';
import { EVENT_WIDTH, SNAPSHOT_COLUMNS, STATUS } from '../../src/model/records.ts';
import { NO_PROGRAMMES } from './no-programmes.ts';

/** Invented brokers: name in both languages and start share in per cent. They stand for nobody. */
const NAMES: readonly (readonly [string, string, number])[] = [
  ['Meridian', '子午', 18.5],
  ['Lantern', '明灯', 15.2],
  ['Harbour', '海港', 10.6],
  ['Swift', '迅捷', 6.9],
  ['Cedar', '雪松', 5.8],
  ['Willow', '柳岸', 5.5],
  ['Northgate', '北门', 5.2],
  ['Kite', '纸鸢', 4],
  ['Jade', '青玉', 3.4],
  ['Delta', '三角洲', 2.9],
  ['Grove', '林间', 2.6],
  ['Ferry', '渡口', 2.2],
  ['Pine', '松岭', 1.9],
  ['Reed', '芦苇', 1.7],
  ...Array.from(
    { length: 16 },
    (_, k) => [`Islet ${k + 1}`, `小岛 ${k + 1}`, 0.6 + (0.5 * ((k * 7) % 16)) / 15] as const,
  ),
];
export const WILLOW = 5;
const REASONS_TOLD: readonly Reason[] = ['price', 'content', 'community', 'advice', 'service', 'trust', 'chance'];

/** A small linear congruential generator: the same world every time. */
function createChance(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function createBroker([en, zh, share]: (typeof NAMES)[number], total: number): BrokerInput {
  return {
    id: en.toLowerCase().replace(' ', '-'),
    name: { en, 'zh-CN': zh },
    archetype: share > 10 ? 'leader' : share > 5 ? 'platform' : share > 1.5 ? 'niche' : 'small',
    share: share / total,
    entryMonth: 0,
    commissionBp: 2,
    content: 0.5,
    community: 0.5,
    advice: 0.5,
    service: 0.5,
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

interface Person {
  broker: number;
  status: number;
  age: number;
  experience: number;
  risk: number;
  satisfaction: number;
  since: number;
}

function createPerson(chance: () => number, cumulative: readonly number[], onlinePart: number): Person {
  const online = chance() < onlinePart;
  const draw = chance();
  return {
    broker: online ? cumulative.findIndex((bound) => draw < bound) : -1,
    status: online ? (chance() < 0.2 ? STATUS.dormant : STATUS.active) : STATUS.outside,
    age: Math.floor(18 + 50 * chance() * chance()),
    experience: chance(),
    risk: chance(),
    satisfaction: 0.4 + 0.5 * chance(),
    since: -Math.floor(60 * chance()),
  };
}

function takeSnapshot(people: readonly Person[], month: number): LiveMonth['snapshot'] {
  const count = people.length;
  const bytes = new Uint8Array(SNAPSHOT_COLUMNS.length * count);
  people.forEach((person, k) => {
    const row = [
      person.broker < 0 ? 255 : person.broker,
      person.status,
      person.age,
      Math.min(255, Math.floor(Math.min(1, person.experience + (month - person.since) * 0.004) * 256)),
      Math.floor(person.risk * 256),
      Math.floor(person.satisfaction * 256),
      Math.min(255, Math.floor((month - person.since) / 3)),
    ];
    row.forEach((value, column) => {
      bytes[column * count + k] = value;
    });
  });
  return { month, count, bytes };
}

function takeRecord(people: readonly Person[], brokers: number, month: number, events: number[]): LiveMonth['record'] {
  const online = people.filter(({ broker }) => broker >= 0);
  const table = new Float64Array(brokers * BROKER_METRICS.length);
  const put = (broker: number, metric: BrokerMetric, value: number) => {
    table[broker * BROKER_METRICS.length + BROKER_METRIC[metric]] = value;
  };
  for (let broker = 0; broker < brokers; broker++) {
    const users = online.filter((person) => person.broker === broker).length;
    put(broker, 'status', 1);
    put(broker, 'share', users / online.length);
    put(broker, 'users', users * 50_000);
    put(broker, 'commissionBp', 2 - 0.02 * month);
    put(broker, 'retention12', 0.65);
  }
  return {
    month,
    market: new Float64Array(MARKET_METRICS.length),
    brokers: table,
    segments: new Float64Array(0),
    cohorts: new Float64Array(0),
    events: Float32Array.from(events),
    decisions: new Float32Array(0),
  };
}

function writeEvent(events: number[], values: readonly number[]): void {
  const row = new Array<number>(EVENT_WIDTH).fill(0);
  values.forEach((value, column) => {
    row[column] = value;
  });
  events.push(...row);
}

/** Moves a few people as a market would: some join, some switch towards Willow and the largest, few leave. */
function liveAMonth(
  people: readonly Person[],
  month: number,
  chance: () => number,
  cumulative: readonly number[],
): number[] {
  const events: number[] = [];
  people.forEach((person, investor) => {
    const draw = chance();
    const reason = REASON[REASONS_TOLD[Math.floor(chance() * chance() * REASONS_TOLD.length)]];
    const pick = chance();
    const goal = pick < 0.22 ? WILLOW : cumulative.findIndex((bound) => (pick - 0.22) / 0.78 < bound);
    const from = person.broker;
    if (from < 0 && draw < 0.006) {
      Object.assign(person, { broker: goal, status: STATUS.active, since: month });
      writeEvent(events, [investor, MOVE.join, -1, goal, reason, person.age]);
    } else if (from >= 0 && draw < 0.012 && goal !== from) {
      Object.assign(person, { broker: goal, since: month });
      writeEvent(events, [investor, MOVE.switch, from, goal, (from + goal) % 4, person.age]);
    } else if (from >= 0 && draw > 0.9985) {
      Object.assign(person, { broker: -1, status: STATUS.left });
      writeEvent(events, [investor, MOVE.leave, from, -1, REASON.losses, person.age]);
    }
  });
  return events;
}

/** An invented run: thirty brokers, Willow growing. @param onlinePart share of people with a broker at the start */
export function createFakeRun(people = 2000, months = 12, onlinePart = 0.3): RunData {
  const total = NAMES.reduce((sum, [, , share]) => sum + share, 0);
  const brokers = NAMES.map((entry) => createBroker(entry, total));
  let sum = 0;
  const cumulative = brokers.map(({ share }) => {
    sum += share;
    return sum;
  });
  cumulative[cumulative.length - 1] = 1.001;
  const chance = createChance();
  const crowd = Array.from({ length: people }, () => createPerson(chance, cumulative, onlinePart));
  const inputs: ModelInputs = {
    agents: people,
    startMonth: 2025 * 12,
    months,
    values: { 'population.adultsMillion': 1000 } as unknown as ParameterValues,
    brokers,
    decisions: [],
    realisedReturns: [],
    prologue: null,
  };
  const list: LiveMonth[] = [];
  for (let month = 0; month <= months; month++) {
    const events = month === 0 ? [] : liveAMonth(crowd, month, chance, cumulative);
    list.push({ record: takeRecord(crowd, brokers.length, month, events), snapshot: takeSnapshot(crowd, month) });
  }
  return { inputs, seed: 'fake', months: list, status: 'done', stateHash: null };
}

/** The view of an invented run that tests start from. */
export function createFakeView(runA: RunData, change: Partial<ExploreView> = {}): ExploreView {
  return {
    runA,
    runB: null,
    parent: null,
    chosen: WILLOW,
    playhead: 3,
    looks: [],
    language: 'en',
    theme: 'light',
    colourBy: 'experience',
    reducedMotion: false,
    speed: 1,
    playing: false,
    ...change,
  };
}
