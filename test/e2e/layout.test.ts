import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, showMonth, waitForHash } from '../support/explore-page.ts';

const SIZES = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1280, 720],
  [1440, 900],
] as const;
const LANGUAGES = ['en', 'zh-CN'] as const;

/** How far the page could be pushed sideways, in pixels. */
function readSidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scroller = document.scrollingElement as Element;
    return scroller.scrollWidth - scroller.clientWidth;
  });
}

/** Controls that a person can see and that are smaller than WCAG 2.2 asks (2.5.8: 24 × 24, or a word of a sentence, as high as its line). */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, [role=slider], [role=switch]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.matches('p .term'))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < 23.5 || box.height < 23.5))
      .map(
        ({ element, box }) => `${element.outerHTML.slice(0, 90)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
      ),
  );
}

/** What is wrong with the layout at each size, after the page had time to take it. */
async function findMisfits(page: Page, check: () => Promise<string[]>): Promise<string[]> {
  const misfits: string[] = [];
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction((asked) => window.innerWidth === asked, width);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const sideways = await readSidewaysScroll(page);
    const found = [...(sideways === 0 ? [] : [`scrolls sideways by ${sideways} pixels`]), ...(await check())];
    misfits.push(...found.map((misfit) => `${width} × ${height}: ${misfit}`));
  }
  return misfits;
}

describe.each(LANGUAGES)('in %s', (locale) => {
  test('Explore fits every screen', async ({ open }) => {
    const page = await open({ locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await waitForHash(page);
    await pause(page);
    await showMonth(page, 24);
    expect(await findMisfits(page, () => findSmallTargets(page))).toEqual([]);
  });

  test('the Lab fits every screen', async ({ open }) => {
    const page = await open({ locale, address: '#lab' });
    await page.getByTestId('lab-hash').waitFor();
    const drawCharts = async () => {
      for (const chart of [0, 1, 2, 3]) await page.getByTestId(`chart-lab-${chart}`).locator('.plot > svg').waitFor();
      return [];
    };
    expect(await findMisfits(page, drawCharts)).toEqual([]);
  });
});

test('the language changes in place, and is remembered', async ({ open }) => {
  const page = await open();
  await waitForHash(page);
  await page.getByTestId('language').click();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.getByTestId('door-lab').innerText()).toMatch(/\p{Script=Han}/u);
  await page.reload();
  await waitForHash(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
