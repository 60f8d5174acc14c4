import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, showMonth, waitForHash, waitForMonth } from '../support/explore-page.ts';

/** As long as any other wait for the page. */
const PATIENCE = { timeout: 30_000 };
const INTERVIEWS = 5;

/** Goes through the interviews until one has a cause that can be undone. */
async function findUndoable(page: Page): Promise<void> {
  const told = page.locator('#why :is([data-testid^=undo-], [data-testid=cannot-undo])');
  for (let turn = 0; turn < INTERVIEWS; turn++) {
    await told.first().waitFor();
    if ((await page.locator('#why [data-testid^=undo-] button').count()) > 0) return;
    await page.getByTestId('interview-next').click();
    await page.locator('[data-testid=interview-text]').waitFor();
  }
  throw new Error('No interview names a cause that can be undone.');
}

/** The parts of the waterfall that is shown, and the gap that it says. */
async function readWaterfall(page: Page): Promise<{ sum: number; gap: number }> {
  const parts = await page
    .getByTestId('waterfall-step')
    .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.value)));
  const gap = Number(await page.getByTestId('waterfall').getAttribute('data-gap'));
  return { sum: parts.reduce((total, part) => total + part, 0), gap };
}

describe('why did they leave?', () => {
  test('from an interview to the cause undone, and to the whole life', async ({ open }) => {
    const page = await open({ investors: 800 });
    await waitForHash(page);
    await pause(page);
    await showMonth(page, 60);
    await page.getByTestId('why-market').click();
    await findUndoable(page);
    expect(await page.getByTestId('interview-text').innerText()).toMatch(
      /^In this model: “I am \d+.*(chance|pushed)/is,
    );

    await page.locator('#why [data-testid^=undo-] button').first().click();
    const undone = page.getByTestId('undone').first();
    await undone.waitFor();
    expect(await undone.innerText()).toMatch(/(Stays|Leaves anyway), same seed/);
    const whole = await page.locator('#why .undo').first().innerText();
    expect(whole).toMatch(/[\d,]+ of [\d,]+ others who left within \d+ months would have stayed/);
    expect(whole).toMatch(/Undone: .* \([a-z]+\.\w+\) = 0/i);

    await page.getByTestId('follow').click();
    await page.getByTestId('life').waitFor();
    const moves = page.locator('[data-testid=life-switch], [data-testid=life-leave], [data-testid=life-join]');
    let told = 0;
    for (const move of await moves.all()) {
      await move.click();
      if ((await page.getByTestId('waterfall').count()) === 0) continue;
      const { sum, gap } = await readWaterfall(page);
      expect(Math.abs(sum - gap)).toBeLessThan(0.01);
      told++;
    }
    expect(told).toBeGreaterThan(0);
    await page.getByTestId('unfollow').click();
    await page.getByTestId('why-headline').waitFor();
  });

  test('flows and segments tell of the window and the people on show', async ({ open }) => {
    const page = await open({ investors: 800 });
    await waitForHash(page);
    await pause(page);
    await showMonth(page, 48);
    await page.getByTestId('why-market').click();
    await page.getByTestId('world-flows').click();
    const chart = page.getByTestId('chart-flows');
    await chart.waitFor();
    const count = async () => Number(/([\d,]+) investors moved/.exec(await chart.innerText())?.[1].replaceAll(',', ''));
    const year = await count();
    await page.getByTestId('flow-window').click();
    await page.getByTestId('flow-window-0').click();
    await expect.poll(count, PATIENCE).toBeGreaterThan(year);
    await chart.locator('.plot').press('ArrowDown');
    await chart.locator('[aria-live]', { hasText: '→' }).waitFor({ state: 'attached' });
    await page.getByTestId('chart-reasons').locator('.plot').press('Home');

    await page.getByTestId('world-segments').click();
    await page.getByTestId('by-horizon').click();
    const rows = page.getByTestId('responses').locator('tbody tr');
    await expect.poll(() => rows.count(), PATIENCE).toBe(2);
    await rows.last().getByRole('button').click();
    await page.getByTestId('segment').filter({ hasText: 'Short' }).waitFor();
    await page.keyboard.press('.');
    await waitForMonth(page, 49);
  });
});
