import { formatProblem, type Problem, type Result } from '../core/result.ts';
import { type Design, parseDesign } from '../experiment/design/design.ts';
import type { DesignFile } from '../experiment/design/design-file.ts';
import { type RunSummary, summariseRun } from '../experiment/manifest.ts';
import { createInputs as createInputsOf, type Overrides, overrideScenario } from '../experiment/model-inputs.ts';
import { formatTables, type TableFile } from '../experiment/result-files.ts';
import { runScenario } from '../experiment/run.ts';
import type { Scenario } from '../experiment/scenario.ts';
import { parseScenario } from '../experiment/scenario.ts';
import type { ScenarioFile } from '../experiment/scenario-file.ts';
import { createRunList, type FinishedRun } from '../experiment/sweep/finished-run.ts';
import { playDesign } from '../experiment/sweep/play-design.ts';
import { countReplicates } from '../experiment/sweep/replicates.ts';
import { BYTE_ORDER_MARK, formatCsvRow, listRunCells, listRunColumns } from '../experiment/sweep/runs-table.ts';
import { type PointSummary, summariseDesign } from '../experiment/sweep/summary.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { findPublicFolder, loadShipped, readMarketPath } from './files/shipped-files.ts';
import { createThreadedEngine } from './pool/engine.ts';
import { createThreadPool } from './pool/run-pool.ts';

export { comparePaired, type PairedDifference } from '../experiment/paired.ts';
export { ENGINE_VERSION } from '../experiment/version.ts';
export { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
export { PARAMETERS } from '../model/parameters.ts';
export { createSimulation, type Simulation } from '../model/simulation.ts';
export type {
  Design,
  DesignFile,
  FinishedRun,
  ModelInputs,
  Overrides,
  PointSummary,
  Problem,
  RunSummary,
  ScenarioFile,
};

/** What was given makes no run: every problem, each with its place. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
    this.problems = problems;
  }
}

const PUBLIC_FOLDER = findPublicFolder(import.meta.url);
const HOST = { loadShipped: (id: string) => loadShipped(PUBLIC_FOLDER, id) };

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new InputError(result.problems);
}

function readScenario(scenario: string | ScenarioFile, overrides: Overrides): Scenario {
  const source = typeof scenario === 'string' ? loadShipped(PUBLIC_FOLDER, scenario) : scenario;
  return unwrap(overrideScenario(unwrap(parseScenario(source ?? scenario, HOST)), overrides));
}

/**
 * Everything that `createSimulation` needs.
 * @param scenario a shipped name, or what a scenario file holds
 * @throws InputError
 */
export function createInputs(scenario: string | ScenarioFile, overrides: Overrides = {}): ModelInputs {
  return unwrap(createInputsOf(readScenario(scenario, overrides), {}, readMarketPath(PUBLIC_FOLDER)));
}

/** A run to its end: what `run --json` prints, and the tables that `run --out` writes. */
export interface LibraryRun extends RunSummary {
  readonly tables: Readonly<Record<TableFile, string>>;
}

/**
 * One run.
 * @param options seed, threads, and what is changed of the scenario
 * @throws InputError; InvariantError where the books do not balance
 */
export async function run(
  scenario: string | ScenarioFile,
  { seed, threads = 1, ...overrides }: Overrides & { readonly seed: string; readonly threads?: number },
): Promise<LibraryRun> {
  const read = readScenario(scenario, overrides);
  const inputs = unwrap(createInputsOf(read, {}, readMarketPath(PUBLIC_FOLDER)));
  const engine = createThreadedEngine(threads, new URL('./crew.worker.js', import.meta.url));
  const result = await runScenario(engine, inputs, seed);
  return { ...summariseRun(read, result), tables: formatTables(result) };
}

/** All runs of a design. They are held in memory: a design of a million runs is for the command line. */
export interface LibrarySweep {
  readonly design: Design;
  /** By point, then replicate. */
  readonly runs: readonly FinishedRun[];
  readonly summary: readonly PointSummary[];
  /** The very bytes of `runs.csv`. */
  readonly csv: string;
}

/**
 * Every run of a design, on threads. The figures do not depend on how many.
 * @param design what a design file holds
 * @param options threads, who is told of runs as they end, and what ends the sweep before its time
 * @throws InputError; the reason of the signal
 */
export async function sweep(
  design: DesignFile,
  options: {
    readonly workers?: number;
    readonly onRun?: (run: FinishedRun) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<LibrarySweep> {
  const read = unwrap(parseDesign(design, HOST));
  const { workers = 1, onRun, signal } = options;
  const pool = createThreadPool(workers, new URL('./run.worker.js', import.meta.url));
  const store = createRunList();
  try {
    await playDesign(read, pool, store, {
      path: readMarketPath(PUBLIC_FOLDER),
      readClock: () => Date.now(),
      ...(onRun === undefined ? {} : { onRun }),
      isOver: () => signal?.aborted === true,
    });
    signal?.throwIfAborted();
  } finally {
    await pool.close();
  }
  const runs = Array.from({ length: read.points.count }, (_, point) =>
    Array.from(
      { length: countReplicates(read, store, point) },
      (_, replicate) => store.read(point, replicate) as FinishedRun,
    ),
  ).flat();
  const rows = [listRunColumns(read).map(({ name }) => name), ...runs.map((finished) => listRunCells(read, finished))];
  return {
    design: read,
    runs,
    summary: [...summariseDesign(read, store)],
    csv: BYTE_ORDER_MARK + rows.map(formatCsvRow).join(''),
  };
}
