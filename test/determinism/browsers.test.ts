import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestApi } from '../../src/app/test-api.ts';
import { launchChromium, launchFirefox, watchFaults } from '../support/browser.ts';
import { setLever } from '../support/explore-page.ts';
import { REFERENCE_AGENTS, REFERENCE_SCENARIO, REFERENCE_SEED, runReference } from '../support/reference-run.ts';

const MONTHS = 72;
const expected = runReference();

/** Drives `window.brokerscape`, as a tester would, in one evaluation each. */
interface Ask {
  readonly observed: boolean;
  /** Months at a time. */
  readonly stride: number;
}

/** Runs the reference in a page. @returns its state hash after the last month */
function runInPage(page: Page, ask: Ask): Promise<string> {
  return page.evaluate(
    async ({ observed, stride, scenario, seed, agents, months }) => {
      const { brokerscape } = window as Window & { brokerscape?: TestApi };
      if (brokerscape === undefined) throw new Error('window.brokerscape is missing under ?test');
      await brokerscape.load(scenario, { seed, agents });
      while ((await brokerscape.month()) < months) {
        if (observed) {
          await brokerscape.metrics();
          await brokerscape.brokers();
          await brokerscape.hash();
        }
        await brokerscape.step(stride);
      }
      return brokerscape.hash();
    },
    { ...ask, scenario: REFERENCE_SCENARIO, seed: REFERENCE_SEED, agents: REFERENCE_AGENTS, months: MONTHS },
  );
}

async function openTestPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage();
  const faults = watchFaults(page, new URL(inject('pageUrl')).origin);
  await page.goto(`${inject('pageUrl')}?test`);
  await page.waitForFunction(() => 'brokerscape' in window);
  return { page, faults };
}

function describeBrowser(name: string, launch: () => Promise<Browser | undefined>): void {
  describe(`${name} computes what Node computes`, () => {
    let browser: Browser | undefined;
    let page: Page;
    let faults: string[];

    beforeAll(async () => {
      browser = await launch();
      if (browser !== undefined) ({ page, faults } = await openTestPage(browser));
    });
    afterAll(() => browser?.close());

    test(`${REFERENCE_SCENARIO}, seed ${REFERENCE_SEED}, ${REFERENCE_AGENTS} investors, six years`, async (context) => {
      if (browser === undefined) context.skip(`${name} is not installed here: not compared`);
      expect(await runInPage(page, { observed: false, stride: MONTHS })).toBe(expected);
    });

    test('a second time in the same page, a month at a time, observed after each', async (context) => {
      if (browser === undefined) context.skip(`${name} is not installed here: not compared`);
      expect(await runInPage(page, { observed: true, stride: 1 })).toBe(expected);
      expect(faults).toEqual([]);
    });
  });
}

describeBrowser('Chromium', launchChromium);
describeBrowser('Firefox', launchFirefox);

describe('what the page shows is that run too', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('months kept, branched from and thrown away by the live runner leave no trace in the hash', async () => {
    const page = await browser.newPage();
    await page.route(`**/scenarios/${REFERENCE_SCENARIO}.json`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), agents: REFERENCE_AGENTS } });
    });
    await page.goto(`${inject('pageUrl')}#explore`);
    const hash = page.locator(`[data-testid=state-hash][data-hash="${expected}"]`);
    await hash.waitFor({ state: 'attached' });
    const timeline = page.getByTestId('timeline');
    await timeline.press('Home');
    for (let year = 0; year < 2; year++) await timeline.press('PageUp');
    await setLever(page, 'price', 0.4);
    await hash.waitFor({ state: 'detached' });
    await page.getByTestId('lever-price-reset').click();
    await hash.waitFor({ state: 'attached' });
  });
});
