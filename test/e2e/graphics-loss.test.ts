import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { pause, showMonth, waitForHash } from '../support/explore-page.ts';

/** The market as it looks from afar: grey values of a coarse grid, 0 to 255. */
async function readCoarsely(page: Page): Promise<number[]> {
  const png = (await page.getByTestId('market').screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(40, 20);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, 40, 20);
    const { data: rgba } = context.getImageData(0, 0, 40, 20);
    return Array.from({ length: 800 }, (_, k) => (rgba[4 * k] + rgba[4 * k + 1] + rgba[4 * k + 2]) / 3);
  }, png);
}

const compare = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + Math.abs(value - b[k]), 0) / a.length;

test('a lost graphics context comes back with the same market', async ({ open }) => {
  const page = await open({ reducedMotion: 'reduce' });
  await waitForHash(page);
  await pause(page);
  await showMonth(page, 30);
  await page.locator('.world[data-month="30"]').waitFor();
  const before = await readCoarsely(page);
  const canvas = page.locator('.world canvas');
  const show = (visibility: string) =>
    canvas.evaluate((element, value) => element.style.setProperty('visibility', value), visibility);
  await show('hidden');
  const without = compare(before, await readCoarsely(page));
  expect(without, 'the map is something to lose').toBeGreaterThan(2);
  await show('visible');
  await canvas.evaluate((element) => {
    element.dataset.lost = 'true';
    (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('.world canvas:not([data-lost])').waitFor();
  // Seats go by who came when, and are dealt anew: the islands are the same from afar, not dot by dot.
  await expect
    .poll(async () => compare(before, await readCoarsely(page)) / without, { timeout: 20_000 })
    .toBeLessThan(0.15);
});
