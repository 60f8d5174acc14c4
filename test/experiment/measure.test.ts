import { describe, expect, test } from 'vitest';
import { findWindow, listLabels, type Measure, readMeasure, reduceMeasure } from '../../src/experiment/measure.ts';
import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const inputs = loadShippedInputs('history-2019-2024', { agents: 600, months: 30 });

describe('the window of a measure', () => {
  test.each([
    ['the last twelve months where nothing is said', {}, { first: 19, last: 30 }],
    ['a calendar year', { from: '2020-01', to: '2020-12' }, { first: 13, last: 24 }],
    ['from a month to the end', { from: '2021-02' }, { first: 26, last: 30 }],
    ['shrunk to the run', { from: '2010-01', to: '2050-01' }, { first: 1, last: 30 }],
  ] as const)('%s', (_, span, expected) => {
    expect(findWindow({ metric: 'users', ...span }, inputs)).toEqual(expected);
  });

  test('is labelled by month and by year, the last year a part of one', () => {
    const from = '2020-11';
    expect(listLabels({ metric: 'users', series: 'month', from }, inputs)).toHaveLength(8);
    expect(listLabels({ metric: 'users', series: 'year', from }, inputs)).toEqual(['2020', '2021']);
    expect(listLabels({ metric: 'users', from }, inputs)).toEqual(['']);
  });
});

test('months become years as the catalogue says: sums, means without the months that have no figure, last values', () => {
  // From November on: two months of one year, then two of the next.
  const first = inputs.startMonth + 10;
  const reduce = (metric: string) => reduceMeasure({ metric, series: 'year' }, [1, 3, Number.NaN, 5], first);
  expect(reduce('revenue')).toEqual([4, 5]);
  expect(reduce('commissionBp')).toEqual([2, 5]);
  expect(reduce('users')).toEqual([3, 5]);
});

describe('an order', () => {
  const measures: Measure[] = [
    { metric: 'users', series: 'month' },
    { metric: 'share', broker: 'huatai' },
    { metric: 'complaints', segment: { experience: 'novice' }, per: 'users' },
  ];

  test('gives what the run itself shows, and observing changes nothing', () => {
    const report = createOrderPlayer(createSimulation)({ inputs, seed: '7', measures });
    const simulation = createSimulation(inputs, '7');
    const users: number[] = [];
    let share = Number.NaN;
    for (let month = 1; month <= 30; month++) {
      simulation.step();
      const record = simulation.readMetrics();
      if (month > 18) users.push(readMeasure(record, measures[0], inputs));
      share = readMeasure(record, measures[1], inputs);
    }
    expect(report).toMatchObject({ ok: true, stateHash: simulation.stateHash() });
    expect(report.ok && report.values.slice(0, 2)).toEqual([users, [share]]);
  });

  test('that fails tells its cause', () => {
    const broken = () => {
      throw new Error('no such market');
    };
    expect(createOrderPlayer(broken)({ inputs, seed: '7', measures })).toEqual({ ok: false, error: 'no such market' });
  });
});
