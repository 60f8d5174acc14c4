import { describe, expect, test } from 'vitest';
import { overrideScenario } from '../../src/experiment/model-inputs.ts';
import { parseScenario } from '../../src/experiment/scenario.ts';
import { readDefaults } from '../../src/model/parameters.ts';
import { readShippedScenario, shipped } from '../support/shipped-scenarios.ts';

const DEFAULTS = readDefaults();

function createFile(changes: object) {
  return {
    formatVersion: 1,
    id: 'mine',
    extends: 'projection-neutral',
    title: { en: 'Mine', 'zh-CN': '我的' },
    ...changes,
  };
}

function readValues(changes: object, base?: object) {
  const loadShipped = (id: string) => (id === 'base' ? JSON.stringify(base) : shipped.loadShipped(id));
  const parsed = parseScenario(createFile(changes), { loadShipped });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path }) => path).join());
  return parsed.value.values;
}

function listPaths(changes: object): string[] {
  const parsed = parseScenario(createFile(changes), shipped);
  return parsed.ok ? [] : parsed.problems.map(({ path, got }) => `${path}: ${got}`);
}

describe('switches of a scenario file', () => {
  test('set the parameters of the mechanism, and no others', () => {
    const values = readValues({ mechanisms: { wakeUp: 'off' } });
    expect(values['programmes.wakeUp']).toBe(0);
    expect(values['programmes.wakeUpCost']).toBe(0);
    expect(values['tastes.price']).toBe(DEFAULTS['tastes.price']);
  });

  test('turn on what is off by default, and leave what is on as strong as it is', () => {
    expect(readValues({ mechanisms: { belowCostBan: 'on' } })['brokers.belowCostBan']).toBe(1);
    const base = { ...createFile({ parameters: { 'programmes.wakeUp': 0.5 } }), id: 'base' };
    expect(readValues({ extends: 'base', mechanisms: { wakeUp: 'on' } }, base)['programmes.wakeUp']).toBe(0.5);
  });

  test('count before those of the file that is extended, and after parameters of a nearer file', () => {
    const off = { ...createFile({ mechanisms: { wakeUp: 'off' } }), id: 'base' };
    expect(readValues({ extends: 'base' }, off)['programmes.wakeUp']).toBe(0);
    const again = readValues({ extends: 'base', mechanisms: { wakeUp: 'on' } }, off);
    expect(again['programmes.wakeUp']).toBe(DEFAULTS['programmes.wakeUp']);
    const stated = readValues({ extends: 'base', parameters: { 'programmes.wakeUp': 0.1 } }, off);
    expect(stated['programmes.wakeUp']).toBe(0.1);
  });

  test('are refused where a parameter of the same file says otherwise, not where it says how strong', () => {
    expect(listPaths({ mechanisms: { wakeUp: 'off' }, parameters: { 'programmes.wakeUp': 0.1 } })).toEqual([
      'mechanisms.wakeUp: off',
    ]);
    expect(
      listPaths({
        mechanisms: { wakeUp: 'on' },
        parameters: { 'programmes.wakeUp': 0, 'programmes.wakeUpCost': 0 },
      }),
    ).toEqual(['mechanisms.wakeUp: on']);
    expect(listPaths({ mechanisms: { wakeUp: 'on' }, parameters: { 'programmes.wakeUp': 0.1 } })).toEqual([]);
  });

  test('are told by path when there is no such mechanism or no such state', () => {
    expect(listPaths({ mechanisms: { wakeup: 'off', content: 'maybe' } })).toEqual([
      'mechanisms.content: "maybe"',
      'mechanisms.wakeup: "off"',
    ]);
  });
});

describe('switches of a command', () => {
  const neutral = readShippedScenario('projection-neutral');

  test('set the same values as those of a file', () => {
    const overridden = overrideScenario(neutral, { mechanisms: { content: 'off' } });
    expect(overridden.ok && overridden.value.values).toEqual(readValues({ mechanisms: { content: 'off' } }));
  });

  test('are refused where --set says otherwise', () => {
    const overridden = overrideScenario(neutral, { mechanisms: { content: 'off' }, set: { 'tastes.content': 1 } });
    expect(overridden.ok ? [] : overridden.problems.map(({ path }) => path)).toEqual(['mechanisms.content']);
  });
});
