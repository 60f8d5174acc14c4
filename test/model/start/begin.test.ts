import { describe, expect, test } from 'vitest';
import { computeHalfSaturations } from '../../../src/model/brokers/capabilities.ts';
import { BROKER_STATUS } from '../../../src/model/brokers/status.ts';
import type { BrokerInput, ModelInputs } from '../../../src/model/inputs.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../../src/model/metrics.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { createSimulation, type Simulation } from '../../../src/model/simulation.ts';
import { allocateState } from '../../../src/model/state.ts';
import { createWorld } from '../../../src/model/world.ts';
import { createBroker, createMarket, type SmallMarket, TEST_START } from '../../support/model-world.ts';

const MONTHS = 8;
const SIZES = [5, 3, 2];

const brokersOf = (sizes: readonly number[], change: (b: number) => Partial<BrokerInput> = () => ({})) =>
  sizes.map((share, b) => createBroker(`b${b}`, { share, entryMonth: TEST_START - 240, ...change(b) }));

/** Half of the people use brokers in the history, and three in five in the run that starts from its end. */
function createPair(changes: SmallMarket = {}, historyChanges: SmallMarket = {}): ModelInputs {
  const history = createMarket({
    agents: 1700,
    months: MONTHS,
    startMonth: TEST_START - MONTHS,
    brokers: brokersOf(SIZES),
    ...historyChanges,
    values: { 'population.usersMillion': 170, ...historyChanges.values },
  });
  return createMarket({
    agents: 1700,
    brokers: brokersOf([2, 3, 5]),
    ...changes,
    values: { 'population.usersMillion': 204, ...changes.values },
    prologue: history,
  });
}

function play(inputs: ModelInputs): Simulation {
  const simulation = createSimulation(inputs, 'seed');
  while (simulation.month < inputs.months) simulation.step();
  return simulation;
}

const readState = (simulation: Simulation) => allocateState(simulation.inputs, simulation.save()).tables;
const readBroker = (simulation: Simulation, b: number, metric: BrokerMetric) =>
  simulation.readMetrics().brokers[b * BROKER_METRICS.length + BROKER_METRIC[metric]];

function readStart(inputs: ModelInputs) {
  const history = play(inputs.prologue as ModelInputs);
  const started = createSimulation(inputs, 'seed');
  return { history, started, before: readState(history), after: readState(started) };
}

const countClients = (main: Uint8Array, b: number) => main.filter((broker) => broker === b).length;

