import { formatProblem, type Problem, type Result } from '../core/result.ts';
import type { RunSummary } from '../experiment/manifest.ts';
import { summariseMonth } from '../experiment/manifest.ts';
import { createInputs } from '../experiment/model-inputs.ts';
import type { RunOrder, RunReport } from '../experiment/run-order.ts';
import { playOrders } from '../experiment/run-pool.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { createEngineClient } from './engine-client.ts';
import { getTabPool } from './run-pool.ts';
import { loadScenario, readScenario } from './scenario-source.ts';

/** What the options of `run` change of a scenario. */
export interface TestOptions {
  readonly seed?: string | number;
  readonly agents?: number;
  readonly years?: number;
  readonly set?: Readonly<Record<string, number>>;
}

/** A shipped name, or the contents of a scenario file. */
export type TestScenario = string | Readonly<Record<string, unknown>>;

/**
 * `window.brokerscape` under `?test`: one run in a worker of its own, driven by hand. Equal inputs give the hash that the
 * command line prints. Everything rejects with a message; a bad input with all of its problems, a line each.
 */
export interface TestApi {
  /** Starts a run; also takes one object `{ scenario, ...options }`. */
  load(
    scenario: TestScenario | ({ readonly scenario: TestScenario } & TestOptions),
    options?: TestOptions,
  ): Promise<void>;
  /** Advances by `months`, to the end of the run at most. Answers with the months completed. */
  step(months?: number): Promise<number>;
  month(): Promise<number>;
  hash(): Promise<string>;
  /** Market metrics of the month just completed, by key. */
  metrics(): Promise<RunSummary['final']>;
  brokers(): Promise<RunSummary['brokers']>;
  /** Plays whole runs on the workers of the page; reports stand in the order of `orders`. */
  play(orders: readonly RunOrder[]): Promise<RunReport[]>;
}

const MONTHS_PER_YEAR = 12;

function createTestApi(): TestApi {
  const engine = createEngineClient(() => {});
  let inputs: ModelInputs | null = null;

  async function read() {
    const record = await engine.getHand().read();
    return summariseMonth(inputs as ModelInputs, record);
  }

  return {
    async load(asked, options = {}) {
      const { scenario, seed = '42', ...changes } = isWhole(asked) ? asked : { scenario: asked, ...options };
      const loaded = await (typeof scenario === 'string' ? loadScenario(scenario) : readScenario(scenario));
      const { scenario: resolved, path } = unwrap(loaded);
      const { agents, years, set } = changes;
      const overrides = {
        ...(agents === undefined ? {} : { agents }),
        ...(years === undefined ? {} : { months: years * MONTHS_PER_YEAR }),
        ...(set === undefined ? {} : { set }),
      };
      inputs = unwrap(createInputs(resolved, overrides, path));
      await engine.getHand().load(inputs, String(seed));
    },
    step: (months = 1) => engine.getHand().step(months),
    month: () => engine.getHand().month(),
    hash: () => engine.getHand().hash(),
    metrics: async () => (await read()).final,
    brokers: async () => (await read()).brokers,
    async play(orders) {
      const reports: RunReport[] = [];
      await playOrders(
        getTabPool(),
        orders.length,
        (k) => orders[k],
        (k, report) => {
          reports[k] = report;
        },
      );
      return reports;
    },
  };
}

function isWhole(asked: unknown): asked is { readonly scenario: TestScenario } & TestOptions {
  return typeof asked === 'object' && asked !== null && 'scenario' in asked;
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(listProblems(result.problems));
}

function listProblems(problems: readonly Problem[]): string {
  return problems.map((problem) => formatProblem(problem)).join('\n');
}

declare global {
  interface Window {
    brokerscape?: TestApi;
  }
}

window.brokerscape = createTestApi();
