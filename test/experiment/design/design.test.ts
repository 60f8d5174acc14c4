import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/result.ts';
import { createDesignOrder, type Design, parseDesign } from '../../../src/experiment/design/design.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';
import { readShippedPath, shipped } from '../../support/shipped-scenarios.ts';
import { ROOT } from '../../support/source-text.ts';

const path = readShippedPath();

const PLAIN = {
  formatVersion: 1,
  id: 'price',
  scenario: 'projection-neutral',
  agents: 300,
  months: 12,
  measures: [{ metric: 'hhi' }],
};

function read(changes: object, loadText?: (path: string) => string | null): Design {
  const design = parseDesign({ ...PLAIN, ...changes }, { ...shipped, ...(loadText === undefined ? {} : { loadText }) });
  if (!design.ok) throw new Error(design.problems.map((problem) => formatProblem(problem)).join('\n'));
  return design.value;
}

function complain(changes: object): string[] {
  const design = parseDesign({ ...PLAIN, ...changes }, shipped);
  return design.ok ? [] : design.problems.map((problem) => formatProblem(problem));
}

function listPoints({ points }: Design): (readonly number[])[] {
  return Array.from({ length: points.count }, (_, k) => points.read(k));
}

describe('points', () => {
  test('a grid of values and steps, the last parameter fastest', () => {
    const design = read({
      parameters: [
        { key: 'brokers.huatai.commissionBp', values: [1, 2.5] },
        { key: 'tastes.price', min: 0.1, max: 0.3, steps: 3 },
      ],
    });
    expect(design.points.keys).toEqual(['brokers.huatai.commissionBp', 'tastes.price']);
    expect(listPoints(design)).toEqual([
      [1, 0.1],
      [1, 0.2],
      [1, 0.3],
      [2.5, 0.1],
      [2.5, 0.2],
      [2.5, 0.3],
    ]);
  });

  test('no parameter is one point: the scenario itself', () => {
    expect(listPoints(read({}))).toEqual([[]]);
  });

  test('whole numbers stay whole where a range is drawn from', () => {
    const range = { key: 'brokers.huatai.revisionMonths', min: 1, max: 12 };
    const design = read({ parameters: [range], sampling: { method: 'latin-hypercube', points: 40 } });
    const values = listPoints(design).map(([value]) => value);
    expect(values.every(Number.isInteger)).toBe(true);
    expect([Math.min(...values), Math.max(...values)]).toEqual([1, 12]);
  });

  test.each([
    [{ method: 'latin-hypercube', points: 7 }, 7],
    [{ method: 'sobol-sequence', points: 8 }, 8],
    // A trajectory has a point more than there are parameters.
    [{ method: 'morris', trajectories: 3 }, 9],
    // A block has two points more than there are parameters.
    [{ method: 'saltelli', samples: 4 }, 16],
  ])('%j has %d points, all within the ranges', (sampling, count) => {
    const parameters = [
      { key: 'tastes.price', min: 0.2, max: 0.4 },
      { key: 'tastes.content', values: [0.5, 1] },
    ];
    const points = listPoints(read({ parameters, sampling }));
    expect(points).toHaveLength(count);
    for (const [price, noise] of points) {
      expect(price >= 0.2 && price <= 0.4).toBe(true);
      expect([0.5, 1]).toContain(noise);
    }
  });

  test('given as CSV, in place or as a file, with or without a byte-order mark', () => {
    const csv = 'tastes.price,tastes.content\n0.3,1\n0.25,0.5\n';
    const expected = [
      [0.3, 1],
      [0.25, 0.5],
    ];
    expect(listPoints(read({ sampling: { method: 'points', csv } }))).toEqual(expected);
    const fromFile = read({ sampling: { method: 'points', file: 'p.csv' } }, (name) =>
      name === 'p.csv' ? `\uFEFF${csv}` : null,
    );
    expect(listPoints(fromFile)).toEqual(expected);
  });
});

describe('runs', () => {
  test('are the scenario with the values of the point, under seeds that all points share', () => {
    const design = read({
      parameters: [{ key: 'tastes.price', values: [0.3, 0.4] }],
      replicates: 2,
      set: { 'tastes.content': 1 },
    });
    const order = createDesignOrder(design, path, 1, 1);
    expect(order).toMatchObject({
      seed: '2',
      inputs: { agents: 300, months: 12, values: { 'tastes.price': 0.4, 'tastes.content': 1 } },
      measures: [{ metric: 'hhi' }],
    });
  });

  test('seeds can be named', () => {
    const design = read({ seeds: ['种子', 'b'] });
    expect([design.stop.most, design.readSeed(0), design.readSeed(1)]).toEqual([2, '种子', 'b']);
  });
});

test('figures have columns by their reduction', () => {
  const design = read({
    months: 14,
    measures: [
      { metric: 'hhi' },
      { metric: 'hhi', reduction: 'final' },
      { metric: 'share', broker: 'huatai', reduction: 'yearly' },
      { metric: 'complaints', segment: { experience: 'novice' }, per: 'users' },
      { name: 'late', metric: 'users', from: '2026-01', reduction: 'monthly' },
    ],
  });
  expect(design.measures.map(({ columns }) => columns)).toEqual([
    ['hhi'],
    ['hhi_final'],
    ['huatai.share_2025', 'huatai.share_2026'],
    ['novice.complaints/users'],
    ['late_2026-01', 'late_2026-02'],
  ]);
  expect(design.measures[1].measure).toEqual({ metric: 'hhi', from: '2026-02', to: '2026-02' });
});