describe('a run that starts from the end of another', () => {
  const inputs = createPair();
  const { history, before, after, started } = readStart(inputs);

  test('begins with its people, ties and market', () => {
    expect(after.market.month[0]).toBe(TEST_START);
    for (const column of [
      'birthMonth',
      'experience',
      'risk',
      'generation',
      'lastYearTurnover',
      'engagement',
    ] as const) {
      expect(
        after.investors[column].filter((_, i) => before.investors.main[i] !== NONE),
        column,
      ).toEqual(before.investors[column].filter((_, i) => before.investors.main[i] !== NONE));
    }
    expect(after.ties.friend).toEqual(before.ties.friend);
    expect(after.returns.simple).toEqual(before.returns.simple);
  });

  test('has the published users and shares, to one agent', () => {
    // 204 of 340 million: 1020 of 1700 agents, in the ratio 2 : 3 : 5.
    expect([0, 1, 2].map((b) => countClients(after.investors.main, b))).toEqual([204, 306, 510]);
    expect([...after.brokers.users]).toEqual([204, 306, 510]);
  });

  test('leaves brokers their cash, reputation and capabilities, and resizes what goes with clients', () => {
    expect(after.brokers.cashCents).toEqual(before.brokers.cashCents);
    expect(after.brokers.reputation).toEqual(before.brokers.reputation);
    // Levels in the history are those of the beginning of its last month; half-saturation has moved since. What its stocks give
    // at its end is q · K / (K + H).
    const halves = computeHalfSaturations(createWorld(history.inputs, 'seed', history.save()));
    const level = (stock: number, half: number, b: number) => (before.brokers.talent[b] * stock) / (stock + half);
    for (let b = 0; b < 3; b++) {
      const ratio = after.brokers.users[b] / before.brokers.users[b];
      expect(after.brokers.content[b]).toBeCloseTo(level(before.brokers.stockContent[b], halves[0][b], b), 6);
      expect(after.brokers.service[b]).toBeCloseTo(level(before.brokers.stockService[b], halves[3][b], b), 6);
      expect(after.ledger.revenueCents[b] / before.ledger.revenueCents[b]).toBeCloseTo(ratio, 6);
    }
    expect(after.brokers.goodwill.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  });

  test('tells of no month before its first, and its books balance from then on', () => {
    const record = started.readMetrics();
    expect(record.month).toBe(0);
    expect(record.events).toHaveLength(0);
    expect(after.tally.turnoverCents.every((cents) => cents === 0)).toBe(true);
    // A step throws unless people, accounts and money balance.
    for (let month = 0; month < 6; month++) started.step();
    expect(started.month).toBe(6);
  });

  test('is the same run a second time, from an end that was kept, and saved in between', () => {
    const hash = play(inputs).stateHash();
    expect(play(inputs).stateHash()).toBe(hash);
    const end = play(inputs.prologue as ModelInputs).save();
    const kept = createSimulation(inputs, 'seed', undefined, undefined, () => end);
    while (kept.month < 9) kept.step();
    const resumed = createSimulation(inputs, 'seed', undefined, undefined, () => end);
    resumed.restore(kept.save());
    while (resumed.month < inputs.months) resumed.step();
    expect(resumed.stateHash()).toBe(hash);
  });

  test('has to begin in the month after', () => {
    expect(() => createSimulation(createPair({ startMonth: TEST_START + 1 }), 'seed')).toThrow(
      'the history ends before',
    );
  });
});

describe('brokers that the run states otherwise than its history', () => {
  test('have the price, capability and reputation stated', () => {
    const changed = { commissionBp: 0.7, content: 0.6, reputation: 0.9 };
    const { started } = readStart(createPair({ brokers: brokersOf([2, 3, 5], (b) => (b === 1 ? changed : {})) }));
    expect(readBroker(started, 1, 'commissionBp')).toBe(0.7);
    const state = readState(started);
    expect(state.brokers.content[1]).toBeCloseTo(0.6, 9);
    expect(state.brokers.reputation[1]).toBe(0.9);
    expect(state.brokers.content[0]).not.toBe(0.3);
  });

  test('begin another strategy afresh and go on with the same', () => {
    const strategy = (kinds: readonly BrokerInput['strategy'][]) => (b: number) => ({ strategy: kinds[b] });
    const { before, after } = readStart(
      createPair(
        { brokers: brokersOf([2, 3, 5], strategy(['adaptive', 'content', 'adaptive'])) },
        { brokers: brokersOf(SIZES, strategy(['adaptive', 'adaptive', 'plan'])) },
      ),
    );
    expect(after.strategies.focus[0]).toBe(before.strategies.focus[0]);
    expect(after.strategies.focus[1]).toBe(-1);
    expect(after.strategies.content[1]).toBe(1);
    expect(after.strategies.focus[2]).toBe(-1);
  });

  test('may be new, with a month to open in, and change nothing of the history', () => {
    const entrant = createBroker('new', { share: 0, entryMonth: TEST_START + 3 });
    const inputs = createPair({ brokers: [...brokersOf([2, 3, 5]), entrant] });
    const { before, after, started } = readStart(inputs);
    expect(after.brokers.status[3]).toBe(BROKER_STATUS.notYetOpen);
    expect(after.brokers.cashCents[3]).toBeGreaterThan(0);
    expect([...after.brokers.cashCents].slice(0, 3)).toEqual([...before.brokers.cashCents]);
    while (started.month < 24) started.step();
    expect(readBroker(started, 3, 'status')).toBe(BROKER_STATUS.operating);
    expect(readState(started).brokers.spendAdvertising[3]).toBeGreaterThan(0);
  });

  test('that failed in the history and have a published share begin anew', () => {
    const ruin = { 'accounts.startCash': 0, 'accounts.fixedShare': 2, 'brokers.failureMonths': 2 };
    const { before, after, started } = readStart(createPair({}, { values: ruin }));
    expect([...before.brokers.status]).not.toEqual([1, 1, 1]);
    expect([...after.brokers.status]).toEqual([1, 1, 1]);
    expect([...after.brokers.users]).toEqual([204, 306, 510]);
    expect(after.brokers.content.every((level) => level > 0)).toBe(true);
    started.step();
  });

  test('that open later than in the history close until then', () => {
    const brokers = [...brokersOf([4, 6]), createBroker('b2', { share: 0, entryMonth: TEST_START + 6 })];
    const { after, started } = readStart(createPair({ brokers }));
    expect(after.brokers.status[2]).toBe(BROKER_STATUS.notYetOpen);
    expect(after.brokers.accounts[2]).toBe(0);
    for (let month = 0; month < 3; month++) started.step();
    expect(readBroker(started, 2, 'users')).toBe(0);
  });
});

test('savings and fixed cost go on from where the history left them', () => {
  const inputs = createPair({}, { values: { 'accounts.fixedGrowth': 0.5 } });
  const { before, after } = readStart(inputs);
  const ratio = after.brokers.users[0] / before.brokers.users[0];
  const grown = 1.5 ** (MONTHS / 12) * ratio ** inputs.values['accounts.fixedScale'];
  expect(after.brokers.fixedBn[0] / before.brokers.fixedBn[0]).toBeCloseTo(grown, 9);
});
