import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planWaterfall } from '../../../src/app/life/waterfall.tsx';
import { CONTRIBUTION_COUNT, REASON } from '../../../src/model/reasons.ts';

function contribute(parts: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: CONTRIBUTION_COUNT }, (_, reason) => parts[reason] ?? 0);
}

test('what spoke for it, then what spoke against it, chance last; each step begins where the one before ended', () => {
  const steps = planWaterfall(
    contribute({ [REASON.chance]: 0.5, [REASON.inertia]: -0.25, [REASON.advice]: 0.5, [REASON.price]: 1 }),
  );
  expect(steps).toEqual([
    { reason: REASON.price, from: 0, to: 1 },
    { reason: REASON.advice, from: 1, to: 1.5 },
    { reason: REASON.inertia, from: 1.5, to: 1.25 },
    { reason: REASON.chance, from: 1.25, to: 1.75 },
  ]);
});

test('steps add up to the sum of all contributions, but for what rounds to nothing', () => {
  const parts = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: CONTRIBUTION_COUNT,
    maxLength: CONTRIBUTION_COUNT,
  });
  fc.assert(
    fc.property(parts, (contributions) => {
      const gap = contributions.reduce((sum, part) => sum + part, 0);
      expect(Math.abs((planWaterfall(contributions).at(-1)?.to ?? 0) - gap)).toBeLessThan(0.005 + 1e-9);
    }),
  );
});
