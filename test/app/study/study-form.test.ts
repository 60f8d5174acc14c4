import { describe, expect, test } from 'vitest';
import { formatReplayLine, formatSweepCommand } from '../../../src/app/study/study-export.ts';
import { createDesignFile, form, proposeRange, type StudyForm } from '../../../src/app/study/study-form.ts';
import { type Design, parseDesign } from '../../../src/experiment/design/design.ts';
import { findFocus } from '../../../src/experiment/study/focus.ts';
import { readAnalysis } from '../../../src/experiment/study/summary.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';
import { readShippedScenario, shipped } from '../../support/shipped-scenarios.ts';

const loaded = { scenario: readShippedScenario('projection-neutral') };
const told: StudyForm = {
  ...form.peek(),
  axes: [
    { key: 'tastes.price', min: 0.2, max: 0.6 },
    { key: 'tastes.trust', min: 1, max: 2 },
  ],
  steps: 3,
  points: 7,
  trajectories: 4,
  samples: 8,
  replicates: 2,
  seeds: 5,
};
const SET = { 'tastes.price': 0.5, 'choice.inertia': 1.2 };

function read(file: unknown): Design {
  const design = parseDesign(file, shipped);
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return design.value;
}

describe('the builder’s design', () => {
  test.each([
    ['sweep', { sampling: 'grid' }, 9, 'sweep'],
    ['sweep', { sampling: 'latin-hypercube' }, 7, 'sweep'],
    ['sweep', { sampling: 'sobol-sequence' }, 7, 'sweep'],
    // A trajectory has a point more than there are parameters, a block of Saltelli’s two more.
    ['morris', {}, 12, 'morris'],
    ['sobol', {}, 32, 'sobol'],
  ] as const)('%s, %j: %d points', (kind, change, points, analysis) => {
    const design = read(createDesignFile(kind, { ...told, ...change }, loaded, SET, '42'));
    expect(design.points.count).toBe(points);
    expect(design.stop.most).toBe(2);
    expect([0, 1].map(design.readSeed)).toEqual(['42', '42-2']);
    expect(readAnalysis(design).kind).toBe(analysis);
    // What is set holds, but for what is swept.
    expect(design.scenario.values['choice.inertia']).toBe(1.2);
    expect(design.points.keys).toEqual(['tastes.price', 'tastes.trust']);
  });

  test('replicates: one point, the seed on screen and more of them', () => {
    const design = read(createDesignFile('replicates', told, loaded, SET, '42'));
    expect([design.points.count, design.stop.most]).toEqual([1, 5]);
    expect(design.scenario.values['tastes.price']).toBe(0.5);
    expect(readAnalysis(design).kind).toBe('replicates');
  });

  test.each([{ metric: 'hhi' }, { metric: 'profit' }, { metric: 'share', broker: 'huatai' }])(
    'reads %j at the end and month by month, and companions',
    (outcome) => {
      const design = read(createDesignFile('replicates', { ...told, outcome }, loaded, {}, '1'));
      const focus = findFocus(design);
      expect(focus).toEqual({ outcome: 0, series: design.measures.length - 1 });
      expect(design.measures[0].columns).toHaveLength(1);
      expect(design.measures.at(-1)?.columns).toHaveLength(loaded.scenario.months);
      expect(design.measures.at(-1)?.measure.metric).toBe(outcome.metric);
    },
  );

  test('a design without a course, or without a single figure', () => {
    const base = createDesignFile('replicates', told, loaded, {}, '1');
    expect(findFocus(read({ ...base, measures: [{ metric: 'hhi' }] }))).toEqual({ outcome: 0, series: null });
    expect(findFocus(read({ ...base, measures: [{ metric: 'hhi', reduction: 'yearly' }] }))).toBeNull();
  });

  test('is swept by the command that is copied', () => {
    const file = createDesignFile('sweep', told, loaded, SET, '42');
    const command = formatSweepCommand(file);
    const [, json] = /<<'END'\n(.*)END\n/s.exec(command) ?? [];
    expect(read(JSON.parse(json)).hash).toBe(read(file).hash);
    expect(command).toMatch(/\nnpm run -s sim -- sweep projection-neutral-sweep\.json --out projection-neutral-sweep$/);
  });

  test('each run has a line that plays it again', () => {
    const file = createDesignFile('sweep', { ...told, sampling: 'grid', agents: 300 }, loaded, SET, '42');
    expect(formatReplayLine(read(file), file, { point: 5, replicate: 1 })).toBe(
      'npm run -s sim -- run projection-neutral --seed 42-2 --agents 300 --years 6 ' +
        '--set choice.inertia=1.2 --set tastes.price=0.4 --set tastes.trust=2',
    );
  });
});

test('a proposed range lies about the value and within the parameter', () => {
  for (const { key, min, max, default: value, ...rest } of PARAMETERS) {
    const range = proposeRange(key, value);
    expect(range.min, key).toBeGreaterThanOrEqual(min);
    expect(range.max, key).toBeLessThanOrEqual(max);
    expect(range.min, key).toBeLessThan(range.max);
    if ('integer' in rest) expect([range.min, range.max].every(Number.isInteger), key).toBe(true);
  }
});
