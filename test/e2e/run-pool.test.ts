import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestApi } from '../../src/app/test-api.ts';
import type { Measure } from '../../src/experiment/measure.ts';
import { createOrderPlayer, type RunOrder, type RunReport } from '../../src/experiment/run-order.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

type Tested = Window & { brokerscape: TestApi };

const measures: readonly Measure[] = [
  { metric: 'hhi' },
  { metric: 'revenue', series: 'year' },
  { metric: 'users', series: 'month' },
  { metric: 'commissionBp', broker: 'huatai' },
];
const inputs = loadShippedInputs('history-2019-2024', { agents: 300, months: 13 });
const orders: readonly RunOrder[] = ['1', '2', '3'].map((seed) => ({ inputs, seed, measures }));
/** A run that can't be: its market has no returns. */
const broken: RunOrder = { inputs: { ...inputs, realisedReturns: [Number.NaN] }, seed: '1', measures };

async function openApi(open: (options: OpenOptions) => Promise<Page>, options: OpenOptions = {}): Promise<Page> {
  const page = await open({ address: '?test#lab', ...options });
  await page.waitForFunction(() => 'brokerscape' in window);
  return page;
}

function playInPage(page: Page, asked: readonly RunOrder[]): Promise<RunReport[]> {
  return page.evaluate((list) => (window as unknown as Tested).brokerscape.play(list), asked);
}

test('orders on the workers of a tab give the figures and hashes of Node, a run that fails its cause', async ({
  open,
}) => {
  const play = createOrderPlayer(createSimulation);
  const expected = [...orders, broken].map(play);
  expect(expected.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  const page = await openApi(open);
  expect(await playInPage(page, [...orders, broken])).toEqual(expected);
});

test('a worker that is lost once is replaced; one that is lost again is told', async ({ open }) => {
  let lost = 0;
  let mostLost = 1;
  const page = await openApi(open, {
    provokes: /run\.worker/,
    prepare: (blank) =>
      blank.route(/run\.worker/, (route) => {
        if (lost === mostLost) return route.continue();
        lost++;
        return route.abort();
      }),
  });
  const [order] = orders;
  expect(await playInPage(page, [order])).toMatchObject([{ ok: true }]);
  expect(lost).toBe(1);
  mostLost = 99;
  await page.reload();
  await page.waitForFunction(() => 'brokerscape' in window);
  expect(await playInPage(page, [order])).toEqual([{ ok: false, error: 'the worker could not be loaded' }]);
});
