import { describe, expect, test } from 'vitest';
import { countMoves, foldSmall, OTHERS, planSankey } from '../../../src/app/flows/sankey-plan.ts';
import { REASON } from '../../../src/model/reasons.ts';
import { createEventMonths } from '../../support/event-months.ts';

const MONTHS = createEventMonths(
  [
    { move: 'switch', from: 0, to: 1, reason: 'price' },
    { move: 'switch', from: 0, to: 1, reason: 'trust' },
    { move: 'addSecond', from: 0, to: 1, reason: 'price' },
  ],
  [
    { move: 'switch', from: 0, to: 1, reason: 'price' },
    { move: 'join', to: 2, reason: 'content' },
    { move: 'leave', from: 1, reason: 'losses' },
  ],
);

describe('moves of a window', () => {
  test('are counted by way and main reason; a further account is none', () => {
    expect(countMoves(MONTHS, 1, 2, null)).toEqual([
      { from: 0, to: 1, reason: REASON.price, count: 2 },
      { from: -1, to: 2, reason: REASON.content, count: 1 },
      { from: 0, to: 1, reason: REASON.trust, count: 1 },
      { from: 1, to: -1, reason: REASON.losses, count: 1 },
    ]);
    expect(countMoves(MONTHS, 2, 2, null)).toHaveLength(3);
  });

  test('of one broker begin or end there', () => {
    expect(countMoves(MONTHS, 1, 2, 2)).toEqual([{ from: -1, to: 2, reason: REASON.content, count: 1 }]);
  });
});

test('small brokers stand together, the chosen one and nobody by themselves; nobody is lost', () => {
  const many = Array.from({ length: 20 }, (_, k) => ({ from: k, to: -1, reason: REASON.price, count: 20 - k }));
  const folded = foldSmall(many, 19);
  expect(folded.map(({ from }) => from).sort((a, b) => a - b)).toEqual([OTHERS, 0, 1, 2, 3, 4, 5, 6, 7, 19]);
  expect(folded.reduce((sum, { count }) => sum + count, 0)).toBe(210); // 20 + 19 + … + 1
});

test('bands are as broad as their counts, on both sides', () => {
  const { nodes, links } = planSankey(foldSmall(countMoves(MONTHS, 1, 2, null), 0), { width: 600, height: 300 }, 100);
  expect(nodes.map(({ side, broker, count }) => `${side} ${broker} ${count}`).sort()).toEqual([
    'from -1 1',
    'from 0 3',
    'from 1 1',
    'to -1 1',
    'to 1 3',
    'to 2 1',
  ]);
  const width = (group: string) => links.find((link) => link.group === group && link.from === 0)?.width ?? 0;
  expect(width('price')).toBeCloseTo(2 * width('other'), 6);
});
