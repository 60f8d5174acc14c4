import { describe, expect, test } from 'vitest';
import { createBrokerLooks } from '../../../src/app/broker-looks.ts';
import { type Ghost, listOwn, readGhosts } from '../../../src/app/charts/ghosts.ts';
import { computeMoneySeries } from '../../../src/app/charts/money-series.ts';
import { createMoneyTable } from '../../../src/app/charts/money-table.ts';
import { createRetentionTable } from '../../../src/app/charts/retention-table.ts';
import { computeShareSeries } from '../../../src/app/charts/share-series.ts';
import { createShareTable } from '../../../src/app/charts/share-table.ts';
import { createFakeRun } from '../../support/fake-series.ts';

const CHOSEN = 4;
const FORK = 12;
/** The parent was known up to here when B left it. */
const KNOWN = 40;
const A = createFakeRun();
const B = createFakeRun({ boostFrom: FORK });
const LOOKS = createBrokerLooks(B.inputs.brokers, CHOSEN);

function createGhosts<Series>(compute: (months: typeof A.months) => Series): readonly Ghost<Series>[] {
  const known = A.months.slice(0, KNOWN + 1);
  return [
    { name: 'A', kind: 'ghost', series: compute(A.months), from: 0, months: A.months.length },
    { name: 'B before', kind: 'parent', series: compute(known), from: FORK, months: known.length },
  ];
}

describe('the parent in tables', () => {
  test('has the three lines of the picture after those of A, from the fork to the last month known', () => {
    const ghosts = createGhosts((months) => computeShareSeries(months, LOOKS));
    const table = createShareTable(computeShareSeries(B.months, LOOKS), ghosts, 73, B.inputs.startMonth, LOOKS, 'en');
    const heads = table.columns.map(({ label }) => label);
    const name = LOOKS[CHOSEN].name.en;
    expect(heads.slice(-6)).toEqual([
      'A: HHI',
      'A: CR10',
      `A: ${name}`,
      'B before: HHI',
      'B before: CR10',
      `B before: ${name}`,
    ]);
    const shares = table.rows.map((row) => row.at(-1));
    const shareOfA = table.rows.map((row) => row.at(-4));
    expect(shares.flatMap((share, m) => (Number.isFinite(share) ? [m] : []))).toEqual(
      Array.from({ length: KNOWN - FORK + 1 }, (_, position) => FORK + position),
    );
    expect(shares.slice(FORK, KNOWN + 1)).toEqual(shareOfA.slice(FORK, KNOWN + 1));
  });

  test('has revenue and profit, named in Chinese with the colon of Chinese', () => {
    const ghosts = createGhosts((months) => computeMoneySeries(months, CHOSEN));
    const table = createMoneyTable(computeMoneySeries(B.months, CHOSEN), ghosts, 73, B.inputs.startMonth, 'zh-CN');
    const parent = { ...ghosts[1], name: '此前的 B' };
    const named = createMoneyTable(computeMoneySeries(B.months, CHOSEN), [parent], 73, B.inputs.startMonth, 'zh-CN');
    expect(named.columns.slice(4, 6).map(({ label }) => label)).toEqual(['此前的 B：收入', '此前的 B：利润']);
    // The first row is month 1.
    const revenue = table.rows.map((row) => row[6]);
    expect(revenue.findIndex(Number.isFinite)).toBe(FORK - 1);
    expect(revenue.findLastIndex(Number.isFinite)).toBe(KNOWN - 1);
  });

  test('has a curve of its own below that of A', () => {
    const triangle = { quarters: 1, opened: Float64Array.of(4), retained: Float64Array.of(1) };
    const ghosts = createGhosts(() => [1, 0.5]);
    const { rows } = createRetentionTable(triangle, [1, 0.75], ghosts, B.inputs.startMonth, 'en');
    expect(rows.slice(1).map((row) => [row[0], row[2]])).toEqual([
      ['Still there', 0.75],
      ['A: Still there', 0.5],
      ['B before: Still there', 0.5],
    ]);
  });
});

describe('the parent under the cursor', () => {
  const ghosts = createGhosts((months) => computeMoneySeries(months, CHOSEN));
  const name = (month: number) =>
    readGhosts(
      ghosts,
      month,
      ({ profit }) => profit,
      (value) => String(value),
    ).map(({ label }) => label);

  test('is read from the fork on, as far as it is known', () => {
    expect(name(FORK - 1)).toEqual(['A']);
    expect(name(FORK)).toEqual(['A', 'B before']);
    expect(name(KNOWN)).toEqual(['A', 'B before']);
    expect(name(KNOWN + 1)).toEqual(['A']);
  });

  test('is not read where the picture has no line of it', () => {
    expect(
      readGhosts(
        ghosts,
        20,
        () => undefined,
        (value) => String(value),
      ),
    ).toEqual([]);
  });

  test('has marks of its own only after the fork', () => {
    const list = (month: number) => listOwn(ghosts, month).map(({ kind }) => kind);
    expect(list(FORK)).toEqual(['ghost']);
    expect(list(FORK + 1)).toEqual(['ghost', 'parent']);
    expect(list(KNOWN + 1)).toEqual(['ghost']);
  });
});
