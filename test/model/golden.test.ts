import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MARKET_METRIC, MARKET_METRICS, type MarketMetric } from '../../src/model/metrics.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';
import { ROOT } from '../support/source-text.ts';

/*
 * Three short runs as they were when somebody last looked at them. The hash says whether anything changed at all, the
 * figures what. When a change is meant: UPDATE_GOLDEN=1 npx vitest run test/model/golden, and review test/golden in git.
 */
const IS_UPDATE = process.env.UPDATE_GOLDEN === '1';
const SEED = 'golden';
const AGENTS = 2000;
const MONTHS = 24;

const HEADLINES = [
  'users',
  'monthlyActive',
  'hhi',
  'cr10',
  'openings',
  'conversion',
  'retention12',
  'switches',
  'leavers',
  'tradesPerActive',
  'commissionBp',
  'revenuePerUser',
  'profit',
  'acquisitionCost',
  'losingShare',
  'complaints',
] as const satisfies readonly MarketMetric[];

interface Golden {
  readonly scenario: string;
  readonly seed: string;
  readonly agents: number;
  readonly months: number;
  readonly stateHash: string;
  /** Of the last year, six digits: a sum, a mean or the last month’s, as each metric is declared. */
  readonly figures: Readonly<Record<string, number>>;
}

function reduceYear(months: readonly Float64Array[], metric: MarketMetric): number {
  const position = MARKET_METRIC[metric];
  const values = months.map((market) => market[position]);
  const { reduce } = MARKET_METRICS[position];
  if (reduce === 'last') return values[values.length - 1];
  const sum = values.reduce((total, value) => total + value, 0);
  return reduce === 'sum' ? sum : sum / values.length;
}

function play(scenario: string): Golden {
  const simulation = createSimulation(loadShippedInputs(scenario, { agents: AGENTS, months: MONTHS }), SEED);
  const year: Float64Array[] = [];
  while (simulation.month < MONTHS) {
    simulation.step();
    if (simulation.month > MONTHS - 12) year.push(simulation.readMetrics().market);
  }
  const figures = Object.fromEntries(
    HEADLINES.map((metric) => [metric, Number(reduceYear(year, metric).toPrecision(6))]),
  );
  return { scenario, seed: SEED, agents: AGENTS, months: MONTHS, stateHash: simulation.stateHash(), figures };
}

test.each(['history-2019-2024', 'projection-neutral', 'price-war'])('%s is the run that was recorded', (scenario) => {
  const path = join(ROOT, 'test/golden', `${scenario}.json`);
  const now = play(scenario);
  if (IS_UPDATE) writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`);
  expect(existsSync(path), 'recorded by UPDATE_GOLDEN=1 npx vitest run test/model/golden').toBe(true);
  expect(now).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});
