import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { findViolations } from '../support/accessibility.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { recordMeasurement } from '../support/measurements.ts';
import { ROOT } from '../support/source-text.ts';
import { traceTasks } from '../support/task-trace.ts';

const folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Small runs of the history, which starts from nothing. */
const BASE = {
  formatVersion: 1,
  id: 'small',
  scenario: 'history-2019-2024',
  agents: 100,
  months: 24,
  measures: [{ metric: 'hhi' }, { metric: 'profit' }, { metric: 'hhi', name: 'hhi_month', reduction: 'monthly' }],
};
const PRICE = { key: 'tastes.price', min: 0.2, max: 0.6 };
const TRUST = { key: 'tastes.trust', min: 1, max: 2 };
const GRID = {
  ...BASE,
  parameters: [
    { ...PRICE, steps: 4 },
    { ...TRUST, steps: 3 },
  ],
  replicates: 4,
};

/** Opens the Lab with a design in the place of the fields. */
async function openDesign(
  open: (options: OpenOptions) => Promise<Page>,
  design: object,
  options: OpenOptions = {},
): Promise<Page> {
  const page = await open({ address: '#lab', investors: 100, ...options });
  await page.getByTestId('lab-mode-sweep').click();
  const buffer = Buffer.from(JSON.stringify(design));
  await page.getByTestId('study-open-file').setInputFiles({ name: 'd.json', mimeType: 'application/json', buffer });
  await page.getByTestId('study-close-design').waitFor();
  return page;
}

/** Before a run of the tab begins, its worker asks whether it may. */
const ASKING = `addEventListener('message', async (event) => {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  while ((await (await fetch('/may-run')).text()) !== 'yes') await new Promise((resolve) => setTimeout(resolve, 20));
  dispatchEvent(new MessageEvent('message', { data: event.data }));
}, { capture: true });`;

/** One worker, whatever the machine has, and as many runs as are allowed: the page can be caught at any number of them. */
function createGate() {
  let allowed = Number.POSITIVE_INFINITY;
  let begun = 0;
  return {
    async prepare(page: Page): Promise<void> {
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 2 });
      });
      await page.route(/run\.worker/, prepend(ASKING));
      await page.route('**/may-run', (route) => {
        const may = begun < allowed;
        if (may) begun++;
        return route.fulfill({ body: may ? 'yes' : 'no' });
      });
    },
    /** Runs that have begun since the count was last set to 0. */
    count: () => begun,
    /** Counts anew, up to so many. */
    reset(most: number): void {
      [begun, allowed] = [0, most];
    },
    allow(most: number): void {
      allowed = most;
    },
  };
}

/** Puts a line in front of a script. */
const prepend = (line: string) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: `${line}\n${await response.text()}` });
};

/** Waits until the browser keeps so many runs. */
async function waitForKept(page: Page, count: number): Promise<void> {
  await page.waitForFunction(async (wanted) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('brokerscape-lab'));
    const kept = await settle(database.transaction('runs').objectStore('runs').count());
    database.close();
    return kept === wanted;
  }, count);
}

const waitForStatus = (page: Page, status: string) =>
  page.locator(`[data-testid=study-progress][data-status=${status}]`).waitFor();

const waitForRuns = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => Number(document.querySelector<HTMLElement>('[data-testid=study-progress]')?.dataset.done) >= wanted,
    count,
  );

const readDone = async (page: Page) => Number(await page.getByTestId('study-progress').getAttribute('data-done'));

async function saveRuns(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('study-save-csv').click()]);
  return readFileSync(await download.path());
}

async function exportFile(page: Page, id: string): Promise<Buffer> {
  await page.getByTestId('study-export').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`study-export-${id}`).click()]);
  return readFileSync(await download.path());
}

