import { describe, expect, test } from 'vitest';
import { createHistoryStore } from '../../src/experiment/histories.ts';
import { createKeyframeStore, type KeyframeStore } from '../../src/experiment/live-keyframes.ts';
import type { Lane, LiveMonth, LiveOutcome, LiveRequest, LiveRunner } from '../../src/experiment/live-run.ts';
import { createLiveRunner } from '../../src/experiment/live-runner.ts';
import type { Decision, ModelInputs } from '../../src/model/inputs.ts';
import type { Simulation } from '../../src/model/simulation.ts';

const START = 2025 * 12;
const MONTHS = 24;

/** Years before START that runs with a history start from. */
const HISTORY_MONTHS = 30;

/** Every step ever taken by any fake, so that a test can tell computing from copying. */
let stepsTaken = 0;

/** A market of one number that remembers its whole past: x ← 3x/2 + decisions in force + 1. Fails after `failAt` months. */
function createFake(inputs: ModelInputs, seed: string, failAt = Number.POSITIVE_INFINITY): Simulation {
  const state = new Float64Array([0, seed.length]);
  return {
    inputs,
    get month() {
      return state[0];
    },
    step() {
      if (state[0] >= failAt) throw new Error('clients 1,203, accounts 1,204.');
      stepsTaken++;
      const now = inputs.startMonth + state[0];
      const held = inputs.decisions.filter((decision) => decision.month <= now);
      state[1] = ((state[1] * 3) / 2 + held.reduce((sum, decision) => sum + decision.value, 1)) % 1000;
      state[0]++;
    },
    readMetrics: () => ({
      month: state[0],
      market: new Float64Array([state[1]]),
      brokers: new Float64Array(),
      segments: new Float64Array(),
      cohorts: new Float64Array(),
      events: new Float32Array(),
      decisions: new Float32Array(),
    }),
    readSnapshot: (sample) => ({ month: state[0], count: sample, bytes: new Uint8Array(7 * sample) }),
    stateHash: () => state.join('/'),
    save: () => state.slice().buffer,
    restore: (saved) => state.set(new Float64Array(saved)),
  };
}

const decide = (month: number, value: number): Decision => ({
  month: START + month,
  broker: 0,
  lever: 'price',
  mode: 'set',
  value,
});

function request(decisions: readonly Decision[] = [], seed = '42', replay?: string): LiveRequest {
  const inputs = {
    agents: 1,
    startMonth: START,
    months: MONTHS,
    values: {},
    brokers: [],
    decisions,
    realisedReturns: [],
    prologue: null,
  };
  return { inputs: inputs as unknown as ModelInputs, seed, sample: 2, ...(replay === undefined ? {} : { replay }) };
}

/** A host whose clock ends every slice after `stepsPerSlice` readings, and that lets waiting work go first. */
function createHost({ failAt = Number.POSITIVE_INFINITY, maxLaneBytes = 1e6 } = {}) {
  let clock = 0;
  const create = (inputs: ModelInputs, seed: string) => createFake(inputs, seed, failAt);
  return {
    keyframes: createKeyframeStore(maxLaneBytes),
    histories: createHistoryStore(create, 1e6),
    createSimulation: create,
    continueSimulation(inputs: ModelInputs, seed: string, saved: ArrayBuffer) {
      const simulation = createFake(inputs, seed, failAt);
      simulation.restore(saved);
      return simulation;
    },
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
    now: () => (clock += 4),
  };
}

interface Watched {
  /** What a page would hold after the run: months below `first` are those of the lane that the run continues. */
  readonly months: LiveMonth[];
  readonly firsts: number[];
  outcome: LiveOutcome;
}

const values = (months: readonly LiveMonth[]) => months.map(({ record }) => record.market[0]);

async function watch(
  runner: LiveRunner,
  ask: LiveRequest,
  shown: Partial<Record<Lane, LiveMonth[]>> = {},
): Promise<Watched> {
  let months: LiveMonth[] = [];
  const firsts: number[] = [];
  const outcome = await runner.run(ask, (first, batch, origin) => {
    if (firsts.length === 0 && first > 0) months = (shown[origin] ?? []).slice(0, first);
    expect(months).toHaveLength(first);
    months.push(...batch);
    firsts.push(first);
  });
  return { months, firsts, outcome };
}

async function runFresh(ask: LiveRequest): Promise<Watched> {
  return watch(createLiveRunner({ ...createHost(), lane: 'a' }), ask);
}

