import { describe, expect, test } from 'vitest';
import { LEVERS } from '../../src/model/inputs.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { readBroker } from '../support/paired-runs.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

const base = loadBuiltInputs('projection-neutral', { agents: 1000, months: 10 });
const START = base.startMonth;

/** State hashes of a run: the initial state, then after every month. */
function hashMonths(inputs: typeof base, seed = 'timing'): string[] {
  const simulation = createSimulation(inputs, seed);
  const hashes = [simulation.stateHash()];
  while (simulation.month < inputs.months) {
    simulation.step();
    hashes.push(simulation.stateHash());
  }
  return hashes;
}

describe('a decision', () => {
  const plain = hashMonths(base);

  test.each(LEVERS)('on %s changes nothing before its month, and something in it', (lever) => {
    // Month 4 is May: not the first of a quarter.
    const changed = hashMonths({
      ...base,
      decisions: [{ month: START + 4, broker: 1, lever, mode: 'scale', value: 0.5 }],
    });
    expect(changed.slice(0, 5), 'the state before May').toEqual(plain.slice(0, 5));
    changed.slice(5).forEach((hash, k) => {
      expect(hash, `${k + 1} months on`).not.toBe(plain[5 + k]);
    });
  });

  test('that the run never reaches changes nothing', () => {
    const decisions = [{ month: START + 10, broker: 1, lever: 'price' as const, mode: 'set' as const, value: 0.1 }];
    expect(hashMonths({ ...base, decisions })).toEqual(plain);
  });

  test('that asks for what happens anyway changes nothing', () => {
    const decisions = [{ month: START, broker: 1, lever: 'content' as const, mode: 'scale' as const, value: 1 }];
    expect(hashMonths({ ...base, decisions })).toEqual(plain);
  });

  test('is charged and spent from its month on, and only by the broker that takes it', () => {
    const simulation = createSimulation(
      {
        ...base,
        decisions: [
          { month: START + 4, broker: 1, lever: 'price', mode: 'set', value: 0.25 },
          { month: START + 4, broker: 1, lever: 'content', mode: 'set', value: 3000 },
        ],
      },
      'timing',
    );
    const other = createSimulation(base, 'timing');
    const scale = (base.values['population.adultsMillion'] * 1e6) / base.agents;
    for (let month = 0; month < 8; month++) {
      simulation.step();
      other.step();
      const [mine, plainRecord] = [simulation.readMetrics(), other.readMetrics()];
      const isHeld = month >= 4;
      const price = readBroker(mine, 1, 'commissionBp');
      const content = readBroker(mine, 1, 'costContent');
      if (isHeld) expect(price).toBe(0.25);
      else expect(price).toBe(readBroker(plainRecord, 1, 'commissionBp'));
      // CNY 3,000 million a quarter are 1e11 cents a month, to the rounding of one agent's cents.
      if (isHeld) expect(Math.abs(content - 1e11)).toBeLessThan(scale);
      else expect(content).toBe(readBroker(plainRecord, 1, 'costContent'));
      if (month <= 4) expect(readBroker(mine, 0, 'costContent')).toBe(readBroker(plainRecord, 0, 'costContent'));
    }
  });
});

test('a longer run begins as the shorter one does', () => {
  const short = hashMonths(base);
  const longer = createSimulation({ ...base, months: 20 }, 'timing');
  const shorter = createSimulation(base, 'timing');
  while (shorter.month < 10) {
    shorter.step();
    longer.step();
    expect(longer.readMetrics()).toEqual(shorter.readMetrics());
  }
  expect(short).toHaveLength(11);
});
