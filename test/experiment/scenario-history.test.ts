import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/result.ts';
import { createInputs } from '../../src/experiment/model-inputs.ts';
import { describeScenario, parseScenario } from '../../src/experiment/scenario.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';
import { readShippedPath, readShippedScenario, shipped } from '../support/shipped-scenarios.ts';

const TEXT = { en: 'A', 'zh-CN': '甲' };
const PROFILE = { commissionBp: 2, content: 0.1, community: 0.1, advice: 0.1, service: 0.1, compliance: 0.1 };
const BROKER = { name: TEXT, archetype: 'small', entryMonth: '2000-01' };

/** A year of a market of two brokers, complete by itself. */
function createFile(changes: object = {}): object {
  return {
    formatVersion: 1,
    id: 'tiny',
    title: TEXT,
    summary: TEXT,
    start: '2025-01',
    months: 12,
    agents: 1000,
    returns: 'regimes',
    archetypes: { small: { ...PROFILE, reputation: 0.5, quality: 0.5 } },
    brokers: [
      { id: 'one', share: 0.5, ...BROKER },
      { id: 'two', share: 0.5, ...BROKER },
    ],
    ...changes,
  };
}

const createHistory = (changes: object = {}) => createFile({ id: 'before', start: '2024-01', ...changes });

function listProblems(source: unknown, files: Record<string, unknown> = {}): string[] {
  const parsed = parseScenario(source, { loadShipped: (id) => files[id] });
  return parsed.ok ? [] : parsed.problems.map((problem) => formatProblem(problem));
}

const startsFrom = (scenario: string) => createFile({ startsFrom: { scenario } });

describe('what is wrong with a history is told, with its path', () => {
  test.each<[string, unknown, Record<string, unknown>, string[]]>([
    ['none', startsFrom('before'), { before: createHistory() }, []],
    [
      'an unknown one',
      startsFrom('nowhere'),
      {},
      ['startsFrom.scenario: expected the id of a shipped scenario, got "nowhere"'],
    ],
    [
      'itself',
      startsFrom('tiny'),
      { tiny: createFile() },
      ['startsFrom.scenario: expected a scenario that does not start from this one, got "tiny"'],
    ],
    [
      'two that start from each other',
      startsFrom('before'),
      { before: createHistory({ startsFrom: { scenario: 'tiny' } }), tiny: startsFrom('before') },
      ['before: startsFrom.scenario: expected a scenario that does not start from this one, got "tiny"'],
    ],
    [
      'a month between',
      startsFrom('before'),
      { before: createHistory({ months: 11 }) },
      ['startsFrom: expected a scenario that ends with 2024-12, got "2024-11"'],
    ],
    [
      'a problem of its own',
      startsFrom('before'),
      { before: createHistory({ months: 0 }) },
      ['before: months: expected a whole number, 1 to 600, got 0'],
    ],
    [
      'neither of two ways to say it',
      createFile({ startsFrom: {} }),
      {},
      ['startsFrom: expected either scenario or file, got nothing'],
    ],
    [
      'both ways to say it',
      createFile({ startsFrom: { scenario: 'before', file: createHistory() } }),
      { before: createHistory() },
      ['startsFrom: expected either scenario or file, got an object'],
    ],
    ['a file in the file', createFile({ startsFrom: { file: createHistory() } }), {}, []],
    [
      'a problem of a file in the file',
      createFile({ startsFrom: { file: createHistory({ agents: 1 }) } }),
      {},
      ['startsFrom.file.agents: expected a whole number, 100 to 10000000, got 1'],
    ],
    [
      'a key that does not exist',
      createFile({ startsFrom: { scenario: 'before', seed: 1 } }),
      { before: createHistory() },
      ['startsFrom.seed: expected a known key, got 1'],
    ],
  ])('%s', (_, source, files, expected) => {
    expect(listProblems(source, files)).toEqual(expected);
  });

  test('brokers in another order, or missing', () => {
    const [one, two] = [
      { id: 'one', share: 0.5, ...BROKER },
      { id: 'two', share: 0.5, ...BROKER },
    ];
    const turned = createFile({ brokers: [two, one], startsFrom: { scenario: 'before' } });
    expect(listProblems(turned, { before: createHistory() })).toEqual([
      'brokers[0].id: expected one, in the place that it has in the history, got "two"',
      'brokers[1].id: expected two, in the place that it has in the history, got "one"',
    ]);
    const alone = createFile({ brokers: [{ ...one, share: 1 }], startsFrom: { scenario: 'before' } });
    expect(listProblems(alone, { before: createHistory() })).toEqual([
      'brokers: expected two, in the place that it has in the history, got nothing',
    ]);
  });

  test('a broker that is new and has been there for long; one that opens is welcome', () => {
    const withNew = (entryMonth: string) => [
      { id: 'one', share: 0.5, ...BROKER },
      { id: 'two', share: 0.5, ...BROKER },
      { id: 'three', share: 0, ...BROKER, entryMonth },
    ];
    const file = (entryMonth: string) =>
      createFile({ brokers: withNew(entryMonth), startsFrom: { scenario: 'before' } });
    expect(listProblems(file('2025-03'), { before: createHistory() })).toEqual([]);
    expect(listProblems(file('2024-03'), { before: createHistory() })).toEqual([
      'brokers[2].entryMonth: expected 2025-01 or later: the history has it not, got "2024-03"',
    ]);
  });
});

