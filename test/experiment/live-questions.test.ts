import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyframeStore } from '../../src/experiment/live-keyframes.ts';
import { createLiveQuestions, type LiveQuestions } from '../../src/experiment/live-questions.ts';
import type { Lane, LiveMonth, LiveRequest } from '../../src/experiment/live-run.ts';
import { comparePeople, NOTICEABLE_RETURN, readInvestors } from '../../src/experiment/people.ts';
import { findNeutralValues, neutraliseReason, watchLeavers } from '../../src/experiment/undo-cause.ts';
import { CONTRIBUTION_COUNT, MOVE, REASON, REASONS } from '../../src/model/reasons.ts';
import { EVENT_COLUMNS, EVENT_CONTRIBUTIONS, EVENT_WIDTH } from '../../src/model/records.ts';
import { continueSimulation, createSimulation } from '../../src/model/simulation.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

const AGENTS = 500;
const MONTHS = 24;
const BRANCH = 6;
const BROKER = 1;
const NONE = 255;

const inputs = loadBuiltInputs('projection-neutral', { agents: AGENTS, months: MONTHS });
const cut = { month: inputs.startMonth + BRANCH, broker: BROKER, lever: 'price', mode: 'set', value: 0 } as const;
const requests: Record<Lane, LiveRequest> = {
  a: { inputs, seed: '42', sample: 1 },
  b: { inputs: { ...inputs, decisions: [cut] }, seed: '42', sample: 1 },
};

/** Both runs to their horizon, with kept states as a page would have them. */
const keyframes = createKeyframeStore(1e9);
const states: Record<Lane, ArrayBuffer[]> = { a: [], b: [] };
const months: Record<Lane, LiveMonth[]> = { a: [], b: [] };
let questions: LiveQuestions;

beforeAll(() => {
  for (const lane of ['a', 'b'] as const) {
    keyframes.begin(lane, requests[lane]);
    const simulation = createSimulation(requests[lane].inputs, '42');
    const keep = () => {
      const state = simulation.save();
      states[lane].push(state);
      months[lane].push({ record: simulation.readMetrics(), snapshot: simulation.readSnapshot(1) });
      if (simulation.month === 0 || keyframes.isDue(lane, simulation.month))
        keyframes.keep(lane, simulation.month, state.slice(0));
    };
    keep();
    while (simulation.month < MONTHS) {
      simulation.step();
      keep();
    }
  }
  questions = createLiveQuestions({ keyframes, continueSimulation, pause: async () => {}, now: () => 0 });
});

describe('people in A and in B', () => {
  test('are compared in the very states of both runs, between kept ones too', async () => {
    const month = 17;
    const answer = await questions.comparePeople(month, BROKER);
    const [a, b] = [
      { inputs, state: states.a[month] },
      { inputs: requests.b.inputs, state: states.b[month] },
    ];
    expect(answer).toEqual(comparePeople(a, b, month, BROKER, 5));
    const [inA, inB] = [readInvestors(a), readInvestors(b)];
    let [better, differs] = [0, 0];
    for (let slot = 0; slot < AGENTS; slot++) {
      if (inA.generation[slot] !== inB.generation[slot] || inA.main[slot] === NONE || inB.main[slot] === NONE) continue;
      if (inB.return12[slot] - inA.return12[slot] > NOTICEABLE_RETURN) better++;
      if (inA.main[slot] !== inB.main[slot]) differs++;
    }
    expect(answer?.all.better).toBe(better);
    expect(answer?.moved.reduce((sum, { count }) => sum + count, 0)).toBe(differs);
    expect(differs).toBeGreaterThan(0);
    expect(better).toBeGreaterThan(0);
  });

  test('do not differ before the branch', async () => {
    const answer = await questions.comparePeople(BRANCH, BROKER);
    expect(answer).toMatchObject({ onlyA: 0, onlyB: 0, moved: [], gainers: [], losers: [] });
    expect(answer?.all).toMatchObject({ better: 0, worse: 0 });
  });

  test('sum up by group; who gains is listed by how much', async () => {
    const answer = (await questions.comparePeople(MONTHS, BROKER))!;
    for (const side of ['better', 'worse', 'same'] as const) {
      expect(answer.groups.reduce((sum, group) => sum + group[side], 0)).toBe(answer.all[side]);
    }
    const gains = answer.gainers.map(({ returnA, returnB }) => returnB - returnA);
    expect(gains).toEqual([...gains].sort((x, y) => y - x));
    expect(gains.length).toBeGreaterThan(0);
  });

  test('of another size are refused', () => {
    const small = { inputs: { ...inputs, agents: AGENTS - 1 }, state: states.a[0] };
    expect(() => comparePeople({ inputs, state: states.a[0] }, small, 0, 0, 5)).toThrow(RangeError);
  });
});

