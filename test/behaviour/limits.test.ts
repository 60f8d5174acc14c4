import { describe, expect, test } from 'vitest';
import { type Decision, LEVERS, type ModelInputs } from '../../src/model/inputs.ts';
import type { ParameterValues } from '../../src/model/parameters.ts';
import { MOVE } from '../../src/model/reasons.ts';
import { EVENT_WIDTH } from '../../src/model/records.ts';
import { createBroker, createMarket, TEST_START } from '../support/model-world.ts';
import { playRun, type Run, readBroker, readMarket, sumMonths } from '../support/paired-runs.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

/* What must come out exactly where something is switched off: no error bars. */

const withInputValues = (inputs: ModelInputs, values: Partial<ParameterValues>): ModelInputs => ({
  ...inputs,
  values: { ...inputs.values, ...values },
});

// holds: priceResponse
describe('no taste for price', () => {
  /** Who went from where to where, in which month. */
  const readMoves = (run: Run) =>
    run.records.map(({ events }) => {
      const moves: number[][] = [];
      for (let row = 0; row < events.length; row += EVENT_WIDTH) moves.push([...events.slice(row, row + 4)]);
      return moves;
    });
  const MONTHS = 18;
  /** Spending is held, so that lost revenue costs no capability, and what people earn or pay moves nobody. */
  const spending: Decision[] = LEVERS.filter((lever) => lever !== 'price').flatMap((lever) =>
    [0, 1, 2].map((broker) => ({ month: TEST_START, broker, lever, mode: 'set' as const, value: 300 })),
  );
  const cut: Decision = { month: TEST_START + 2, broker: 0, lever: 'price', mode: 'set', value: 0.1 };
  const play = (tasteForPrice: number, decisions: Decision[]) =>
    playRun(
      createMarket({
        agents: 2000,
        months: MONTHS,
        brokers: ['a', 'b', 'c'].map((id) => createBroker(id)),
        decisions,
        values: {
          'tastes.price': tasteForPrice,
          'dormancy.returns': 0,
          'dormancy.leave': 0,
          'choice.reconsiderLosses': 0,
          'experience.returnWeight': 0,
          'experience.complaints': 0,
          'experience.adoptionCeiling': 0,
          'brokers.failureMonths': 120,
          'brokers.scaleRevenue': 0,
          'regulator.inspection': 0,
        },
      }),
      'taste',
    );
  const trades = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'trades'));

  test('a price cut changes no move of anybody, only how much its clients trade', () => {
    const [before, after] = [play(0, spending), play(0, [...spending, cut])];
    expect(readMoves(after)).toEqual(readMoves(before));
    expect(readMoves(after).flat().length).toBeGreaterThan(500);
    expect(trades(after)).toBeGreaterThan(trades(before));
  });

  test('with a taste for price the same cut does change moves', () => {
    const [before, after] = [play(0.4, spending), play(0.4, [...spending, cut])];
    expect(readMoves(after)).not.toEqual(readMoves(before));
  });
});

test('no hazards: nobody moves, and nobody comes', () => {
  const inputs = loadBuiltInputs('projection-neutral', { agents: 1500, months: 12 });
  const run = playRun(
    withInputValues(inputs, {
      'population.newAdultsMillion': 0,
      'entry.organic': 0,
      'entry.friends': 0,
      'entry.advertisingMost': 0,
      'entry.content': 0,
      'entry.traditionalOpening': 0,
      'choice.reconsider': 0,
      'choice.lapse': 0,
      'dormancy.sleep': 0,
      'dormancy.wake': 0,
      'dormancy.leave': 0,
    }),
    'still',
  );
  const [start] = run.records;
  for (const record of run.records) {
    expect(record.events).toHaveLength(0);
    for (let b = 0; b < inputs.brokers.length; b++) {
      expect(readBroker(record, b, 'users')).toBe(readBroker(start, b, 'users'));
    }
    expect(readMarket(record, 'monthlyActive')).toBe(readMarket(start, 'monthlyActive'));
    expect(readMarket(record, 'hhi')).toBe(readMarket(start, 'hhi'));
  }
  expect(readMarket(run.records[12], 'trades'), 'people trade all the same').toBeGreaterThan(0);
});

test('one broker: HHI is 10,000 for ever, and nobody switches', () => {
  const run = playRun(createMarket({ agents: 1000, months: 12, brokers: [createBroker('only')] }), 'alone');
  for (const record of run.records) {
    expect(readMarket(record, 'hhi')).toBe(10_000);
    expect(readMarket(record, 'cr1')).toBe(1);
    expect(readMarket(record, 'entropy')).toBe(0);
  }
  expect(sumMonths(run, (record) => readMarket(record, 'switches') + readMarket(record, 'secondAccounts'))).toBe(0);
  expect(sumMonths(run, (record) => readMarket(record, 'openings'))).toBeGreaterThan(0);
});

test('no users at all: the market starts from nothing', () => {
  const run = playRun(
    createMarket({
      agents: 1000,
      months: 12,
      values: { 'population.usersMillion': 0, 'population.traditionalMillion': 0 },
    }),
    'empty',
  );
  expect(readMarket(run.records[0], 'users')).toBe(0);
  expect(readMarket(run.records[12], 'users')).toBeGreaterThan(0);
});

describe('a broker that burns its money', () => {
  const MONTHS = 30;
  const decisions: Decision[] = [
    { month: TEST_START, broker: 2, lever: 'advertising', mode: 'set', value: 20_000 },
    { month: TEST_START, broker: 2, lever: 'price', mode: 'set', value: 0 },
  ];
  const run = playRun(
    createMarket({
      agents: 2000,
      months: MONTHS,
      brokers: [4, 2, 1].map((share, k) => createBroker(`b${k}`, { share })),
      decisions,
      values: { 'brokers.failureMonths': 6 },
    }),
    'failure',
  );
  const status = (month: number) => readBroker(run.records[month], 2, 'status');
  const failed = run.records.findIndex((_, month) => status(month) === 2);

  test('is taken over six months after its cash is gone, and stays so', () => {
    const broke = run.records.findIndex((record) => readBroker(record, 2, 'cash') < 0);
    expect(broke).toBeGreaterThan(0);
    expect(failed).toBe(broke + 5);
    expect(status(MONTHS)).toBe(2);
    expect(readMarket(run.records[MONTHS], 'brokersOperating')).toBe(2);
  });

  test('hands its clients to the next larger one: most follow, none stays', () => {
    const before = readBroker(run.records[failed - 1], 2, 'users');
    const gained = readBroker(run.records[failed], 1, 'joined');
    expect(before).toBeGreaterThan(0);
    expect(gained).toBeGreaterThan(0.6 * before);
    for (const record of run.records.slice(failed)) {
      expect(readBroker(record, 2, 'users')).toBe(0);
      expect(readBroker(record, 2, 'accounts')).toBe(0);
    }
  });

  test('wins nobody, earns nothing and spends nothing afterwards', () => {
    for (const record of run.records.slice(failed + 1)) {
      for (const metric of ['openings', 'joined', 'revenue', 'cost', 'goodwill'] as const) {
        expect(readBroker(record, 2, metric)).toBe(0);
      }
      const toIt = Array.from({ length: record.events.length / EVENT_WIDTH }, (_, row) => row * EVENT_WIDTH).filter(
        (row) => record.events[row + 3] === 2 && record.events[row + 1] !== MOVE.leave,
      );
      expect(toIt).toEqual([]);
    }
  });
});