/** @returns what reads the tables that the built command line writes for a design */
function sweepInNode(design: object): (name: string) => Buffer {
  const file = join(folder, 'design.json');
  const out = join(folder, 'out');
  writeFileSync(file, JSON.stringify(design));
  const words = ['sweep', file, '--workers', '1', '--out', out, '--quiet', '--force'];
  execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...words]);
  return (name) => readFileSync(join(out, name));
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a sweep in the tab', () => {
  test('is the sweep of the command line byte for byte, through cancel, pause and two reloads', async ({ open }) => {
    const gate = createGate();
    const page = await openDesign(open, GRID, { prepare: gate.prepare });
    expect(await page.getByTestId('study-runs-before').textContent()).toBe('48 runs');
    await page.locator('[data-testid=study-time-before][data-measured]').waitFor();
    gate.reset(5);
    await page.getByTestId('study-start').click();
    await waitForRuns(page, 5);
    await page.getByTestId('study-cancel').click();
    await waitForStatus(page, 'cancelled');
    gate.allow(10);
    await page.getByTestId('study-go-on').click();
    await waitForRuns(page, 10);
    await page.getByTestId('study-pause').click();
    await waitForStatus(page, 'pausing');
    gate.allow(11);
    await waitForStatus(page, 'paused');
    expect(await readDone(page)).toBe(11);
    await page.reload();
    await waitForStatus(page, 'paused');
    expect(await readDone(page)).toBe(11);
    gate.allow(15);
    await page.getByTestId('study-go-on').click();
    await waitForKept(page, 15);
    // Reloaded while it runs: it goes on by itself, from what had been kept.
    await page.reload();
    gate.allow(Number.POSITIVE_INFINITY);
    await waitForStatus(page, 'done');
    expect(await readDone(page)).toBe(48);
    expect(gate.count()).toBe(48);
    const mine = await saveRuns(page);
    expect(mine.toString().trim().split('\n')).toHaveLength(49);
    const readTable = sweepInNode(GRID);
    expect(hash(mine)).toBe(hash(readTable('runs.csv')));
    expect(hash(await exportFile(page, 'parquet'))).toBe(hash(readTable('runs.parquet')));
    expect(hash(await exportFile(page, 'summary'))).toBe(hash(readTable('summary.csv')));
    await page.getByTestId('study-forget').click();
    await waitForKept(page, 0);
    expect(await page.getByTestId('study-progress').count()).toBe(0);
  });

  test('leaves the page free while it runs', async ({ open }) => {
    const page = await openDesign(open, { ...GRID, replicates: 20 });
    await page.getByTestId('study-start').click();
    await page.getByTestId('chart-study-heat').locator('.plot > svg').waitFor();
    recordMeasurement('a sweep begins: pictures a second', await countFrames(page, 3), 'a second', 'aim: 60');
    recordMeasurement('a sweep runs: pictures a second', await countFrames(page, 6), 'a second', 'aim: 60');
    const before = await readDone(page);
    const began = performance.now();
    const tasks = await traceTasks(page, () => waitForRuns(page, before + 60));
    const spanMs = performance.now() - began;
    const longest = Math.max(...tasks.map(({ cpuMs }) => cpuMs));
    const computingMs = tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
    recordMeasurement('a sweep runs: longest main-thread task, computing', longest, 'ms', 'aim: 16, a frame');
    recordMeasurement(
      'a sweep runs: main thread computing',
      (100 * computingMs) / spanMs,
      '% of the time',
      'aim: little',
    );
    // One long task may be the browser's own; a page that computes the sweep itself would have no time left.
    expect(computingMs / spanMs).toBeLessThan(0.4);
    expect(tasks.length).toBeGreaterThan(60);
    await page.getByTestId('study-cancel').click();
  });
});

test('a design without a figure by month shows where its runs end', async ({ open }) => {
  const page = await openDesign(open, { ...BASE, measures: [{ metric: 'hhi' }], parameters: [{ ...PRICE, steps: 2 }] });
  await page.getByTestId('study-start').click();
  await waitForStatus(page, 'done');
  const band = page.getByTestId('chart-study-fan').locator('.plot > svg .band-90');
  await band.waitFor({ state: 'attached' });
  const box = await band.boundingBox();
  expect(box?.width).toBeGreaterThan(20);
  expect(box?.height).toBeGreaterThan(0);
});

/** Pictures a second that the page draws in the next seconds. */
function countFrames(page: Page, seconds: number): Promise<number> {
  return page.evaluate(
    (asked) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let frames = 0;
        const draw = (now: number) => {
          frames++;
          if (now - began < asked * 1_000) requestAnimationFrame(draw);
          else resolve(frames / ((now - began) / 1_000));
        };
        requestAnimationFrame(draw);
      }),
    seconds,
  );
}

