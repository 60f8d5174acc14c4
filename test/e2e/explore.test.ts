import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import {
  pause,
  readShownMonth,
  setLever,
  showMonth,
  waitForHash,
  waitForMarket,
  waitForMonth,
} from '../support/explore-page.ts';
import { ROOT } from '../support/source-text.ts';

/** It is there and goes on by itself, with a hash at its horizon. */
async function watchMarketPlay(page: Page): Promise<void> {
  await waitForMarket(page);
  const first = await readShownMonth(page);
  await page.waitForFunction(
    (month) => Number(document.querySelector<HTMLElement>('[data-testid=month]')?.dataset.month) > month + 2,
    first,
  );
  await page.getByTestId('market').locator('canvas').first().waitFor();
  expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
}

/** Pause holds it, a step is one month, and the start is one press away. */
async function pauseAndStep(page: Page): Promise<void> {
  await pause(page);
  const month = await readShownMonth(page);
  await page.waitForTimeout(600);
  expect(await readShownMonth(page)).toBe(month);
  await page.getByTestId('step').click();
  await waitForMonth(page, month + 1);
  await page.getByTestId('to-start').click();
  await waitForMonth(page, 0);
}

/** One press turns outcomes into the evaluation: three sides, one broker, early warnings. */
async function readEvaluation(page: Page): Promise<void> {
  await page.getByTestId('timeline').press('End');
  await page.getByTestId('chart-to-evaluation').click();
  const chart = page.getByTestId('chart-evaluation');
  const sentence = chart.locator('p').first();
  expect(await sentence.textContent()).toMatch(/^Users \d+, brokers \d+, society \d+ of 100, 50 is par\.$/);
  await chart.locator('select').selectOption('warnings');
  expect(await sentence.textContent()).toMatch(
    /^Risks: market (calm|watch|alarm) \(\d+\), technology .+compliance .+\.$/,
  );
  await page.getByTestId('chart-to-evaluation').click();
  await page.getByTestId('chart-outcomes').waitFor();
}

/** Any of the thirty can be chosen. */
async function chooseBroker(page: Page): Promise<void> {
  await page.getByTestId('broker').click();
  expect(await page.locator('.broker-list [role=menuitemradio]').count()).toBe(30);
  await page.getByTestId('broker-search').fill('small');
  const choice = page.locator('.broker-list [role=menuitemradio]').first();
  const name = await choice.locator('b').innerText();
  await choice.click();
  await page.getByTestId('broker').filter({ hasText: name }).waitFor();
  await page.getByTestId('fact-share').filter({ hasText: name }).waitFor();
}

/** A cheaper broker has more clients at the end than in the baseline. */
async function seeCheaperBrokerGrow(page: Page, baseline: string): Promise<void> {
  await showMonth(page, 0);
  await setLever(page, 'price', 0.2);
  await waitForHash(page, baseline);
  await page.getByTestId('lever-price-effect').filter({ hasText: /▲/ }).waitFor();
  await page.getByTestId('timeline').press('End');
  await page
    .getByTestId('fact-share')
    .filter({ hasText: /▲\s*\+/ })
    .waitFor();
}

/* Opening the page takes most of a test’s time: what can be seen one after another is seen on one page. */
describe('a student opens the page', () => {
  test('the market plays by itself, is paused and stepped, evaluated, and seen from any broker', async ({ open }) => {
    const page = await open();
    await watchMarketPlay(page);
    await pauseAndStep(page);
    await readEvaluation(page);
    await chooseBroker(page);
  });

  test('the four charts and the facts have figures, and the map shows everybody', async ({ open }) => {
    const page = await open({ investors: 'as shipped' });
    await waitForHash(page);
    await pause(page);
    await showMonth(page, 36);
    await page.locator('figure.chart').nth(3).waitFor();
    expect(await page.locator('figure.chart').count()).toBe(4);
    for (const chart of await page.locator('figure.chart').all()) {
      await chart.locator('.plot svg').locator('path, rect, line, circle').nth(5).waitFor({ state: 'attached' });
    }
    expect(await page.getByTestId('fact-concentration').innerText()).toMatch(/\d{2}\.\d%/);
    const sample = page.getByTestId('sample');
    expect(await sample.innerText()).toMatch(/^1 dot: [\d,.]+K? people$/);
    expect(await sample.getAttribute('title')).toBe('All 20,000 simulated investors are shown.');
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\[object|Infinity/);
  });
});

describe('a student pulls a lever', () => {
  test('a branch appears beside the baseline, with its effect, and undo takes it back; a cheaper one grows', async ({
    open,
  }) => {
    const page = await open();
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 6);
    expect(await page.getByTestId('legend').innerText()).not.toContain('B');
    await setLever(page, 'price', 0.5);
    const mine = await waitForHash(page, baseline);
    expect(await page.getByTestId('legend').innerText()).toContain('B');
    await page.getByTestId('lever-price-value').filter({ hasText: '0.5' }).waitFor();
    await page.getByTestId('lever-price-effect').filter({ hasText: /pt/ }).waitFor();
    await page.keyboard.press('Control+z');
    expect(await waitForHash(page, mine)).toBe(baseline);
    await seeCheaperBrokerGrow(page, baseline);
  });

  test('in quick succession only the last position counts', async ({ open }) => {
    const page = await open();
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 3);
    for (const price of [3, 2.5, 2, 1, 0.6, 1]) await setLever(page, 'price', price);
    const afterMany = await waitForHash(page, baseline);
    await page.getByTestId('lever-price-reset').click();
    await waitForHash(page, afterMany);
    await setLever(page, 'price', 1);
    expect(await waitForHash(page, baseline)).toBe(afterMany);
  });
});

describe('a class repeats a run', () => {
  test('another seed is another run, the old seed the old one, and another scenario opens from the menu', async ({
    open,
  }) => {
    const page = await open();
    const first = await waitForHash(page);
    const restart = async (seed: string) => {
      await page.getByTestId('seed').click();
      await page.getByTestId('seed-input').first().fill(seed);
      await page.getByTestId('restart').first().click();
    };
    await restart('class of 2026');
    const second = await waitForHash(page, first);
    await restart('42');
    expect(await waitForHash(page, second)).toBe(first);
    await page.getByTestId('scenario').click();
    await page.getByTestId('scenario-projection-pessimistic').click();
    expect(await waitForHash(page, first)).not.toBe(first);
    expect(await page.getByTestId('scenario').innerText()).toMatch(/pessimistic/i);
  });

  test('a share link restores scenario, seed, decisions and month in a fresh browser', async ({ open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 18);
    await setLever(page, 'content', 250);
    const mine = await waitForHash(page, baseline);
    await page.getByTestId('share').click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const second = await open({ address: link.slice(link.indexOf('#')) });
    expect(await waitForHash(second)).toBe(mine);
    await waitForMonth(second, 18);
    expect(await second.getByTestId('legend').innerText()).toContain('B');
    expect(await second.getByTestId('link-problems').count()).toBe(0);
  });

  test('the copied command computes the same state', async ({ open }) => {
    const page = await open({ investors: 'as shipped', permissions: ['clipboard-read', 'clipboard-write'] });
    const hash = await waitForHash(page);
    await page.getByTestId('copy-command').click();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    expect(command).toMatch(/^npm run -s sim -- run projection-neutral --seed 42$/);
    const printed = execFileSync('sh', ['-c', `${command} --json --quiet`], { cwd: ROOT, encoding: 'utf8' });
    expect(JSON.parse(printed).stateHash).toBe(hash);
  });
});
