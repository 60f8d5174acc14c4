import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, showMonth, waitForHash } from '../support/explore-page.ts';

test('a lost graphics card comes back with the same picture', async ({ open }) => {
  const page = await open({ reducedMotion: 'reduce' });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 30);
  await page.locator('.world[data-month="30"]').waitFor();
  const market = page.getByTestId('market');
  const before = await market.screenshot();
  await page.locator('.world canvas').evaluate((canvas) => {
    canvas.dataset.lost = 'true';
    (canvas as HTMLCanvasElement).getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await page.locator('.world canvas:not([data-lost])').waitFor();
  await expect.poll(() => market.screenshot().then((after) => after.equals(before)), { timeout: 20_000 }).toBe(true);
});
