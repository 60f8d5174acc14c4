import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { test } from '../support/browser-test.ts';
import { pause, setLever, showMonth, waitForHash } from '../support/explore-page.ts';

/** Chooses an export and reads the file that comes. */
async function exportFile(page: Page, item: string): Promise<{ name: string; text: string }> {
  await page.getByTestId('export').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(item).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('what is on screen goes out as a report, files of figures and a scenario file, and comes back the same', async ({
  open,
}) => {
  const page = await open({
    investors: 600,
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  const baseline = await waitForHash(page);
  await pause(page);
  await showMonth(page, 12);
  await setLever(page, 'price', 0.2);
  const mine = await waitForHash(page, baseline);

  const report = await exportFile(page, 'export-report');
  expect(report.name).toBe('brokerscape-report.html');
  for (const said of [baseline, mine, ENGINE_VERSION, '--seed 42', 'compare projection-neutral', '<svg']) {
    expect(report.text).toContain(said);
  }
  expect(report.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);

  const market = await exportFile(page, 'export-market');
  // A head, then A and B for each of 72 months.
  expect(market.text.trim().split('\r\n')).toHaveLength(1 + 2 * 72);
  expect(market.text.startsWith('\uFEFF')).toBe(true);

  const scenario = await exportFile(page, 'export-scenario');
  expect(JSON.parse(scenario.text)).toMatchObject({ decisions: [{ lever: 'price' }] });
  // Back to A, so that what is on screen afterwards can only come from the file.
  await page.keyboard.press('Control+z');
  expect(await waitForHash(page, mine)).toBe(baseline);
  await page.getByTestId('export').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('open-file').click();
  await (await chooser).setFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(scenario.text),
  });
  expect(await waitForHash(page, baseline)).toBe(mine);

  await page.getByTestId('chart-money-menu').click();
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByTestId('chart-money-png').click()]);
  expect([...readFileSync(await png.path()).subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe(
    'PNG',
  );
});
