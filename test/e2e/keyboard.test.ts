import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, waitForHash, waitForMonth } from '../support/explore-page.ts';

const MOST_STOPS = 250;

/** Where the focus is: the test id of the focused element or of what holds it. */
function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.closest<HTMLElement>('[data-testid]')?.dataset.testid ?? focused?.tagName ?? '';
  });
}

/** Presses Tab until the focus is on an element. @returns every stop on the way */
async function tabTo(page: Page, testId: string): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    stops.push(await readFocus(page));
    if (stops.at(-1) === testId) return stops;
  }
  throw new Error(`Tab never reached ${testId}; it went through ${[...new Set(stops)].join(', ')}`);
}

/** Whether the focused element is marked: an outline or a shadow that it has only while focused. */
function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const look = () => {
      const parts = [element, element.parentElement, element.nextElementSibling].filter((part) => part !== null);
      return parts.map((part) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(
          part as Element,
        );
        return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join();
      });
    };
    const focused = look().join(';');
    element.blur();
    const blurred = look().join(';');
    element.focus({ focusVisible: true } as FocusOptions);
    return focused !== blurred;
  });
}

test('a run can be played, changed, read and shared without a mouse', async ({ open }) => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const baseline = await waitForHash(page);
  await pause(page);

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, 'door-lab');
  expect(await isFocusVisible(page)).toBe(true);

  await tabTo(page, 'lever-price');
  expect(await isFocusVisible(page)).toBe(true);
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowLeft');
  const mine = await waitForHash(page, baseline);
  expect(mine).not.toBe(baseline);

  await tabTo(page, 'play');
  await page.keyboard.press('Home');
  await tabTo(page, 'timeline');
  await page.keyboard.press('End');
  await waitForMonth(page, 72);
  await page.keyboard.press('ArrowLeft');
  await waitForMonth(page, 71);
});

test('shortcuts play, step, show the table, undo and help; and can be switched off', async ({ open }) => {
  const page = await open();
  await waitForHash(page);
  await pause(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.getByTestId('to-start').click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ['.', '.', '.', ',']) await page.keyboard.press(key);
  await waitForMonth(page, 2);
  await page.keyboard.press('t');
  await page.getByTestId('market-table').waitFor();
  await page.keyboard.press('t');
  await page.getByTestId('market').waitFor();
  await page.keyboard.press('?');
  await page.getByTestId('help-dialog').waitFor();
  await page.getByTestId('keys-enabled').uncheck();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('t');
  expect(await page.getByTestId('market').count()).toBe(1);
});

test('a chart is one stop and is read by arrows; its table stands behind a button', async ({ open }) => {
  const page = await open();
  await waitForHash(page);
  await pause(page);
  const plot = page.locator('figure.chart .plot').first();
  await plot.focus();
  await page.keyboard.press('End');
  const spoken = plot.locator('[aria-live]');
  const atEnd = await spoken.innerText();
  expect(atEnd.length).toBeGreaterThan(10);
  await page.keyboard.press('ArrowLeft');
  expect(await spoken.innerText()).not.toBe(atEnd);
  await page.keyboard.press('t');
  expect(await page.locator('figure.chart').first().getByRole('row').count()).toBeGreaterThan(12);
});

test('the focus is never trapped: Tab goes round the whole page', async ({ open }) => {
  const page = await open();
  await waitForHash(page);
  await pause(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops = await tabTo(page, 'timeline');
  expect(new Set(stops).size).toBeGreaterThan(15);
});
