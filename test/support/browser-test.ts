import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { launchChromium, launchPlainChromium, watchFaults } from './browser.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** Size of the market: small unless the test is about size or compares with another host. */
  readonly investors?: number | 'as shipped';
  /** What follows the page's address: `?lang=zh-CN`, `#lab`, a share link. */
  readonly address?: string;
  /** Faults that the test provokes; all others fail it. */
  readonly provokes?: RegExp;
  /** Somebody who was never here sees the first screen; without this the reader has seen and left it. */
  readonly firstVisit?: boolean;
  /** Called before the page loads: routes, scripts. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

interface Opened {
  readonly context: BrowserContext;
  readonly faults: readonly string[];
  readonly provokes: RegExp | undefined;
}

const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light' } as const;

const FEW_INVESTORS = 2_000;

/** Serves the shipped scenarios with another number of investors. */
async function resizeScenarios(page: Page, investors: number): Promise<void> {
  await page.route(/\/scenarios\/(?!index)[\w-]+\.json$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), agents: investors } });
  });
}

/** In the page, before its first script: as if the first screen had been left on an earlier visit. */
function rememberVisit(): void {
  const key = 'brokerscape.preferences';
  const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
  localStorage.setItem(key, JSON.stringify({ ...stored, visited: true }));
}

/** Opens the built page in a context of its own, watched from before its first request. */
async function openPage(browser: Browser, opened: Opened[], options: OpenOptions): Promise<Page> {
  const { address = '', investors = FEW_INVESTORS, provokes, firstVisit, prepare, ...contextOptions } = options;
  const context = await browser.newContext({ ...DESKTOP, ...contextOptions });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const url = inject('pageUrl');
  opened.push({ context, faults: watchFaults(page, new URL(url).origin), provokes });
  if (firstVisit !== true) await page.addInitScript(rememberVisit);
  if (investors !== 'as shipped') await resizeScenarios(page, investors);
  await prepare?.(page);
  await page.goto(url + address);
  return page;
}

/** One browser for all tests of a file. */
function provideBrowser(launch: () => Promise<Browser>) {
  const provide = async (
    // biome-ignore lint/correctness/noEmptyPattern: the form that vitest reads a fixture's needs from
    {}: object,
    use: (browser: Browser) => Promise<void>,
  ) => {
    const browser = await launch();
    await use(browser);
    await browser.close();
  };
  return [provide, { scope: 'file' }] as [typeof provide, { scope: 'file' }];
}

/**
 * A test on the built page. `open` may be called several times; at the end every page must be free of errors, of policy
 * violations and of requests to other hosts.
 */
export const test = base.extend<{ browser: Browser; open: (options?: OpenOptions) => Promise<Page> }>({
  browser: provideBrowser(launchChromium),
  open: async ({ browser }, use) => {
    const opened: Opened[] = [];
    await use((options = {}) => openPage(browser, opened, options));
    for (const { context } of opened) {
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
    for (const { faults, provokes } of opened) {
      expect([...new Set(faults)].filter((fault) => provokes?.test(fault) !== true)).toEqual([]);
    }
  },
});

/** The same where Chromium draws pages without a graphics card. */
export const plainTest = test.extend({ browser: provideBrowser(launchPlainChromium) });