describe('parameters of a scenario and its history', () => {
  function resolve(parameters: object, historyParameters: object = {}): ModelInputs {
    const file = createFile({ parameters, startsFrom: { scenario: 'before' } });
    const parsed = parseScenario(file, { loadShipped: () => createHistory({ parameters: historyParameters }) });
    const inputs = parsed.ok ? createInputs(parsed.value, { agents: 500 }, readShippedPath()) : parsed;
    if (!inputs.ok) throw new Error(JSON.stringify(inputs.problems));
    return inputs.value;
  }

  test('what makes people is the history’s where nothing is said, and the scenario’s in both where it is', () => {
    const key = 'population.experienceSd';
    const silent = resolve({}, { [key]: 0.1 });
    expect([silent.values[key], silent.prologue?.values[key]]).toEqual([0.1, 0.1]);
    const said = resolve({ [key]: 0.3 }, { [key]: 0.1 });
    expect([said.values[key], said.prologue?.values[key]]).toEqual([0.3, 0.3]);
  });

  test.each(['population.usersMillion', 'tastes.price'] as const)('%s is each one’s own', (key) => {
    const { values, prologue } = resolve({ [key]: 2 }, { [key]: 1 });
    expect([values[key], prologue?.values[key]]).toEqual([2, 1]);
  });

  test('the history has as many agents', () => {
    expect(resolve({}).prologue?.agents).toBe(500);
  });
});

describe('the shipped projection', () => {
  const neutral = readShippedScenario('projection-neutral');

  test('starts from the history, and says so when it is described: the description needs no other file', () => {
    expect(neutral.startsFrom?.id).toBe('history-2019-2024');
    const again = parseScenario(describeScenario(neutral), { loadShipped: () => undefined });
    expect(again).toEqual({ ok: true, value: neutral });
  });

  test('a value that makes people reaches the history by `set`, and every other does not', () => {
    const set = { 'network.homophily': 0.2, 'tastes.price': 1 };
    const inputs = createInputs(neutral, { set, agents: 300 }, readShippedPath());
    const plain = createInputs(neutral, { agents: 300 }, readShippedPath());
    if (!inputs.ok || !plain.ok) throw new Error('refused');
    expect(inputs.value.prologue?.values).toEqual({ ...plain.value.prologue?.values, 'network.homophily': 0.2 });
  });

  test('a file that extends it may do without', () => {
    const file = { formatVersion: 1, id: 'built', title: TEXT, extends: 'projection-neutral', startsFrom: null };
    expect(parseScenario(file, shipped)).toMatchObject({ ok: true, value: { startsFrom: null } });
  });

  test('a market path that does not reach back is a problem of the history', () => {
    const inputs = createInputs(neutral, {}, { firstMonth: 2024 * 12, returns: [0] });
    expect(inputs).toMatchObject({ ok: false, problems: [{ path: 'startsFrom.start' }] });
  });
});
