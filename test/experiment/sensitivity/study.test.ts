import { expect, test } from 'vitest';
import type { ParameterDeclaration } from '../../../src/core/schema.ts';
import { parseDesign } from '../../../src/experiment/design/design.ts';
import { analyseStudy } from '../../../src/experiment/sensitivity/analysis.ts';
import { listUsualRanges, readRange } from '../../../src/experiment/sensitivity/ranges.ts';
import { rankParameters } from '../../../src/experiment/sensitivity/ranking.ts';
import { createStudyFile, type StudyMethod } from '../../../src/experiment/sensitivity/study.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';
import { shipped } from '../../support/shipped-scenarios.ts';

const DECLARATIONS: readonly ParameterDeclaration[] = PARAMETERS;

const RANGES = [
  { key: 'tastes.price', low: 0, high: 1 },
  { key: 'tastes.trust', low: 1, high: 3 },
  { key: 'choice.reconsider', low: 0, high: 0.5 },
];

function createStudy(method: StudyMethod, size: number) {
  const parsed = parseDesign(
    createStudyFile({
      id: 'study',
      method,
      scenario: 'projection-neutral',
      parameters: RANGES,
      measures: [{ metric: 'hhi' }, { metric: 'profit' }],
      size,
      replicates: 2,
      seed: 'a',
    }),
    shipped,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** hhi = 10·price + 40·trust + noise of the seed, profit = price²: what each range does to them is known. */
function readFake(design: ReturnType<typeof createStudy>) {
  return (point: number, replicate: number) => {
    const [price, trust] = design.points.read(point);
    return [[10 * price + 40 * trust + replicate], [price * price]];
  };
}

test('a study by Morris finds slopes per whole range, the same for all seeds, and ranks by them', () => {
  const design = createStudy('morris', 6);
  expect(design.points.count).toBe(6 * 4);
  const result = analyseStudy(design, readFake(design));
  expect(result).toMatchObject({ method: 'morris', runs: 48, failed: 0, size: 6, replicates: 2, parameters: RANGES });
  const [hhi, profit] = result.figures;
  expect(hhi.measures.mu.map(([value]) => value)).toEqual([10, 80, 0].map((slope) => expect.closeTo(slope, 3)));
  expect(rankParameters(result, hhi).map(({ key }) => key)).toEqual([
    'tastes.trust',
    'tastes.price',
    'choice.reconsider',
  ]);
  expect(rankParameters(result, profit)[0].key).toBe('tastes.price');
});

test('a study by Sobol gives variance to whom it belongs', () => {
  const design = createStudy('sobol', 256);
  const { figures } = analyseStudy(design, readFake(design));
  // Variances of 10·U(0, 1) and 40·U(1, 3): 100/12 and 40²·4/12, so that the second has 64/65 of the sum.
  expect(figures[0].measures.total[1][0]).toBeCloseTo(64 / 65, 1);
  expect(figures[0].measures.total[2][0]).toBeCloseTo(0, 3);
});

test('a point with a run that failed has no figure, and that is told', () => {
  const design = createStudy('morris', 4);
  const read = readFake(design);
  const result = analyseStudy(design, (point, replicate) =>
    point === 3 && replicate === 1 ? null : read(point, replicate),
  );
  expect(result.failed).toBe(1);
  expect(result.figures[0].missing).toBe(1);
});

test('what is usually varied is all that is calibrated, within what is allowed, and ranges hold the shipped value', () => {
  const usual = listUsualRanges();
  const keys = usual.map(({ key }) => key);
  const calibrated = DECLARATIONS.filter(({ prior }) => prior !== undefined).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...calibrated, 'tastes.price', 'choice.goodwillExponent']));
  for (const { key, low, high } of usual) {
    const { min, max, default: value } = DECLARATIONS.find((known) => known.key === key) as ParameterDeclaration;
    expect(low).toBeGreaterThanOrEqual(min);
    expect(high).toBeLessThanOrEqual(max);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
});

test('any other parameter reaches from half to one and a half times its default', () => {
  const declaration = DECLARATIONS.find(({ key }) => key === 'choice.inertia') as ParameterDeclaration;
  const { low, high } = readRange(declaration);
  expect([low, high]).toEqual([declaration.default / 2, declaration.default * 1.5]);
});
