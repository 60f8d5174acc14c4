import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { FirstVisit } from '../../src/experiment/first-visit.ts';
import { findViolations } from '../support/accessibility.ts';
import { launchPlainChromium } from '../support/browser.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { waitForMonth } from '../support/explore-page.ts';
import { recordMeasurement } from '../support/measurements.ts';
import { openOnPoorLine } from '../support/poor-line.ts';

const { question } = JSON.parse(readFileSync('public/data/first-visit.json', 'utf8')) as FirstVisit;

const MOVING_AIM_MS = 3_000;
/** Enough for a run that is still going on when somebody stops it. */
const MANY_INVESTORS = 6_000;
/** Longer than a month takes while the map plays: what stands still for so long is paused. */
const STILL_MS = 600;

type Open = (options: OpenOptions) => Promise<Page>;

async function openFirst(open: Open, options: OpenOptions = {}): Promise<Page> {
  const page = await open({ firstVisit: true, ...options });
  await page.getByTestId('first-answer-0').waitFor();
  return page;
}

async function readMonth(page: Page): Promise<number> {
  return Number(await page.getByTestId('first-map').getAttribute('data-month'));
}

/** Chooses an answer and waits for the result. */
async function answer(page: Page, place: number): Promise<void> {
  await page.getByTestId(`first-answer-${place}`).click();
  await page.getByTestId('first-why').waitFor({ timeout: 60_000 });
}

test('words, the question and a still picture stand there before any script', async ({ open }) => {
  const page = await open({
    firstVisit: true,
    prepare: (blank) => blank.route(/assets\/.*\.js$/, (route) => route.abort()),
    provokes: /assets|ERR_FAILED/,
  });
  await page.getByRole('heading', { name: 'See why investors change brokers' }).waitFor();
  await page.getByRole('heading', { name: /Who has the most clients in five years/ }).waitFor();
  expect(await page.locator('.still').isVisible()).toBe(true);
});

test('the market moves soon on a poor line', async ({ browser }) => {
  const { ms, bytes } = await openOnPoorLine(browser);
  recordMeasurement('poor line: address entered to a moving market', ms, 'ms', `aim: ${MOVING_AIM_MS}`);
  expect(ms).toBeGreaterThan(0);
  // At 200 kB a second three seconds carry 600 kB; what is fetched until then must leave room for the rest.
  expect(bytes).toBeLessThan(400_000);
});

test('and on a poor line where Chromium draws the page without a graphics card', async () => {
  const browser = await launchPlainChromium();
  try {
    const { ms } = await openOnPoorLine(browser);
    recordMeasurement('… page drawn without a graphics card', ms, 'ms', `aim: ${MOVING_AIM_MS}`);
    expect(ms).toBeGreaterThan(0);
  } finally {
    await browser.close();
  }
});

test('is paused, stopped, answered with a tap, tells who leads and why, goes on as B in Explore, and is shown once', async ({
  open,
}) => {
  const page = await openFirst(open, { investors: MANY_INVESTORS });
  expect(await page.getByTestId('first-answer-0').textContent()).toContain('Comet, which cut its price');
  await page.locator('[data-testid=first-map]:not([data-month="0"])').waitFor();
  await page.getByTestId('first-pause').click();
  const month = await readMonth(page);
  await page.waitForTimeout(STILL_MS);
  expect(await readMonth(page)).toBe(month);
  await page.getByTestId('first-answer-2').click();
  await page.getByTestId('first-stop').click();
  await page.locator('[data-testid=first-question][data-stage=ask]').waitFor();

  await answer(page, 0);
  expect(await page.getByTestId('first-answer-0').textContent()).toContain('your answer');
  expect(await page.getByTestId('first-result').textContent()).toContain(`of ${question.shares.length} markets`);
  expect(await page.getByTestId('first-why').textContent()).toMatch(/in the first year; .*answered|no rival/);
  expect(await readMonth(page)).toBe(question.months);
  await page.getByTestId('first-change').click();
  await page.locator('[data-testid=lever-price]:focus').waitFor();
  expect(await page.getByTestId('lever-price').inputValue()).toBe(String(question.cut.value));
  await waitForMonth(page, question.months);
  expect(new URL(page.url()).hash).toBe('#explore');

  await page.goto(page.url().split('#')[0]);
  await page.locator('[data-visit=again] [data-testid=play]').waitFor();
  expect(await page.getByTestId('first-question').count()).toBe(0);
});

test('is not shown to who asked for something else', async ({ open }) => {
  const page = await open({ firstVisit: true, address: '#lab' });
  await page.getByTestId('lab').waitFor();
  expect(await page.getByTestId('first-question').count()).toBe(0);
});

test('without its data the market itself opens', async ({ open }) => {
  const without = await open({
    firstVisit: true,
    provokes: /first-visit|ERR_FAILED/,
    prepare: (blank) => blank.route('**/first-visit.json', (route) => route.abort()),
  });
  await without.getByTestId('play').waitFor();
});

describe.each([
  [1440, 900, 'light', 'zh-CN'],
  [320, 640, 'dark', 'en-GB'],
] as const)('%i × %i, %s, %s', (width, height, colorScheme, locale) => {
  test('fits and has no violations, asked and answered', async ({ open }) => {
    const page = await openFirst(open, { viewport: { width, height }, colorScheme, locale, reducedMotion: 'reduce' });
    for (const stage of ['ask', 'answered']) {
      if (stage === 'answered') await answer(page, 1);
      expect(await findViolations(page)).toEqual([]);
      const sideways = await page.evaluate(() => {
        const scroller = document.scrollingElement as Element;
        return scroller.scrollWidth - scroller.clientWidth;
      });
      expect(sideways).toBe(0);
    }
    // Result, reason and ways on stand in the window of a desktop; a phone scrolls.
    if (width >= 680) {
      const way = await page.getByTestId('first-change').boundingBox();
      expect(way!.y + way!.height).toBeLessThanOrEqual(height);
    }
  });
});
