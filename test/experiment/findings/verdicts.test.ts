import { expect, test } from 'vitest';
import { correlateLead, judgeRobustness, rankLevers } from '../../../src/experiment/findings/verdicts.ts';

/** Figures of a baseline at 0 and of levers whose means are given, with a little noise that differs by arm and seed. */
function makeFigures(means: readonly number[], seeds = 10): number[][] {
  return [0, ...means].map((mean, arm) =>
    Array.from({ length: seeds }, (_, k) => mean + ((k * 7 + arm * 3) % 5) / 100),
  );
}

test('levers are ranked by their mean against no lever, and who is not clearly behind shares the first place', () => {
  const { effects, leaders } = rankLevers(makeFigures([1, 3, 2.999]));
  expect(effects.map(({ arm }) => arm)).toEqual([2, 3, 1]);
  expect(leaders).toEqual([2, 3]);
  expect(effects[2].difference).toMatchObject({ isClear: true, seeds: 10 });
});

test('a lever whose runs all failed comes last', () => {
  const figures: (number | null)[][] = makeFigures([1, 2]);
  figures[2] = figures[2].map(() => null);
  expect(rankLevers(figures).effects.map(({ arm }) => arm)).toEqual([1, 2]);
});

test.each([
  ['holds', [5, 1]],
  ['open', [1, 1]],
  ['flips', [1, 5]],
] as const)('the answer that the first lever leads %s where the levers give %j', (verdict, means) => {
  const worlds = [0, 1, 2].map(() => makeFigures(means, 2));
  expect(judgeRobustness(worlds, 1)).toMatchObject({ verdict, worlds: 3 });
});

test('the models that each lever leads are counted, and the range of the effect over them is told', () => {
  const worlds = [makeFigures([5, 1], 2), makeFigures([3, 1], 2), makeFigures([1, 9], 2)];
  const { leading, least, greatest } = judgeRobustness(worlds, 1);
  expect(leading).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(least).toBeCloseTo(1, 1);
  expect(greatest).toBeCloseTo(5, 1);
});

test('a lead that rises with a value of the models is correlated with it', () => {
  const worlds = [1, 2, 3, 4].map((taste) => makeFigures([taste * 2, 4], 2));
  expect(correlateLead(worlds, [1, 2], [0.1, 0.2, 0.3, 0.4])).toBeCloseTo(1, 12);
  expect(correlateLead(worlds, [2, 1], [0.1, 0.2, 0.3, 0.4])).toBeCloseTo(-1, 12);
});
