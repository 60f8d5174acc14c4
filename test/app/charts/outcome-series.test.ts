import { expect, test } from 'vitest';
import { computeOutcomeSeries, countWindow } from '../../../src/app/charts/outcome-series.ts';
import { SEGMENT_METRIC, SEGMENT_METRICS, type SegmentMetric } from '../../../src/model/metrics.ts';
import { bandsOfCell, SEGMENT_CELLS } from '../../../src/model/segments.ts';
import { createEmptyMonth } from '../../support/fake-series.ts';

/** Two cells of novices, in different age bands, with figures of their own. */
const [YOUNG, OLD] = [0, 4].map((age) =>
  Array.from({ length: SEGMENT_CELLS }, (_, cell) => cell).find((cell) => {
    const bands = bandsOfCell(cell);
    return bands[0] === age && bands[1] === 0;
  }),
) as [number, number];

function createMonth(m: number, cells: Readonly<Record<number, Partial<Record<SegmentMetric, number>>>>) {
  const month = createEmptyMonth(m, 1);
  for (const [cell, figures] of Object.entries(cells)) {
    for (const [metric, value] of Object.entries(figures)) {
      month.record.segments[Number(cell) * SEGMENT_METRICS.length + SEGMENT_METRIC[metric as SegmentMetric]] = value;
    }
  }
  return month;
}

test('cells merge into bands, months into a window: returns add up, shares are pooled, complaints are per thousand', () => {
  const months = [
    createMonth(0, {}),
    createMonth(1, {
      [YOUNG]: { users: 100, grossReturnSum: 2, netReturnSum: 1, tenuredUsers: 50, losingUsers: 10, complaints: 1 },
      [OLD]: { users: 300, grossReturnSum: 2, netReturnSum: 1, tenuredUsers: 150, losingUsers: 90, complaints: 0 },
    }),
    createMonth(2, {
      [YOUNG]: { users: 200, grossReturnSum: -4, netReturnSum: -6, tenuredUsers: 100, losingUsers: 100, complaints: 2 },
    }),
  ];
  const [novices] = computeOutcomeSeries(months, 'experience').outcomes[2];
  expect(novices.users).toBe(200);
  expect(novices.grossReturn).toBeCloseTo(4 / 400 - 4 / 200, 12); // 1 % and −2 %
  expect(novices.netReturn).toBeCloseTo(2 / 400 - 6 / 200, 12);
  expect(novices.losingShare).toBeCloseTo((10 + 90 + 100) / (50 + 150 + 100), 12);
  // 3 complaints in two months of 400 and 200 users: 3 · 2 / 600 a head
  expect(novices.complaintsPerThousand).toBeCloseTo(10, 12);
  const byAge = computeOutcomeSeries(months, 'age').outcomes[1];
  expect(byAge[0].users).toBe(100);
  expect(byAge[4].losingShare).toBeCloseTo(0.6, 12);
});

test('a band without people has no outcome, not a zero', () => {
  const months = [createMonth(0, {}), createMonth(1, { [YOUNG]: { users: 10 } })];
  const experts = computeOutcomeSeries(months, 'experience').outcomes[1][3];
  expect(experts.netReturn).toBeNaN();
  expect(experts.losingShare).toBeNaN();
  expect(experts.complaintsPerThousand).toBeNaN();
});

test('the window is twelve months long, and shorter at the start', () => {
  expect([0, 1, 5, 12, 40].map(countWindow)).toEqual([0, 1, 5, 12, 12]);
  const months = Array.from({ length: 15 }, (_, m) => createMonth(m, { [YOUNG]: { users: 1, netReturnSum: m } }));
  expect(computeOutcomeSeries(months, 'experience').outcomes[14][0].netReturn).toBe((3 + 14) * 6); // 3 … 14
});