describe('a design by itself', () => {
  const design = read(
    { parameters: [], sampling: { method: 'points', file: 'p.csv' }, mechanisms: { wakeUp: 'off' }, replicates: 3 },
    () => 'tastes.price\n0.3\n',
  );

  test('names no other file, and read back it is the same', () => {
    const again = parseDesign(JSON.stringify(design.file), { loadShipped: () => undefined });
    expect(again.ok && again.value.hash).toBe(design.hash);
    expect(again.ok && createDesignOrder(again.value, path, 0, 2)).toEqual(createDesignOrder(design, path, 0, 2));
  });

  test('has another hash when anything that counts is another', () => {
    const hashes = [{}, { replicates: 2 }, { agents: 400 }, { id: 'other' }].map((changes) => read(changes).hash);
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[3]).toBe(hashes[0]);
  });
});

test('the example of the documentation can be read', () => {
  const design = parseDesign(readFileSync(join(ROOT, 'docs/examples/price.design.json'), 'utf8'), shipped);
  expect(design.ok && design.value.points.count).toBe(20);
});

test('thirty problems are thirty messages', () => {
  const bad = {
    formatVersion: 2,
    id: 'Price',
    scenario: 'projection-neutral',
    agents: 3,
    months: 0,
    surprise: 1,
    set: { 'tastes.prize': 1, 'tastes.content': -1, 'tastes.loss': 'much' },
    mechanisms: { wakeUp: 'maybe', unknown: 'on' },
    parameters: [
      { key: 'tastes.prize', values: [1] },
      { key: 'tastes.price', values: [0.3, 99, 0.3] },
      { key: 'tastes.price', min: 0.1, max: 0.3, steps: 3 },
      { key: 'brokers.nobody.commissionBp', values: [1] },
      { key: 'brokers.huatai.commissionBp', min: 3, max: 1, steps: 4 },
      { key: 'brokers.huatai.content', min: -1, max: 0.5, steps: 2 },
      { key: 'brokers.huatai.service', min: 0 },
      { key: 'brokers.huatai.advice', values: [], steps: 1 },
    ],
    sampling: { method: 'grid', points: 5, trajectories: 'all' },
    replicates: 0.5,
    measures: [
      { metric: 'hhj' },
      { metric: 'share', broker: 'nobody' },
      { metric: 'hhi', from: '2031-13', reduction: 'median' },
      { metric: 'hhi', to: '1999-01', name: '1' },
    ],
    stop: { rule: 'interval', measure: 'nothing', batch: 0, most: 1 },
  };
  const problems = complain(bad);
  expect(problems.length).toBeGreaterThanOrEqual(30);
  // Every one names its own place.
  const places = problems.map((line) => line.slice(0, line.indexOf(': expected')));
  expect(new Set(places).size).toBe(problems.length);
  expect(places).toEqual(expect.arrayContaining(PLACES));
});

/** Each place that is wrong in the design above, whatever else is. */
const PLACES = [
  'formatVersion',
  'id',
  'agents',
  'months',
  'surprise',
  'set.tastes.prize',
  'set.tastes.content',
  'set.tastes.loss',
  'mechanisms.wakeUp',
  'mechanisms.unknown',
  'parameters[0].key',
  'parameters[1].values[1]',
  'parameters[1].values[2]',
  'parameters[2].key',
  'parameters[3].key',
  'parameters[4].max',
  'parameters[5].min',
  'parameters[6].max',
  'parameters[6].steps',
  'parameters[7].values',
  'parameters[7].steps',
  'sampling.points',
  'sampling.trajectories',
  'replicates',
  'measures[0].metric',
  'measures[1].broker',
  'measures[2].from',
  'measures[2].reduction',
  'measures[3].to',
  'measures[3].name',
  'stop.measure',
  'stop.halfWidth',
  'stop.batch',
  'stop.most',
];

test.each([
  [{ scenario: 'projection' }, 'scenario: expected the name of a shipped scenario, got "projection"'],
  [{ scenario: 7 }, 'scenario: expected the name of a shipped scenario, or a scenario, got 7'],
  [{ scenario: { formatVersion: 1 } }, 'scenario.id: expected a value, got nothing'],
  [{ measures: [] }, 'measures: expected at least one measure, got a list of 0'],
  [{ measures: [{ metric: 'hhi' }, { metric: 'hhi' }] }, 'measures[1].name: expected a name of its own, got "hhi"'],
  [{ seeds: ['a', 'a'] }, 'seeds[1]: expected each seed once, got "a"'],
  [
    { sampling: { method: 'morris' }, parameters: [{ key: 'tastes.price', min: 0, max: 1 }] },
    'sampling.trajectories: expected a number, got nothing',
  ],
  [
    {
      sampling: { method: 'saltelli', samples: 1 },
      parameters: PARAMETERS.slice(0, 200).map(({ key, min, max }) => ({ key, min, max })),
    },
    'parameters: expected at most 128 parameters, got a list of 200',
  ],
  [
    { sampling: { method: 'points', csv: 'tastes.price\nx\n' } },
    'sampling.csv row 1: tastes.price: expected a number, got "x"',
  ],
  [
    { sampling: { method: 'points', file: '/etc/passwd' } },
    'sampling.file: expected a file that can be read, got "/etc/passwd"',
  ],
  [
    { mechanisms: { wakeUp: 'off' }, parameters: [{ key: 'programmes.wakeUp', values: [0, 1] }] },
    'parameters[0].key: expected a parameter that the switch wakeUp leaves alone, got "programmes.wakeUp"',
  ],
])('%j is refused', (changes, message) => {
  expect(complain(changes)).toContain(message);
});

test.each([
  [null],
  [[]],
  ['{'],
  [{ measures: 3, parameters: {}, sampling: [], stop: null }],
  [{ __proto__: null, scenario: [] }],
])('%j is refused and nothing throws', (source) => {
  expect(parseDesign(source, shipped).ok).toBe(false);
});
