import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, type Problem, type Result } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import { type Posterior, parsePosterior } from '../../experiment/calibration/posterior.ts';
import { type Evidence, parseEvidence } from '../../experiment/evidence.ts';
import { type Experiment, parseExperiment } from '../../experiment/experiments.ts';
import { type MarketPath, parseMarketPath } from '../../experiment/market-path.ts';
import { parseScenario, type Scenario } from '../../experiment/scenario.ts';
import { describeUnknown, formatGot } from '../../experiment/scenario-schema.ts';
import type { Target } from '../../experiment/target.ts';
import { readTargets } from '../../experiment/target-file.ts';

/** A line of `public/scenarios/index.json`. */
export interface ShippedScenario {
  readonly id: string;
  readonly kind: 'history' | 'projection' | 'experiment';
  readonly title: Text;
}

/** The folder `public` beside or above the running program: from `dist/node` as from `src/cli`. */
export function findPublicFolder(programUrl: string): string {
  let folder = dirname(fileURLToPath(programUrl));
  while (!existsSync(join(folder, 'public/scenarios/index.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The folder public with the shipped scenarios is not there.');
    folder = above;
  }
  return join(folder, 'public');
}

export function listShippedScenarios(publicFolder: string): ShippedScenario[] {
  return JSON.parse(readFileSync(join(publicFolder, 'scenarios/index.json'), 'utf8'));
}

export function loadShipped(publicFolder: string, id: string): string | undefined {
  // The form of an id leaves no way out of the folder.
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id === 'index') return undefined;
  const path = join(publicFolder, 'scenarios', `${id}.json`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Reads a scenario by shipped name or by path of a file. */
export function readScenario(publicFolder: string, nameOrPath: string): Result<Scenario> {
  const text = loadShipped(publicFolder, nameOrPath) ?? readTextFile(nameOrPath);
  if (text !== null) return parseScenario(text, { loadShipped: (id) => loadShipped(publicFolder, id) });
  return fail([describeUnknownScenario(publicFolder, nameOrPath)]);
}

/** What is told of a name that is neither a shipped scenario nor a file. */
export function describeUnknownScenario(publicFolder: string, nameOrPath: string): Problem {
  const known = listShippedScenarios(publicFolder).map(({ id }) => id);
  const expected = describeUnknown(
    nameOrPath,
    known,
    `a file that can be read or one of ${known.join(', ')}`,
    `可读取的文件或以下之一：${known.join('、')}`,
  );
  return { path: '<scenario>', expected, got: formatGot(nameOrPath) };
}

function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

export function readMarketPath(publicFolder: string): MarketPath {
  const parsed = parseMarketPath(readFileSync(join(publicFolder, 'data/market_path.csv'), 'utf8'));
  if (!parsed.ok) throw new Error('public/data/market_path.csv is damaged.');
  return parsed.value;
}

export function readShippedTargets(publicFolder: string): readonly Target[] {
  const targets = readTargets(readFileSync(join(publicFolder, 'data/targets.json'), 'utf8'));
  if (!targets.ok) throw new Error('public/data/targets.json is damaged.');
  return targets.value;
}

/** What the calibration left possible, and which member of it the defaults are. */
export function readShippedPosterior(publicFolder: string): Posterior {
  return parsePosterior(readFileSync(join(publicFolder, 'data/posterior.json'), 'utf8'));
}

/** What the sources of parameters and mechanisms say. */
export function readEvidence(publicFolder: string): Evidence {
  const read = (name: string) => readFileSync(join(publicFolder, 'data', `${name}.csv`), 'utf8');
  return parseEvidence(read('report_facts'), read('mechanisms'), read('findings')).evidence;
}

/** Ids of the shipped experiments, in the order of the menu. */
export function listShippedExperiments(publicFolder: string): string[] {
  const index = readFileSync(join(publicFolder, 'experiments/index.json'), 'utf8');
  return (JSON.parse(index) as { readonly id: string }[]).map(({ id }) => id);
}

/** Reads an experiment by shipped name or by path of a file. */
export function readExperiment(publicFolder: string, nameOrPath: string): Result<Experiment> {
  const known = listShippedExperiments(publicFolder);
  const path = known.includes(nameOrPath) ? join(publicFolder, 'experiments', `${nameOrPath}.json`) : nameOrPath;
  const text = readTextFile(path);
  if (text !== null) return parseExperiment(text, { loadShipped: (id) => loadShipped(publicFolder, id) });
  const expected = describeUnknown(
    nameOrPath,
    known,
    `a file that can be read, all, or one of ${known.join(', ')}`,
    `可读取的文件、all，或以下之一：${known.join('、')}`,
  );
  return fail([{ path: '<experiment>', expected, got: formatGot(nameOrPath) }]);
}
