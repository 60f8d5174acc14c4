import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/core/csv.ts';
import { computeLoss, computeTargetValues, listTargetMeasures, measureMiss } from '../../src/experiment/target.ts';
import { readTargets } from '../../src/experiment/target-file.ts';

const text = readFileSync('public/data/targets.json', 'utf8');

function readShipped() {
  const read = readTargets(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const shipped = readShipped();
const [first] = shipped;

/** A target of this figure alone. */
function withFigure(figure: (typeof first)['figure'], changes: Partial<typeof first> = {}) {
  return { ...first, figure, ...changes };
}

describe('the shipped targets', () => {
  test('stand on rows of public/data', () => {
    const tables = { S: 'report_facts', M: 'mechanisms', E: 'findings' } as const;
    const rows = new Set(
      Object.values(tables).flatMap((name) =>
        parseCsv(readFileSync(`public/data/${name}.csv`, 'utf8')).map(({ id }) => id),
      ),
    );
    const missing = shipped.flatMap(({ id, sources }) => sources.filter((s) => !rows.has(s)).map((s) => `${id}: ${s}`));
    expect(missing).toEqual([]);
  });

  test('name the contradictions that the data page explains', () => {
    const page = readFileSync('public/data/README.md', 'utf8');
    for (const { id, contradictions } of shipped) {
      for (const name of contradictions) expect(page, id).toContain(`| ${name} |`);
    }
  });

  test('are as many as the data page says', () => {
    expect(readFileSync('public/data/README.md', 'utf8')).toContain(`| \`targets.json\` | ${shipped.length} figures |`);
  });

  test('let nothing that is set at the start, or only compared, into the loss', () => {
    const values = shipped.map(({ value, use }) => (use === 'calibrate' ? value : Number.NaN));
    expect(computeLoss(shipped, values)).toBe(0);
    expect(shipped.filter(({ use }) => use === 'calibrate').every(({ weight }) => weight > 0)).toBe(true);
  });
});

describe('the figure of a target', () => {
  const a = { metric: 'users' };
  const values = (target: typeof first, ...series: number[][]) => computeTargetValues([target], series)[0];

  test('is a sum over a sum, scaled and shifted', () => {
    // 10 + 100 × (2 + 4) / (3 + 5)
    expect(values(withFigure({ sum: [a, a], over: [a, a], scale: 100, shift: 10 }), [2], [4], [3], [5])).toBe(85);
  });

  test('is set against another quotient', () => {
    // (6 / 3) / (5 / 10)
    expect(values(withFigure({ sum: [a], over: [a], against: { sum: [a], over: [a] } }), [6], [3], [5], [10])).toBe(4);
  });

  test('is the mean of the years, those without a figure left out', () => {
    expect(values(withFigure({ sum: [a], over: [a], each: 'year' }), [6, 1, 4], [3, 0, 1])).toBe(3);
  });

  test('is the mean growth from year to year', () => {
    // +50 % and +100 %
    expect(values(withFigure({ sum: [a], each: 'year', growth: true }), [2, 3, 6])).toBe(0.75);
  });

  test('asks for yearly measures where every year counts, each target in its turn', () => {
    const targets = [withFigure({ sum: [a], over: [a] }), withFigure({ sum: [a], each: 'year' })];
    expect(listTargetMeasures(targets)).toEqual([a, a, { ...a, series: 'year' }]);
    expect(computeTargetValues(targets, [[8], [2], [1, 3]])).toEqual([4, 2]);
  });
});

describe('the loss', () => {
  const target = { ...first, value: 10, tolerance: 2, weight: 0.5, use: 'calibrate' as const };

  test('is weight × squared distance in tolerances', () => {
    // 0.5 × (6 / 2)²
    expect(computeLoss([target], [16])).toBe(4.5);
  });

  test('is nothing beyond a bound', () => {
    expect(measureMiss({ ...target, bound: 'above' }, 16)).toBe(0);
    expect(measureMiss({ ...target, bound: 'above' }, 7)).toBe(-1.5);
    expect(measureMiss({ ...target, bound: 'below' }, 16)).toBe(3);
  });

  test('is infinite where a figure is missing', () => {
    expect(computeLoss([target], [Number.NaN])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('reading', () => {
  test('gives every measure the window of its target unless it has one', () => {
    for (const { figure, period } of shipped) {
      for (const measure of listTargetMeasures([{ ...first, figure }])) expect(measure).toMatchObject(period);
    }
  });

  test('tells every problem by its path', () => {
    const file = JSON.parse(text);
    const [one, two] = file.targets;
    one.figure.sum[0] = { metric: 'share' };
    two.id = one.id;
    two.period = { from: '2020-01', to: '2019-12' };
    const read = readTargets({ ...file, targets: [one, two] });
    expect(!read.ok && read.problems.map(({ path }) => path)).toEqual([
      'targets[0].figure.sum[0].metric',
      'targets[1].id',
      'targets[1].period.to',
    ]);
    const broken = readTargets({ ...file, targets: [{ ...one, tolerance: 0, colour: 'red' }] });
    expect(!broken.ok && broken.problems.map(({ path }) => path)).toEqual([
      'targets[0].tolerance',
      'targets[0].colour',
    ]);
  });

  test('never throws, and what it lets through can be computed', () => {
    const whole = JSON.parse(text);
    const keys = Object.keys(first);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.nat(shipped.length - 1),
        fc.jsonValue({ maxDepth: 2 }),
        (key, k, value) => {
          const targets = whole.targets.map((target: object, place: number) =>
            place === k ? { ...target, [key]: value } : target,
          );
          const read = readTargets({ ...whole, targets });
          if (read.ok) expect(listTargetMeasures(read.value).length).toBeGreaterThan(0);
          else for (const { path } of read.problems) expect(path).toMatch(/^targets/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
