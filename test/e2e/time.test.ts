import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, setLever, showMonth, waitForHash, waitForMarket, waitForMonth } from '../support/explore-page.ts';

const INVESTORS = 600;

describe('time travel', () => {
  test('a run is the same bits after scrubbing, pausing, other speeds and a sleeping tab', async ({ open }) => {
    const quiet = await open({ investors: INVESTORS });
    const expected = await waitForHash(quiet);
    const page = await open({ investors: INVESTORS });
    await waitForMarket(page);
    // While months still come in: scrub, pause, change speed, and let the tab sleep.
    await pause(page);
    const timeline = page.getByTestId('timeline');
    for (const key of ['End', 'Home', 'PageUp', 'ArrowRight', 'End', 'PageDown']) await timeline.press(key);
    for (const key of [']', ']', '[', ' ', ' ']) await page.keyboard.press(key);
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await timeline.press('Home');
    expect(await waitForHash(page)).toBe(expected);
  });

  test('a lever moved in the past leaves its branch behind as a mark; undo, redo and the mark bring runs back', async ({
    open,
  }) => {
    const page = await open({ investors: INVESTORS });
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 36);
    await setLever(page, 'price', 0.2);
    const late = await waitForHash(page, baseline);
    await page.waitForTimeout(800); // the move is over
    await showMonth(page, 12);
    await setLever(page, 'content', 10);
    const early = await waitForHash(page, late);
    await page.waitForTimeout(800);

    await page.keyboard.press('Control+z');
    expect(await waitForHash(page, early)).toBe(late);
    await page.keyboard.press('Control+y');
    expect(await waitForHash(page, late)).toBe(early);

    await page.locator('[data-testid=mark-branch][aria-label*="left behind"]').first().press('Enter');
    expect(await waitForHash(page, early)).toBe(late);
  });

  test('jumps lead to decisions, shocks and mass exits; every mark is a button with its month', async ({ open }) => {
    const page = await open({ investors: INVESTORS });
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 24);
    await setLever(page, 'price', 3);
    await waitForHash(page, baseline);
    await showMonth(page, 3);
    await page.getByTestId('jump').click();
    await page.getByTestId('jump-decision').click();
    await waitForMonth(page, 24);
    await page.getByTestId('jump').click();
    const shock = page.getByTestId('jump-shock');
    const where = await shock.innerText();
    expect(where).toMatch(/\d{4}/);
    await shock.click();
    const marks = page.locator('.marks button');
    const labels = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
    expect(labels.length).toBeGreaterThan(1);
    for (const label of labels) expect(label).toMatch(/\d{4}: ./);
    const places = await marks.evaluateAll((all) =>
      all.map((mark) => ({ kind: mark.className, x: mark.getBoundingClientRect().x })),
    );
    const rows = ['decision', 'branch', 'shock'].map((row) => places.filter(({ kind }) => kind.includes(row)));
    for (const row of rows) {
      const xs = row.map(({ x }) => x).sort((a, b) => a - b);
      for (let k = 1; k < xs.length; k++) expect(xs[k] - xs[k - 1]).toBeGreaterThanOrEqual(39.5);
    }
  });
});
