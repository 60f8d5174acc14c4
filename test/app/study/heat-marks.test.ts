import { expect, test } from 'vitest';
import { placeMarks } from '../../../src/app/study/heat-marks.tsx';
import { readShippedScenario } from '../../support/shipped-scenarios.ts';

const scenario = readShippedScenario('projection-neutral');
const price = scenario.values['tastes.price'];
const huatai = scenario.brokers.find(({ id }) => id === 'huatai');
const KEYS = ['tastes.price', 'brokers.huatai.commissionBp'] as const;

/** Three values to either side of the scenario's own, which is the one in the middle. */
const spread = (own: number) => [0.5, 1, 1.5].map((factor) => ({ from: own * factor, to: own * factor }));
const HEAT = { across: spread(price), up: spread(huatai?.commissionBp ?? Number.NaN) };

test('A stands at the values of the scenario, of parameters and of brokers', () => {
  expect(placeMarks(HEAT, KEYS, scenario, {})).toEqual([{ name: 'A', column: 1, row: 1 }]);
});

test('B stands where the tree has changed a parameter of the map, and only then', () => {
  expect(placeMarks(HEAT, KEYS, scenario, { 'tastes.trust': 1 })).toHaveLength(1);
  expect(placeMarks(HEAT, KEYS, scenario, { 'tastes.price': price * 1.4 })).toEqual([
    { name: 'A', column: 1, row: 1 },
    { name: 'B', column: 2, row: 1 },
  ]);
});

test('what lies beyond the map has no place on it', () => {
  expect(placeMarks(HEAT, KEYS, scenario, { 'tastes.price': price * 2 })).toEqual([{ name: 'A', column: 1, row: 1 }]);
});
