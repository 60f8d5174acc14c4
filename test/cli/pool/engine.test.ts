import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createThreadedEngine } from '../../../src/cli/pool/engine.ts';
import { type RunResult, runScenario } from '../../../src/experiment/run.ts';
import { ensureNodeBuild } from '../../../tools/build.mjs';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';
import { ROOT } from '../../support/source-text.ts';

const WORKER = pathToFileURL(join(ROOT, 'dist/node/crew.worker.js'));
const DYING_WORKER = pathToFileURL(join(ROOT, 'test/support/dying-crew.worker.mjs'));

beforeAll(ensureNodeBuild, 120_000);

function run(agents: number, threads: number, scenario = 'projection-neutral'): Promise<RunResult> {
  const inputs = loadShippedInputs(scenario, { agents, months: 14 });
  return runScenario(createThreadedEngine(threads, WORKER), inputs, '42');
}

describe('the same run on any number of threads', { timeout: 60_000 }, () => {
  test.each([
    ['people that threads share evenly', 1200],
    ['people left over', 1003],
  ])('%s: state and every figure of every month', async (_, agents) => {
    const alone = await run(agents, 1);
    for (const threads of [2, 3, 4]) {
      // Records hold the moves too, counted; toEqual compares typed arrays number by number.
      expect(await run(agents, threads), `${threads} threads`).toEqual(alone);
    }
  });

  test('a scenario in which brokers fail and their clients are handed over', async () => {
    expect((await run(1000, 3, 'price-war')).stateHash).toBe((await run(1000, 1, 'price-war')).stateHash);
  });

  test('more threads than people have room for', async () => {
    expect((await run(100, 9)).stateHash).toBe((await run(100, 1)).stateHash);
  });
});

describe('what goes wrong ends the run', { timeout: 60_000 }, () => {
  const inputs = loadShippedInputs('projection-neutral', { agents: 500, months: 12 });

  test('a helper that is lost while the leader waits for it', async () => {
    const lost = runScenario(createThreadedEngine(3, DYING_WORKER), inputs, '42');
    await expect(lost).rejects.toThrow('A thread ended before the run did, with code 3.');
  });

  test('a worker that cannot be loaded', async () => {
    const nowhere = runScenario(createThreadedEngine(2, new URL('nowhere.js', WORKER)), inputs, '42');
    await expect(nowhere).rejects.toThrow('nowhere.js');
  });

  test('an error of who follows the run, such as an interruption', async () => {
    const interrupted = runScenario(createThreadedEngine(2, WORKER), inputs, '42', () => {
      throw new Error('stop');
    });
    await expect(interrupted).rejects.toThrow('stop');
  });
});
