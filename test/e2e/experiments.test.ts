import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

/** Waits until both runs are over. @returns the state hash of B */
async function waitForB(page: Page, other = ''): Promise<string> {
  const handle = await page.waitForFunction((old) => {
    const hash = document.querySelector<HTMLElement>('[data-testid=state-hash]')?.dataset.hash ?? '';
    return hash !== '' && hash !== old ? hash : null;
  }, other);
  return (await handle.jsonValue()) as string;
}

async function choose(page: Page, experiment: string): Promise<string> {
  const before = await waitForB(page);
  await page.getByTestId('scenario').click();
  await page.getByTestId(`scenario-${experiment}/`).click();
  await page.getByTestId('experiment').waitFor();
  return waitForB(page, before);
}

describe('an experiment', () => {
  test('is chosen by its question; baseline and arm are compared, and another arm is one choice away', async ({
    open,
  }) => {
    const page = await open();
    const first = await choose(page, 'zero-commission');
    expect(await page.getByTestId('experiment').textContent()).toContain('What if nobody follows');
    expect(await page.getByTestId('legend').textContent()).toContain('Nobody cuts');
    await page.getByTestId('experiment-arm').selectOption('all');
    expect(await waitForB(page, first)).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.getByTestId('legend').textContent()).toContain('Comet, then all');
  });

  test('tells its computed answer with intervals, seeds and the line that computes it, in both languages', async ({
    open,
  }) => {
    const page = await open();
    await choose(page, 'zero-commission');
    await page.getByTestId('experiment-answer').click();
    const answer = page.getByTestId('answer-text');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^In this model.*95 % intervals over \d+ seeds/);
    expect(await page.getByTestId('answer').textContent()).toContain('npm run -s sim -- experiment zero-commission');
    await page.keyboard.press('Escape');
    await page.getByTestId('language').click();
    await page.getByTestId('experiment-answer').click();
    expect(await answer.textContent()).toMatch(/^在本模型中.*95% 区间/);
  });

  test('travels by link with its arm', async ({ open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const first = await choose(page, 'zero-commission');
    await page.getByTestId('experiment-arm').selectOption('all');
    const hash = await waitForB(page, first);
    await page.getByTestId('share').click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const shared = await open({ address: `?shared${new URL(link).hash}` });
    await shared.getByTestId('experiment').waitFor();
    await shared.waitForFunction((wanted) => {
      return document.querySelector<HTMLElement>('[data-testid=state-hash]')?.dataset.hash === wanted;
    }, hash);
    expect(await shared.getByTestId('experiment-arm').inputValue()).toBe('all');
  });

  test('without answers says so, with the line that computes one', async ({ open }) => {
    const page = await open({
      provokes: /answers\.json|404/,
      prepare: (page) => page.route(/answers\.json$/, (route) => route.fulfill({ status: 404 })),
    });
    await choose(page, 'zero-commission');
    await page.getByTestId('experiment-answer').click();
    await page.getByText('The answer could not be fetched').waitFor();
    expect(await page.getByTestId('answer').textContent()).toContain('experiment zero-commission --seeds 16');
  });
});
