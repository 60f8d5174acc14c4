import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { findViolations as findInTheme } from '../support/accessibility.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { pause, setLever, showMonth, waitForHash } from '../support/explore-page.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
const THEMES = ['dark', 'light'] as const;

/** What axe finds in the page as it stands, in either theme. It opens in light colours and is left in them. */
async function findViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  for (const theme of THEMES) {
    // Not by the page's own switch: what is open over the page would close. Colours change at once under reduced motion.
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    violations.push(...(await findInTheme(page)).map((violation) => `${theme}: ${violation}`));
  }
  return violations;
}

async function openMarket(open: (options: OpenOptions) => Promise<Page>, options: OpenOptions = {}): Promise<Page> {
  const page = await open({ reducedMotion: 'reduce', ...options });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 30);
  return page;
}

describe('WCAG 2.2 AA by axe, light and dark', () => {
  test('Explore, and a term explained: it stays, can be pointed at, and goes with Escape (1.4.13)', async ({
    open,
  }) => {
    const page = await openMarket(open);
    expect(await findViolations(page)).toEqual([]);

    const term = page.getByTestId('fact-concentration').getByTestId('term').filter({ hasText: 'HHI' });
    const tip = page.getByTestId('term-tip');
    await term.hover();
    await tip.waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await tip.isVisible()).toBe(true);
    await tip.hover();
    await page.waitForFunction(() => document.querySelector('[data-testid=term-tip]')?.matches(':hover') === true);
    // The pointer stays where it is, and the focus too.
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });

    await term.focus();
    await tip.waitFor();
    expect(await term.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
    expect(await term.evaluate((word) => word === document.activeElement)).toBe(true);
  });

  test('Explore with a branch, in Chinese', async ({ open }) => {
    const page = await openMarket(open, { locale: 'zh-CN' });
    await setLever(page, 'price', 0.4);
    await page.getByTestId('lever-price-effect').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test('the market as a table, and every chart as numbers', async ({ open }) => {
    const page = await openMarket(open);
    await page.getByTestId('world-table').click();
    await page.getByTestId('market-table').getByRole('table').first().waitFor();
    for (const chart of await page.locator('figure.chart').all()) {
      await chart.locator('[data-testid$=-table]').first().click();
    }
    expect(await findViolations(page)).toEqual([]);
  });

  test('what opens over the page: brokers, scenarios, help', async ({ open }) => {
    const page = await openMarket(open);
    for (const opener of ['broker', 'scenario', 'seed', 'help']) {
      await page.getByTestId(opener).click();
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test('the Lab', async ({ open }) => {
    const page = await open({ address: '#lab', reducedMotion: 'reduce' });
    await page.getByTestId('lab-hash').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test('a phone, each of its three tabs', async ({ open }) => {
    const page = await openMarket(open, PHONE);
    for (const tab of ['levers', 'charts', 'why']) {
      await page.getByTestId(`tab-${tab}`).click();
      expect(await findViolations(page)).toEqual([]);
    }
  });

  test('a link that could not be read, and an engine that failed', async ({ open }) => {
    const page = await open({
      address: '#v1:garbage',
      reducedMotion: 'reduce',
      provokes: /engine\.worker/,
      prepare: (page) => page.route('**/engine.worker*.js', (route) => route.abort()),
    });
    await page.getByTestId('failure').waitFor();
    await page.getByTestId('link-problems').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});
