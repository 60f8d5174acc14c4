import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestApi } from '../../src/app/test-api.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

type Tested = Window & { brokerscape: TestApi };

async function openApi(open: (options: OpenOptions) => Promise<Page>): Promise<Page> {
  const page = await open({ address: '?test', investors: 'as shipped' });
  await page.waitForFunction(() => 'brokerscape' in window);
  return page;
}

test('a run driven by hand has the hash and figures of the same run in Node', async ({ open }) => {
  const simulation = createSimulation(loadShippedInputs('price-war', { agents: 500, months: 12 }), 'any seed');
  while (simulation.month < 12) simulation.step();
  const page = await openApi(open);
  const driven = await page.evaluate(async () => {
    const api = (window as unknown as Tested).brokerscape;
    await api.load('price-war', { seed: 'any seed', agents: 500, years: 1 });
    await api.step(5);
    const middle = await api.month();
    await api.step(100);
    const [brokers, metrics] = [await api.brokers(), await api.metrics()];
    return { middle, month: await api.month(), hash: await api.hash(), brokers: brokers.length, users: metrics.users };
  });
  expect(driven).toEqual({
    middle: 5,
    month: 12,
    hash: simulation.stateHash(),
    brokers: simulation.inputs.brokers.length,
    users: simulation.readMetrics().market[0],
  });
});

test('a bad scenario is refused with every problem', async ({ open }) => {
  const page = await openApi(open);
  const refusals = await page.evaluate(async () => {
    const api = (window as unknown as Tested).brokerscape;
    const refuse = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);
    return {
      hash: await refuse(api.hash()),
      inline: await refuse(api.load({ formatVersion: 1, id: 'Bad Id', months: -3 })),
      options: await refuse(api.load({ scenario: 'price-war', agents: 3, set: { 'tastes.price': 99 } })),
      unknown: await refuse(api.load('no-such-scenario')),
    };
  });
  expect(refusals.hash).toContain('load(scenario)');
  expect(refusals.inline).toMatch(/id: .*\n.*months: /s);
  expect(refusals.options).toMatch(/agents: .*\nset\.tastes\.price: /);
  expect(refusals.unknown).toContain('no-such-scenario');
});
