import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseInterviews,
  countFlows,
  findMainCauses,
  rankLeavers,
  readInterview,
  splitCauses,
} from '../../src/app/why.ts';
import { CONTRIBUTION_COUNT, REASON } from '../../src/model/reasons.ts';
import { createEventMonths } from '../support/event-months.ts';

const ALL = { segment: null, lastMonth: 99 };

/** Broker 0 wins two and loses two; broker 1 wins one of them; one leaves the market; one only sleeps. */
const MONTHS = createEventMonths(
  [
    { investor: 1, move: 'join', to: 0, reason: 'price', ageYears: 22, experience: 0.1 },
    { investor: 2, move: 'switch', from: 1, to: 0, reason: 'content', ageYears: 40 },
    { investor: 3, move: 'addSecond', from: 1, to: 0, reason: 'price' },
  ],
  [
    { investor: 2, move: 'switch', from: 0, to: 1, reason: 'advice', ageYears: 40 },
    { investor: 4, move: 'dormant', from: 0, reason: 'losses' },
    { investor: 5, move: 'leave', from: 0, reason: 'losses', ageYears: 70 },
  ],
);

describe('countFlows', () => {
  test('counts changes of the main broker only: no further accounts, no sleep', () => {
    const flows = countFlows(MONTHS, { broker: 0, ...ALL });
    expect(flows.joined).toBe(2);
    expect(flows.left).toBe(2);
    expect(flows.joinedBy[REASON.price]).toBe(1);
    expect(flows.joinedBy[REASON.content]).toBe(1);
    expect(flows.leftBy[REASON.advice]).toBe(1);
    expect(flows.leftBy[REASON.losses]).toBe(1);
  });

  test('stops at the month on show', () => {
    expect(countFlows(MONTHS, { broker: 0, segment: null, lastMonth: 1 }).left).toBe(0);
  });

  test('for the market, moves between brokers are neither coming nor going', () => {
    const flows = countFlows(MONTHS, { broker: null, ...ALL });
    expect([flows.joined, flows.left]).toEqual([1, 1]);
  });

  test('narrows down to people of one band', () => {
    const under25 = { dimension: 0, band: 0 };
    expect(countFlows(MONTHS, { broker: 0, segment: under25, lastMonth: 99 }).joined).toBe(1);
  });
});

describe('countFlows by horizon and tier', () => {
  const months = createEventMonths([
    { move: 'join', to: 0, reason: 'price', shortHorizon: 1, tier: 4 },
    { move: 'join', to: 0, reason: 'price', shortHorizon: 0, tier: 1 },
    { move: 'join', to: 0, reason: 'price', shortHorizon: 0, tier: 3 },
  ]);
  test.each([
    ['long horizon', 3, 0, 2],
    ['short horizon', 3, 1, 1],
    ['tiers 1 and 2', 4, 0, 1],
    ['tiers 3 and 4', 4, 1, 2],
  ] as const)('%s', (_, dimension, band, joined) => {
    expect(countFlows(months, { broker: 0, segment: { dimension, band }, lastMonth: 1 }).joined).toBe(joined);
  });
});

describe('rankLeavers', () => {
  test('lists groups by how many of them left, with how many came', () => {
    const many = createEventMonths([
      ...Array.from(
        { length: 3 },
        () => ({ move: 'leave', from: 0, reason: 'market', ageYears: 20, experience: 0 }) as const,
      ),
      { move: 'leave', from: 0, reason: 'market', ageYears: 66, experience: 0.9 },
      { move: 'join', to: 0, reason: 'price', ageYears: 20, experience: 0 },
    ]);
    expect(rankLeavers(many, { broker: 0, ...ALL }, 3)).toEqual([
      { experience: 0, age: 0, joined: 1, left: 3 },
      { experience: 3, age: 4, joined: 0, left: 1 },
    ]);
  });
});

