import { beforeAll, describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { ADVICE_METRICS } from '../../../src/model/advice-metrics.ts';
import {
  BROKER_METRIC,
  BROKER_METRICS,
  type BrokerMetric,
  MARKET_METRIC,
  MARKET_METRICS,
  type MarketMetric,
  SEGMENT_METRIC,
  SEGMENT_METRICS,
  type SegmentMetric,
} from '../../../src/model/metrics.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import {
  EVENT_CONTRIBUTIONS,
  EVENT_WIDTH,
  type MonthRecord,
  SNAPSHOT_COLUMNS,
  STATUS,
} from '../../../src/model/records.ts';
import { bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../../../src/model/segments.ts';
import { createSimulation, type Simulation } from '../../../src/model/simulation.ts';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';

/** A year and a half of the report's market, month by month. */
const AGENTS = 3000;
const MONTHS = 18;
const inputs = loadShippedInputs('history-2019-2024', { agents: AGENTS, months: MONTHS });
const brokerCount = inputs.brokers.length;
const scale = (inputs.values['population.adultsMillion'] * 1e6) / AGENTS;
const records: MonthRecord[] = [];
let simulation: Simulation;

beforeAll(() => {
  simulation = createSimulation(inputs, 'observers');
  records.push(simulation.readMetrics());
  while (simulation.month < MONTHS) {
    simulation.step();
    records.push(simulation.readMetrics());
  }
});

const market = (record: MonthRecord, metric: MarketMetric) => record.market[MARKET_METRIC[metric]];
const broker = (record: MonthRecord, b: number, metric: BrokerMetric) =>
  record.brokers[b * BROKER_METRICS.length + BROKER_METRIC[metric]];
const sumBrokers = (record: MonthRecord, metric: BrokerMetric) =>
  inputs.brokers.reduce((sum, _, b) => sum + broker(record, b, metric), 0);
const segment = (record: MonthRecord, cell: number, metric: SegmentMetric) =>
  record.segments[cell * SEGMENT_METRICS.length + SEGMENT_METRIC[metric]];
const sumCells = (record: MonthRecord, metric: SegmentMetric) => {
  let sum = 0;
  for (let cell = 0; cell < SEGMENT_CELLS; cell++) sum += segment(record, cell, metric);
  return sum;
};
/** Agents, for figures scaled to people: sums of scaled whole numbers are exact to a part in 1e12. */
const agents = (people: number) => Math.round((people / scale) * 1e6) / 1e6;
const steps = () => records.slice(1).map((record, k) => ({ record, before: records[k] }));

interface EventRow {
  readonly move: number;
  readonly from: number;
  readonly to: number;
  readonly reason: number;
}
function readEvents({ events }: MonthRecord): EventRow[] {
  return Array.from({ length: events.length / EVENT_WIDTH }, (_, row) => {
    const [, move, from, to, reason] = events.subarray(row * EVENT_WIDTH, (row + 1) * EVENT_WIDTH);
    return { move, from, to, reason };
  });
}
const countEvents = (record: MonthRecord, condition: (event: EventRow) => boolean) =>
  readEvents(record).filter(condition).length;

/** Figures over time, by the first month that has one; and figures of brokers or openings that there need not be. */
const FIRST_MONTH: Partial<Record<MarketMetric, number>> = {
  retention12: 13,
  concentrationSpeed: 12,
  complaintTrend: 12,
  returnGapGross: 13,
  returnGapNet: 13,
  topFifthTurnover: 13,
};
const NEED_NOT_BE: readonly MarketMetric[] = [
  'acquisitionCostPaid',
  'entrantCostRatio',
  'nicheCostRatio',
  'referralRatio',
  'tenureHazardRatio',
  ...ADVICE_METRICS.map(({ key }) => key),
];

describe('the record of a month', () => {
  test('has the declared shape', () => {
    records.forEach((record, month) => {
      expect(record.month).toBe(month);
      expect(record.market).toHaveLength(MARKET_METRICS.length);
      expect(record.brokers).toHaveLength(brokerCount * BROKER_METRICS.length);
      expect(record.segments).toHaveLength(SEGMENT_CELLS * SEGMENT_METRICS.length);
      expect(record.cohorts).toHaveLength(Math.ceil(month / 3) * brokerCount * 2);
      expect(record.events.length % EVENT_WIDTH).toBe(0);
    });
  });

  test('of the initial state has people and no flows', () => {
    const [start] = records;
    expect(market(start, 'users')).toBeGreaterThan(3e7);
    for (const flow of ['openings', 'closings', 'trades', 'turnover', 'complaints', 'leads'] as const) {
      expect(market(start, flow)).toBe(0);
    }
    expect(start.events).toHaveLength(0);
  });

  test('has a figure wherever there is something to divide by: rates are on [0, 1], absent ones NaN', () => {
    for (const { record } of steps()) {
      MARKET_METRICS.forEach(({ key, unit }, k) => {
        const value = record.market[k];
        if (record.month < (FIRST_MONTH[key] ?? 0)) expect(value, `${key} in month ${record.month}`).toBeNaN();
        else if (!NEED_NOT_BE.includes(key))
          expect(Number.isFinite(value), `${key} in month ${record.month}`).toBe(true);
        if (unit === 'share' && Number.isFinite(value)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      });
    }
  });
});

describe('brokers add up to the market', () => {
  test.each([
    ['users', 'users'],
    ['activeUsers', 'activeUsers'],
    ['accounts', 'accounts'],
    ['openings', 'openings'],
    ['fundedOpenings', 'fundedOpenings'],
    ['closings', 'closings'],
    ['trades', 'trades'],
    ['turnover', 'turnover'],
    ['assets', 'assets'],
    ['revenue', 'revenue'],
    ['cost', 'cost'],
    ['profit', 'profit'],
    ['complaints', 'complaints'],
    ['costFines', 'fines'],
  ] as const)('%s', (ofBroker, ofMarket) => {
    for (const record of records) {
      const total = market(record, ofMarket);
      expect(Math.abs(sumBrokers(record, ofBroker) - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total)));
    }
  });

  test('shares sum to 1', () => {
    for (const { record } of steps()) {
      for (const share of ['share', 'shareActive', 'shareTrading', 'shareAssets', 'goodwill'] as const) {
        expect(sumBrokers(record, share)).toBeCloseTo(1, 10);
      }
    }
  });

  test('revenue and cost are the sums of their kinds, and cash moves by the difference', () => {
    const revenues = [
      'revenueCommission',
      'revenueMargin',
      'revenueFunds',
      'revenueAdvice',
      'revenueCrossBorder',
    ] as const;
    const costs = [
      'costAdvertising',
      'costPromotion',
      'costContent',
      'costCommunity',
      'costAdvice',
      'costService',
      'costCompliance',
      'costProgrammes',
      'costFixed',
      'costFines',
    ] as const;
    for (const { record, before } of steps()) {
      for (let b = 0; b < brokerCount; b++) {
        const sum = (kinds: readonly BrokerMetric[]) =>
          kinds.reduce((total, kind) => total + broker(record, b, kind), 0);
        const revenue = broker(record, b, 'revenue');
        const cost = broker(record, b, 'cost');
        expect(sum(revenues) / scale).toBeCloseTo(revenue / scale, 3);
        expect(sum(costs) / scale).toBeCloseTo(cost / scale, 3);
        expect(broker(record, b, 'profit')).toBeCloseTo(revenue - cost, 0);
        const moved = broker(record, b, 'cash') - broker(before, b, 'cash');
        expect(moved / scale).toBeCloseTo((revenue - cost) / scale, 2);
      }
    }
  });
});

/** Openings by channel: every metric `openings…`. */
const CHANNEL_METRICS = BROKER_METRICS.map(({ key }) => key).filter((key) => /^openings[A-Z]/.test(key));

describe('openings, flows and stocks agree', () => {
  test('openings are the sum of their channels', () => {
    for (const { record } of steps()) {
      for (let b = 0; b < brokerCount; b++) {
        const channels = CHANNEL_METRICS.reduce((sum, channel) => sum + agents(broker(record, b, channel)), 0);
        expect(channels).toBe(agents(broker(record, b, 'openings')));
      }
    }
  });

  test('clients won less clients lost is the change of users, broker by broker', () => {
    let changes = 0;
    for (const { record, before } of steps()) {
      for (let b = 0; b < brokerCount; b++) {
        const change = agents(broker(record, b, 'users')) - agents(broker(before, b, 'users'));
        expect(agents(broker(record, b, 'joined')) - agents(broker(record, b, 'lost'))).toBe(change);
        changes += Math.abs(change);
      }
    }
    expect(changes).toBeGreaterThan(100);
  });

  test('accounts change by openings funded less closings', () => {
    for (const { record, before } of steps()) {
      const change = agents(market(record, 'accounts')) - agents(market(before, 'accounts'));
      expect(agents(market(record, 'fundedOpenings')) - agents(market(record, 'closings'))).toBe(change);
    }
  });
});

describe('events agree with flows and figures', () => {
  test('by kind of move', () => {
    for (const { record } of steps()) {
      const count = (move: number) => countEvents(record, (event) => event.move === move);
      expect(count(MOVE.switch)).toBe(agents(market(record, 'switches')));
      expect(count(MOVE.dormant)).toBe(agents(market(record, 'dormancies')));
      expect(count(MOVE.wake)).toBe(agents(market(record, 'wakings')));
      expect(count(MOVE.leave)).toBe(agents(market(record, 'leavers')));
      const users = agents(market(record, 'users')) - agents(market(records[record.month - 1], 'users'));
      expect(count(MOVE.join) - count(MOVE.leave)).toBe(users);
    }
  });

  test('by broker: who joined or switched in, and who left or switched out', () => {
    for (const { record } of steps()) {
      for (let b = 0; b < brokerCount; b++) {
        const won = countEvents(record, ({ move, to }) => to === b && (move === MOVE.join || move === MOVE.switch));
        const lost = countEvents(
          record,
          ({ move, from }) => from === b && (move === MOVE.leave || move === MOVE.switch),
        );
        expect(won).toBe(agents(broker(record, b, 'joined')));
        expect(lost).toBe(agents(broker(record, b, 'lost')));
      }
    }
  });

  test('contributions add up to the gap of every move, and there are some unless a broker closed or a life ended', () => {
    const weighed = new Map<number, number>();
    for (const { record } of steps()) {
      for (let row = 0; row < record.events.length; row += EVENT_WIDTH) {
        const cells = record.events.subarray(row, row + EVENT_WIDTH);
        const [, move, , , reason] = cells;
        const contributions = cells.subarray(EVENT_CONTRIBUTIONS);
        expect(sumOf(contributions)).toBeCloseTo(cells[9], 4);
        const isFate = reason === REASON.closure || reason === REASON.lifecycle;
        expect(contributions.some((part) => part !== 0)).toBe(!isFate);
        weighed.set(move, (weighed.get(move) ?? 0) + 1);
      }
    }
    expect([...weighed.keys()].sort()).toEqual(Object.values(MOVE).sort());
  });
});

describe('segments', () => {
  test.each([
    ['users', 'users'],
    ['activeUsers', 'activeUsers'],
    ['switched', 'switches'],
    ['wentDormant', 'dormancies'],
  ] as const)('%s of all cells are those of the market', (ofSegment, ofMarket) => {
    for (const { record } of steps()) {
      const total = market(record, ofMarket);
      expect(Math.abs(sumCells(record, ofSegment) - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
    }
  });

  test.each(['trades', 'turnover', 'complaints'] as const)(
    '%s of all cells are those of the market, less what people did who then left in the same month',
    (metric) => {
      for (const { record } of steps()) {
        const total = market(record, metric);
        const missing = total - sumCells(record, metric);
        expect(missing).toBeGreaterThanOrEqual(-1e-9 * total);
        if (agents(market(record, 'leavers')) === 0) expect(missing).toBeLessThanOrEqual(1e-9 * total);
        // Far less than one user in twenty leaves in a month.
        expect(missing).toBeLessThanOrEqual(Math.max(0.05 * total, 2 * scale));
      }
    },
  );

  test('means over all cells are those of the market', () => {
    for (const { record } of steps()) {
      const users = sumCells(record, 'users');
      expect(sumCells(record, 'satisfactionSum') / users).toBeCloseTo(market(record, 'satisfaction'), 10);
      expect(sumCells(record, 'netReturnSum') / users).toBeCloseTo(market(record, 'netReturn'), 10);
      expect(sumCells(record, 'losingUsers') / sumCells(record, 'tenuredUsers')).toBeCloseTo(
        market(record, 'losingShare'),
        10,
      );
    }
  });

  test('those who joined and left are the events, people who left the pool aside', () => {
    for (const { record } of steps()) {
      expect(agents(sumCells(record, 'joined'))).toBe(countEvents(record, ({ move }) => move === MOVE.join));
      expect(agents(sumCells(record, 'left'))).toBe(
        countEvents(record, ({ move, reason }) => move === MOVE.leave && reason !== REASON.lifecycle),
      );
    }
  });

  test('merge along a dimension to what the snapshot of everybody shows', () => {
    const last = records[MONTHS];
    const { count, bytes } = simulation.readSnapshot(AGENTS);
    const column = (name: (typeof SNAPSHOT_COLUMNS)[number]) =>
      bytes.subarray(SNAPSHOT_COLUMNS.indexOf(name) * count, (SNAPSHOT_COLUMNS.indexOf(name) + 1) * count);
    const [statuses, ages] = [column('status'), column('ageYears')];
    SEGMENT_DIMENSIONS[0].bands.forEach((band, a) => {
      const from = a === 0 ? 0 : SEGMENT_DIMENSIONS[0].bands[a - 1].below;
      let expected = 0;
      for (let i = 0; i < count; i++) {
        const isUser = statuses[i] === STATUS.active || statuses[i] === STATUS.dormant;
        if (isUser && ages[i] >= from && ages[i] < band.below) expected++;
      }
      let merged = 0;
      for (let cell = 0; cell < SEGMENT_CELLS; cell++) {
        if (bandsOfCell(cell)[0] === a) merged += segment(last, cell, 'users');
      }
      expect(agents(merged)).toBe(expected);
    });
  });
});

describe('cohorts', () => {
  /** Opened and kept of one opening quarter, over all brokers. */
  const readQuarter = (record: MonthRecord, quarter: number) => {
    let [opened, kept] = [0, 0];
    for (let b = 0; b < brokerCount; b++) {
      const at = (quarter * brokerCount + b) * 2;
      opened += agents(record.cohorts[at]);
      kept += agents(record.cohorts[at + 1]);
    }
    return { opened, kept };
  };

  test('hold every first opening of the run, once', () => {
    let firstOpenings = 0;
    for (const { record } of steps()) {
      firstOpenings += agents(market(record, 'firstOpenings'));
      let opened = 0;
      for (let quarter = 0; quarter < Math.ceil(record.month / 3); quarter++)
        opened += readQuarter(record, quarter).opened;
      expect(opened).toBe(firstOpenings);
    }
  });

  test('keep their size once the quarter is over, and keep at most what they opened', () => {
    const { opened } = readQuarter(records[3], 0);
    expect(opened).toBeGreaterThan(10);
    for (const record of records.slice(3)) {
      expect(readQuarter(record, 0).opened).toBe(opened);
      expect(readQuarter(record, 0).kept).toBeLessThanOrEqual(opened);
    }
  });

  test('retention is read at the end of month 12: the first cohort alone makes the first figure', () => {
    // Month record 13 follows the twelfth month after that of the first cohort.
    expect(market(records[12], 'retention12')).toBeNaN();
    const retention = market(records[13], 'retention12');
    const firstMonth = agents(market(records[1], 'firstOpenings'));
    const kept = retention * firstMonth;
    expect(kept).toBeCloseTo(Math.round(kept), 9);
    expect(retention).toBeGreaterThan(0);
    expect(retention).toBeLessThan(1);
  });
});

test('people in a snapshot are those of the figures', () => {
  const { count, bytes } = simulation.readSnapshot(10 * AGENTS);
  expect(count, 'never more than there are').toBe(AGENTS);
  const statuses = bytes.subarray(count, 2 * count);
  const last = records[MONTHS];
  expect(statuses.filter((s) => s === STATUS.active).length).toBe(agents(market(last, 'activeUsers')));
  for (let b = 0; b < brokerCount; b++) {
    expect(bytes.subarray(0, count).filter((main) => main === b).length).toBe(agents(broker(last, b, 'users')));
  }
  expect(simulation.readSnapshot(7.9).count).toBe(7);
  expect(simulation.readSnapshot(-1).count).toBe(0);
});
