import { describe, expect, test } from 'vitest';
import {
  applyDecisions,
  findBranchMonth,
  findDecision,
  type PlayerDecision,
  releaseLever,
  setDecision,
} from '../../src/app/player-decisions.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';

const CHEAP: PlayerDecision = { month: 12, broker: 'willow', lever: 'price', value: 1 };

describe('a decision', () => {
  test('takes the place of one on the same lever in the same month, and of no other', () => {
    const decisions = [{ ...CHEAP, month: 3 }, CHEAP, { ...CHEAP, broker: 'cedar' }].reduce(setDecision, []);
    const changed = setDecision(decisions, { ...CHEAP, value: 0.5 });
    expect(changed).toHaveLength(3);
    expect(findDecision(changed, 'willow', 'price', 12)?.value).toBe(0.5);
    expect(findDecision(changed, 'cedar', 'price', 12)?.value).toBe(1);
  });

  test('holds from its month until the next one', () => {
    const decisions = [{ ...CHEAP, month: 24, value: 2 }, CHEAP].reduce(setDecision, []);
    expect(findDecision(decisions, 'willow', 'price', 11)).toBeUndefined();
    expect(findDecision(decisions, 'willow', 'price', 23)?.value).toBe(1);
    expect(findDecision(decisions, 'willow', 'price', 24)?.value).toBe(2);
  });

  test('releasing a lever gives it back at every month', () => {
    const decisions = [{ ...CHEAP, month: 24 }, CHEAP, { ...CHEAP, lever: 'content' as const }].reduce(setDecision, []);
    expect(releaseLever(decisions, 'willow', 'price')).toEqual([{ ...CHEAP, lever: 'content' }]);
  });

  test('the branch is where the first one begins', () => {
    expect(findBranchMonth([])).toBeNull();
    expect(findBranchMonth([{ ...CHEAP, month: 24 }, CHEAP])).toBe(12);
  });

  test('goes into the inputs of B after the scenario’s own, in calendar months, and only for brokers that exist', () => {
    const own = { month: 24300, broker: 1, lever: 'content', mode: 'scale', value: 2 } as const;
    const inputs = { startMonth: 24300, brokers: [{ id: 'cedar' }, { id: 'willow' }], decisions: [own] };
    const applied = applyDecisions(inputs as unknown as ModelInputs, [CHEAP, { ...CHEAP, broker: 'nobody' }]);
    expect(applied.decisions).toEqual([own, { month: 24312, broker: 1, lever: 'price', mode: 'set', value: 1 }]);
  });
});
