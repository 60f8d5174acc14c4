// `npm run screenshots`: every screen of the built page at two widths, in both languages and themes, into test-results/,
// and the README's picture. For looking at, not for comparing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, ensureBrowsers } from './browser.mjs';
import { ensurePageBuild, ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WIDE = { name: '1440', viewport: { width: 1440, height: 900 } };
const PHONE = { name: '390', viewport: { width: 390, height: 844 } };
const LANGUAGES = /** @type {const} */ (['en', 'zh-CN']);
const THEMES = /** @type {const} */ (['light', 'dark']);

ensureDependencies();
await ensurePageBuild();
const { chromium: executablePath } = ensureBrowsers();
if (executablePath === undefined) throw new Error('No Chromium found: apt-get install chromium.');

const { preview } = await import('vite');
const { chromium } = await import('playwright-core');
const server = await preview({ root: ROOT, logLevel: 'warn', preview: { port: 4320, strictPort: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

/** Waits for the computed run and shows a month with something to see. @param {Page} page @param {number} years */
async function showYear(page, years) {
  await page.locator('[data-testid=state-hash]:not([data-hash=""])').waitFor({ state: 'attached' });
  const timeline = page.getByTestId('timeline');
  await timeline.press('Home');
  for (let year = 0; year < years; year++) await timeline.press('PageUp');
}

/** Explore with a price cut at the start of the second year, three years later. @param {Page} page */
async function pullLever(page) {
  await showYear(page, 1);
  await page.getByTestId('lever-price').evaluate((/** @type {any} */ slider) => {
    slider.valueAsNumber = 0.6;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByTestId('lever-price-effect').waitFor();
  await showYear(page, 4);
}

/** A study small enough to be computed for every picture. */
const STUDY = {
  formatVersion: 1,
  id: 'pictured',
  scenario: 'history-2019-2024',
  agents: 300,
  parameters: [
    { key: 'tastes.price', min: 0.1, max: 1 },
    { key: 'tastes.trust', min: 0.5, max: 2.5 },
    { key: 'choice.inertia', min: 0.5, max: 2.4 },
  ],
  sampling: { method: 'saltelli', samples: 16 },
  measures: [
    { metric: 'hhi' },
    { metric: 'retention12' },
    { metric: 'profit' },
    { metric: 'hhi', name: 'hhi_month', reduction: 'monthly' },
  ],
};

/** The Lab after a study of Sobol indices. @param {Page} page */
async function runStudy(page) {
  const menu = page.getByTestId('lab-mode-menu');
  if (await menu.isVisible()) await menu.selectOption('sobol');
  else await page.getByTestId('lab-mode-sobol').click();
  const buffer = Buffer.from(JSON.stringify(STUDY));
  await page
    .getByTestId('study-open-file')
    .setInputFiles({ name: 'design.json', mimeType: 'application/json', buffer });
  await page.locator('[data-testid=study-time-before][data-measured]').waitFor({ timeout: 120_000 });
  await page.getByTestId('study-start').click();
  await page.locator('[data-testid=study-progress][data-status=done]').waitFor({ timeout: 300_000 });
}

/** @type {{ name: string, hash: string, widths: (typeof WIDE)[], prepare: (page: Page) => Promise<unknown> }[]} */
const SCREENS = [
  { name: 'explore', hash: '#explore', widths: [WIDE, PHONE], prepare: (page) => showYear(page, 3) },
  { name: 'explore-b', hash: '#explore', widths: [WIDE, PHONE], prepare: pullLever },
  {
    name: 'explore-table',
    hash: '#explore',
    widths: [WIDE],
    prepare: async (page) => {
      await showYear(page, 3);
      await page.getByTestId('world-table').click();
    },
  },
  ...['charts', 'why'].map((tab) => ({
    name: `explore-${tab}`,
    hash: '#explore',
    widths: [PHONE],
    prepare: async (/** @type {Page} */ page) => {
      await showYear(page, 3);
      await page.getByTestId(`tab-${tab}`).click();
    },
  })),
  {
    name: 'first-visit',
    hash: '',
    widths: [WIDE, PHONE],
    prepare: async (page) => {
      await page.getByTestId('first-answer-0').click();
      await page.getByTestId('first-why').waitFor();
    },
  },
  {
    name: 'scoreboard',
    hash: '#scoreboard',
    widths: [WIDE, PHONE],
    prepare: (page) => page.getByTestId('scoreboard').waitFor(),
  },
  { name: 'lab', hash: '#lab', widths: [WIDE, PHONE], prepare: (page) => page.getByTestId('lab-hash').waitFor() },
  { name: 'lab-study', hash: '#lab', widths: [WIDE, PHONE], prepare: runStudy },
  { name: 'bad-link', hash: '#v1:garbage', widths: [WIDE, PHONE], prepare: (page) => showYear(page, 0) },
];

/** @param {(typeof SCREENS)[number]} screen @param {typeof WIDE} size @param {(typeof LANGUAGES)[number]} locale @param {(typeof THEMES)[number]} colorScheme */
async function takePicture(screen, size, locale, colorScheme) {
  const context = await browser.newContext({ viewport: size.viewport, locale, colorScheme });
  const page = await context.newPage();
  await page.goto(address + screen.hash);
  await screen.prepare(page);
  await page.waitForTimeout(1500); // islands and crossfades come to rest
  const name = `${screen.name}-${size.name}-${locale}-${colorScheme}.png`;
  await page.screenshot({ path: join(ROOT, 'test-results/screens', name) });
  if (name === 'explore-b-1440-en-light.png') {
    await page.screenshot({ path: join(ROOT, 'docs/images/explore.png') });
  }
  await context.close();
  process.stdout.write(`${name}\n`);
}

mkdirSync(join(ROOT, 'test-results/screens'), { recursive: true });
mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
for (const screen of SCREENS) {
  for (const size of screen.widths) {
    for (const locale of LANGUAGES) {
      for (const theme of THEMES) await takePicture(screen, size, locale, theme);
    }
  }
}
await browser.close();
await server.close();
