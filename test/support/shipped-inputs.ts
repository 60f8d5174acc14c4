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

const loadShipped = (name: string) => readPublic(`scenarios/${name}.json`);

/** Inputs of a shipped scenario, from the very files that the page and the command line read. */
export function loadShippedInputs(id: string, overrides: Overrides = {}): ModelInputs {
  return loadInputs(loadShipped(id), overrides);
}

/**
 * The same with people and brokers made from the published figures instead of six years of history: for tests of what one
 * mechanism does, in which any parameter may differ and nothing that came before is the subject.
 */
export function loadBuiltInputs(id: string, overrides: Overrides = {}): ModelInputs {
  const title = { en: 'Built', 'zh-CN': 'Built' };
  return loadInputs({ formatVersion: 1, id: 'built', extends: id, title, startsFrom: null }, overrides);
}

function loadInputs(source: unknown, overrides: Overrides): ModelInputs {
  const scenario = unwrap(parseScenario(source, { loadShipped }));
  return unwrap(createInputs(scenario, overrides, unwrap(parseMarketPath(readPublic('data/market_path.csv')))));
}
