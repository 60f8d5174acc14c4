import { describe, expect, test } from 'vitest';
import { spreadLabels } from '../../../src/app/charts/labels.ts';
import { drawArea, drawLine } from '../../../src/app/charts/paths.ts';
import { chooseTicks, createScale, findRange } from '../../../src/app/charts/scales.ts';

describe('scales', () => {
  test('lay a range along pixels, upside down where asked', () => {
    const y = createScale(0, 10, 100, 0);
    expect([0, 5, 10].map(y)).toEqual([100, 50, 0]);
    expect(createScale(3, 3, 7, 9)(3)).toBe(7);
  });

  test('ticks are round, inside, and no more than asked for', () => {
    expect(chooseTicks(0, 23, 5)).toEqual([0, 5, 10, 15, 20]);
    expect(chooseTicks(-8, 32, 5)).toEqual([0, 10, 20, 30]);
    expect(chooseTicks(0.2, 1, 4).map((tick) => tick.toFixed(1))).toEqual(['0.2', '0.4', '0.6', '0.8', '1.0']);
    expect(chooseTicks(5, 5, 3)).toEqual([5]);
  });

  test('a range skips what is not a number', () => {
    expect(findRange([Number.NaN, 3], [-1])).toEqual({ low: -1, high: 3 });
    expect(findRange([Number.NaN])).toBeNull();
  });
});

describe('paths', () => {
  const same = (i: number) => i;

  test('a line breaks where there is no figure', () => {
    const heights = [1, Number.NaN, 3, 4];
    expect(drawLine(4, same, (i) => heights[i])).toBe('M0 1M2 3L3 4');
    expect(drawLine(4, same, (i) => heights[i], 3)).toBe('M3 4');
  });

  test('an area goes along its upper edge and back along its lower one', () => {
    expect(
      drawArea(
        0,
        2,
        same,
        () => 5,
        () => 9,
      ),
    ).toBe('M0 5L1 5L1 9L0 9Z');
    expect(drawArea(1, 2, same, same, same)).toBe('');
  });
});

describe('labels', () => {
  test('stay where they want to be as long as they are apart', () => {
    expect(spreadLabels([10, 40, 80], 13, 0, 100)).toEqual([10, 40, 80]);
  });

  test('are pushed apart to the gap, within the room', () => {
    expect(spreadLabels([50, 52, 54], 13, 0, 100)).toEqual([50, 63, 76]);
    expect(spreadLabels([95, 98], 13, 0, 100)).toEqual([87, 100]);
  });

  test('share the room where it is too short for the gap', () => {
    expect(spreadLabels([0, 0, 0], 13, 0, 20)).toEqual([0, 10, 20]);
  });
});
