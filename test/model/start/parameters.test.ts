import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ORIGIN_PARAMETERS, RAKED_PARAMETERS, readStartRole } from '../../../src/model/start/parameters.ts';
import { ROOT } from '../../support/source-text.ts';

/** What makes people, ties and brokers, and goes on acting later as each scenario says. */
const ACTS_ON = ['choice.mostAccounts', 'population.wealthGrowth', 'brokers.entrantRevenueBn'];

test.each(['investors/population.ts', 'market/network.ts', 'brokers/roster.ts'])(
  'every parameter that %s makes people, ties or brokers with has a role at the start',
  (file) => {
    const text = readFileSync(join(ROOT, 'src/model', file), 'utf8');
    const read = [...text.matchAll(/values\['([\w.]+)'\]/g)].map(([, key]) => key);
    expect(read.length).toBeGreaterThan(1);
    expect(read.filter((key) => readStartRole(key) === null && !ACTS_ON.includes(key))).toEqual([]);
  },
);

test('no parameter has two roles', () => {
  const raked: readonly string[] = RAKED_PARAMETERS;
  expect(ORIGIN_PARAMETERS.filter((key) => raked.includes(key))).toEqual([]);
});
