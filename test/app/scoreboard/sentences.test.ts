import { expect, test } from 'vitest';
import { formatInterval, formatTarget, formatTolerance } from '../../../src/app/scoreboard/score-figures.ts';
import { describeTally, describeTarget } from '../../../src/app/scoreboard/sentences.ts';
import { computeScoreboard, type Figures } from '../../../src/experiment/scoreboard.ts';
import type { Target } from '../../../src/experiment/target.ts';

const text = { en: 'x', 'zh-CN': 'x' };
const target: Target = {
  id: 'small-losses',
  label: text,
  unit: 'percent',
  scenario: 'history-2019-2024',
  period: { from: '2024-01', to: '2024-12' },
  figure: { sum: [] },
  value: 15,
  tolerance: 7,
  weight: 1,
  use: 'validate',
  sources: ['S080'],
  contradictions: [],
  reading: text,
  agents: 5000,
  causes: { high: text, low: text },
};

function judgeRow(figures: Figures, changed: Partial<Target> = {}) {
  return computeScoreboard([{ ...target, ...changed }], {
    values: { [target.id]: figures },
    cloud: null,
    structures: [],
  })[0];
}

test('the headline counts every target once', () => {
  const tally = { hit: 19, near: 3, miss: 2, unjudged: 0 };
  expect(describeTally(tally, 'en')).toBe('Of 24 published figures the model hits 19, comes near 3 and misses 2');
  expect(describeTally({ ...tally, unjudged: 1 }, 'en')).toContain('Of 25');
  expect(describeTally(tally, 'zh-CN')).toBe('24 个已发表数字中，模型命中 19 个，接近 3 个，未中 2 个');
});

test('a miss says how far off, and how many seeds are not', () => {
  // The median is 31: (31 − 15) / 7 = 2.3 tolerances above. Only 20 lies within 15 ± 7.
  const row = judgeRow([20, 30, 31, 32, 40]);
  expect(describeTarget(row, 'en')).toBe(
    'In this model the median is 31.0%, not 15.0% as published: 2.3 tolerances too high. 1 of 5 seeds falls inside the tolerance.',
  );
  expect(describeTarget(row, 'zh-CN')).toBe(
    '本模型的中位数为 31.0%，而非公布的 15.0%：偏高 2.3 个容差。5 个种子中有 1 个落入容差。',
  );
});

test('a bound is met on its side, however far beyond', () => {
  const row = judgeRow([86, 90, 99], { value: 85, tolerance: 2, bound: 'above' });
  expect(row.verdict).toBe('hit');
  expect(describeTarget(row, 'en')).toContain('3 of 3 seeds fall on the right side of the bound');
});

test('a figure that no run has is said to be missing, not 0', () => {
  const row = judgeRow([null, null]);
  expect(describeTarget(row, 'en')).toBe('No run of this model has the figure.');
  expect(formatInterval(target, row.spread, 'en')).toBe('–');
});

test('published figures keep the decimals they were given with', () => {
  expect(formatTarget({ ...target, value: 48.5, tolerance: 10 }, 'en')).toBe('48.5');
  expect(formatTarget({ ...target, value: 85, tolerance: 2, bound: 'above' }, 'en')).toBe('> 85.0');
  expect(formatTolerance({ ...target, tolerance: 0.3 }, 'en')).toBe('± 0.3');
  expect(formatTolerance({ ...target, bound: 'above' }, 'en')).toBe('');
});
