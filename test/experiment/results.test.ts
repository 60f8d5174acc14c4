import { describe, expect, test } from 'vitest';
import { computePeoplePerAgent } from '../../src/experiment/flows.ts';
import { createManifest, parseManifest, summariseRun } from '../../src/experiment/manifest.ts';
import { createInputs, overrideScenario } from '../../src/experiment/model-inputs.ts';
import { formatTables, TABLE_FILES } from '../../src/experiment/result-files.ts';
import { createEngine, type RunResult, runScenario } from '../../src/experiment/run.ts';
import type { Scenario } from '../../src/experiment/scenario.ts';
import { verifyResult } from '../../src/experiment/verify.ts';
import { BROKER_METRICS, MARKET_METRIC, MARKET_METRICS, SEGMENT_METRICS } from '../../src/model/metrics.ts';
import { SEGMENT_CELLS } from '../../src/model/segments.ts';
import { createFakeSimulation } from '../support/fake-simulation.ts';
import { readShippedPath, readShippedScenario } from '../support/shipped-scenarios.ts';

const MONTHS = 7;
const BROKERS = 30;
const engine = createEngine(createFakeSimulation);
const path = readShippedPath();

async function runFake(agents = 1000): Promise<{ scenario: Scenario; result: RunResult }> {
  const scenario = overrideScenario(readShippedScenario('projection-neutral'), { agents, months: MONTHS });
  if (!scenario.ok) throw new Error('overrides');
  const inputs = createInputs(scenario.value, {}, path);
  if (!inputs.ok) throw new Error('inputs');
  return { scenario: scenario.value, result: await runScenario(engine, inputs.value, '42') };
}

