import { readFileSync } from 'node:fs';
import type { Result } from '../../src/core/result.ts';
import { computeFingerprint } from '../../src/experiment/answers.ts';
import { type MarketPath, parseMarketPath } from '../../src/experiment/market-path.ts';
import type { PatternFigures } from '../../src/experiment/patterns/pattern-rows.ts';
import { gatherPatterns, listPatternRuns } from '../../src/experiment/patterns/pattern-runs.ts';
import { PATTERN_SCENARIO } from '../../src/experiment/patterns/patterns.ts';
import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import { parseScenario, type Scenario } from '../../src/experiment/scenario.ts';
import type { Target } from '../../src/experiment/target.ts';
import { readTargets } from '../../src/experiment/target-file.ts';
import {
  gatherFigures,
  hashFigures,
  listValidationRuns,
  type ScoreboardFile,
} from '../../src/experiment/validation.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from './shipped-inputs.ts';

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
}

const readPublic = (path: string) => readFileSync(`public/${path}`, 'utf8');
const loadShipped = (id: string) => readPublic(`scenarios/${id}.json`);

/** Of the history and of one projection: the others are run in the same way. */
const SCENARIOS: readonly string[] = ['history-2019-2024', 'projection-neutral'];

/** Shipped targets as a file, readable at a number of agents at which nobody would judge them. */
export function shrinkTargets(agents: number): string {
  const file = JSON.parse(readPublic('data/targets.json')) as { readonly targets: readonly Target[] };
  const targets = file.targets.filter(({ scenario }) => SCENARIOS.includes(scenario));
  return JSON.stringify({ ...file, targets: targets.map((target) => ({ ...target, agents })) });
}

/** The scoreboard of small runs, computed in this thread as the command line computes the large ones. */
export function computeSmallScoreboard(seeds: number, agents: number): ScoreboardFile {
  const targets = unwrap(readTargets(shrinkTargets(agents)));
  const ids = [...new Set(targets.map(({ scenario }) => scenario))];
  const scenarios = new Map(
    ids.map((id): [string, Scenario] => [id, unwrap(parseScenario(loadShipped(id), { loadShipped }))]),
  );
  const path = unwrap(parseMarketPath(readPublic('data/market_path.csv')));
  const task = { targets, scenarios, path, seeds, agents, cloud: null };
  const figures = gatherFigures(task);
  const play = createOrderPlayer(createSimulation);
  for (const run of unwrap(listValidationRuns(task))) figures.add(run, play(run.order));
  return {
    engineVersion: ENGINE_VERSION,
    fingerprint: computeFingerprint(createSimulation, loadShippedInputs('projection-neutral')),
    definition: hashFigures(targets),
    cloudDefinition: null,
    command: `npm run -s sim -- validate --seeds ${seeds} --agents ${agents}`,
    seeds,
    agents: Object.fromEntries(ids.map((id) => [id, agents])),
    ...figures.collect(),
    patterns: computeSmallPatterns(scenarios.get(PATTERN_SCENARIO) as Scenario, path, agents),
  };
}

/** One seed of every model, the null models included. */
function computeSmallPatterns(scenario: Scenario, path: MarketPath, agents: number): PatternFigures {
  const task = { scenario, path, seeds: 1, agents };
  const gathered = gatherPatterns(task);
  const play = createOrderPlayer(createSimulation);
  for (const run of unwrap(listPatternRuns(task))) gathered.add(run, play(run.order));
  return gathered.collect();
}
