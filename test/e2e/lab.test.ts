import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { ROOT } from '../support/source-text.ts';

/** Waits until the run of the last change is over. @returns its state hash */
async function waitForRun(page: Page, other = ''): Promise<string> {
  const handle = await page.waitForFunction((old) => {
    const hash = document.querySelector('[data-testid=lab-hash]')?.getAttribute('title') ?? '';
    return hash !== '' && hash !== old ? hash : null;
  }, other);
  return (await handle.jsonValue()) as string;
}

/** Runs a scenario file with the built command line. @returns the run's state hash */
function computeHash(file: string): string {
  const program = join(ROOT, 'dist/node/cli.js');
  const printed = execFileSync(process.execPath, [program, 'run', file, '--seed', '42', '--json', '--quiet']);
  return (JSON.parse(printed.toString()) as { stateHash: string }).stateHash;
}

const countRows = (page: Page) => page.locator('.param:visible').count();

function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  return page.getByTestId('lab-open-file').setInputFiles(file);
}

/** A file that builds on a shipped scenario. */
const LARGE = {
  formatVersion: 1,
  id: 'large',
  extends: 'projection-neutral',
  title: { en: 'A large market', 'zh-CN': '大市场' },
  months: 12,
};

async function open(openPage: (options: { address: string }) => Promise<Page>): Promise<Page> {
  const page = await openPage({ address: '#lab' });
  await waitForRun(page);
  return page;
}

describe('the panel', () => {
  test('finds a parameter by name after "/" and says so when there is none', async ({ open: openPage }) => {
    const page = await open(openPage);
    await page.keyboard.press('/');
    await page.keyboard.type('choice.inertia');
    expect(await page.getByTestId('lab-param-choice.inertia').isVisible()).toBe(true);
    expect(await page.getByTestId('lab-param-tastes.price').isVisible()).toBe(false);
    await page.getByTestId('lab-search').fill('no such thing');
    await page.getByTestId('lab-none').waitFor();
    expect(await countRows(page)).toBe(0);
    await page.getByTestId('lab-search').fill('');
    expect(await countRows(page)).toBeGreaterThan(10);
  });

  test('names bad input with the range and keeps the value in force', async ({ open: openPage }) => {
    const page = await open(openPage);
    const box = page.getByTestId('lab-value-tastes.price');
    const before = await box.inputValue();
    await box.fill('99');
    const row = page.getByTestId('lab-param-tastes.price');
    await row.getByText('0 to 3').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByTestId('lab-changed-only').textContent()).toContain('(0)');
    await box.press('Escape');
    expect(await box.inputValue()).toBe(before);
  });

  test('is worked by keys alone: value, detail, reset', async ({ open: openPage }) => {
    const page = await open(openPage);
    const box = page.getByTestId('lab-value-tastes.price');
    const before = await box.inputValue();
    await box.focus();
    await page.keyboard.press('ArrowUp');
    expect(Number(await box.inputValue())).toBeGreaterThan(Number(before));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByTestId('lab-reset-tastes.price').press('Enter');
    expect(await box.inputValue()).toBe(before);
    expect(await page.getByTestId('lab-changed-only').textContent()).toContain('(0)');
  });
});

describe('the mechanisms', () => {
  test('are switched, compared with the scenario, found by a word, and travel in the link', async ({
    open: openPage,
  }) => {
    const page = await openPage({ address: '#lab', permissions: ['clipboard-read', 'clipboard-write'] });
    const baseline = await waitForRun(page);
    await page.getByTestId('lab-search').fill('herding no such thing');
    expect(await page.locator('.mechanism').count()).toBe(0);
    await page.getByTestId('lab-search').fill('complaints of novices');
    expect(await page.locator('.mechanism').count()).toBe(1);
    await page.getByTestId('lab-compare-noviceComplaints').click();
    const changed = await waitForRun(page, baseline);
    expect(await page.getByTestId('lab-switch-noviceComplaints').getAttribute('aria-checked')).toBe('false');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lab-comparison');
    await page.getByText('B the same without “Complaints of novices”').waitFor();
    await page.getByTestId('share').click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const shared = await openPage({ address: `?shared${new URL(link).hash}` });
    await shared.locator('[data-testid=state-hash]:not([data-hash=""])').waitFor();
    expect(await shared.getByTestId('state-hash').getAttribute('data-hash')).toBe(changed);
    await page.getByTestId('lab-switch-noviceComplaints').click();
    expect(await waitForRun(page, changed)).toBe(baseline);
  });

  test('are worked by keys alone', async ({ open: openPage }) => {
    const page = await open(openPage);
    await page.getByTestId('lab-switch-advertising').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await page.getByTestId('lab-switch-wordOfMouth').getAttribute('aria-checked')).toBe('false');
    expect(await page.getByTestId('lab-changed-only').textContent()).toContain('(1)');
    await page.getByTestId('lab-mechanisms-fold').press('Enter');
    expect(await page.locator('.mechanism').count()).toBe(0);
  });
});

