import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Result } from '../../src/core/result.ts';
import { parseMarketPath } from '../../src/experiment/market-path.ts';
import { createInputs, type Overrides } from '../../src/experiment/model-inputs.ts';
import { parseScenario } from '../../src/experiment/scenario.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';

/** Every program that uses this runs from the root of the project: vitest, and the benchmark through npm. */
function readPublic(path: string): string {
  return readFileSync(join('public', path), 'utf8');
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((problem) => formatProblem(problem)).join('\n'));
}

/** Inputs of a shipped scenario, from the very files that the page and the command line read. */
export function loadShippedInputs(id: string, overrides: Overrides = {}): ModelInputs {
  const loadShipped = (name: string) => readPublic(`scenarios/${name}.json`);
  const scenario = unwrap(parseScenario(loadShipped(id), { loadShipped }));
  return unwrap(createInputs(scenario, overrides, unwrap(parseMarketPath(readPublic('data/market_path.csv')))));
}