describe('an exit interview', () => {
  test('is asked of five, by main reason in proportion, spread over the months; of nobody whose life ended', () => {
    const leave = (investor: number, reason: 'price' | 'advice' | 'lifecycle') =>
      ({ investor, move: 'switch', from: 0, to: 1, reason }) as const;
    // Sixty for price, forty for advice, a hundred whose life ended: three and two of five.
    const months = createEventMonths(
      ...Array.from({ length: 20 }, (_, k) => [
        ...[0, 1, 2].map((n) => leave(100 * k + n, 'price')),
        ...[3, 4].map((n) => leave(100 * k + n, 'advice')),
        ...[5, 6, 7, 8, 9].map((n) => leave(100 * k + n, 'lifecycle')),
      ]),
    );
    const asked = chooseInterviews(months, { broker: 0, ...ALL }, 5).map((place) => readInterview(months, place));
    expect(asked.map(({ reason }) => reason)).toEqual([
      ...Array(3).fill(REASON.price),
      ...Array(2).fill(REASON.advice),
    ]);
    // Sixty leavers in thirds, at 10, 30, 50 of them: months 4, 11, 17. Forty in halves, at 10 and 30: months 6, 16.
    expect(asked.map(({ month }) => month)).toEqual([4, 11, 17, 6, 16]);
  });

  test('names two causes where the smaller is within a tenth of the larger', () => {
    const part = (reason: number, percent: number) => ({ reason, percent });
    const price = part(REASON.price, 41);
    expect(findMainCauses([price, part(REASON.advice, 37), part(REASON.chance, 22)])).toHaveLength(2);
    expect(findMainCauses([price, part(REASON.advice, 36), part(REASON.chance, 23)])).toEqual([price]);
    expect(findMainCauses([part(REASON.chance, 100)])).toEqual([]);
  });

  test('tells what was recorded', () => {
    const months = createEventMonths(
      [{ investor: 8, move: 'leave', from: 0, reason: 'losses' }],
      [
        {
          investor: 17204,
          move: 'switch',
          from: 0,
          to: 1,
          reason: 'price',
          ageYears: 24.9,
          riskTolerance: 0.1,
          tenureMonths: 8,
          contributions: { price: 0.82, advice: 0.74, inertia: -0.5, chance: 0.44 },
        },
      ],
    );
    expect(readInterview(months, { month: 2, row: 0 })).toMatchObject({
      investor: 17204,
      month: 2,
      to: 1,
      ageYears: 24,
      riskTolerance: 0,
      tenureMonths: 8,
      // 0.82, 0.74 and 0.44 of 2.00
      causes: [
        { reason: REASON.price, percent: 41 },
        { reason: REASON.advice, percent: 37 },
        { reason: REASON.chance, percent: 22 },
      ],
      against: REASON.inertia,
    });
  });

  test('of somebody who closed the account splits what made leaving likelier, and says what held back', () => {
    const contributions = { losses: 0.3, dormancy: 0.9, engagement: -0.2, friends: -0.6, chance: 0.3 };
    const months = createEventMonths([{ investor: 5, move: 'leave', from: 0, reason: 'dormancy', contributions }]);
    // 0.9, 0.3 and 0.3 of 1.5
    expect(readInterview(months, { month: 1, row: 0 })).toMatchObject({
      to: -1,
      causes: [
        { reason: REASON.dormancy, percent: 60 },
        { reason: REASON.losses, percent: 20 },
        { reason: REASON.chance, percent: 20 },
      ],
      against: REASON.friends,
    });
  });

  test('a move for which nothing was weighed has no parts', () => {
    expect(splitCauses(new Array(CONTRIBUTION_COUNT).fill(0))).toEqual([]);
  });

  test('parts are whole per cent that add up to 100', () => {
    const contributions = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: CONTRIBUTION_COUNT,
      maxLength: CONTRIBUTION_COUNT,
    });
    fc.assert(
      fc.property(contributions, (parts) => {
        const causes = splitCauses(parts);
        const total = parts.some((part) => part > 0) ? 100 : 0;
        expect(causes.reduce((sum, { percent }) => sum + percent, 0)).toBe(total);
        expect(causes.every(({ percent }) => Number.isInteger(percent) && percent > 0)).toBe(true);
      }),
    );
  });
});
