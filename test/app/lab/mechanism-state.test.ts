import { expect, test } from 'vitest';
import { ALL_MECHANISMS, changeSwitch, isSwitched, matchesMechanism } from '../../../src/app/lab/mechanism-state.ts';
import type { Mechanism } from '../../../src/model/mechanism.ts';
import type { MechanismKey } from '../../../src/model/mechanisms.ts';
import { readDefaults } from '../../../src/model/parameters.ts';

const values = readDefaults();
const find = (key: string) => ALL_MECHANISMS.find((mechanism) => mechanism.key === key) as Mechanism<MechanismKey>;

test('a switch changes the parameters of its mechanism, and back again leaves no trace', () => {
  const others = { 'tastes.price': 1 };
  const off = changeSwitch(find('wakeUp'), 'off', values, others);
  expect(off).toEqual({ 'tastes.price': 1, 'programmes.wakeUp': 0, 'programmes.wakeUpCost': 0 });
  expect(isSwitched(find('wakeUp'), values, off)).toBe(true);
  expect(changeSwitch(find('wakeUp'), 'on', values, off)).toEqual(others);
});

test('where the scenario has it off, switching it on gives its usual values', () => {
  const scenario = { ...values, 'programmes.wakeUp': 0, 'programmes.wakeUpCost': 0 };
  const on = changeSwitch(find('wakeUp'), 'on', scenario, {});
  expect(on).toEqual({
    'programmes.wakeUp': values['programmes.wakeUp'],
    'programmes.wakeUpCost': values['programmes.wakeUpCost'],
  });
});

test('a mechanism is found by name in either language, source or parameter', () => {
  for (const query of ['wake-up campaigns', '唤醒', 'm33', 'programmes.wakeup']) {
    expect(matchesMechanism(find('wakeUp'), query), query).toBe(true);
  }
  expect(matchesMechanism(find('wakeUp'), 'wake content')).toBe(false);
});
