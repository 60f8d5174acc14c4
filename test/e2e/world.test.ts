import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { pause, showMonth, waitForHash, waitForMarket } from '../support/explore-page.ts';

const INVESTORS = 2_000;
const CHOSEN_ISLAND = '.world-buttons [aria-pressed=true]';

async function readCount(page: Page, testId: string): Promise<number> {
  const text = await page.getByTestId(testId).innerText();
  return Number(text.replace(/\D/g, ''));
}

/** Width of the chosen island on screen: the nearer the map, the wider. */
function readIslandWidth(page: Page): Promise<number> {
  return page.locator(CHOSEN_ISLAND).evaluate((button) => Number.parseFloat(button.style.width));
}

/** Waits until the chosen island is so many times as wide as it was. */
async function waitForZoom(page: Page, width: number, zoom: number): Promise<void> {
  await page.waitForFunction(
    ([selector, wanted]) => {
      const island = document.querySelector<HTMLElement>(selector as string);
      return island !== null && Math.abs(Number.parseFloat(island.style.width) - (wanted as number)) < 0.2;
    },
    [CHOSEN_ISLAND, width * zoom],
  );
}

/** Waits until the map has drawn a month: it may be a frame behind what the page shows. */
async function waitForDrawn(page: Page, month: number): Promise<void> {
  await page.locator(`.world[data-month="${month}"]`).waitFor();
}

/** The middle of the chosen broker's island, where its oldest client stands. */
async function findOldestClient(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator(CHOSEN_ISLAND).boundingBox();
  return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
}

test('the market: counted, near and far, one investor followed', async ({ open }) => {
  const page = await open({ reducedMotion: 'reduce', investors: INVESTORS });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 30);
  await waitForDrawn(page, 30);

  // The legend counts everybody once.
  const steps = await Promise.all([0, 1, 2, 3, 4].map((step) => readCount(page, `count-step-${step}`)));
  const clients = steps.reduce((sum, count) => sum + count, 0);
  expect(clients).toBeGreaterThan(0);
  expect(clients + (await readCount(page, 'count-ashore'))).toBe(INVESTORS);
  expect(await readCount(page, 'count-dormant')).toBeLessThan(clients);
  expect(await page.getByTestId('sample').getAttribute('title')).toContain('All 2,000');

  // Buttons, keys and the wheel come closer; 0 shows all again.
  const width = await readIslandWidth(page);
  await page.getByTestId('zoom-in').click();
  await waitForZoom(page, width, 1.5);
  await page.getByTestId('zoom-in').press('+');
  await waitForZoom(page, width, 2.25);
  await page.getByTestId('zoom-in').press('Shift+ArrowRight');
  await page.getByTestId('zoom-in').press('0');
  await waitForZoom(page, width, 1);
  expect(await page.getByTestId('zoom-all').isVisible()).toBe(false);

  // A press on a dot follows whoever it is.
  const client = await findOldestClient(page);
  await page.mouse.click(client.x, client.y);
  const card = page.getByTestId('follow-card');
  await card.waitFor();
  const name = await card.locator('strong').innerText();
  expect(name).toMatch(/^Investor \d+$/);
  expect(await card.getByTestId('follow-segment').innerText()).toMatch(/^\d+ years · .+ · .+$/);
  await page.locator('.world-label', { hasText: name }).waitFor();
  await page.mouse.move(0, 0);
  expect(await findViolations(page)).toEqual([]);

  await card.getByTestId('stop-following').click();
  await page.locator('.world-label', { hasText: name }).waitFor({ state: 'detached' });
  expect(await card.count()).toBe(0);
});

test('whoever left in an interview is followed on the map, with the way there; F ends it and follows another', async ({
  open,
}) => {
  const page = await open({ investors: INVESTORS });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 60);
  await page.getByTestId('follow').click();
  await page.getByTestId('follow-card').waitFor();
  await page.locator('[data-testid=life-switch], [data-testid=life-leave]').first().click();
  await page.locator('.world[data-trail]:not([data-trail="0"])').waitFor();
  await page.getByTestId('zoom-in').press('f');
  await page.locator('.world[data-trail="0"]').waitFor();
  expect(await page.getByTestId('follow-card').count()).toBe(0);
  await page.getByTestId('zoom-in').press('f');
  await page.getByTestId('follow-card').waitFor();
});

test('on a phone a finger follows, buttons stand in for two, and the key counts below the islands', async ({
  open,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;
  const page = await open({ investors: INVESTORS, ...phone });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 30);
  await waitForDrawn(page, 30);
  const width = await readIslandWidth(page);
  await page.getByTestId('zoom-in').tap();
  await waitForZoom(page, width, 1.5);
  await page.getByTestId('zoom-all').tap();
  await waitForZoom(page, width, 1);

  // The key opens beside the map, counts everybody, and closes with Escape.
  await page.getByTestId('open-key').tap();
  const key = page.getByTestId('key');
  await key.waitFor();
  const [map, panel] = [await page.getByTestId('market').boundingBox(), await key.boundingBox()];
  expect(panel!.y).toBeGreaterThanOrEqual(map!.y + map!.height);
  const counted = ['count-step-0', 'count-step-1', 'count-step-2', 'count-step-3', 'count-step-4', 'count-ashore'];
  const counts = await Promise.all(counted.map((testId) => readCount(page, testId)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(INVESTORS);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await key.waitFor({ state: 'detached' });

  // The table is there for a finger too.
  await page.getByTestId('world-mode').tap();
  await page.getByTestId('world-mode-table').tap();
  await page.getByTestId('market-table').waitFor();

  // So are flows, drawn as charts are although no chart has been opened before: the month on show is a line.
  await page.getByTestId('world-mode').tap();
  await page.getByTestId('world-mode-flows').tap();
  const now = page.locator('[data-testid=market-flows] .now path').first();
  await now.waitFor({ state: 'attached' });
  expect(await now.evaluate((line) => getComputedStyle(line).stroke)).not.toBe('none');
  await page.getByTestId('world-mode').tap();
  await page.getByTestId('world-mode-map').tap();
  await page.getByTestId('market').waitFor();
  await waitForDrawn(page, 30);

  const client = await findOldestClient(page);
  await page.touchscreen.tap(client.x, client.y);
  await page.getByTestId('follow-card').waitFor();
  expect(await findViolations(page)).toEqual([]);
});

/** Two months of history with many investors: a large market that is there at once. The last broker opens in time for it. */
async function serveLargeMarket(page: Page): Promise<void> {
  await page.route(/\/scenarios\/projection-neutral\.json$/, async (route) => {
    const response = await route.fetch({
      url: route.request().url().replace('projection-neutral', 'history-2019-2024'),
    });
    const history = (await response.json()) as { brokers: { id: string }[] };
    const last = { ...history.brokers.find(({ id }) => id === 'sprout'), entryMonth: '2019-02' };
    const brokers = [...history.brokers.filter(({ id }) => id !== 'sprout'), last];
    await route.fulfill({ response, json: { ...history, brokers, agents: 60_000, months: 2 } });
  });
}

test('above 50 000 investors the map shows densities and says what a cell stands for', async ({ open }) => {
  const page = await open({ investors: 'as shipped', prepare: serveLargeMarket });
  await waitForMarket(page);
  await pause(page);
  expect(await page.getByTestId('world-map').innerText()).toBe('Density');
  const sample = page.getByTestId('sample');
  await sample.filter({ hasText: /1 full cell: \d+ investors/ }).waitFor();
  expect(await sample.innerText()).toContain('50,000 of 60,000 shown');
});
