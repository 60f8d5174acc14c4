import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createHandRun } from '../../src/experiment/hand-run.ts';
import { createHistoryStore } from '../../src/experiment/histories.ts';
import { createKeyframeStore } from '../../src/experiment/live-keyframes.ts';
import type { Lane, LiveMonth, LiveOutcome, LiveRequest } from '../../src/experiment/live-run.ts';
import { createLiveRunner } from '../../src/experiment/live-runner.ts';
import type { Decision } from '../../src/model/inputs.ts';
import { continueSimulation, createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

// Several whole runs: slow only where the machine is busy with something else.
vi.setConfig({ testTimeout: 60_000 });

const INPUTS = loadShippedInputs('projection-neutral', { agents: 300, months: 24 });

/** Both lanes as a worker keeps them: each has memory that one run leaves to the next. */
function createRunners() {
  const host = {
    keyframes: createKeyframeStore(1e8),
    histories: createHistoryStore(createSimulation, 1e8),
    createSimulation,
    continueSimulation,
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
  };
  return { a: createLiveRunner({ ...host, lane: 'a' }), b: createLiveRunner({ ...host, lane: 'b' }) };
}

function request(...decisions: Decision[]): LiveRequest {
  return { inputs: { ...INPUTS, decisions: [...INPUTS.decisions, ...decisions] }, seed: '42', sample: 50 };
}

const decide = (month: number, lever: Decision['lever'], value: number): Decision => ({
  month: INPUTS.startMonth + month,
  broker: 4,
  lever,
  mode: 'set',
  value,
});

/** Runs on a lane and keeps `shown` as a page would. */
async function run(
  runners: ReturnType<typeof createRunners>,
  lane: Lane,
  ask: LiveRequest,
  shown: Record<Lane, LiveMonth[]>,
) {
  let first: number | undefined;
  const outcome = await runners[lane].run(ask, (from, months, origin) => {
    first ??= from;
    shown[lane] = [...shown[origin].slice(0, from), ...months];
  });
  return { outcome, first };
}

async function runFresh(ask: LiveRequest): Promise<{ outcome: LiveOutcome; months: LiveMonth[] }> {
  const shown: Record<Lane, LiveMonth[]> = { a: [], b: [] };
  const { outcome } = await run(createRunners(), 'a', ask, shown);
  return { outcome, months: shown.a };
}

/** One digest of all bytes of each month: quick to compare, and a difference names its month. */
function digestMonths(months: readonly LiveMonth[]): string[] {
  return months.map(({ record, snapshot }) => {
    const hash = createHash('sha256');
    const { market, brokers, segments, cohorts, events } = record;
    for (const { buffer, byteOffset, byteLength } of [market, brokers, segments, cohorts, events, snapshot.bytes]) {
      hash.update(new Uint8Array(buffer, byteOffset, byteLength));
    }
    return `${record.month} ${hash.digest('hex')}`;
  });
}

test('a continued run of the model has the state hash, records and snapshots of a fresh one', async () => {
  const runners = createRunners();
  const shown: Record<Lane, LiveMonth[]> = { a: [], b: [] };
  await run(runners, 'a', request(), shown);
  const first = request(decide(13, 'price', 0.5));
  const second = request(decide(13, 'price', 0.5), decide(19, 'content', 900));
  for (const [ask, branch] of [
    [first, 13],
    [second, 19],
    [request(), 25],
  ] as const) {
    const continued = await run(runners, 'b', ask, shown);
    const fresh = await runFresh(ask);
    expect(continued.first).toBe(branch);
    expect(continued.outcome).toEqual(fresh.outcome);
    expect(digestMonths(shown.b)).toEqual(digestMonths(fresh.months));
  }
  expect((await runFresh(first)).outcome).not.toEqual((await runFresh(request())).outcome);
});

test('a run driven by hand ends in the state of a live one', async () => {
  const hand = createHandRun(createSimulation);
  expect(() => hand.hash()).toThrow('load(scenario) first');
  hand.load(INPUTS, '42');
  expect([hand.step(1), hand.step(5), hand.month()]).toEqual([1, 6, 6]);
  expect(hand.step(1000)).toBe(24);
  expect({ kind: 'done', stateHash: hand.hash() }).toEqual((await runFresh(request())).outcome);
});
