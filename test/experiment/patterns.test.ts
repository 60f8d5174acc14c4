import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/core/csv.ts';
import { NULL_MODELS } from '../../src/experiment/null-models.ts';
import type { Pattern } from '../../src/experiment/patterns/pattern.ts';
import { computePatternRows, judgePattern } from '../../src/experiment/patterns/pattern-rows.ts';
import { gatherPatterns, listPatternRuns } from '../../src/experiment/patterns/pattern-runs.ts';
import { computePatterns, listPatternMeasures, PATTERNS } from '../../src/experiment/patterns/patterns.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';
import { readShippedPath, readShippedScenario } from '../support/shipped-scenarios.ts';

const { brokers } = loadShippedInputs('history-2019-2024', { agents: 300 });

function findPattern(wanted: string): Pattern {
  return PATTERNS.find(({ id }) => id === wanted) as Pattern;
}

describe('the declared patterns', () => {
  test('stand on rows of public/data', () => {
    const rows = new Set(
      ['report_facts', 'mechanisms', 'findings'].flatMap((name) =>
        parseCsv(readFileSync(`public/data/${name}.csv`, 'utf8')).map(({ id }) => id),
      ),
    );
    const missing = PATTERNS.flatMap(({ id, sources }) =>
      sources.filter((s) => !rows.has(s)).map((s) => `${id}: ${s}`),
    );
    expect(missing).toEqual([]);
  });

  test('are of the market, of brokers and of investors, each with a line that it can fail to cross', () => {
    expect(new Set(PATTERNS.map(({ level }) => level)).size).toBe(3);
    expect(PATTERNS.every(({ above, below }) => above !== undefined || below !== undefined)).toBe(true);
  });

  test('leave no null model without a pattern that it should lose', () => {
    const lost = new Set<string | null>(PATTERNS.map(({ lostBy }) => lostBy));
    expect(NULL_MODELS.filter(({ id }) => !lost.has(id))).toEqual([]);
  });
});

describe('figures', () => {
  test.each([
    // Ranks 6 to 15 had 10 × 1 of 100, then 10 × 0.5.
    ['middle-hollows', [...new Array(15).fill(0.01), ...new Array(15).fill(0.005)].map((x) => [x]), -5],
    // A fall of 1 bp in the first two years, of 0.5 in the last two.
    ['commission-convex', [[4, 3.5, 3, 2.5, 2.2, 2]], 0.5],
    // Openings double with a gain of 6 % and stay with a loss of 6 %; between, they fall back to what they were.
    [
      'openings-surge',
      [
        [0, 0.06, 0, 0, -0.06],
        [10, 20, 20, 20, 20],
      ],
      100,
    ],
    [
      'volume-follows',
      [
        [0.06, 0, -0.06, 0],
        [1, 6, 1, 3],
      ],
      2,
    ],
    [
      'losses-tire',
      [
        [0.06, 0, -0.06, 0],
        [9, 1, 9, 4],
        [100, 100, 100, 200],
      ],
      2,
    ],
    [
      'trading-costs',
      [
        [0.03, 0.05],
        [-0.01, 0],
      ],
      3.5,
    ],
    ['two-accounts', [[1.7]], 1.7],
  ])('of %s', (id, values, expected) => {
    const fifteen = brokers.slice(0, 15);
    expect(findPattern(id).compute(values as number[][], fifteen)).toBeCloseTo(expected, 9);
  });

  test('of larger brokers that grow faster', () => {
    const growing = brokers.map(({ share }) => [share * (1 + share)]);
    const shrinking = brokers.map(({ share }) => [share / (1 + share)]);
    const { compute } = findPattern('size-attracts');
    expect(compute(growing, brokers)).toBeGreaterThan(0.5);
    expect(compute(shrinking, brokers)).toBeLessThan(-0.5);
  });

  test('are read each from its own measures', () => {
    const values = listPatternMeasures(brokers).map(({ series }) => new Array(series === undefined ? 1 : 72).fill(1));
    const figures = computePatterns(values, brokers);
    expect(figures).toHaveLength(PATTERNS.length);
    expect(figures[PATTERNS.indexOf(findPattern('two-accounts'))]).toBe(1);
  });
});

describe('a verdict', () => {
  const pattern = { ...PATTERNS[0], above: 1, below: 2 };
  const judge = (low: number, median: number, high: number) => judgePattern(pattern, { low, median, high, runs: 20 });

  test('asks for all of the interval', () => {
    expect(judge(1.1, 1.5, 1.9)).toBe('holds');
    expect(judge(0.9, 1.5, 1.9)).toBe('leans');
    expect(judge(1.1, 1.5, 2)).toBe('leans');
    expect(judge(1.5, 2.5, 3)).toBe('fails');
    expect(judgePattern(pattern, null)).toBe('unjudged');
  });
});

test('every null model runs under the seeds of the full one, and a row says which lose the pattern', () => {
  const task = { scenario: readShippedScenario('history-2019-2024'), path: readShippedPath(), seeds: 2, agents: 300 };
  const runs = listPatternRuns(task);
  if (!runs.ok) throw new Error(JSON.stringify(runs.problems));
  expect(runs.value.filter(({ position }) => position === 1).map(({ model }) => model)).toEqual([
    'full',
    ...NULL_MODELS.map(({ id }) => id),
  ]);
  expect(new Set(runs.value.filter(({ position }) => position === 1).map(({ order }) => order.seed)).size).toBe(1);
  const gathered = gatherPatterns(task);
  for (const run of runs.value) {
    // Everybody has 1.7 accounts but where nobody is inert.
    const accounts = run.model === 'restless' ? 2.3 : 1.7;
    const values = run.order.measures.map(({ metric }) => (metric === 'accountsPerUser' ? [accounts] : [Number.NaN]));
    gathered.add(run, { ok: true, values, stateHash: '' });
  }
  const row = computePatternRows(gathered.collect()).find(({ pattern }) => pattern.id === 'two-accounts');
  expect(row).toMatchObject({ verdict: 'holds', spread: { median: 1.7, runs: 2 } });
  expect(row?.nulls.filter(({ isLost }) => isLost).map(({ model }) => model.id)).toEqual(['restless']);
});