describe('a changed parameter', () => {
  test('reruns at once, is compared with the scenario, and gives the old run back when reset', async ({
    open: openPage,
  }) => {
    const page = await openPage({ address: '#lab' });
    const baseline = await waitForRun(page);
    await page.getByTestId('lab-value-tastes.trust').fill('3');
    const changed = await waitForRun(page, baseline);
    await page.waitForFunction(() => document.querySelector('[data-testid=lab-difference-hhi]')?.textContent !== '');
    expect(changed).not.toBe(baseline);
    const trust = page.getByTestId('lab-param-tastes.trust');
    expect(await trust.getAttribute('class')).toContain('changed');
    expect(await page.getByTestId('lab-param-tastes.price').getAttribute('class')).not.toContain('changed');
    await page.getByTestId('lab-changed-only').click();
    expect(await countRows(page)).toBe(1);
    await page.getByTestId('lab-reset-all').click();
    expect(await waitForRun(page, changed)).toBe(baseline);
    expect(await trust.getAttribute('class')).not.toContain('changed');
  });

  test('stops when cancelled and goes on when asked to', async ({ open: openPage }) => {
    const page = await openPage({ address: '#lab' });
    const before = await waitForRun(page);
    // Large enough that a person, or this test, can press Cancel while its six years of history are computed.
    await openFile(page, 'large.json', JSON.stringify({ ...LARGE, agents: 100_000 }));
    const progress = page.getByTestId('lab-progress');
    await page.getByTestId('lab-cancel').click();
    expect(await progress.getAttribute('data-status')).toBe('cancelled');
    await page.getByTestId('lab-resume').click();
    expect(await waitForRun(page, before)).toMatch(/^[0-9a-f]{64}$/);
    expect(await progress.getAttribute('data-status')).toBe('done');
  });

  test('is saved in a file from which the command line computes the same run', async ({ open: openPage }) => {
    const page = await openPage({ address: '#lab' });
    const baseline = await waitForRun(page);
    await page.getByTestId('lab-value-tastes.trust').fill('3');
    const changed = await waitForRun(page, baseline);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('lab-save').click()]);
    expect(computeHash(await download.path())).toBe(changed);
  });

  test('travels by file, and a bad file loses nothing', async ({ open: openPage }) => {
    const page = await openPage({ address: '#lab' });
    const baseline = await waitForRun(page);
    await page.getByTestId('lab-value-tastes.trust').fill('3');
    const changed = await waitForRun(page, baseline);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('lab-save').click()]);
    const text = await readFile(await download.path());
    await openFile(page, 'bad.json', '{"formatVersion": 1, "id": "Bad Id", "months": -3, "colour": "red"}');
    const problems = await page.getByTestId('lab-problems').textContent();
    for (const path of ['id:', 'months:', 'colour:']) expect(problems).toContain(path);
    await openFile(page, 'cut.json', text.subarray(0, 100));
    await page.getByTestId('lab-problems').getByText('line').waitFor();
    expect(await page.getByTestId('lab-changed-only').textContent()).toContain('(1)');
    expect(await page.getByTestId('lab-value-tastes.trust').inputValue()).toBe('3');
    expect(await page.getByTestId('lab-hash').getAttribute('title')).toBe(changed);

    await page.getByTestId('lab-reset-all').click();
    await waitForRun(page, changed);
    await openFile(page, download.suggestedFilename(), text);
    expect(await waitForRun(page, baseline)).toBe(changed);
    expect(await page.getByTestId('lab-problems').count()).toBe(0);
  });
});

test('a chart shows any figure of the catalogue', async ({ open: openPage }) => {
  const page = await open(openPage);
  await page.getByTestId('lab-metric-0').selectOption('openings');
  expect(await page.getByTestId('chart-lab-0').getByRole('heading').textContent()).toContain('Online openings');
});

test('header and Lab copy the command of an opened file by its name', async ({ open: openPage }) => {
  const page = await openPage({ address: '#lab', permissions: ['clipboard-read', 'clipboard-write'] });
  const before = await waitForRun(page);
  await openFile(page, 'my market.json', JSON.stringify({ ...LARGE, agents: 1_000 }));
  await waitForRun(page, before);
  for (const button of ['copy-command', 'lab-command']) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByTestId(button).click();
    const copied = await page.waitForFunction(async () => (await navigator.clipboard.readText()) || null);
    expect(await copied.jsonValue()).toBe("npm run -s sim -- run 'my market.json' --seed 42");
  }
});
