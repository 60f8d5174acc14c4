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

/** Controls that a person can see and that are smaller than WCAG 2.2 asks (24 × 24, or room around them). */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, [role=slider], [role=switch]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < 23.5 || box.height < 23.5))
      .map(
        ({ element, box }) => `${element.outerHTML.slice(0, 90)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
      ),
  );
}

describe.each(LANGUAGES)('in %s', (locale) => {
  test.for(SIZES)('Explore fits %i × %i', async ([width, height], { open }) => {
    const page = await open({ locale, viewport: { width, height } });
    await waitForHash(page);
    await pause(page);
    await showMonth(page, 24);
    expect(await readSidewaysScroll(page)).toBe(0);
    expect(await findSmallTargets(page)).toEqual([]);
  });

  test.for(SIZES)('the Lab fits %i × %i', async ([width, height], { open }) => {
    const page = await open({ locale, viewport: { width, height }, address: '#lab' });
    await page.getByTestId('lab-hash').waitFor();
    expect(await readSidewaysScroll(page)).toBe(0);
    for (const chart of [0, 1, 2, 3]) {
      await page.getByTestId(`chart-lab-${chart}`).locator('.plot > svg').waitFor();
    }
  });

  test('the page says its language', async ({ open }) => {
    const page = await open({ locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
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
