import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { pause, waitForHash } from '../support/explore-page.ts';

const TIP = '[data-testid=term-tip]';

async function findTerm(page: Page, text: string) {
  const term = page.getByTestId('fact-concentration').getByTestId('term').filter({ hasText: text }).first();
  await term.waitFor();
  return term;
}

test('a term explains itself under the pointer, with the focus and after a tap; Escape ends it; all terms can be looked up', async ({
  open,
}) => {
  const page = await open();
  await waitForHash(page);
  await pause(page);
  const hhi = await findTerm(page, 'HHI');
  const tip = page.locator(TIP);

  // Under the pointer, which may go over to the explanation, and away.
  await hhi.hover();
  await tip.waitFor();
  expect(await tip.innerText()).toMatch(/Herfindahl.*赫芬达尔[\s\S]*squared shares/);
  await tip.hover();
  await page.waitForFunction((selector) => document.querySelector(selector)?.matches(':hover') === true, TIP);
  expect(await tip.isVisible()).toBe(true);
  await page.mouse.move(2, 2);
  await tip.waitFor({ state: 'detached' });

  // With the focus, where it describes the word, until Escape.
  await hhi.focus();
  await tip.waitFor();
  expect(await hhi.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
  await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'detached' });
  expect(await findViolations(page)).toEqual([]);
  expect(await hhi.evaluate((word) => word === document.activeElement)).toBe(true);

  // Charts and levers have them too, and in Chinese.
  expect(await page.locator('.chart').getByTestId('term').count()).toBeGreaterThan(3);
  expect(await page.locator('.lever').getByTestId('term').count()).toBeGreaterThan(2);
  await page.getByTestId('language').click();
  const retention = page.getByTestId('fact-retention').getByTestId('term').filter({ hasText: '留存' });
  await retention.click();
  await tip.waitFor();
  expect(await tip.innerText()).toContain('首次开户');
  await page.getByTestId('language').click();

  // The whole glossary, by either language.
  await page.getByTestId('help').click();
  await page.getByTestId('open-glossary').click();
  const glossary = page.getByTestId('glossary');
  await glossary.getByText('consideration set').waitFor();
  await page.getByTestId('glossary-search').fill('佣金');
  await glossary.getByText('consideration set').waitFor({ state: 'detached' });
  expect(await glossary.innerText()).toContain('commission');
  expect(await findViolations(page)).toEqual([]);
  await page.getByTestId('glossary-search').fill('xyzzy');
  await glossary.getByText('No term matches.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByTestId('glossary-dialog').waitFor({ state: 'hidden' });
});
