import { expect, test } from 'vitest';
import { createBrokerLooks } from '../../../src/app/broker-looks.ts';
import { BROKER_COLUMNS, createBrokerTable } from '../../../src/app/charts/broker-table.ts';
import { createFlowTable, sumFlows } from '../../../src/app/charts/flow-table.ts';
import type { LiveMonth } from '../../../src/experiment/live-run.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../../../src/model/records.ts';
import { createEmptyMonth, createFakeInputs, setBroker } from '../../support/fake-series.ts';

const INPUTS = createFakeInputs([0.6, 0.4], 72);
const LOOKS = createBrokerLooks(INPUTS.brokers, 0);

function createMonth(month: number, shares: readonly number[], status = 1): LiveMonth {
  const entry = createEmptyMonth(month, shares.length);
  shares.forEach((share, broker) => {
    setBroker(entry, broker, { share, status: broker === 1 ? status : 1, profit: month * 100 });
  });
  return entry;
}

function readColumn(table: ReturnType<typeof createBrokerTable>, key: (typeof BROKER_COLUMNS)[number]) {
  return table.rows.map((row) => row[BROKER_COLUMNS.indexOf(key)]);
}

test('brokers are ranked by share, set against A, and their money is that of the last year', () => {
  const months = [0, 1, 2].map((month) => createMonth(month, [0.45, 0.55]));
  const baseline = [0, 1, 2].map((month) => createMonth(month, [0.5, 0.5]));
  const table = createBrokerTable(months, baseline, 2, LOOKS, INPUTS.startMonth, 'en');
  expect(readColumn(table, 'rank')).toEqual([2, 1]);
  expect(readColumn(table, 'change')[0]).toBeCloseTo(-0.05, 12);
  expect(readColumn(table, 'profit')).toEqual([300, 300]); // 100 + 200
});

test('without A the difference is absent, not zero', () => {
  const table = createBrokerTable([createMonth(0, [0.5, 0.5])], null, 0, LOOKS, INPUTS.startMonth, 'en');
  expect(readColumn(table, 'change')).toEqual([Number.NaN, Number.NaN]);
});

test('a broker that is gone stays listed with the month of its end and without a rank', () => {
  const months = [
    createMonth(0, [0.6, 0.4]),
    createMonth(1, [0.6, 0.4]),
    createMonth(2, [1, 0], 2),
    createMonth(3, [1, 0], 2),
  ];
  const table = createBrokerTable(months, null, 3, LOOKS, INPUTS.startMonth, 'en');
  expect(readColumn(table, 'status')).toEqual(['open', 'taken over Feb 2025']); // the second month of the run
  expect(readColumn(table, 'rank')).toEqual([1, Number.NaN]);
});

function withEvents(
  month: number,
  events: readonly (readonly [move: number, from: number, to: number, reason: number])[],
): LiveMonth {
  const entry = createEmptyMonth(month, 2);
  const rows = new Float32Array(events.length * EVENT_WIDTH);
  events.forEach(([move, from, to, reason], position) => {
    for (const [column, value] of Object.entries({ move, from, to, reason })) {
      rows[position * EVENT_WIDTH + EVENT_COLUMNS.indexOf(column as (typeof EVENT_COLUMNS)[number])] = value;
    }
  });
  return { ...entry, record: { ...entry.record, events: rows } };
}

test('flows of twelve months add up by origin, goal and reason; who stays with a broker is none', () => {
  const months = [
    withEvents(0, []),
    withEvents(1, [
      [MOVE.switch, 0, 1, REASON.price],
      [MOVE.dormant, 0, 0, REASON.losses],
    ]),
    withEvents(2, [
      [MOVE.switch, 0, 1, REASON.price],
      [MOVE.join, -1, 0, REASON.content],
    ]),
  ];
  const flows = sumFlows(months, 2, INPUTS);
  // 400 M adults for 20,000 agents: one stands for 20,000 people
  expect(flows).toEqual([
    { from: 0, to: 1, reason: REASON.price, people: 40_000 },
    { from: -1, to: 0, reason: REASON.content, people: 20_000 },
  ]);
  const table = createFlowTable(flows, LOOKS, 'en');
  expect(table.rows[1]).toEqual(['no online broker', 'Huatai Zhangle', 'Content', 20_000]);
});

test('flows older than twelve months are left out', () => {
  const months = Array.from({ length: 14 }, (_, m) =>
    withEvents(m, m === 1 ? [[MOVE.leave, 0, -1, REASON.losses]] : []),
  );
  expect(sumFlows(months, 12, INPUTS)).toHaveLength(1);
  expect(sumFlows(months, 13, INPUTS)).toHaveLength(0);
});
