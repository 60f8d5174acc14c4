import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/result.ts';
import { overrideScenario } from '../../src/experiment/model-inputs.ts';
import { describeScenario, parseScenario } from '../../src/experiment/scenario.ts';
import type { ScenarioFile } from '../../src/experiment/scenario-file.ts';
import { FILE_IDS, readShippedScenario, readShippedText, SHIPPED_IDS, shipped } from '../support/shipped-scenarios.ts';
import { ROOT } from '../support/source-text.ts';

const TEXT = { en: 'A', 'zh-CN': '甲' };

/** The smallest file that is complete by itself: one broker with everything stated. */
function createFile(changes: Partial<ScenarioFile> = {}): ScenarioFile {
  const profile = { commissionBp: 2, content: 0.1, community: 0.1, advice: 0.1, service: 0.1, compliance: 0.1 };
  return {
    formatVersion: 1,
    id: 'tiny',
    title: TEXT,
    summary: TEXT,
    start: '2025-01',
    months: 12,
    agents: 1000,
    returns: 'regimes',
    archetypes: { small: { ...profile, reputation: 0.5, quality: 0.5 } },
    brokers: [{ id: 'only', name: TEXT, archetype: 'small', share: 1 }],
    ...changes,
  };
}

function listProblems(source: unknown, loadShipped = shipped.loadShipped as (id: string) => unknown): string[] {
  const parsed = parseScenario(source, { loadShipped });
  return parsed.ok ? [] : parsed.problems.map((problem) => formatProblem(problem));
}

describe('a complete file', () => {
  test('has no problem, as an object or as text', () => {
    expect(listProblems(createFile())).toEqual([]);
    expect(listProblems(JSON.stringify(createFile()))).toEqual([]);
  });

  test('a broker takes from its archetype what it does not state', () => {
    const brokers = [{ id: 'only', name: TEXT, archetype: 'small', share: 1, content: 0.4 }] as const;
    const parsed = parseScenario(createFile({ brokers }), shipped);
    expect(parsed).toMatchObject({
      ok: true,
      value: { brokers: [{ content: 0.4, community: 0.1, strategy: 'plan' }] },
    });
  });
});

describe('a broker that plans, reaches or allies in its own way', () => {
  const only = { id: 'only', name: TEXT, archetype: 'small', share: 1 } as const;

  test('states it, or its archetype does; otherwise it plans by the quarter, alone', () => {
    const { archetypes } = createFile();
    const agile = { small: { ...archetypes?.small, revisionMonths: 1, alliance: 'north' } };
    const parsed = parseScenario(createFile({ archetypes: agile, brokers: [{ ...only, reach: 0.5 }] }), shipped);
    expect(parsed).toMatchObject({
      ok: true,
      value: { brokers: [{ revisionMonths: 1, exploration: 1, reach: 0.5, alliance: 'north' }] },
    });
    const plain = parseScenario(createFile({ brokers: [only] }), shipped);
    expect(plain).toMatchObject({
      ok: true,
      value: { brokers: [{ revisionMonths: 3, exploration: 1, reach: 0, alliance: null }] },
    });
  });

  test('is told what does not fit', () => {
    expect(
      listProblems(createFile({ brokers: [{ ...only, revisionMonths: 1.5, reach: 2, alliance: 'Nord!' }] })),
    ).toEqual([
      'brokers[0].revisionMonths: expected a whole number, 1 to 24, got 1.5',
      'brokers[0].reach: expected 0 to 1, got 2',
      'brokers[0].alliance: expected an id such as harbour-2, got "Nord!"',
    ]);
  });
});

