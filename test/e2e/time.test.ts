import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { parseLink } from '../../src/app/link.ts';
import { applyDecisions, type PlayerDecisions } from '../../src/app/player-decisions.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { test } from '../support/browser-test.ts';
import { pause, setLever, showMonth, waitForHash, waitForMarket, waitForMonth } from '../support/explore-page.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const SCENARIO = 'projection-neutral';
const SEED = '42';
/** Enough for a run that is still going on when the tab falls asleep. */
const MANY_INVESTORS = 2_000;
const FEW_INVESTORS = 600;
/** How long the tab sleeps: nothing happens meanwhile that could be waited for. */
const NAP_MS = 500;
const BLANK = {
  scenario: '',
  seed: '',
  overrides: {},
  decisions: [],
  broker: '',
  month: 0,
  engine: ENGINE_VERSION,
};

/** State hash of the run with these decisions, computed here from its first month to its last without a stop. */
function computeHash(decisions: PlayerDecisions): string {
  const inputs = applyDecisions(loadShippedInputs(SCENARIO, { agents: MANY_INVESTORS }), decisions);
  const simulation = createSimulation(inputs, SEED);
  while (simulation.month < inputs.months) simulation.step();
  return simulation.stateHash();
}

/** The decisions on screen, out of the link that shares them, which also goes into the address bar. */
async function readDecisions(page: Page): Promise<PlayerDecisions> {
  await page.getByTestId('share').click();
  const fragment = await page.evaluate(() => location.hash.slice(1));
  return parseLink(fragment, BLANK).state.decisions;
}

/** Stops the page and its workers as a machine that sleeps does, and sees to it that they did stop. */
async function sleepAndWake(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      Reflect.set(window, 'longestSleep', longest);
    }, 20);
  });
  const session = await (page.context().browser() as Browser).newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const tabs = processInfo.filter(({ type }) => type === 'renderer');
  for (const { id } of tabs) process.kill(id, 'SIGSTOP');
  await setTimeout(NAP_MS);
  for (const { id } of tabs) process.kill(id, 'SIGCONT');
  await page.waitForFunction((nap) => Reflect.get(window, 'longestSleep') > nap, 0.9 * NAP_MS);
}

describe('time travel', () => {
  test('a run is the same bits after scrubbing, pausing, other speeds and a sleeping tab', async ({ open }) => {
    const page = await open({ investors: MANY_INVESTORS, permissions: ['clipboard-read', 'clipboard-write'] });
    await waitForMarket(page);
    const timeline = page.getByTestId('timeline');
    // While months still come in.
    await pause(page);
    for (const key of ['End', 'Home', 'PageUp', 'ArrowRight', 'End', 'PageDown']) await timeline.press(key);
    for (const key of [']', ']', '[', ' ', ' ']) await page.keyboard.press(key);
    const baseline = await waitForHash(page);
    expect(baseline).toBe(computeHash([]));

    // From the middle of a run that is there: B goes on from a kept state, and the tab sleeps while it does.
    await pause(page);
    await timeline.press('End');
    await showMonth(page, 17);
    await setLever(page, 'price', 0.6);
    await page.locator('.computing').waitFor();
    await sleepAndWake(page);
    for (const key of ['Home', 'End', 'PageDown']) await timeline.press(key);
    const mine = await waitForHash(page, baseline);
    const decisions = await readDecisions(page);
    expect(decisions).toMatchObject([{ month: 17, lever: 'price', value: 0.6 }]);
    expect(mine).toBe(computeHash(decisions));

    await page.keyboard.press('Control+z');
    expect(await waitForHash(page, mine)).toBe(baseline);
  });

  test('a lever moved in the past leaves its branch as a mark and as a ghost; jumps lead to what happened', async ({
    open,
  }) => {
    const page = await open({ investors: FEW_INVESTORS });
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 36);
    await setLever(page, 'price', 0.2);
    const late = await waitForHash(page, baseline);
    await page.getByTestId('chart-concentration-table').click();
    const lateHhi = await readColumn(page, 'HHI', 'A: HHI');
    expect(await page.locator('.charts .parent').count()).toBe(0);
    await showMonth(page, 12);
    await setLever(page, 'content', 10);
    const early = await waitForHash(page, late);
    const earlyHhi = await readColumn(page, 'HHI', PARENT_HHI);
    expect(earlyHhi).not.toEqual(lateHhi);
    expect(await readColumn(page, PARENT_HHI, PARENT_HHI)).toEqual(blankUntil(lateHhi, 12));
    await checkParentLine(page);

    await page.keyboard.press('Control+z');
    expect(await waitForHash(page, early)).toBe(late);
    await page.locator('.charts .parent').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+y');
    expect(await waitForHash(page, late)).toBe(early);
    expect(await readColumn(page, PARENT_HHI, PARENT_HHI)).toEqual(blankUntil(lateHhi, 12));
    await page.locator('[data-testid=mark-branch][aria-label*="left behind"]').first().press('Enter');
    expect(await waitForHash(page, early)).toBe(late);
    await waitForColumn(page, PARENT_HHI, blankUntil(earlyHhi, 12));

    await showMonth(page, 3);
    await openJumps(page);
    await page.keyboard.press('Enter');
    await waitForMonth(page, 36);
    await page.locator('.track > .former').waitFor({ state: 'attached' });
    await openJumps(page);
    const month = Number(await page.getByTestId('jump-shock').getAttribute('data-month'));
    expect(month).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForMonth(page, month);

    const marks = await readMarks(page);
    expect(marks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['decision', 'branch', 'shock']));
    for (const { label } of marks) expect(label).toMatch(/\d{4}(, \d+)?: ./);
    for (const kind of ['decision', 'branch', 'shock']) {
      const places = marks.filter((mark) => mark.kind === kind).map(({ x }) => x);
      places.sort((a, b) => a - b);
      for (let k = 1; k < places.length; k++) expect(places[k] - places[k - 1]).toBeGreaterThanOrEqual(39.5);
    }
  });
});