function splitRows(csv: string): string[][] {
  expect(csv.endsWith('\n')).toBe(true);
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

describe('tables', async () => {
  const { result } = await runFake();
  const tables = formatTables(result);

  test('metrics.csv: a row a month, columns of the catalogue', () => {
    const [header, ...rows] = splitRows(tables['metrics.csv']);
    expect(header).toEqual(['month', ...MARKET_METRICS.map(({ key }) => key)]);
    expect(rows.map(([month]) => month)).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((m) => `2025-${m}`));
    // The fake has 180 million users and a million more each month.
    expect(rows.map((row) => row[1 + MARKET_METRIC.users])).toEqual(
      ['181', '182', '183', '184', '185', '186', '187'].map((millions) => `${millions}000000`),
    );
  });

  test('an undefined figure is an empty cell', () => {
    const [, first] = splitRows(tables['metrics.csv']);
    expect(first[1 + MARKET_METRIC.retention12]).toBe('');
  });

  test('brokers.csv: month by broker', () => {
    const [header, ...rows] = splitRows(tables['brokers.csv']);
    expect(header).toEqual(['month', 'broker', ...BROKER_METRICS.map(({ key }) => key)]);
    expect(rows).toHaveLength(MONTHS * BROKERS);
    expect(rows[BROKERS].slice(0, 2)).toEqual(['2025-02', 'huatai']);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  test('flows.csv: moves of the fake counted in people', () => {
    const [header, ...rows] = splitRows(tables['flows.csv']);
    expect(header).toEqual(['month', 'from', 'to', 'reason', 'count', 'move']);
    // 340 million adults over 1000 agents: an agent is 340,000 people.
    expect(rows.slice(0, 2)).toEqual([
      ['2025-01', '', 'huatai', 'content', '340000', 'join'],
      ['2025-01', 'huatai', 'east-money', 'price', '680000', 'switch'],
    ]);
    expect(rows).toHaveLength(2 * MONTHS);
  });

  test('cohorts.csv: the triangle at the end of each quarter, and of the run', () => {
    const [header, ...rows] = splitRows(tables['cohorts.csv']);
    expect(header).toEqual(['month', 'cohort', 'broker', 'opened', 'retained']);
    // After 3, 6 and 7 months there are 1, 2 and 3 quarters.
    expect(rows).toHaveLength((1 + 2 + 3) * BROKERS);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['2025-07', '2025-07', 'sprout']);
    // The fake's figure at index i is 100 − i: broker 1 of cohort 0 stands at 2 and 3.
    expect(rows[1]).toEqual(['2025-03', '2025-01', 'east-money', '98', '97']);
  });

  test('segments.csv: month by cell of five traits', () => {
    const [header, ...rows] = splitRows(tables['segments.csv']);
    expect(header.slice(0, 6)).toEqual(['month', 'age', 'experience', 'riskTolerance', 'horizon', 'tier']);
    expect(header).toHaveLength(6 + SEGMENT_METRICS.length);
    expect(rows).toHaveLength(MONTHS * SEGMENT_CELLS);
    expect(new Set(rows.slice(0, SEGMENT_CELLS).map((row) => row.slice(1, 6).join())).size).toBe(SEGMENT_CELLS);
  });

  test('decisions.csv: who decided what and why, by name', () => {
    expect(splitRows(tables['decisions.csv'])).toEqual([
      ['month', 'broker', 'decision', 'subject', 'reason', 'value', 'other'],
      ['2025-01', 'huatai', 'focus', 'service', 'best', '0.5', '0.25'],
      ['2025-01', 'east-money', 'imitate', 'huatai', 'fastest', '2000', '1000'],
    ]);
  });
});

test('flows are counted in people whatever the number of agents', async () => {
  const { result } = await runFake(2000);
  expect(computePeoplePerAgent(result.inputs)).toBe(170_000);
});

describe('the manifest', async () => {
  const { scenario, result } = await runFake();
  const manifest = createManifest(scenario, result, 'npm run -s sim -- run projection-neutral');
  const text = JSON.stringify(manifest);

  test('states every value and reads back as the same scenario', () => {
    expect(Object.keys(manifest.scenario.parameters ?? {})).toEqual(Object.keys(scenario.values));
    expect(parseManifest(text)).toMatchObject({
      ok: true,
      value: { scenario, seed: '42', stateHash: result.stateHash },
    });
  });

  test('is verified by the same state hash and the same tables', async () => {
    const read = parseManifest(text);
    if (!read.ok) throw new Error('manifest');
    const verified = await verifyResult(read.value, formatTables(result), path, engine);
    expect(verified).toEqual({
      ok: true,
      value: {
        expectedHash: result.stateHash,
        stateHash: result.stateHash,
        isSameState: true,
        changedTables: [],
        isSameEngine: true,
      },
    });
  });

  test('another seed is found out, and so is a changed table', async () => {
    const read = parseManifest(text.replace('"seed":"42"', '"seed":"43"'));
    if (!read.ok) throw new Error('manifest');
    const tables = { ...formatTables(result), 'flows.csv': 'month\n' };
    const verified = await verifyResult(read.value, tables, path, engine);
    expect(verified).toMatchObject({ ok: true, value: { isSameState: false, changedTables: ['flows.csv'] } });
  });

  test.each([
    ['{', 'line 1, column 2'],
    ['[]', 'seed'],
    ['{"seed": 1}', 'seed'],
    [text.replace('"agents":1000', '"agents":1'), 'scenario.agents'],
    [text.replace(/"stateHash":"./, '"stateHash":"z'), 'stateHash'],
  ])('damaged, it is a problem: %#', (damaged, place) => {
    const read = parseManifest(damaged);
    expect(read.ok ? [] : read.problems.map((problem) => problem.path)).toContain(place);
  });
});

test('the summary holds the last month by key, and no number that JSON cannot hold', async () => {
  const { scenario, result } = await runFake();
  const summary = summariseRun(scenario, result);
  expect(summary).toMatchObject({ scenario: 'projection-neutral', seed: '42', agents: 1000, months: MONTHS });
  expect(summary.final.users).toBe(187e6);
  expect(summary.final.retention12).toBeNull();
  expect(summary.brokers).toHaveLength(BROKERS);
  expect(summary.brokers[0]).toMatchObject({ id: 'huatai', share: 0.185 });
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

test('a table file is a table file', async () => {
  const { result } = await runFake();
  expect(Object.keys(formatTables(result))).toEqual([...TABLE_FILES]);
});
