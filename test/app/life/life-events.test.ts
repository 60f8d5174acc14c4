import { expect, test } from 'vitest';
import { listLifeEvents, selectPerson } from '../../../src/app/life/life-events.ts';
import type { PersonMonth } from '../../../src/experiment/person-life.ts';
import { createEventMonths } from '../../support/event-months.ts';

const NONE = 255;
const SLOT = 5;

function live(month: number, changes: Partial<PersonMonth> = {}): PersonMonth {
  return {
    month,
    generation: 1,
    ageYears: 30,
    shortHorizon: false,
    riskTolerance: 0.5,
    tier: 1,
    status: 3,
    main: 0,
    assetsCents: 0,
    experience: 0.2,
    satisfaction: 0.5,
    return12: 0,
    trades: 0,
    complained: false,
    friends: [0, 2, NONE],
    ...changes,
  };
}

const MONTHS = createEventMonths(
  [{ investor: SLOT, move: 'join', to: 0, reason: 'price' }],
  [{ investor: SLOT + 1, move: 'switch', from: 0, to: 1, reason: 'price' }],
  [],
  [{ investor: SLOT, move: 'leave', from: 0, reason: 'lifecycle' }],
  [{ investor: SLOT, move: 'join', to: 2, reason: 'price' }],
);

const LIFE = [
  live(0, { main: NONE }),
  live(1),
  live(2, { trades: 3, friends: [1, 2, 0] }),
  live(3, { trades: 2, experience: 0.3, complained: true, friends: [1, 1, 0] }),
  live(4, { generation: 2, main: NONE }),
  live(5, { generation: 2, main: 2 }),
];

test('a life ends where the place passes to somebody else', () => {
  expect(selectPerson(LIFE, 2).map(({ month }) => month)).toEqual([0, 1, 2, 3]);
  expect(selectPerson(LIFE, 5).map(({ month }) => month)).toEqual([4, 5]);
});

test('opened, traded, a friend moved, learned, complained, left: in order', () => {
  const told = listLifeEvents(selectPerson(LIFE, 0), MONTHS, SLOT);
  expect(told.map(({ month, kind }) => `${month} ${kind}`)).toEqual([
    '1 join',
    '2 firstTrade',
    '2 friendMoved', // from the person's own broker; the third friend joins the market, which is no move
    '3 learned',
    '3 complained',
    '4 leave', // the second friend went from 2 to 1: neither is the person's own broker
  ]);
});

test('who came later is born, and has none of the moves of who came before', () => {
  const told = listLifeEvents(selectPerson(LIFE, 5), MONTHS, SLOT);
  expect(told.map(({ month, kind }) => `${month} ${kind}`)).toEqual(['4 born', '5 join']);
});