describe('a run that fails', () => {
  /** Every worker is lost as soon as it is given this seed. */
  const LOST = `addEventListener('message', ({ data }) => { if (data.seed === '2') throw new Error('lost'); }, { capture: true });`;

  test('is a row with its cause and the line that plays it again; whole in both languages, both themes, 320 to 1440', async ({
    open,
  }) => {
    const design = { ...BASE, parameters: [PRICE, TRUST], sampling: { method: 'saltelli', samples: 2 }, replicates: 2 };
    const page = await openDesign(open, design, {
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      provokes: /lost/,
      prepare: (blank) => blank.route(/run\.worker/, prepend(LOST)),
    });
    await page.getByTestId('study-start').click();
    await waitForStatus(page, 'done');
    expect(await page.getByTestId('study-failed').textContent()).toBe('8 failed');
    await page.getByTestId('study-runs-failed').click();
    expect(await page.getByTestId('study-run-failed').count()).toBe(8);
    expect(await page.getByTestId('study-run').count()).toBe(0);
    const why = page.locator('.why').first();
    expect(await why.textContent()).toContain('lost');
    await why.getByRole('button').click();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(line).toMatch(
      /^npm run -s sim -- run history-2019-2024 --seed 2 --agents 100 --years 2 --set tastes\.price=/,
    );
    const rows = (await saveRuns(page)).toString().trim().split('\n');
    expect(rows.filter((row) => row.includes(',failed,'))).toHaveLength(8);
    expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(8);

    await page.locator('[data-testid=chart-study-heat] .plot > svg').waitFor();
    for (const language of ['en', 'zh-CN']) {
      for (const theme of ['light', 'dark']) {
        expect(await findViolations(page), `${language} ${theme}`).toEqual([]);
        await page.getByTestId('theme').click();
      }
      for (const width of [320, 390, 768, 1024, 1280, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        // Charts are laid out anew after the page has been.
        await expect.poll(() => findCutTexts(page), { message: `${language} ${width}`, timeout: 10_000 }).toEqual([]);
      }
      await page.getByTestId('language').click();
    }
  });
});

/** Texts of the work area that are wider than the box that hides the rest, and the page if it scrolls sideways. */
function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scroller = document.scrollingElement as Element;
    const sideways = scroller.scrollWidth > scroller.clientWidth ? ['the page'] : [];
    const work = document.querySelector('.lab-work') as Element;
    if (work.scrollWidth > work.clientWidth) sideways.push('the work area');
    const cut = [...work.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.vh, svg, select'))
      .filter(
        (element) => getComputedStyle(element).overflowX === 'hidden' || getComputedStyle(element).overflowX === 'clip',
      )
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
    return [...sideways, ...cut];
  });
}

test('a design with problems is refused whole; the fields make one, by keys alone, from the tree to the table', async ({
  open,
}) => {
  const page = await open({ address: '#lab', investors: 100 });
  await page.getByTestId('lab-mode-sweep').click();
  const buffer = Buffer.from(JSON.stringify({ ...GRID, agents: 3, replicates: 0, measures: [{ metric: 'hhj' }] }));
  await page.getByTestId('study-open-file').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer });
  const told = await page.getByTestId('lab-problems').textContent();
  for (const path of ['agents:', 'replicates:', 'measures[0].metric:']) expect(told).toContain(path);
  expect(await page.getByTestId('study-hint').isVisible()).toBe(true);

  const tell = async (id: string, value: string) => {
    await page.getByTestId(id).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
  };
  // The name of a parameter opens its detail, and the detail has the sweep.
  await page.getByTestId('lab-value-tastes.price').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('lab-sweep-tastes.price').press('Enter');
  await page.getByTestId('study-axes').press('Enter');
  await tell('study-min-tastes.price', '0.3');
  await page.keyboard.press('Escape');
  await tell('study-points', '2');
  await tell('study-replicates', '1');
  await tell('study-agents', '5');
  await page.getByTestId('study-problems').getByText('agents').waitFor();
  expect(await page.getByTestId('study-agents').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByTestId('study-start').isDisabled()).toBe(true);
  await tell('study-agents', '100');
  expect(await page.getByTestId('study-runs-before').textContent()).toBe('2 runs');
  await page.getByTestId('study-start').press('Enter');
  await waitForStatus(page, 'done');
  // The picture comes after the runs: before it there is nothing for the keys to read.
  await page.getByTestId('chart-study-response').locator('.plot svg .mine').waitFor({ state: 'attached' });
  await page.getByTestId('chart-study-response').locator('.plot').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-testid=chart-study-response] .tip').waitFor();
  await page.getByTestId('study-sort-tastes.price').press('Enter');
  const values = await page.locator('[data-testid=study-run] td:nth-child(2)').allInnerTexts();
  expect(values).toHaveLength(2);
  expect(Number(values[0])).toBeLessThan(Number(values[1]));
});