describe('a live run', () => {
  test('delivers the initial state and every month once, in order; the first batch ends with the first month', async () => {
    const { months, firsts, outcome } = await runFresh(request());
    expect(months.map(({ record }) => record.month)).toEqual(Array.from({ length: MONTHS + 1 }, (_, month) => month));
    expect(firsts.slice(0, 2)).toEqual([0, 2]);
    expect(months.every(({ snapshot }) => snapshot.count === 2)).toBe(true);
    // 1.5 × 2 + 1 = 4 (a seed of two letters starts at 2), 1.5 × 4 + 1 = 7
    expect(values(months).slice(0, 3)).toEqual([2, 4, 7]);
    expect(outcome).toEqual({ kind: 'done', stateHash: `${MONTHS}/${values(months)[MONTHS]}` });
  });

  test('is ended by a newer one, which alone goes on', async () => {
    const runner = createLiveRunner({ ...createHost(), lane: 'a' });
    const older = watch(runner, request());
    const newer = watch(runner, request([], 'another seed'));
    expect((await older).outcome).toEqual({ kind: 'superseded' });
    expect((await older).months).toHaveLength(0);
    expect((await newer).outcome.kind).toBe('done');
  });

  test('is ended in the middle by a newer one and delivers nothing more', async () => {
    const runner = createLiveRunner({ ...createHost(), lane: 'a' });
    let seen = 0;
    let newer: Promise<Watched> | undefined;
    const outcome = await runner.run(request(), (_, months) => {
      seen += months.length;
      if (seen > 5 && newer === undefined) newer = watch(runner, request([], 'another seed'));
    });
    const seenAtEnd = seen;
    expect(outcome).toEqual({ kind: 'superseded' });
    expect(seenAtEnd).toBeLessThan(MONTHS);
    expect((await newer)?.outcome.kind).toBe('done');
    expect(seen).toBe(seenAtEnd);
  });

  test('stops when it is cancelled', async () => {
    const runner = createLiveRunner({ ...createHost(), lane: 'a' });
    stepsTaken = 0;
    const run = watch(runner, request());
    runner.cancel();
    expect((await run).outcome).toEqual({ kind: 'superseded' });
    expect(stepsTaken).toBe(0);
  });

  test('keeps what it computed before a failure, and names month, seed, cause and the line that replays it', async () => {
    const runner = createLiveRunner({ ...createHost({ failAt: 3 }), lane: 'a' });
    const { months, outcome } = await watch(runner, request([], '42', 'npm run -s sim -- run x --seed 42'));
    expect(months).toHaveLength(4);
    expect(outcome).toEqual({
      kind: 'failed',
      message:
        'Month 4 of 24 (2025-04), seed 42: clients 1,203, accounts 1,204. Replay: npm run -s sim -- run x --seed 42',
    });
  });
});

describe('a continued run', () => {
  const change = request([decide(13, 5)]);

  async function runAfterBaseline(ask: LiveRequest, lane: Lane = 'b', keyframes?: KeyframeStore) {
    const host = createHost();
    const shared = keyframes === undefined ? host : { ...host, keyframes };
    const baseline = await watch(createLiveRunner({ ...shared, lane: 'a' }), request());
    stepsTaken = 0;
    const run = await watch(createLiveRunner({ ...shared, lane }), ask, { a: baseline.months });
    return { run, steps: stepsTaken };
  }

  test('branches at the last state kept before the decision and equals a fresh run', async () => {
    const { run, steps } = await runAfterBaseline(change);
    const fresh = await runFresh(change);
    expect(run.firsts[0]).toBe(13); // states are kept every 6 months; a decision of month 13 acts from the 14th step on
    expect(steps).toBe(MONTHS - 12);
    expect(values(run.months)).toEqual(values(fresh.months));
    expect(run.outcome).toEqual(fresh.outcome);
  });

  test('may branch exactly at the month of the decision, and not a month later', async () => {
    const at = await runAfterBaseline(request([decide(12, 5)]));
    expect(at.run.firsts[0]).toBe(13);
    expect(values(at.run.months)).toEqual(values((await runFresh(request([decide(12, 5)]))).months));
    const before = await runAfterBaseline(request([decide(11, 5)]));
    expect(before.run.firsts[0]).toBe(7);
    expect(values(before.run.months)).toEqual(values((await runFresh(request([decide(11, 5)]))).months));
  });

  test('starts afresh with another seed or another sample', async () => {
    for (const ask of [request([], '43x'), { ...request(), sample: 9 }]) {
      const { run, steps } = await runAfterBaseline(ask);
      expect(run.firsts[0]).toBe(0);
      expect(steps).toBe(MONTHS);
    }
  });

  test('steps through every month for an early decision, but builds no second market', async () => {
    const { run, steps } = await runAfterBaseline(request([decide(2, 1)]));
    expect(run.firsts[0]).toBe(1);
    expect(steps).toBe(MONTHS);
  });

  test('needs no step when the answer is known already', async () => {
    const { run, steps } = await runAfterBaseline(request());
    const fresh = await runFresh(request());
    expect(steps).toBe(0);
    expect(values(run.months)).toEqual(values(fresh.months));
    expect(run.outcome).toEqual(fresh.outcome);
  });

  test('leaves the states of the other lane alone', async () => {
    const host = createHost();
    const a = createLiveRunner({ ...host, lane: 'a' });
    const b = createLiveRunner({ ...host, lane: 'b' });
    const baseline = await watch(a, request());
    const mine = await watch(b, change, { a: baseline.months });
    const later = request([decide(13, 5), decide(20, 2)]);
    const next = await watch(b, later, { a: baseline.months, b: mine.months });
    expect(next.firsts[0]).toBe(19);
    expect(values(next.months)).toEqual(values((await runFresh(later)).months));
    const again = await watch(b, request(), { a: baseline.months, b: next.months });
    expect(values(again.months)).toEqual(values(baseline.months));
  });

  test('is right after any sequence of changes and interruptions', async () => {
    const host = createHost();
    const b = createLiveRunner({ ...host, lane: 'b' });
    let shown: LiveMonth[] = [];
    const receive = (first: number, months: readonly LiveMonth[]) => {
      shown = [...shown.slice(0, first), ...months];
    };
    for (const month of [20, 3, 14, 9, 22, 15]) {
      const interrupted = b.run(request([decide(month, month)]), receive);
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      const ask = request([decide(month, month), decide(month + 1, 7)]);
      const outcome = await b.run(ask, receive);
      expect(await interrupted).toEqual({ kind: 'superseded' });
      const fresh = await runFresh(ask);
      expect(outcome).toEqual(fresh.outcome);
      expect(values(shown)).toEqual(values(fresh.months));
    }
  });

  test('still works when memory allows a few states only', async () => {
    const { run } = await runAfterBaseline(change, 'b', createKeyframeStore(3 * 16)); // three states of two numbers
    expect(run.firsts[0]).toBe(13);
    const late = await runAfterBaseline(request([decide(23, 5)]), 'b', createKeyframeStore(3 * 16));
    expect(late.run.firsts[0]).toBe(13); // of 0, 6, 12, 18, 24 only 0, 12 and 24 fit
    expect(values(late.run.months)).toEqual(values((await runFresh(request([decide(23, 5)]))).months));
  });
});

