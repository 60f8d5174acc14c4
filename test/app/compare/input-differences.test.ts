import { expect, test } from 'vitest';
import { findInputDifferences } from '../../../src/app/compare/input-differences.ts';
import { applyDecisions } from '../../../src/app/player-decisions.ts';
import { BROKER_FIELDS } from '../../../src/experiment/broker-fields.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';
import { loadBuiltInputs } from '../../support/shipped-inputs.ts';

const a = loadBuiltInputs('projection-neutral', { agents: 300 });
const all = PARAMETERS.length + a.brokers.length * BROKER_FIELDS.length + a.decisions.length;

test('the same inputs differ in nothing', () => {
  expect(findInputDifferences(a, { ...a, decisions: [...a.decisions] })).toEqual({ rows: [], equal: all });
});

test('a decision of B is a row that A has not', () => {
  const b = applyDecisions(a, [{ month: 3, broker: a.brokers[2].id, lever: 'price', value: 1 }]);
  const { rows, equal } = findInputDifferences(a, b);
  expect(rows).toEqual([{ kind: 'decision', a: null, b: b.decisions.at(-1) }]);
  expect(equal).toBe(all);
});

test('parameters and brokers that differ are rows, and no longer count as equal', () => {
  const values = { ...a.values, 'tastes.price': 0.5 };
  const brokers = a.brokers.map((broker, k) => (k === 1 ? { ...broker, content: 0.9 } : broker));
  const { rows, equal } = findInputDifferences(a, { ...a, values, brokers });
  expect(rows).toMatchObject([
    { kind: 'value', a: a.values['tastes.price'], b: 0.5 },
    { kind: 'broker', broker: a.brokers[1].name, a: a.brokers[1].content, b: 0.9 },
  ]);
  expect(equal).toBe(all - 2);
});
