import { describe, expect, test } from 'vitest';
import { createBrokerLooks } from '../../src/app/broker-looks.ts';
import type { BrokerInput } from '../../src/model/inputs.ts';

/** Nine brokers of which only name and share matter here, not in order of size. */
const BROKERS = [0.05, 0.3, 0.02, 0.2, 0.15, 0.1, 0.08, 0.06, 0.04].map(
  (share, index) => ({ id: `b${index}`, name: { en: `B${index}`, 'zh-CN': `券商${index}` }, share }) as BrokerInput,
);

describe('how brokers are drawn', () => {
  test('the chosen one is b1, the five largest rivals b2 to b6, all others grey', () => {
    const colours = createBrokerLooks(BROKERS, 2).map(({ colour }) => colour);
    expect(colours).toEqual(['--tail-2', '--b2', '--b1', '--b3', '--b4', '--b5', '--b6', '--tail-1', '--tail-3']);
  });

  test('coloured brokers differ by line and by marker as well', () => {
    const coloured = createBrokerLooks(BROKERS, 1).filter(({ colour }) => colour.startsWith('--b'));
    expect(new Set(coloured.map(({ dash }) => dash)).size).toBe(6);
    expect(new Set(coloured.map(({ marker }) => marker)).size).toBe(6);
  });

  test('a market of one broker is that one', () => {
    expect(createBrokerLooks(BROKERS.slice(0, 1), 0)).toMatchObject([{ index: 0, colour: '--b1', dash: '' }]);
  });
});
