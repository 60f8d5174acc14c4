import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/result.ts';
import { createInputs, type Overrides, overrideScenario } from '../../src/experiment/model-inputs.ts';
import { readShippedPath, readShippedScenario } from '../support/shipped-scenarios.ts';

const neutral = readShippedScenario('projection-neutral');

function listProblems(overrides: Overrides): string[] {
  const result = overrideScenario(neutral, overrides);
  return result.ok ? [] : result.problems.map((problem) => formatProblem(problem));
}

describe('overrides', () => {
  test('change what they name and nothing else', () => {
    const set = { 'tastes.price': 1.5, 'brokers.huatai.commissionBp': 0.5 };
    const result = overrideScenario(neutral, { agents: 5000, months: 12, set });
    expect(result).toEqual({
      ok: true,
      value: {
        ...neutral,
        agents: 5000,
        months: 12,
        values: { ...neutral.values, 'tastes.price': 1.5 },
        brokers: neutral.brokers.map((broker) => (broker.id === 'huatai' ? { ...broker, commissionBp: 0.5 } : broker)),
      },
    });
  });

  test('decisions after the end of a shortened run fall away', () => {
    const war = readShippedScenario('price-war');
    const result = overrideScenario(war, { months: 15 });
    const last = war.startMonth + 15;
    expect(result.ok && result.value.decisions).toEqual(war.decisions.filter(({ month }) => month < last));
    expect(war.decisions.some(({ month }) => month >= last)).toBe(true);
  });

  test('problems come all at once, with the nearest key', () => {
    const set = { 'tastes.prise': 1, 'tastes.content': 9, 'brokers.huatai.commision': 1, ['__proto__']: 1 };
    expect(listProblems({ agents: 99, months: 0.5, set })).toEqual([
      'agents: expected a whole number, 100 to 10000000, got 99',
      'months: expected a whole number, 1 to 600, got 0.5',
      'set.tastes.prise: expected a parameter key or brokers.<id>.<field>, perhaps tastes.price, got 1',
      'set.tastes.content: expected 0 to 5, got 9',
      'set.brokers.huatai.commision: expected a parameter key or brokers.<id>.<field>, perhaps brokers.huatai.commissionBp, got 1',
      'set.__proto__: expected a parameter key or brokers.<id>.<field>, got 1',
    ]);
  });
});

describe('inputs', () => {
  test('of a projection prescribe no return', () => {
    const inputs = createInputs(neutral, {}, readShippedPath());
    expect(inputs).toMatchObject({ ok: true, value: { realisedReturns: [], startMonth: 2025 * 12, months: 72 } });
  });

  test('of the history follow the realised path', () => {
    const inputs = createInputs(readShippedScenario('history-2019-2024'), { months: 24 }, readShippedPath());
    expect(inputs.ok && inputs.value.realisedReturns).toEqual(readShippedPath().returns.slice(0, 24));
  });

  test('a start outside the path is a problem', () => {
    const later = { ...readShippedScenario('history-2019-2024'), startMonth: 2025 * 12 };
    expect(createInputs(later, {}, readShippedPath())).toMatchObject({
      ok: false,
      problems: [{ path: 'start', got: '2025-01' }],
    });
  });
});