test('a question is over when a newer one of its kind is asked', async () => {
  let clock = 0;
  const slow = createLiveQuestions({ keyframes, continueSimulation, pause: async () => {}, now: () => (clock += 20) });
  const first = slow.followPerson('a', 1, MONTHS);
  const second = slow.followPerson('a', 2, MONTHS);
  expect(await first).toBeNull();
  expect((await second)?.length).toBe(MONTHS + 1);
});

test('a month that is not computed yet, or a lane without a run, has no answer', async () => {
  const empty = createLiveQuestions({
    keyframes: createKeyframeStore(1e9),
    continueSimulation,
    pause: async () => {},
    now: () => 0,
  });
  expect(await empty.comparePeople(3, BROKER)).toBeNull();
});

test('a month made ready is where the next run branches, until another one is', async () => {
  const store = createKeyframeStore(1e9);
  store.begin('a', requests.a);
  store.keep('a', 6, states.a[6]);
  const asked = createLiveQuestions({ keyframes: store, continueSimulation, pause: async () => {}, now: () => 0 });
  const change = (month: number): LiveRequest => {
    const decision = { ...cut, month: inputs.startMonth + month };
    return { ...requests.a, inputs: { ...inputs, decisions: [decision] } };
  };
  expect(await asked.makeReady('a', 9)).toBe(true);
  const ready = store.begin('b', change(9));
  expect(ready?.month).toBe(9);
  expect(new Uint8Array(ready?.state as ArrayBuffer)).toEqual(new Uint8Array(states.a[9]));
  // The branch has it too: the lever is moved on and on.
  expect(store.begin('b', change(9))).toMatchObject({ origin: 'b', month: 9 });
  expect(store.begin('b', change(8))?.month).toBe(6);
  await asked.makeReady('a', 8);
  expect(store.begin('b', change(9))?.month).toBe(8);
  expect(store.find('a', 7)?.month).toBe(6);
  expect(await asked.makeReady('a', 5)).toBe(null);
});

test('a life is what the states of the run hold', async () => {
  const slot = 7;
  const life = await questions.followPerson('b', slot, MONTHS);
  expect(life?.map(({ main }) => main)).toEqual(
    states.b.map((state) => readInvestors({ inputs: requests.b.inputs, state }).main[slot]),
  );
  expect(life?.[0].friends).toHaveLength(inputs.values['network.friends']);
});

describe('undoing a cause', () => {
  const undoable = REASONS.filter(({ key }) => findNeutralValues(key) !== null);

  test.each(undoable.map(({ key }) => key))('%s weighs nothing in any move or leave of the replay', (reason) => {
    const simulation = continueSimulation(neutraliseReason(inputs, reason), '42', states.a[12]);
    const weights: number[] = [];
    let events = 0;
    for (let month = 0; month < 6; month++) {
      simulation.step();
      const rows = simulation.readMetrics().events;
      for (let base = 0; base < rows.length; base += EVENT_WIDTH) {
        if (rows[base + 1] !== MOVE.switch && rows[base + 1] !== MOVE.leave) continue;
        events++;
        weights.push(rows[base + EVENT_CONTRIBUTIONS + REASON[reason]] + 0);
      }
    }
    expect(events).toBeGreaterThan(0);
    expect(weights.filter((weight) => weight !== 0)).toEqual([]);
  });

  test('what acts through no parameter is refused', () => {
    for (const reason of ['chance', 'closure', 'lifecycle'] as const) {
      expect(findNeutralValues(reason)).toBeNull();
      expect(() => neutraliseReason(inputs, reason)).toThrow(RangeError);
    }
  });

  test('tells of the person and of the others what the states say', async () => {
    const month = 13;
    const answer = (await questions.undoCause('a', month, 0, BROKER, 'trust'))!;
    const before = watchLeavers(inputs, states.a[month - 1], BROKER);
    for (let k = month; k <= MONTHS; k++) before.look(states.a[k]);
    const left = before.left.reduce((sum, mark) => sum + mark, 0);
    expect(answer.months).toBe(12);
    expect(answer.others + Number(answer.leaves)).toBe(left);
    expect(left).toBeGreaterThan(0);
    expect(answer.othersStay).toBeLessThanOrEqual(answer.others);
  });
});

test('the contributions of every move add up to its gap', () => {
  let checked = 0;
  for (const { record } of [...months.a, ...months.b]) {
    const { events } = record;
    for (let base = 0; base < events.length; base += EVENT_WIDTH) {
      const parts = events.subarray(base + EVENT_CONTRIBUTIONS, base + EVENT_CONTRIBUTIONS + CONTRIBUTION_COUNT);
      const sum = parts.reduce((total, part) => total + part, 0);
      // Sixteen numbers of 24 bits: each rounded once, as is the gap.
      const size = parts.reduce((total, part) => total + Math.abs(part), 1);
      expect(Math.abs(sum - events[base + EVENT_COLUMNS.indexOf('gap')])).toBeLessThan(size * 2 ** -22);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(100);
});