describe('every problem is told, with its path', () => {
  test.each<[string, object, string[]]>([
    ['a key that does not exist', { month: 3 }, ['month: expected a known key, perhaps months, got 3']],
    [
      'a parameter that does not exist',
      { parameters: { 'tastes.prise': 1 } },
      ['parameters.tastes.prise: expected a known key, perhaps tastes.price, got 1'],
    ],
    [
      'a parameter out of range',
      { parameters: { 'tastes.price': -1 } },
      ['parameters.tastes.price: expected 0 to 3, got -1'],
    ],
    ['a number that is text', { months: '12' }, ['months: expected a whole number, 1 to 600, got "12"']],
    ['no brokers', { brokers: [] }, ['brokers: expected at least one broker, got a list of 0']],
    ['brokers that are no list', { brokers: 5 }, ['brokers: expected a list of at most 127, got 5']],
    ['parameters that are a list', { parameters: [] }, ['parameters: expected an object, got a list of 0']],
    ['a key of odd letters', { 'a b\n': 1 }, ['["a b\\n"]: expected a known key, got 1']],
    ['a later format', { formatVersion: 2 }, ['formatVersion: expected 1, got 2']],
    ['a month that does not exist', { start: '2025-13' }, ['start: expected a month such as 2025-01, got "2025-13"']],
    ['a title in one language', { title: { en: 'A' } }, ['title.zh-CN: expected a value, got nothing']],
  ])('%s', (_, change, problems) => {
    expect(listProblems({ ...createFile(), ...change })).toEqual(problems);
  });

  test('keys of the prototype are harmless and told', () => {
    const text = JSON.stringify(createFile()).replace('{', '{"__proto__": {"polluted": 1}, "constructor": 2, ');
    expect(listProblems(text)).toEqual([
      '__proto__: expected a known key, got an object',
      'constructor: expected a known key, got 2',
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('what brokers say together: ids, shares, months', () => {
    const brokers = [
      { id: 'a', name: TEXT, archetype: 'small', share: 0.5 },
      { id: 'a', name: TEXT, archetype: 'small', share: 0.1 },
      { id: 'c', name: TEXT, archetype: 'small', share: 0.4, entryMonth: '2025-06' },
      { id: 'd', name: TEXT, archetype: 'small', share: 0, entryMonth: '2075-01' },
    ] as const;
    expect(listProblems(createFile({ brokers }))).toEqual([
      'brokers[1].id: expected an id other than that of brokers[0], got "a"',
      'brokers[2].share: expected share 0 of a broker that opens later, got 0.4',
      // A run has 600 months at most.
      'brokers[3].entryMonth: expected a month up to 2074-12, the last that a run can have, got "2075-01"',
    ]);
  });

  test('shares may miss 1 by a millionth, not by more', () => {
    const share = (value: number) =>
      createFile({ brokers: [{ id: 'only', name: TEXT, archetype: 'small', share: value }] });
    expect(listProblems(share(1 - 9e-7))).toEqual([]);
    expect(listProblems(share(1 - 2e-6))).toEqual(['brokers: expected shares that sum to 1, got 0.999998']);
  });

  test('decisions: broker, month, lever and how it is held', () => {
    const decisions = [
      { from: '2025-03', broker: 'onyl', lever: 'price', set: 1 },
      { from: '2026-01', broker: 'only', lever: 'content', set: 1 },
      { from: '2025-03', broker: 'only', lever: 'price', set: 31 },
      { from: '2025-03', broker: 'only', lever: 'advice' },
      { from: '2025-03', broker: 'only', lever: 'advice', set: 1, scale: 2 },
    ] as const;
    expect(listProblems(createFile({ decisions }))).toEqual([
      'decisions[0].broker: expected the id of a broker, perhaps only, got "onyl"',
      'decisions[1].from: expected a month of the run, 2025-01 to 2025-12, got "2026-01"',
      'decisions[2].set: expected 0 to 30 bp, got 31',
      'decisions[3]: expected either set or scale, got nothing',
      'decisions[4]: expected either set or scale, got an object',
    ]);
  });

  test('problems of single places and of the whole come together, none twice', () => {
    const brokers = [
      { id: 'a', name: TEXT, archetype: 'small', share: 1, commissionBp: -2 },
      { id: 'B!', name: TEXT, archetype: 'small', share: 0 },
    ];
    const decisions = [{ from: '2025-03', broker: 'z', lever: 'price', set: 1 }];
    expect(listProblems({ ...createFile(), brokers, decisions, agents: 1.5 })).toEqual([
      'agents: expected a whole number, 100 to 10000000, got 1.5',
      'brokers[0].commissionBp: expected 0 to 30, got -2',
      'brokers[1].id: expected an id such as harbour-2, got "B!"',
      'decisions[0].broker: expected the id of a broker, got "z"',
    ]);
  });

  test('what is missing is told by name', () => {
    expect(listProblems({ formatVersion: 1, id: 'empty', title: TEXT, brokers: [{ id: 'a', share: 1 }] })).toEqual([
      ...['start', 'months'].map((key) => `${key}: expected a value, here or in the scenario extended, got nothing`),
      'brokers[0].name: expected a value, got nothing',
      'brokers[0].archetype: expected a value, got nothing',
      ...['commissionBp', 'content', 'community', 'advice', 'service', 'compliance', 'reputation', 'quality'].map(
        (key) => `brokers[0].${key}: expected a number, here or in archetypes.…, got nothing`,
      ),
      ...['summary', 'agents', 'returns'].map(
        (key) => `${key}: expected a value, here or in the scenario extended, got nothing`,
      ),
    ]);
  });

  test.each([null, undefined, 5, 'text', [], [{}], true])('something that is no scenario at all: %j', (source) => {
    expect(listProblems(source)).toHaveLength(1);
  });

  test('malformed JSON comes with line and column', () => {
    expect(listProblems('{\n "id": tiny\n}')).toEqual(['line 2, column 8: expected a JSON value, got "tiny\\n}"']);
  });
});

describe('extends', () => {
  test('objects merge by key, brokers by id, decisions append, everything else replaces', () => {
    const base = createFile({
      id: 'base',
      parameters: { 'tastes.price': 1, 'tastes.content': 1 },
      decisions: [{ from: '2025-02', broker: 'only', lever: 'price', set: 1 }],
    });
    const file = {
      formatVersion: 1,
      id: 'top',
      extends: 'base',
      title: { en: 'Top', 'zh-CN': '上' },
      months: 24,
      parameters: { 'tastes.price': 2 },
      brokers: [
        { id: 'only', share: 0.9 },
        { id: 'new', name: TEXT, archetype: 'small', share: 0.1 },
      ],
      decisions: [{ from: '2026-02', broker: 'new', lever: 'advice', scale: 2 }],
    };
    const parsed = parseScenario(file, { loadShipped: (id) => (id === 'base' ? base : undefined) });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        title: { en: 'Top' },
        summary: TEXT,
        months: 24,
        values: { 'tastes.price': 2, 'tastes.content': 1 },
        brokers: [
          { id: 'only', share: 0.9, commissionBp: 2, name: TEXT },
          { id: 'new', share: 0.1 },
        ],
        decisions: [
          { broker: 0, month: 24301, mode: 'set', value: 1 },
          { broker: 1, month: 24313, mode: 'scale', value: 2 },
        ],
      },
    });
  });

  test('a problem in a base is told with the name of the base', () => {
    const file = { formatVersion: 1, id: 'top', title: TEXT, extends: 'base' };
    const base = createFile({ id: 'base', months: 0 });
    expect(listProblems(file, () => base)).toContain('base: months: expected a whole number, 1 to 600, got 0');
  });

  test('an unknown base, a circle and a file that extends itself are problems', () => {
    const file = createFile({ extends: 'nowhere' });
    expect(listProblems(file, () => undefined)).toEqual([
      'extends: expected the id of a shipped scenario, got "nowhere"',
    ]);
    const circle = new Map([
      ['a', createFile({ id: 'a', extends: 'b' })],
      ['b', createFile({ id: 'b', extends: 'a' })],
    ]);
    expect(listProblems(createFile({ id: 'a', extends: 'b' }), (id) => circle.get(id))).toEqual([
      'b: extends: expected a scenario that does not build on this one, got "a"',
    ]);
    expect(listProblems(createFile({ extends: 'tiny' }), () => createFile())).toHaveLength(1);
  });

  test('an endless chain ends', () => {
    let next = 0;
    const endless = () => createFile({ id: `n${next++}`, extends: `n${next}` });
    expect(listProblems(endless(), endless).at(-1)).toContain('expected at most 8 scenarios upon each other');
  });
});

describe('shipped scenarios', () => {
  test.each(SHIPPED_IDS)('%s has no problem and resolves to itself', (id) => {
    const scenario = readShippedScenario(id);
    expect(parseScenario(describeScenario(scenario), { loadShipped: () => undefined })).toEqual({
      ok: true,
      value: scenario,
    });
    expect(parseScenario(JSON.stringify(describeScenario(scenario)), shipped)).toEqual({ ok: true, value: scenario });
  });

  test.each(SHIPPED_IDS)('%s run for a year stands in a file by itself, brokers that open later included', (id) => {
    const short = overrideScenario(readShippedScenario(id), { months: 12 });
    if (!short.ok) throw new Error(JSON.stringify(short.problems));
    expect(parseScenario(describeScenario(short.value), { loadShipped: () => undefined })).toEqual(short);
  });

  test.each(FILE_IDS)('%s carries its own id', (id) => {
    expect(JSON.parse(readShippedText(id)).id).toBe(id);
  });

  test('the index lists every one that can be run, with its title', () => {
    const index = JSON.parse(readFileSync(join(ROOT, 'public/scenarios/index.json'), 'utf8'));
    const titles = SHIPPED_IDS.map((id) => ({ id, title: readShippedScenario(id).title }));
    expect(index.map(({ id, title }: { id: string; title: unknown }) => ({ id, title }))).toEqual(titles);
    expect(readdirSync(join(ROOT, 'public/scenarios')).sort()).toEqual(
      ['index', ...FILE_IDS].map((id) => `${id}.json`).sort(),
    );
  });

  test('experiments ask a question, the others do not', () => {
    const asking = SHIPPED_IDS.filter((id) => readShippedScenario(id).question !== null);
    expect(asking).toEqual(['price-war', 'ai-adviser']);
  });

  test('the report’s market has its shares: S060 to S065', () => {
    const { brokers } = readShippedScenario('projection-neutral');
    const sum = (archetypes: readonly string[]) =>
      brokers.filter(({ archetype }) => archetypes.includes(archetype)).reduce((total, { share }) => total + share, 0);
    expect(brokers).toHaveLength(30);
    expect(sum(['leader'])).toBeCloseTo(0.185, 9);
    expect(sum(['portal'])).toBeCloseTo(0.152, 9);
    expect(sum(['platform'])).toBeCloseTo(0.223, 9);
    expect(sum(['arm'])).toBeCloseTo(0.32, 9);
    expect(sum(['niche', 'small', 'entrant'])).toBeCloseTo(0.12, 9);
    const largest = brokers.map(({ share }) => share).sort((a, b) => b - a);
    expect(largest.slice(0, 10).reduce((total, share) => total + share, 0)).toBeCloseTo(0.78, 9);
    // S062: each platform is smaller than the second broker.
    expect(Math.max(...brokers.filter((b) => b.archetype === 'platform').map((b) => b.share))).toBeLessThan(0.152);
  });

  test('mean commission at the start is the published one: 1.8 bp in 2024 (S042), above the 3.5 bp mean of 2019 (S041)', () => {
    const mean = (id: 'projection-neutral' | 'history-2019-2024') =>
      readShippedScenario(id).brokers.reduce((total, { share, commissionBp }) => total + share * commissionBp, 0);
    expect(mean('projection-neutral')).toBeCloseTo(1.8, 1);
    expect(mean('history-2019-2024')).toBeGreaterThan(3.5);
    expect(mean('history-2019-2024')).toBeLessThan(4);
  });

  test('history has one real entrant, in January 2022; nobody enters a projection', () => {
    const listEntrants = (id: (typeof SHIPPED_IDS)[number]) => {
      const { brokers, startMonth } = readShippedScenario(id);
      return brokers
        .filter(({ entryMonth }) => entryMonth > startMonth)
        .map(({ id: broker, entryMonth }) => [broker, entryMonth]);
    };
    expect(listEntrants('history-2019-2024')).toEqual([['sprout', 2022 * 12]]);
    expect(listEntrants('projection-neutral')).toEqual([]);
  });
});
