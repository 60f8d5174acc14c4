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

const ROOM_PX = 8;

/** Whether a person sees where the focus is: the picture of the element and its surroundings changes without it. */
async function isFocusVisible(page: Page): Promise<boolean> {
  const box = await page.evaluate(
    () => (document.activeElement as Element).getBoundingClientRect().toJSON() as DOMRect,
  );
  const clip = {
    x: box.x - ROOM_PX,
    y: box.y - ROOM_PX,
    width: box.width + 2 * ROOM_PX,
    height: box.height + 2 * ROOM_PX,
  };
  const focused = await page.screenshot({ clip });
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await element.evaluate((target) => target.blur());
  const blurred = await page.screenshot({ clip });
  await element.evaluate((target) => target.focus());
  return !focused.equals(blurred);
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

test('every shortcut of the help does what it says there; all can be switched off', async ({ open }) => {
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

  // Time: faster, slower, on and off.
  const speed = page.getByTestId('speed');
  const slow = await speed.innerText();
  await page.keyboard.press(']');
  await page.waitForFunction(
    (before) => document.querySelector<HTMLElement>('[data-testid=speed]')?.innerText !== before,
    slow,
  );
  await page.keyboard.press('[');
  await page.waitForFunction(
    (before) => document.querySelector<HTMLElement>('[data-testid=speed]')?.innerText === before,
    slow,
  );
  await page.keyboard.press('Space');
  await page.locator('[data-testid=play][data-playing=true]').waitFor();
  await page.keyboard.press('b');
  await page.locator('[data-testid=play][data-playing=false]').waitFor();

  // B leads to the levers, where the next key branches off; Ctrl Z and Ctrl Y take it back and do it again.
  await page.locator('[data-testid=lever-price]:focus').waitFor();
  await page.keyboard.press('ArrowLeft');
  const branch = page.getByTestId('mark-branch');
  await branch.waitFor();
  await page.keyboard.press('Control+z');
  await branch.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+y');
  await branch.waitFor();

  // A beside B, somebody followed, and why.
  await page.keyboard.press('c');
  await page.getByTestId('market-compare').waitFor();
  await page.keyboard.press('c');
  await page.getByTestId('market').waitFor();
  await page.keyboard.press('f');
  await page.getByTestId('follow-card').waitFor();
  await page.keyboard.press('f');
  await page.getByTestId('follow-card').waitFor({ state: 'detached' });
  await page.keyboard.press('w');
  await page.locator('#why:focus').waitFor();

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

test('the focus is never trapped: Tab goes round the whole page and comes back', async ({ open }) => {
  const page = await open();
  await waitForHash(page);
  await pause(page);
  await tabTo(page, 'timeline');
  const round = new Set(await tabTo(page, 'timeline'));
  for (const stop of ['door-lab', 'scenario', 'share', 'broker', 'lever-price', 'lever-advice', 'colour-by', 'play']) {
    expect(round).toContain(stop);
  }
});