const PARENT_HHI = 'B before: HHI';
/** The state before the first month, and 72 months. */
const ROWS = 73;

/** A column of the concentration chart's table, once that has all months and a column named `awaited`. */
async function readColumn(page: Page, label: string, awaited: string): Promise<string[]> {
  const table = page.locator('[data-testid=chart-concentration] table').filter({ hasText: awaited });
  await table.locator(`tbody tr:nth-child(${ROWS})`).waitFor({ state: 'attached' });
  return table.evaluate((element, asked) => {
    const rows = [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText));
    const position = rows[0].indexOf(asked);
    return rows.slice(1).map((cells) => cells[position]);
  }, label);
}

/** Waits until the concentration chart's table has a column with exactly these figures. */
async function waitForColumn(page: Page, label: string, figures: readonly string[]): Promise<void> {
  await page.waitForFunction(
    ([asked, wanted]) => {
      const table = document.querySelector<HTMLTableElement>('[data-testid=chart-concentration] table');
      const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.innerText));
      const position = rows[0]?.indexOf(asked) ?? -1;
      return JSON.stringify(rows.slice(1).map((cells) => cells[position])) === wanted;
    },
    [label, JSON.stringify(figures)] as const,
  );
}

/** The figures of a run that has been left: none before the month in which it was. */
function blankUntil(figures: readonly string[], month: number): string[] {
  return figures.map((figure, m) => (m < month ? '–' : figure));
}

/** The chart of money draws the parent dotted, from the rule of the branch on, names it, and reads it under the cursor. */
async function checkParentLine(page: Page): Promise<void> {
  const chart = page.getByTestId('chart-money');
  const lines = chart.locator('path.parent');
  await lines.first().waitFor({ state: 'attached' });
  expect(await lines.count()).toBe(2);
  const readStart = async (path: string) =>
    Number.parseFloat(((await chart.locator(path).first().getAttribute('d')) ?? '').slice(1));
  expect(Math.abs((await readStart('path.parent')) - (await readStart('path.branch')))).toBeLessThan(0.1);
  const readDashes = (path: string) =>
    chart
      .locator(path)
      .first()
      .evaluate((line) => getComputedStyle(line).strokeDasharray);
  expect(await readDashes('path.parent')).not.toBe(await readDashes('path.ghost'));
  expect(await chart.locator('svg text', { hasText: 'B before' }).count()).toBe(2);
  await chart.locator('.plot').press('ArrowRight');
  await chart.locator('.plot').press('ArrowRight');
  await chart.locator('.tip', { hasText: 'B before' }).waitFor();
  await chart.locator('.plot').press('Escape');
}

/** Opens the menu of jumps by key; its first entry, the next decision, then has the focus. */
async function openJumps(page: Page): Promise<void> {
  await page.getByTestId('jump').press('Enter');
  await page.locator('[data-testid=jump-decision]:focus').waitFor();
}

/** Every mark of the timeline: a button with its month in its name. */
function readMarks(page: Page): Promise<{ kind: string; label: string; x: number }[]> {
  return page.locator('.marks button').evaluateAll((all) =>
    all.map((mark) => ({
      kind: mark.classList[1],
      label: mark.getAttribute('aria-label') ?? '',
      x: mark.getBoundingClientRect().x,
    })),
  );
}