describe('a run that starts from the end of another', () => {
  const withHistory = (ask: LiveRequest, values: Record<string, number> = {}, historyValues = {}): LiveRequest => {
    const span = { startMonth: START - HISTORY_MONTHS, months: HISTORY_MONTHS };
    const history = { ...ask.inputs, ...span, values: historyValues, decisions: [] };
    return { ...ask, inputs: { ...ask.inputs, values, prologue: history } as unknown as ModelInputs };
  };

  /** Steps that a run on a lane takes, after another. */
  async function countSteps(runner: LiveRunner, ask: LiveRequest): Promise<number> {
    stepsTaken = 0;
    expect((await watch(runner, ask)).outcome.kind).toBe('done');
    return stepsTaken;
  }

  test('computes that one once: a changed parameter, the first month anew and the other lane find it there', async () => {
    const host = createHost({ maxLaneBytes: 16 });
    const [a, b] = [createLiveRunner({ ...host, lane: 'a' }), createLiveRunner({ ...host, lane: 'b' })];
    expect(await countSteps(a, withHistory(request()))).toBe(HISTORY_MONTHS + MONTHS);
    expect(await countSteps(a, withHistory(request(), { 'tastes.price': 1 }))).toBe(MONTHS);
    expect(await countSteps(b, withHistory(request([decide(0, 5)]), { 'tastes.price': 2 }))).toBe(MONTHS);
    expect(await countSteps(a, withHistory(request([], '43')))).toBe(HISTORY_MONTHS + MONTHS);
    expect(await countSteps(a, withHistory(request(), {}, { 'network.friends': 4 }))).toBe(HISTORY_MONTHS + MONTHS);
  });

  test('both lanes share it while it is under way', async () => {
    const host = createHost();
    stepsTaken = 0;
    const lanes = (['a', 'b'] as const).map((lane) => createLiveRunner({ ...host, lane }));
    await Promise.all(lanes.map((lane, k) => watch(lane, withHistory(request(), { 'tastes.price': k }))));
    expect(stepsTaken).toBe(HISTORY_MONTHS + 2 * MONTHS);
  });

  test('tells how far that is, stops in the middle of it, and takes it up again where it was', async () => {
    const runner = createLiveRunner({ ...createHost(), lane: 'a' });
    const missing: number[] = [];
    stepsTaken = 0;
    const outcome = await runner.run(
      withHistory(request()),
      () => expect.fail('there is no month yet'),
      (left) => {
        missing.push(left);
        if (missing.length === 3) runner.cancel();
      },
    );
    expect(outcome).toEqual({ kind: 'superseded' });
    expect(missing).toHaveLength(3);
    expect(missing[0]).toBeGreaterThan(missing[1]);
    expect(stepsTaken).toBe(HISTORY_MONTHS - missing[2]);
    expect(await countSteps(runner, withHistory(request()))).toBe(missing[2] + MONTHS);
  });
});
